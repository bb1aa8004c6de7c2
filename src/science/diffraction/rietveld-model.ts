// A whole powder pattern from a crystal, an instrument's geometry and a background, and its derivatives by every parameter:
//   y(x) = Σ_k b_k T_k(x) + s Σ_r m_r L_r |F_r|² P(x − x_r; Γ_G, Γ_L)
// over all reflections r; each peak is followed as far as it counts. Rietveld, J. Appl. Cryst. 2 (1969) 65,
// doi 10.1107/S0021889869006558. The derivatives are exact but for the amplitudes' own dependence on d.

import type { Cell, Crystal } from "../material/crystal.js";
import { inverseSquaredSpacing, reciprocalMetric } from "../material/crystal.js";
import type { Tie } from "../numerics/fit-parameters.js";
import { backgroundFunctions, type Background } from "./background.js";
import { cellFreedom, cellNames, reciprocalMetricSlopes } from "./cell-freedom.js";
import type { Placed, PowderGeometry } from "./powder-geometry.js";
import { addPeakColumns, type PeakColumn, type Peaks } from "./peak-columns.js";
import { addPeak, firstAbove, peakShape, reachOf } from "./pseudo-voigt.js";
import { reflectionList, type Reflections } from "./reflections.js";
import { structureFactors, type Amplitude } from "./structure-factor.js";

const siteNumbers = ["occupancy", "bIso", "x", "y", "z"] as const;

export interface ModelSettings {
  crystal: Crystal;
  /** ascending, on the geometry's axis */
  x: Float64Array;
  geometry: PowderGeometry;
  amplitude: Amplitude;
  background: Background;
  /** coefficients to start from; default zeros */
  backgroundStart?: readonly number[];
  /** default 1 */
  scale?: number;
  /** full widths to which a Lorentzian's tails are followed; default 40 */
  windowWidths?: number;
}

export interface PatternModel {
  reflections: Reflections;
  points: number;
  /** scale, the instrument's numbers, cell (a … gamma), background.0 …, and LABEL.occupancy, .bIso, .x, .y, .z of each site */
  names: readonly string[];
  start: Float64Array;
  /** those that the symmetry of the cell asks for */
  ties: readonly Tie[];
  freeCell: readonly string[];
  /** adds the pattern [point] to `out`, which is cleared first */
  pattern: (p: ArrayLike<number>, out?: Float64Array) => Float64Array;
  background: (p: ArrayLike<number>) => Float64Array;
  /** places of the reflections on the axis, |F|² and areas, all [reflection] */
  peaks: (p: ArrayLike<number>) => {
    centre: Float64Array;
    width: Float64Array;
    squared: Float64Array;
    area: Float64Array;
  };
  /** the pattern, and weight·∂y/∂p [parameter][point] of the parameters wanted into a cleared `jacobian` */
  slopes: (
    p: ArrayLike<number>,
    jacobian: Float64Array,
    wanted: readonly number[],
    weight?: Float64Array
  ) => Float64Array;
}

/** All that one set of parameters makes of the reflections. */
interface Scene {
  cell: Cell;
  scale: number;
  squared: Float64Array;
  placed: Placed;
  peaks: Peaks;
}

/** @throws where no reflection lies in the pattern */
export function patternModel(settings: ModelSettings): PatternModel {
  const { crystal, x, geometry, amplitude, windowWidths = 40 } = settings;
  const points = x.length;
  const ends = [geometry.spacing(x[0]), geometry.spacing(x[points - 1])];
  const [dMin, dMax] = [Math.min(...ends), Math.max(...ends)];
  // a reflection may come in from beyond the ends as the cell is refined
  const reflections = reflectionList(crystal, { dMin: dMin * 0.995, dMax: dMax * 1.01 });
  const { count, multiplicity } = reflections;
  if (count === 0)
    throw new Error(
      `missing reflections: ${crystal.name} has none between ${dMin.toFixed(3)} and ${dMax.toFixed(3)} Å; check the cell and the axis`
    );
  const kernel = structureFactors(crystal, reflections, amplitude);
  const functions = backgroundFunctions(settings.background, x);
  const names = [
    "scale",
    ...geometry.names,
    ...cellNames,
    ...functions.map((_, k) => `background.${k}`),
    ...crystal.sites.flatMap(({ label }) => siteNumbers.map((number) => `${label}.${number}`))
  ];
  const cellAt = 1 + geometry.names.length;
  const backgroundAt = cellAt + cellNames.length;
  const sitesAt = backgroundAt + functions.length;
  const start = Float64Array.from([
    settings.scale ?? 1,
    ...geometry.start,
    ...cellNames.map((name) => crystal.cell[name]),
    ...functions.map((_, k) => settings.backgroundStart?.[k] ?? 0),
    ...crystal.sites.flatMap((site) => siteNumbers.map((number) => site[number]))
  ]);
  const { free, ties } = cellFreedom(crystal);

  const sceneAt = (p: ArrayLike<number>): Scene => {
    const [a, b, c, alpha, beta, gamma] = cellNames.map((_, i) => p[cellAt + i]);
    const cell = { a, b, c, alpha, beta, gamma };
    const g = reciprocalMetric(cell);
    const { h, k, l } = reflections;
    for (let r = 0; r < count; ++r) kernel.inverseSquare[r] = inverseSquaredSpacing(g, h[r], k[r], l[r]);
    crystal.sites.forEach((_, s) => {
      const at = sitesAt + s * siteNumbers.length;
      [kernel.occupancy[s], kernel.bIso[s]] = [p[at], p[at + 1]];
      for (let axis = 0; axis < 3; ++axis) kernel.coordinates[3 * s + axis] = p[at + 2 + axis];
    });
    const { squared } = kernel.compute();
    const placed = geometry.place(
      geometry.start.map((_, j) => p[1 + j]),
      kernel.inverseSquare
    );
    const shapes = Array.from(placed.gauss, (gauss, r) => peakShape(gauss, placed.lorentz[r]));
    const [area, from, to] = [new Float64Array(count), new Int32Array(count), new Int32Array(count)];
    for (let r = 0; r < count; ++r) {
      const reach = reachOf(shapes[r], windowWidths);
      area[r] = p[0] * multiplicity[r] * placed.factor[r] * squared[r];
      from[r] = firstAbove(x, placed.centre[r] - reach);
      to[r] = firstAbove(x, placed.centre[r] + reach);
    }
    return { cell, scale: p[0], squared, placed, peaks: { centre: placed.centre, area, shapes, from, to } };
  };
  const addBackground = (p: ArrayLike<number>, y: Float64Array) => {
    functions.forEach((f, k) => {
      const b = p[backgroundAt + k];
      if (b !== 0) for (let i = 0; i < points; ++i) y[i] += b * f[i];
    });
    return y;
  };
  const addPeaks = ({ peaks: { centre, area, shapes, from, to } }: Scene, y: Float64Array) => {
    for (let r = 0; r < count; ++r) {
      if (shapes[r].width > 0 && Number.isFinite(centre[r]))
        addPeak(y, x, from[r], to[r], centre[r], area[r], shapes[r]);
      // no width, or beyond back-scattering: whoever asked for it shall see that there is no pattern
      else y.fill(NaN);
    }
    return y;
  };

  /** How a parameter moves areas, centres and widths of the peaks. */
  const columnOf = (parameter: number, scene: Scene): PeakColumn => {
    const { scale, squared, placed } = scene;
    if (parameter === 0)
      return { parameter, area: squared.map((f, r) => multiplicity[r] * placed.factor[r] * f) };
    if (parameter < cellAt) {
      const n = parameter - 1;
      return {
        ...{ parameter, centre: placed.centreBy[n] },
        ...{ gauss: placed.gaussBy[n], lorentz: placed.lorentzBy[n] }
      };
    }
    if (parameter < backgroundAt) {
      const g = reciprocalMetricSlopes(scene.cell)[parameter - cellAt];
      const { h, k, l } = reflections;
      const square = squared.map((_, r) => inverseSquaredSpacing(g, h[r], k[r], l[r]));
      const times = (slope: Float64Array) => slope.map((value, r) => value * square[r]);
      const area = kernel
        .slopeBySquare()
        .map(
          (slope, r) =>
            scale * multiplicity[r] * (placed.factor[r] * slope + placed.factorBySquare[r] * squared[r])
        );
      return {
        ...{ parameter, area: times(area), centre: times(placed.centreBySquare) },
        ...{ gauss: times(placed.gaussBySquare), lorentz: times(placed.lorentzBySquare) }
      };
    }
    const which = parameter - sitesAt;
    const of = siteNumbers[which % siteNumbers.length];
    const slope = kernel.slope({ site: Math.floor(which / siteNumbers.length), of });
    return { parameter, area: slope.map((value, r) => scale * multiplicity[r] * placed.factor[r] * value) };
  };

  return {
    ...{ reflections, points, names, start, ties, freeCell: free },
    pattern: (p, out = new Float64Array(points)) => addPeaks(sceneAt(p), addBackground(p, out.fill(0))),
    background: (p) => addBackground(p, new Float64Array(points)),
    peaks(p) {
      const { peaks, squared } = sceneAt(p);
      return {
        ...{ centre: peaks.centre, area: peaks.area, squared: squared.slice() },
        width: Float64Array.from(peaks.shapes, ({ width }) => width)
      };
    },
    slopes(p, jacobian, wanted, weight) {
      const scene = sceneAt(p);
      for (const j of wanted) {
        if (j < backgroundAt || j >= sitesAt) continue;
        const f = functions[j - backgroundAt];
        if (weight) for (let i = 0; i < points; ++i) jacobian[j * points + i] = f[i] * weight[i];
        else jacobian.set(f, j * points);
      }
      const columns = wanted.filter((j) => j < backgroundAt || j >= sitesAt).map((j) => columnOf(j, scene));
      addPeakColumns(jacobian, x, scene.peaks, columns, weight);
      return addPeaks(scene, addBackground(p, new Float64Array(points)));
    }
  };
}
