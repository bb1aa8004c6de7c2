// The tables of the operando diffraction as what the panels draw.
import type { Table } from "npm:apache-arrow";

export interface OperandoPatterns {
  rate: 0.1 | 10;
  /** Å */
  wavelength: number;
  /** degrees [bin] */
  twoTheta: Float64Array;
  /** counts [pattern][bin] */
  counts: Float64Array;
  patterns: number;
}

const wavelengths = { 0.1: 1.54186, 10: 1.3418 } as const;

/** @param table operando-patterns-slow or -fast @throws where its rows do not fill a rectangle */
export function patternsOf(table: Table, rate: 0.1 | 10): OperandoPatterns {
  const column = (name: string): ArrayLike<number> => {
    const vector = table.getChild(name);
    if (!vector) throw new Error(`missing column ${name} of the operando patterns; run npm run data`);
    return vector.toArray() as ArrayLike<number>;
  };
  const [pattern, angle, counts] = ["pattern", "two_theta_deg", "counts"].map(column);
  const rows = pattern.length;
  const patterns = rows ? pattern[rows - 1] : 0;
  const bins = patterns ? rows / patterns : 0;
  if (!(Number.isInteger(bins) && bins > 1))
    throw new Error(`invalid operando patterns: ${rows} rows for ${patterns} patterns; run npm run data`);
  return {
    ...{ rate, patterns, wavelength: wavelengths[rate] },
    twoTheta: Float64Array.from({ length: bins }, (_, i) => angle[i]),
    counts: Float64Array.from(counts)
  };
}

export interface LatticeRow {
  rate: 0.1 | 10;
  /** lines at their own moments, or a scan taken for one moment */
  treatment: "own moments" | "one moment";
  pattern: number;
  branch: "charge" | "discharge";
  /** hours from the start of the charge: middle of the pattern, and when (003) was counted */
  time: number;
  basalTime: number;
  lithium: number;
  /** mAh/g passed since the start */
  capacity: number;
  a: Found;
  c: Found;
  basalC: Found;
  /** degrees */
  angle: number;
  angleError: number;
  width: number;
  widthError: number;
  /** degrees by which all angles are read too high, found */
  zero: number;
}

export interface Found {
  value: number;
  error: number;
  truth: number;
}

/** @param table operando-lattice */
export function latticeRows(table: Table): LatticeRow[] {
  return table.toArray().map((each: { toJSON: () => Record<string, unknown> }) => {
    const row = each.toJSON();
    const number = (name: string) => Number(row[name]);
    const found = (name: string): Found => ({
      ...{ value: number(`${name}_A`), error: number(`${name}_error_A`), truth: number(`true_${name}_A`) }
    });
    return {
      ...{ rate: number("rate_C") as 0.1 | 10, treatment: row["treatment"] as LatticeRow["treatment"] },
      ...{ pattern: number("pattern"), branch: row["branch"] as LatticeRow["branch"] },
      ...{ time: number("time_s") / 3600, basalTime: number("basal_time_s") / 3600 },
      ...{ lithium: number("lithium"), capacity: number("capacity_mAh_g") },
      ...{ a: found("a"), c: found("c"), basalC: found("basal_c") },
      ...{ angle: number("basal_angle_deg"), angleError: number("basal_angle_error_deg") },
      ...{ width: number("basal_width_deg"), widthError: number("basal_width_error_deg") },
      zero: number("zero_deg")
    };
  });
}

/** "12 min" or "3.4 h" from hours. */
export const inWords = (hours: number): string =>
  hours < 1 ? `${(60 * hours).toFixed(1)} min` : `${hours.toFixed(1)} h`;

/** Room that is left beside the controls of a figure: on wide pages they stand in a column of their own. */
export const besideControls = (width: number): number => (width >= 704 ? width - 276 : width);
