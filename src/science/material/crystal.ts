// A crystal: cell, symmetry and sites; the metric of its lattice. Lengths are in Å and angles in degrees, the units of the
// field and of its files. 1/d² = h² a*² + k² b*² + l² c*² + 2 kl b*c* cos α* + 2 hl a*c* cos β* + 2 hk a*b* cos γ*.
// Giacovazzo, Fundamentals of Crystallography, 3rd ed. (2011), chapter 2.

import { applyOperation, type SymmetryOperation } from "./symmetry.js";

/** Å and degrees */
export interface Cell {
  a: number;
  b: number;
  c: number;
  alpha: number;
  beta: number;
  gamma: number;
}

/** An atom at fractional coordinates; several may share a position, each with its own occupancy. */
export interface Site {
  label: string;
  /** symbol, for example "Mn" */
  element: string;
  x: number;
  y: number;
  z: number;
  /** share of the positions that this element holds, 0 … 1 */
  occupancy: number;
  /** isotropic displacement parameter B = 8π²⟨u²⟩, Å² */
  bIso: number;
}

export interface Crystal {
  name: string;
  /** Hermann–Mauguin symbol, or what a file calls it */
  spaceGroup: string;
  /** all operations in the cell, those of the centring included */
  operations: SymmetryOperation[];
  cell: Cell;
  sites: Site[];
}

const radian = Math.PI / 180;

/** Metric of the lattice: G_ij = a_i · a_j as (a², b², c², bc cos α, ac cos β, ab cos γ), Å². */
export function metric({ a, b, c, alpha, beta, gamma }: Cell): Float64Array {
  return Float64Array.of(
    a * a,
    b * b,
    c * c,
    b * c * cosine(alpha),
    a * c * cosine(beta),
    a * b * cosine(gamma)
  );
}

/** Exactly 0 at 90° and −1/2 at 120°, so that the symmetric cells have no rounding in them. */
function cosine(degrees: number): number {
  if (degrees === 90) return 0;
  if (degrees === 120) return -0.5;
  return Math.cos(degrees * radian);
}

/** Volume of the cell, Å³. @throws where the lengths and angles enclose none */
export function cellVolume(cell: Cell): number {
  const [aa, bb, cc, bc, ac, ab] = metric(cell);
  const squared = aa * bb * cc + 2 * bc * ac * ab - aa * bc * bc - bb * ac * ac - cc * ab * ab;
  const angles = [cell.alpha, cell.beta, cell.gamma];
  const possible =
    cell.a > 0 && cell.b > 0 && cell.c > 0 && angles.every((angle) => angle > 0 && angle < 180);
  if (!(squared > 0 && possible))
    throw new Error(
      `invalid cell: ${cell.a}, ${cell.b}, ${cell.c} Å, ${cell.alpha}, ${cell.beta}, ${cell.gamma}°; must enclose a volume: lengths above 0, and angles that three edges can have`
    );
  return Math.sqrt(squared);
}

/** G* = G⁻¹ as (a*², b*², c*², b*c* cos α*, a*c* cos β*, a*b* cos γ*), Å⁻², so that 1/d² = Σ. @throws as cellVolume */
export function reciprocalMetric(cell: Cell): Float64Array {
  const [aa, bb, cc, bc, ac, ab] = metric(cell);
  const v2 = cellVolume(cell) ** 2;
  return Float64Array.of(
    (bb * cc - bc * bc) / v2,
    (aa * cc - ac * ac) / v2,
    (aa * bb - ab * ab) / v2,
    (ac * ab - aa * bc) / v2,
    (ab * bc - bb * ac) / v2,
    (bc * ac - cc * ab) / v2
  );
}

/** 1/d² in Å⁻² from a reciprocal metric: for loops over reflections. */
export function inverseSquaredSpacing(g: Float64Array, h: number, k: number, l: number): number {
  return h * h * g[0] + k * k * g[1] + l * l * g[2] + 2 * (k * l * g[3] + h * l * g[4] + h * k * g[5]);
}

/** Spacing of the lattice planes (h k l), Å; infinite for (0 0 0). */
export function dSpacing(cell: Cell, h: number, k: number, l: number): number {
  return 1 / Math.sqrt(inverseSquaredSpacing(reciprocalMetric(cell), h, k, l));
}

/** Matrix M, row-major 3 × 3, Å: r = M x for fractional x, a along x and b in the plane of x and y. */
export function toCartesian(cell: Cell): Float64Array {
  const { a, b, c, gamma } = cell;
  const [ca, cb, cg] = [cosine(cell.alpha), cosine(cell.beta), cosine(gamma)];
  const sg = Math.sqrt(1 - cg * cg);
  const cy = (c * (ca - cb * cg)) / sg;
  return Float64Array.of(a, b * cg, c * cb, 0, b * sg, cy, 0, 0, cellVolume(cell) / (a * b * sg));
}

/** Distance in Å between two fractional points, as they stand or (with `periodic`) to the nearest image of the second. */
export function distance(cell: Cell, p: readonly number[], q: readonly number[], periodic = true): number {
  const g = metric(cell);
  const base = [0, 1, 2].map((i) => {
    const difference = q[i] - p[i];
    return periodic ? difference - Math.round(difference) : difference;
  });
  const [x, y, z] = base;
  let least = Infinity;
  const reach = periodic ? 1 : 0;
  // in an oblique cell the nearest image need not be the one of the smallest fractions
  for (let i = -reach; i <= reach; ++i)
    for (let j = -reach; j <= reach; ++j)
      for (let k = -reach; k <= reach; ++k) least = Math.min(least, squaredLength(g, x + i, y + j, z + k));
  return Math.sqrt(least);
}

function squaredLength(g: Float64Array, x: number, y: number, z: number): number {
  return Math.max(
    0,
    x * x * g[0] + y * y * g[1] + z * z * g[2] + 2 * (y * z * g[3] + x * z * g[4] + x * y * g[5])
  );
}

/** A position of a site in the cell. */
export interface Position {
  site: Site;
  /** in [0, 1) */
  x: number;
  y: number;
  z: number;
  /** positions that the site has in the cell */
  multiplicity: number;
}

/** Å: images of a site closer than this are one position; coordinates are printed to 1e-4 of a cell */
export const samePosition = 0.02;

/**
 * All distinct positions of every site in the cell, in the order of the sites. Images closer than 0.02 Å are one.
 * Sites that share a position stay apart: each has its own entries.
 */
export function expandSites({ sites, operations, cell }: Crystal): Position[] {
  const all: Position[] = [];
  for (const site of sites) {
    const points: [number, number, number][] = [];
    for (const operation of operations) {
      const [x, y, z] = applyOperation(operation, site.x, site.y, site.z);
      const point: [number, number, number] = [wrap(x), wrap(y), wrap(z)];
      if (!points.some((other) => distance(cell, other, point) < samePosition)) points.push(point);
    }
    for (const [x, y, z] of points) all.push({ site, x, y, z, multiplicity: points.length });
  }
  return all;
}

function wrap(value: number): number {
  const inside = value - Math.floor(value);
  return inside > 1 - 1e-9 ? 0 : inside;
}

/** Atoms of each element in the cell, occupancies counted. */
export function cellContents(crystal: Crystal): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { site } of expandSites(crystal))
    sums[site.element] = (sums[site.element] ?? 0) + site.occupancy;
  return sums;
}
