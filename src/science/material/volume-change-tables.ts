// Volume of the cell against lithium, ΔV/V0(x), from one of several tables, and the linear strain that it makes:
//   e(x) = (V(x)/V_ref)^{1/3} − 1,  de/dx = (1 + e) V′/(3V).
// The table of the study (its reference 44) is not given: every choice here is assumed or borrowed, and says so.

import { pchip } from "../numerics/pchip.js";
import { cellVolume, pristineCell } from "./composition.js";
import { volumeTables } from "./volume-change.js";

export type VolumeTableName = "linear" | "hexagonal" | "hexagonal-discharge" | "nmc811";

/** Rows in the order of one half-cycle: lithium per formula unit, and ΔV/V0 relative to any one state. */
export interface UserVolumeTable {
  lithium: ArrayLike<number>;
  change: ArrayLike<number>;
  source: string;
}

/** Beyond its ends a table is refused, or goes on with the slope of its end: a choice that the caller makes. */
export type BeyondTable = "refuse" | "extend";

export interface VolumeChange {
  label: string;
  source: string;
  status: "sourced" | "assumed";
  /** lithium that it serves; infinite where it has no ends */
  from: number;
  to: number;
  /** V/V0 and its derivative by lithium */
  ratio: (lithium: number) => number;
  slope: (lithium: number) => number;
}

/** What a table is fitted into: the lithium of the charged and the discharged particle, and S of the linear one. */
export interface VolumeRange {
  charged: number;
  discharged: number;
  volumeChange: number;
}

/** Lithium of the transition-metal layer of Li[Li0.2M0.8]O2: NMC811's lithium is that of the lithium layer alone. */
const metalLayerLithium = 0.2;
/** Recalled cells, Å: pristine, end of the slope near 4.45 V (c at its largest), 4.8 V, and discharged to 2.0 V. */
export const recalledCells = {
  pristine: pristineCell,
  slopeEnd: { a: 2.84, c: 14.38 },
  charged: { a: 2.836, c: 14.22 },
  discharged: { a: 2.862, c: 14.33 }
} as const;
/** share of a charge at which the slope ends: 160 of 250 mAh/g; assumed */
const slopeEndShare = 0.64;
/** widest step between two rows of a user's table, in lithium per formula unit */
const widestGap = 0.3;

interface Fit {
  from: number;
  to: number;
  ratio: (lithium: number) => number;
  slope: (lithium: number) => number;
}

/** V = a² c sin 60° with a and c each a monotone cubic in x, over that of the first row. */
function hexagonal(rows: readonly { lithium: number; a: number; c: number }[]): Fit {
  const sorted = [...rows].sort((p, q) => p.lithium - q.lithium);
  const x = sorted.map((row) => row.lithium);
  const a = pchip(
    x,
    sorted.map((row) => row.a)
  );
  const c = pchip(
    x,
    sorted.map((row) => row.c)
  );
  const first = cellVolume(rows[0]);
  const ratio = (at: number) => cellVolume({ a: a.value(at), c: c.value(at) }) / first;
  return {
    from: a.from,
    to: a.to,
    ratio,
    slope: (at) => ratio(at) * ((2 * a.slope(at)) / a.value(at) + c.slope(at) / c.value(at))
  };
}

function fitTable(x: ArrayLike<number>, change: ArrayLike<number>): Fit {
  const rows = Array.from(x, (lithium, i) => [lithium, 1 + change[i]] as const).sort((p, q) => p[0] - q[0]);
  const { from, to, value, slope } = pchip(
    rows.map(([lithium]) => lithium),
    rows.map(([, ratio]) => ratio)
  );
  return { from, to, ratio: value, slope };
}

const [nmc811] = volumeTables;

function named(name: VolumeTableName, { charged, discharged, volumeChange }: VolumeRange): VolumeChange {
  const width = discharged - charged;
  switch (name) {
    case "linear":
      return {
        label: "linear",
        source: "assumed: ΔV/V0 = S · depth of discharge, V0 that of the charged particle",
        status: "assumed",
        from: -Infinity,
        to: Infinity,
        ratio: (x) => 1 + (volumeChange * (x - charged)) / width,
        slope: () => volumeChange / width
      };
    case "hexagonal":
      return {
        label: "hexagonal a and c, first charge",
        source:
          "approximate lattice parameters (from memory, unverified) of Li1.2Mn0.54Ni0.13Co0.13O2-like oxides: pristine 2.853/14.24 Å, end of slope 2.840/14.38 Å, 4.8 V 2.836/14.22 Å; V = a² c sin 60°; the same on charge and discharge",
        status: "assumed",
        ...hexagonal([
          { lithium: discharged, ...recalledCells.pristine },
          { lithium: discharged - slopeEndShare * width, ...recalledCells.slopeEnd },
          { lithium: charged, ...recalledCells.charged }
        ])
      };
    case "hexagonal-discharge":
      return {
        label: "hexagonal a and c, discharge",
        source:
          "approximate lattice parameters (from memory, unverified) at 4.8 V, 2.836/14.22 Å, and discharged to 2.0 V, 2.862/14.33 Å, a and c straight between them; V = a² c sin 60°",
        status: "assumed",
        ...hexagonal([
          { lithium: charged, ...recalledCells.charged },
          { lithium: discharged, ...recalledCells.discharged }
        ])
      };
    case "nmc811":
      return {
        label: "NMC811",
        source: `${nmc811.source}; assumed: its lithium is that of the lithium layer, x − 0.2`,
        status: "assumed",
        ...fitTable(
          nmc811.lithium.map((x) => x + metalLayerLithium),
          nmc811.change
        )
      };
    default:
      throw new Error(
        `unknown volume table: ${String(name)}; must be linear, hexagonal, hexagonal-discharge, nmc811 or a table`
      );
  }
}

/** @throws one sentence where the rows are no single-valued, gapless table of numbers */
export function checkVolumeTable({ lithium, change }: UserVolumeTable): void {
  const count = lithium.length;
  const what = "invalid volume table:";
  if (count < 2 || change.length !== count)
    throw new Error(
      `${what} ${count} lithium contents and ${change.length} volumes; must be as many, and at least two`
    );
  for (let i = 0; i < count; ++i) {
    if (!Number.isFinite(lithium[i]) || !Number.isFinite(change[i]))
      throw new Error(
        `${what} row ${i + 1} (${lithium[i]}, ${change[i]}) is no pair of numbers; mend or remove it`
      );
    if (!(change[i] > -1 && change[i] < 1))
      throw new Error(
        `${what} ΔV/V0 = ${change[i]} in row ${i + 1}; must be a share between −1 and 1, not a percentage`
      );
  }
  const direction = Math.sign(lithium[count - 1] - lithium[0]);
  for (let i = 1; i < count; ++i) {
    const step = lithium[i] - lithium[i - 1];
    if (step === 0)
      throw new Error(
        `${what} two values at x = ${lithium[i]} (${change[i - 1]} and ${change[i]}); must be one for each lithium content`
      );
    if (Math.sign(step) !== direction)
      throw new Error(
        `${what} lithium turns back at row ${i + 1} (x = ${lithium[i]}); must run one way, charge and discharge in tables of their own`
      );
    if (Math.abs(step) > widestGap * (1 + 1e-9))
      throw new Error(
        `${what} no row between x = ${lithium[i - 1]} and ${lithium[i]}; must have one every ${widestGap} or closer`
      );
  }
}

/**
 * The volume against lithium of a named or a user's table.
 * @throws one sentence where the table is invalid, or where it stops before the range charged … discharged and may not
 *   be extended
 */
export function volumeChangeOf(
  choice: VolumeTableName | UserVolumeTable,
  range: VolumeRange,
  beyond: BeyondTable = "refuse"
): VolumeChange {
  let found: VolumeChange;
  if (typeof choice === "string") found = named(choice, range);
  else {
    checkVolumeTable(choice);
    const { source } = choice;
    found = { label: "own table", source, status: "sourced", ...fitTable(choice.lithium, choice.change) };
  }
  if (beyond === "extend") return { ...found, from: -Infinity, to: Infinity };
  const rounding = 1e-9;
  if (found.from > range.charged + rounding || found.to < range.discharged - rounding) {
    const show = (x: number) => Number(x.toPrecision(4));
    throw new Error(
      `unsupported range of lithium: the volume table (${found.label}) covers x = ${show(found.from)} to ${show(found.to)}, the run ${show(range.charged)} to ${show(range.discharged)}; add rows, or choose to extend it`
    );
  }
  return found;
}

export interface SwellingStrain {
  /** e(x) and de/dx */
  strain: (lithium: number) => number;
  slope: (lithium: number) => number;
}

/** Linear strain relative to the volume at a reference lithium content, where it is zero. */
export function swellingStrain(volume: VolumeChange, reference: number): SwellingStrain {
  const scale = 1 / volume.ratio(reference);
  return {
    strain: (x) => Math.cbrt(scale * volume.ratio(x)) - 1,
    slope: (x) => {
      const ratio = volume.ratio(x);
      return (Math.cbrt(scale * ratio) * volume.slope(x)) / (3 * ratio);
    }
  };
}
