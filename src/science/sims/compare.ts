// What the analysis found against what the section holds: the same areas, overlaps, profiles and correlations of the truth, in
// the pixels that were analysed.

import { onPolarGrid, polarGrid } from "../numerics/polar-grid.js";
import { rotationTest } from "../numerics/permutation-test.js";
import type { CrossSection } from "../particle/cross-section.js";
import { areaPairs, radialProfile, type SimsResult } from "./analysis.js";
import { findDomain, isPoor } from "./domains.js";
import type { IonMaps, Ion } from "./raw.js";
import { ions } from "./raw.js";

export interface SimsTruth {
  /** atoms per formula unit, NaN where not analysed, [y][x] of the maps */
  contents: Record<Ion, Float32Array>;
  /** the richest (poorest) share of the area, as in the settings */
  areas: Record<Ion, Uint8Array>;
}

export interface SimsComparison {
  truth: SimsTruth;
  /** true overlap of the same share of the area */
  overlaps: { pair: readonly [Ion, Ion]; overlap: number }[];
  domains: Record<Ion, { dice: number; correlation: number; contrast: number }>;
  /** share of the true variance that the best parabola of the radius, or any function of it, explains */
  fickian: Record<Ion, { parabola: number; anyProfile: number; residual: number }>;
  profiles: Record<Ion, { radius: number; mean: number }[]>;
}

/** The section on the pixels of a map: matter only, mean over the points of a pixel. */
export function truthOf(
  section: CrossSection,
  { width }: Pick<IonMaps, "width">,
  mask: Uint8Array
): Record<Ion, Float32Array> {
  const side = section.size / width;
  const out = {} as Record<Ion, Float32Array>;
  for (const ion of ions)
    out[ion] = Float32Array.from(mask, (inside, p) => {
      if (!inside) return NaN;
      let [sum, n] = [0, 0];
      for (let y = 0; y < side; ++y)
        for (let x = 0; x < side; ++x) {
          const q = (Math.floor(p / width) * side + y) * section.size + (p % width) * side + x;
          if (section.solid[q]) {
            sum += section.contents[ion][q];
            ++n;
          }
        }
      return n > 0 ? sum / n : NaN;
    });
  return out;
}

export function compare(result: SimsResult, section: CrossSection, raw: IonMaps): SimsComparison {
  const { area, settings } = result;
  const contents = truthOf(section, raw, area.mask);
  const mask = Uint8Array.from(area.mask, (m, p) => (m && !Number.isNaN(contents.Li[p]) ? 1 : 0));
  const each = <T>(of: (ion: Ion) => T): Record<Ion, T> => ({ Li: of("Li"), Mn: of("Mn"), O: of("O") });
  const found = each((ion) => findDomain(contents[ion], settings.share, isPoor(ion)));
  const grid = polarGrid(raw.width, raw.height, { ...area, rings: settings.rings, angles: settings.angles });
  const polar = (values: ArrayLike<number>) => onPolarGrid(grid, values);
  return {
    truth: { contents, areas: each((ion) => found[ion].area) },
    overlaps: areaPairs.map((pair) => ({
      pair,
      overlap: rotationTest(grid, polar(found[pair[0]].area), polar(found[pair[1]].area), polar(mask)).overlap
    })),
    domains: each((ion) => ({
      dice: dice(result.domains[ion].area, found[ion].area),
      correlation: correlation(result.maps[ion], contents[ion]),
      contrast: found[ion].contrast
    })),
    fickian: each((ion) => explained(contents[ion], area.radial)),
    profiles: each((ion) =>
      radialProfile(contents[ion], { mask, radial: area.radial }).map(({ radius, mean }) => ({
        radius,
        mean
      }))
    )
  };
}

/** 2|A ∩ B|/(|A| + |B|). */
function dice(a: Uint8Array, b: Uint8Array): number {
  let [both, all] = [0, 0];
  for (let p = 0; p < a.length; ++p) {
    both += a[p] & b[p];
    all += a[p] + b[p];
  }
  return (2 * both) / all;
}

/** Pearson's, where both have a value. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [n, sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0, 0];
  for (let p = 0; p < a.length; ++p) {
    const [x, y] = [a[p], b[p]];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    ++n;
    sa += x;
    sb += y;
    saa += x * x;
    sbb += y * y;
    sab += x * y;
  }
  return (n * sab - sa * sb) / Math.sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
}

function explained(values: Float32Array, radial: Float32Array) {
  const squares = radial.map((r) => r * r);
  const parabola = correlation(values, squares) ** 2;
  const rings = 40;
  const [sum, count] = [new Float64Array(rings), new Float64Array(rings)];
  const ringOf = (p: number) => Math.min(rings - 1, Math.floor(rings * squares[p]));
  values.forEach((v, p) => {
    if (Number.isNaN(v)) return;
    sum[ringOf(p)] += v;
    ++count[ringOf(p)];
  });
  const profile = values.map((_, p) => sum[ringOf(p)] / count[ringOf(p)]);
  const [total, n] = [sum.reduce((s, v) => s + v, 0), count.reduce((s, v) => s + v, 0)];
  const mean = total / n;
  const variance = values.reduce((s, v) => (Number.isNaN(v) ? s : s + (v - mean) ** 2), 0) / n;
  return {
    parabola,
    anyProfile: correlation(values, profile) ** 2,
    residual: Math.sqrt((1 - parabola) * variance) / mean
  };
}
