// Lattice against time, found and true, pattern by pattern: of whole patterns, and of (003) alone.
import { analyseOperando, defaultOperandoSettings } from "../science/diffraction/operando-analysis.js";
import { type Compared, compareOperando, type OperandoRow } from "../science/diffraction/operando-compare.js";
import { arrowTable, type Column, writeTable } from "./lib/arrow-table.js";
import { columnsOf, operandoCounts, operandoMeta, operandoRates } from "./lib/operando.js";

const rows = operandoRates.flatMap((rate) => {
  const { raw, sample } = operandoCounts(rate);
  // frames have but one moment
  return (rate === 0.1 ? [true, false] : [true]).flatMap((drift) => {
    const result = analyseOperando(raw, { ...defaultOperandoSettings, drift });
    return compareOperando(result, raw, sample).map((row, k) => ({
      ...{ rate, treatment: drift ? "own moments" : "one moment" },
      ...{ row, zero: result.zero, fit: result.cells[k], start: raw.starts[k] }
    }));
  });
});
const { number, text } = columnsOf(rows);
const measured = (
  name: string,
  words: string,
  of: (row: OperandoRow) => Compared
): Record<string, Column> => ({
  [`${name}_A`]: number("Å", `${words}, found`, (r) => of(r.row).value),
  [`${name}_error_A`]: number("Å", `standard error of ${words}`, (r) => of(r.row).error),
  [`true_${name}_A`]: number("Å", `${words} of the sample`, (r) => of(r.row).truth)
});
await writeTable(
  arrowTable(
    operandoMeta({
      title: "Lattice during the first charge and discharge",
      description:
        "a and c of every operando pattern, found and true, at 0.1 C and 10 C; c also from (003) alone. At 0.1 C twice: with every line at its own moment, and with a scan taken for one moment."
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      treatment: text(
        "own moments: lines where the lattice of their moment has them; one moment: not so",
        (r) => r.treatment
      ),
      pattern: number("", "number of the pattern, from 1", (r) => r.row.pattern),
      branch: text("charge or discharge, at the pattern's middle", (r) => r.row.branch),
      start_s: number("s", "start of the pattern, from the start of the charge", (r) => r.start),
      time_s: number("s", "middle of the pattern, for which a and c hold", (r) => r.row.time),
      basal_time_s: number("s", "when (003) was counted", (r) => r.row.basalTime),
      lithium: number("", "lithium per formula unit at the middle", (r) => r.row.lithium),
      capacity_mAh_g: number(
        "mAh/g",
        "charge passed since the start, discharge counted on",
        (r) => r.row.capacity
      ),
      ...measured("a", "cell edge a", (row) => row.a),
      ...measured("c", "cell edge c", (row) => row.c),
      ...measured("basal_c", "c from (003) alone", (row) => row.basalC),
      basal_angle_deg: number("°", "2θ of (003), the zero's error taken off", (r) => r.row.basalAngle.value),
      basal_angle_error_deg: number("°", "its standard error", (r) => r.row.basalAngle.error),
      basal_width_deg: number("°", "full width of (003) at half height", (r) => r.row.basalWidth.value),
      basal_width_error_deg: number("°", "its standard error", (r) => r.row.basalWidth.error),
      zero_deg: number(
        "°",
        "error of the angles' zero, found, the same for all patterns",
        (r) => r.zero.value
      ),
      zero_error_deg: number("°", "its standard error", (r) => r.zero.error),
      rwp_percent: number("%", "weighted residual of the whole pattern", (r) => r.fit.rwp),
      reduced_chi_squared: number(
        "",
        "χ² over its degrees of freedom",
        (r) => r.fit.chiSquared / r.fit.degreesOfFreedom
      )
    }
  )
);
