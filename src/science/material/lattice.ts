// Lattice parameters of the layered oxide, hexagonal a and c in Å, against lithium per formula unit, on charge and discharge
// and at the two rates of the study: monotone cubics through a few points. No table could be opened: the numbers are
// recalled from compounds like this one, the shapes follow the study's words (c grows, then falls sharply at 4.8 V at 0.1 C;
// at 10 C it rises sharply and stays high). They are inputs of the twins, never a result.

import { pchip } from "../numerics/pchip.js";
import { pristineCell } from "./composition.js";
import { recalledCells } from "./volume-change-tables.js";

export type CyclingRate = 0.1 | 10;
export type Branch = "charge" | "discharge";

export interface LatticePoint {
  /** lithium per formula unit */
  lithium: number;
  /** Å */
  a: number;
  /** Å */
  c: number;
}

export interface LatticeCurve {
  rate: CyclingRate;
  branch: Branch;
  source: string;
  /** in the order of the half-cycle */
  points: readonly LatticePoint[];
}

const recalled =
  "assumed: approximate lattice parameters (from memory, unverified) of Li1.2Mn0.54Ni0.13Co0.13O2-like oxides";
const point = (lithium: number, a: number, c: number): LatticePoint => ({ lithium, a, c });
const at = (lithium: number, cell: { a: number; c: number }) => ({ lithium, ...cell });

export const latticeCurves: readonly LatticeCurve[] = [
  {
    ...{ rate: 0.1, branch: "charge" },
    source: `${recalled}; the plateau of c and its sharp fall close to 4.8 V follow the study's words`,
    points: [
      at(1.2, pristineCell),
      // 160 mAh/g, the end of the slope near 4.45 V
      at(0.69, recalledCells.slopeEnd),
      point(0.43, 2.8375, 14.365),
      point(0.31, 2.8365, 14.335),
      at(0.225, recalledCells.charged)
    ]
  },
  {
    ...{ rate: 0.1, branch: "discharge" },
    source: `${recalled}; between the two ends c passes a flat maximum, assumed`,
    points: [
      at(0.225, recalledCells.charged),
      point(0.45, 2.841, 14.345),
      point(0.7, 2.851, 14.365),
      at(1, recalledCells.discharged)
    ]
  },
  {
    ...{ rate: 10, branch: "charge" },
    source:
      "assumed, to agree with the study's words: c rises sharply at 10 C and stays high; no number is printed",
    points: [
      at(1.2, pristineCell),
      point(1.1, 2.8485, 14.33),
      point(0.95, 2.844, 14.39),
      point(0.8, 2.841, 14.42),
      point(0.6, 2.839, 14.44)
    ]
  },
  {
    ...{ rate: 10, branch: "discharge" },
    source: "assumed: from the charged end to a cell slightly larger than the pristine one",
    points: [
      point(0.6, 2.839, 14.44),
      point(0.8, 2.846, 14.42),
      point(0.95, 2.8535, 14.37),
      point(1.05, 2.858, 14.32)
    ]
  }
];

const smooth = latticeCurves.map((curve) => {
  const sorted = [...curve.points].sort((p, q) => p.lithium - q.lithium);
  const x = sorted.map(({ lithium }) => lithium);
  const through = (of: (p: LatticePoint) => number) => pchip(x, sorted.map(of));
  return { curve, a: through((p) => p.a), c: through((p) => p.c) };
});

/**
 * a and c in Å at a lithium content; beyond the ends of a curve its end holds.
 * @throws where there is no curve of that rate and branch, or the lithium is no number
 */
export function latticeAt(lithium: number, rate: CyclingRate, branch: Branch): { a: number; c: number } {
  const found = smooth.find(({ curve }) => curve.rate === rate && curve.branch === branch);
  if (!found)
    throw new Error(
      `unknown lattice curve: ${String(rate)} C, ${branch}; must be 0.1 or 10 C, charge or discharge`
    );
  if (!Number.isFinite(lithium)) throw new Error(`invalid lithium content: ${lithium}; must be a number`);
  const inside = Math.min(found.a.to, Math.max(found.a.from, lithium));
  return { a: found.a.value(inside), c: found.c.value(inside) };
}
