// A reader's spectral stack → optical densities → maps of weights and valence, by the analysis of Figure 3: with the project's
// references where O K or an L edge of Mn, Co or Ni was measured, else with spectra that the reader kept.
import { fitPlan } from "../../science/numerics/nnls-plan.js";
import type { TaskOptions } from "../../science/task.js";
import { analyseStacks, fitStacks } from "../../science/xanes/analysis.js";
import type { ElementMaps } from "../../science/xanes/fit-element.js";
import { combineStack } from "../../science/xanes/linear-combination.js";
import type { Reference } from "../../science/xanes/references.js";
import { resample } from "../../science/xanes/resample.js";
import { defaultFitSettings } from "../../science/xanes/settings.js";
import type { EdgeElement } from "../../science/xanes/windows.js";
import type { LoadedStack } from "./load-stack.js";
import { noiseOf } from "./spectrum-analysis.js";

export interface StackRequest {
  /** eV, one an image */
  energies: Float64Array;
  /** what the numbers are: counts or transmitted light, or optical densities */
  numbers: "counts" | "density";
  /** light without sample, one an image; the brightest pixels of each where null */
  i0: Float64Array | null;
  references: EdgeElement | "kept" | "none";
  /** undo the drift between images; with counts only */
  register: boolean;
  /** nm, of a pixel of the file */
  pixel: number;
  binning: number;
}

export interface StackMap {
  name: string;
  unit: string;
  /** [x][y]; NaN outside */
  values: Float32Array;
}

export interface StackAnswer {
  nx: number;
  ny: number;
  /** nm */
  pixel: number;
  maps: StackMap[];
  energies: Float64Array;
  /** mean optical density within the mask [energy] */
  mean: Float64Array;
  pixels: number;
  rows: { what: string; value: number; error: number; unit: string }[];
  notes: string[];
}

/** Share of pixels, the brightest of the mean image, that give the light where none is told. */
const brightest = 0.02;

/** @throws one sentence on energies, light or references that do not fit */
export function stackAnswer(
  stack: LoadedStack,
  request: StackRequest,
  kept: readonly Reference[],
  task: TaskOptions = {}
): StackAnswer {
  const { energies } = request;
  if (energies.length !== stack.count)
    throw new Error(`invalid energies: ${energies.length}; must be ${stack.count}, one an image`);
  const ordered = inOrder(stack, request);
  const notes: string[] = ordered.turned
    ? ["The energies fell from image to image; the order was turned."]
    : [];
  const element = request.references;
  const useRoom = element !== "kept" && element !== "none";
  if (useRoom && request.numbers === "counts") {
    const light = ordered.i0 ?? lightOf(ordered, notes);
    return roomAnswer(ordered, fromCounts(ordered, light, element, request, task), request, notes);
  }
  const density =
    request.numbers === "density"
      ? ordered.values
      : densityOf(ordered, ordered.i0 ?? lightOf(ordered, notes), notes);
  if (useRoom) return roomAnswer(ordered, fromDensity(ordered, density, element, request), request, notes);
  return keptAnswer(ordered, density, request, kept, notes);
}

interface Ordered extends LoadedStack {
  energies: Float64Array;
  i0: Float64Array | null;
  turned: boolean;
}

/** Images by rising energy. @throws where energies do neither rise nor fall */
function inOrder(stack: LoadedStack, { energies, i0 }: StackRequest): Ordered {
  if (i0 && i0.length !== energies.length)
    throw new Error(
      `invalid light without sample: ${i0.length} numbers; must be ${energies.length}, one an image`
    );
  const falling = energies.every((e, i) => i === 0 || e < (energies[i - 1] ?? NaN));
  if (!falling || energies.length < 2) return { ...stack, energies, i0, turned: false };
  const pixels = stack.nx * stack.ny;
  const values = new Float32Array(stack.values.length);
  for (let e = 0; e < stack.count; ++e)
    values.set(stack.values.subarray(e * pixels, (e + 1) * pixels), (stack.count - 1 - e) * pixels);
  return { ...stack, values, energies: energies.toReversed(), i0: i0?.toReversed() ?? null, turned: true };
}

/** Mean of the brightest pixels at each energy. */
function lightOf({ count, nx, ny, values }: LoadedStack, notes: string[]): Float64Array {
  const pixels = nx * ny;
  const mean = new Float64Array(pixels);
  for (let at = 0; at < values.length; ++at) mean[at % pixels] = (mean[at % pixels] ?? 0) + (values[at] ?? 0);
  const order = Array.from(mean.keys()).sort((a, b) => (mean[b] ?? 0) - (mean[a] ?? 0));
  const chosen = order.slice(0, Math.max(4, Math.round(brightest * pixels)));
  notes.push(
    `The light without sample is the mean of the ${chosen.length} brightest pixels: right only where they hold no sample.`
  );
  return Float64Array.from(
    { length: count },
    (_, e) => chosen.reduce((sum, p) => sum + (values[e * pixels + p] ?? 0), 0) / chosen.length
  );
}

function densityOf(
  { count, nx, ny, values }: LoadedStack,
  light: Float64Array,
  notes: string[]
): Float32Array {
  const pixels = nx * ny;
  let dark = 0;
  const out = new Float32Array(values.length);
  for (let e = 0; e < count; ++e) {
    const i0 = light[e] ?? NaN;
    if (!(i0 > 0)) throw new Error(`invalid light without sample at image ${e + 1}: ${i0}; must be positive`);
    for (let at = e * pixels; at < (e + 1) * pixels; ++at) {
      const share = (values[at] ?? NaN) / i0;
      if (!(share > 1e-4)) ++dark;
      out[at] = -Math.log(share > 1e-4 ? share : 1e-4);
    }
  }
  if (dark > 0) notes.push(`${dark} values had no light left; their optical density is set to 9.2.`);
  return out;
}

function fromCounts(
  { count, nx, ny, values, energies }: Ordered,
  light: Float64Array,
  element: EdgeElement,
  { register, pixel, binning }: StackRequest,
  task: TaskOptions
): ElementMaps {
  const pixels = nx * ny;
  const flats = new Float32Array(count * pixels);
  light.forEach((i0, e) => flats.fill(i0, e * pixels, (e + 1) * pixels));
  const raw = {
    ...{ element, columns: nx, rows: ny, pixelSize: pixel * binning * 1e-9, energies, counts: values, flats },
    ...{ flatFrames: 1e6, dark: new Float32Array(pixels), readNoise: 0 }
  };
  const prepare = { binning: 1, register, emptyField: false };
  const [maps] = analyseStacks([raw], { prepare }, task).elements;
  if (!maps) throw new Error("missing maps: the fit gave none");
  return maps;
}

/** Optical densities have lost their counts: the noise is that between neighbouring energies. */
function fromDensity(
  { count, nx, ny, energies }: Ordered,
  opticalDensity: Float32Array,
  element: EdgeElement,
  { pixel, binning }: StackRequest
): ElementMaps {
  const pixels = nx * ny;
  const noises = Array.from({ length: Math.min(pixels, 400) }, (_, k) => {
    const p = Math.floor((k * pixels) / Math.min(pixels, 400));
    return noiseOf(Float64Array.from({ length: count }, (_, e) => opticalDensity[e * pixels + p] ?? 0));
  }).sort((a, b) => a - b);
  const variance = new Float32Array(opticalDensity.length).fill(
    Math.max(noises[noises.length >> 1] ?? 0, 1e-6) ** 2
  );
  const stack = {
    ...{
      element,
      columns: nx,
      rows: ny,
      pixelSize: pixel * binning * 1e-9,
      energies,
      opticalDensity,
      variance
    },
    ...{ places: new Float64Array(2 * count), opaque: new Uint16Array(pixels) }
  };
  const [maps] = fitStacks([stack], { ...defaultFitSettings, weighting: "equal" }).elements;
  if (!maps) throw new Error("missing maps: the fit gave none");
  return maps;
}

const inside = (mask: Uint8Array): number[] => Array.from(mask.keys()).filter((p) => mask[p] !== 0);

function roomAnswer(
  stack: Ordered,
  maps: ElementMaps,
  { pixel, binning }: StackRequest,
  notes: string[]
): StackAnswer {
  const { nx, ny, energies, count } = stack;
  const pixels = nx * ny;
  const own = inside(maps.mask);
  const list: StackMap[] = [
    { name: `valence of ${maps.model.element}`, unit: "", values: maps.valence },
    { name: "standard error of the valence", unit: "", values: maps.valenceError },
    { name: "edge step", unit: "", values: maps.edgeStep },
    ...maps.model.labels.map((label, k) => ({
      ...{ name: `weight of ${label}`, unit: "" },
      values: maps.weights.slice(k * pixels, (k + 1) * pixels)
    })),
    { name: "χ² over degrees of freedom", unit: "", values: maps.reducedChiSquared }
  ];
  const finite = own.map((p) => maps.valence[p] ?? NaN).filter(Number.isFinite);
  const mean = finite.reduce((sum, v) => sum + v, 0) / finite.length;
  const deviation = Math.sqrt(finite.reduce((sum, v) => sum + (v - mean) ** 2, 0) / finite.length);
  return {
    ...{ nx, ny, pixel: pixel * binning, maps: list, energies, pixels: own.length, notes },
    mean: meanOf(stack.values, count, pixels, own),
    rows: [
      {
        what: `mean valence of ${maps.model.element}`,
        value: mean,
        error: deviation / Math.sqrt(finite.length),
        unit: ""
      },
      { what: "standard deviation between pixels", value: deviation, error: NaN, unit: "" }
    ]
  };
}

const meanOf = (values: Float32Array, count: number, pixels: number, own: readonly number[]): Float64Array =>
  Float64Array.from(
    { length: count },
    (_, e) => own.reduce((sum, p) => sum + (values[e * pixels + p] ?? 0), 0) / own.length
  );

/** Sum of kept references, a constant and a line in every pixel; as in the check of the iron stack. */
function keptAnswer(
  { count, nx, ny, energies }: Ordered,
  density: Float32Array,
  { references, pixel, binning }: StackRequest,
  kept: readonly Reference[],
  notes: string[]
): StackAnswer {
  const pixels = nx * ny;
  const range = new Float32Array(pixels);
  for (let p = 0; p < pixels; ++p) {
    let [low, high] = [Infinity, -Infinity];
    for (let e = 0; e < count; ++e) {
      const v = density[e * pixels + p] ?? NaN;
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    range[p] = high - low;
  }
  const thick = range.slice().sort()[Math.floor(0.99 * (pixels - 1))] ?? 0;
  const own = Array.from(range.keys()).filter((p) => (range[p] ?? 0) >= 0.15 * thick);
  const mask = new Set(own);
  const base = {
    ...{ nx, ny, pixel: pixel * binning, energies, pixels: own.length, notes },
    mean: meanOf(density, count, pixels, own)
  };
  const maps: StackMap[] = [{ name: "rise of the optical density", unit: "", values: range }];
  if (references === "none") return { ...base, maps, rows: [] };
  if (kept.length < 2)
    throw new Error(
      `missing references: ${kept.length} kept; keep two or more spectra first, each with its valence`
    );
  if (kept.length > 5)
    throw new Error(`unsupported references: ${kept.length}; must be five at most: forget some`);
  const columns = kept.map(({ energies: e, values, label }) =>
    resample(e, values, energies, `the reference ${label}`)
  );
  const design = Float64Array.from(
    { length: count * kept.length },
    (_, i) => (columns[i % kept.length] ?? energies)[Math.floor(i / kept.length)] ?? 0
  );
  const middle = energies[count >> 1] ?? 0;
  const free = [new Float64Array(count).fill(1), energies.map((e) => (e - middle) / 15)];
  const fit = combineStack(
    fitPlan(design, kept.length, { free }),
    density,
    kept.map(({ valence }) => valence),
    "residual",
    { fastest: "pixel" }
  );
  const masked = (values: Float32Array) => values.map((v, p) => (mask.has(p) ? v : NaN));
  const part = (k: number) => masked(fit.weights.slice(k * pixels, (k + 1) * pixels));
  const valence = masked(fit.valence);
  const finite = own.map((p) => valence[p] ?? NaN).filter(Number.isFinite);
  const mean = finite.reduce((sum, v) => sum + v, 0) / finite.length;
  return {
    ...base,
    maps: [
      { name: "valence", unit: "", values: valence },
      { name: "standard error of the valence", unit: "", values: masked(fit.valenceError) },
      ...kept.map(({ label }, k) => ({ name: `weight of ${label}`, unit: "", values: part(k) })),
      { name: "sum of squared residuals", unit: "", values: masked(fit.residualSumOfSquares) },
      ...maps
    ],
    rows: [{ what: "mean valence", value: mean, error: NaN, unit: "" }]
  };
}
