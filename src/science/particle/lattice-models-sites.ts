// Sites of the layered, spinel and rock salt structures on one cubic close-packed lattice, seen along [010] of the layered
// cell (⟨110⟩ of the cubic ones). Cation planes lie c/6 apart and each is moved by a third of w = a√3/2 against the last;
// oxygen planes lie between them. In plane n the column j stands at (j + n/3) w. What the phases differ in is who sits there:
//   layered   n even: metal (with 0.2 Li), n odd: lithium
//   spinel    16d: n and j even 1, one of them odd 1/2, both odd 0; Li on 8a, j odd, 1/2
//   rock salt all cation columns full of metal.
// Atoms of a column are `a` apart along the beam, and start at 0 or a/2.

import { composition } from "../material/composition.js";
import { layeredOxide, rockSalt, spinel } from "../material/structures.js";
import type { Crystal } from "../material/crystal.js";

export const species = ["Li", "O", "Mn", "Co", "Ni"] as const;
export type Species = (typeof species)[number];

export const columnKinds = ["metal layer", "lithium layer", "oxygen", "tetrahedral lithium"] as const;
export type ColumnKind = 0 | 1 | 2 | 3;

export const latticePhases = ["layered", "spinel", "rock salt"] as const;
export type LatticePhase = 0 | 1 | 2;

/** Å: columns of a plane are w apart, pairs of planes d, atoms of a column a. */
export interface ProjectedCell {
  w: number;
  d: number;
  a: number;
}

/** Of the layered oxide as it is made, or of another with its lattice parameters. */
export function projectedCell({ cell: { a, c } }: Crystal = layeredOxide()): ProjectedCell {
  return { w: (a * Math.sqrt(3)) / 2, d: c / 3, a };
}

/** Strain of a phase that is free along the layers and coherent across them: its column spacing over the layered one, less 1. */
export function transformationStrain(phase: LatticePhase, { w }: ProjectedCell = projectedCell()): number {
  if (phase === 0) return 0;
  const edge = phase === 1 ? spinel().cell.a / 2 : rockSalt().cell.a;
  return (edge * Math.sqrt(6)) / 4 / w - 1;
}

export interface LatticeSite {
  kind: ColumnKind;
  /** plane and column */
  n: number;
  j: number;
  /** reference position, Å */
  x: number;
  y: number;
  /** start along the beam, as a share of a */
  offset: 0 | 0.5;
}

const odd = (value: number): number => Math.abs(value) % 2;

/** All sites within x0 … x1, y0 … y1 (Å), plane by plane. */
export function latticeSites(
  { w, d }: ProjectedCell,
  [x0, y0, x1, y1]: readonly [number, number, number, number]
): LatticeSite[] {
  const plane = d / 2;
  const sites: LatticeSite[] = [];
  const row = (kind: ColumnKind, n: number, y: number, shift: number, parity: number) => {
    if (y < y0 || y > y1) return;
    for (let j = Math.ceil(x0 / w - shift); (j + shift) * w <= x1; ++j)
      sites.push({ kind, n, j, x: (j + shift) * w, y, offset: odd(j + parity) ? 0.5 : 0 });
  };
  for (let n = Math.floor(y0 / plane) - 1; n <= Math.ceil(y1 / plane) + 1; ++n) {
    row(odd(n) ? 1 : 0, n, n * plane, n / 3, n);
    row(2, n, (n + 0.5) * plane, (n + 0.5) / 3 + 0.5, n);
    // above and below each lithium plane, over the metal columns of the neighbouring planes
    if (odd(n)) {
      row(3, n, (n - 0.25) * plane, (n - 1) / 3, n - 1);
      row(3, n, (n + 0.25) * plane, (n + 1) / 3, n + 1);
    }
  }
  return sites;
}

/** How far oxygen lies from the middle of its planes towards the metal, Å: 0.0085 c in the layered structure. */
export function oxygenShift({ n }: LatticeSite, phase: LatticePhase, { d }: ProjectedCell): number {
  if (phase !== 0) return 0;
  const shift = (layeredOxideHeight() - 0.25) * 3 * d;
  return odd(n) ? shift : -shift;
}

let height: number | undefined;
const layeredOxideHeight = (): number =>
  (height ??= layeredOxide().sites.find(({ element }) => element === "O")?.z ?? 0.25);

export interface SiteState {
  phase: LatticePhase;
  /** share of the metal that is missing, 0 … 1 */
  metalMissing: number;
  /** share of tetrahedral sites of a layered region with lithium; that lithium is missing from the octahedral ones */
  tetrahedral: number;
}

const mixing = 0.03;
const metals = { Mn: composition.Mn, Co: composition.Co, Ni: composition.Ni };
const metalTotal = metals.Mn + metals.Co + metals.Ni;

/** Atoms per position of a column, in the order of `species`, written to `out`. */
export function occupancy(site: LatticeSite, state: SiteState, out: Float64Array): void {
  out.fill(0);
  const { kind, n, j } = site;
  const kept = 1 - state.metalMissing;
  const put = (metal: number, lithium: number) => {
    out[0] = lithium;
    for (let s = 2; s < 5; ++s)
      out[s] = (metal * kept * metals[species[s] as "Mn" | "Co" | "Ni"]) / metalTotal;
  };
  if (kind === 2) out[1] = 1;
  else if (kind === 3) {
    // 8a of spinel is full on every other column, with twice the spacing along the beam
    if (state.phase === 1) out[0] = odd(j) ? 0.5 : 0;
    else if (state.phase === 0) out[0] = state.tetrahedral;
  } else if (state.phase === 2) put(1, 0);
  else if (state.phase === 1) put(1 - 0.5 * (odd(n) + odd(j)), 0);
  else if (odd(n)) {
    out[0] = Math.max(0, 1 - mixing - 2 * state.tetrahedral);
    out[4] = mixing;
  } else {
    put(metalTotal, composition.Li - 1 + mixing);
    out[4] = Math.max(0, out[4] - mixing * kept);
  }
}
