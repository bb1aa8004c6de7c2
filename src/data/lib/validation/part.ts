/**
 * Others' measured data, analysed by the functions that the figures use, held against what others got from them.
 * Each set of data is one file of this folder, which a loader and a test share: `evaluate` is files in, checks out.
 */

/** Reads a file of the set's folder. @throws where it is not there */
export type ReadFile = (name: string) => Uint8Array;

export interface Check {
  what: string;
  /** "" where dimensionless */
  unit: string;
  /** what others got, or a bound */
  expected: number;
  /** largest accepted |obtained − expected|; null for a bound */
  tolerance: number | null;
  /** "within" the tolerance of what is expected, or at most or at least that */
  relation: "within" | "at most" | "at least";
  obtained: number;
  /** whose number is expected */
  against: string;
}

/** One curve or map to be shown: points of x (and y of a map) with what was found and what it is held against. */
export interface Series {
  /** "fit" has both values; any other name is a part of it, with `found` alone */
  name: string;
  x: ArrayLike<number>;
  /** of a map */
  y?: ArrayLike<number>;
  found: ArrayLike<number>;
  reference?: ArrayLike<number>;
}

export interface Quantity {
  label: string;
  unit: string;
}

export interface Figure {
  kind: "curve" | "map";
  /** anchor on the page */
  id: string;
  title: string;
  caption: string;
  /** what is seen, for those who cannot see it */
  alt: string;
  x: Quantity;
  value: Quantity;
  /** what `found` and `reference` are: "fit", "measured" */
  names: { found: string; reference: string };
  /** of a map */
  columns?: number;
  rows?: number;
  series: Series[];
}

export interface Source {
  /** what was measured */
  title: string;
  /** who measured it, where it was published */
  source: string;
  /** repository that holds it */
  repository: string;
  licence: string;
  /** site path of the page whose analysis it checks */
  checks: string;
}

export interface Finding {
  checks: Check[];
  figures?: Figure[];
}

export interface Part {
  /** folder below that of the measured data */
  folder: string;
  source: Source;
  /** repository paths of the analysis, the most telling first */
  code: string[];
  evaluate: (read: ReadFile) => Finding | Promise<Finding>;
}

export const deviation = ({ obtained, expected }: Check): number => obtained - expected;

export function passes(check: Check): boolean {
  const { relation, obtained, expected, tolerance } = check;
  if (relation === "at most") return obtained <= expected;
  if (relation === "at least") return obtained >= expected;
  return Math.abs(deviation(check)) <= (tolerance ?? 0);
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const jsonOf = <T>(bytes: Uint8Array): T => JSON.parse(textOf(bytes)) as T;
/** Little-endian 32-bit floats. */
export const floatsOf = (bytes: Uint8Array): Float32Array => new Float32Array(bytes.slice().buffer);
