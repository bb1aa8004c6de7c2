/** A round particle with maps, spectra and rows for every chart: to look at, nothing more. */
import type { BiasPoint } from "../../../src/components/xanes/bias-plot.js";
import type { Coverage } from "../../../src/components/xanes/coverage-plot.js";
import type { DriftPoint } from "../../../src/components/xanes/drift-plot.js";
import type { EdgeSpectrum } from "../../../src/components/xanes/edges-plot.js";
import type { GalleryMap } from "../../../src/components/xanes/map-gallery.js";
import { mapElements, type MapGrid, type MapLayer } from "../../../src/components/xanes/map-grid.js";
import type { ZonePull } from "../../../src/components/xanes/pulls-heat.js";
import type { ReferenceCurve } from "../../../src/components/xanes/references-plot.js";
import type { HeldAmount, LimitPoint } from "../../../src/components/xanes/limit-plot.js";
import type { RixsMap } from "../../../src/components/xanes/rixs-profile.js";
import type { SeparabilityRow } from "../../../src/components/xanes/separability-table.js";
import type { CycleCharge } from "../../../src/components/xanes/shares-plot.js";
import type { ElementSpectrum } from "../../../src/components/xanes/spectrum-plot.js";
import type { ZoneValence } from "../../../src/components/xanes/zones-plot.js";
import {
  principalComponents,
  type PrincipalComponents
} from "../../../src/science/numerics/principal-components.js";
import { random } from "../../../src/science/numerics/rng.js";
import { energyGrid, fitWindows, type EdgeElement } from "../../../src/science/xanes/windows.js";

const next = random(11);
const noise = () => next() + next() + next() - 1.5;

export function madeUpMaps(size = 64): { grid: MapGrid; zones: Uint8Array; layers: MapLayer[] } {
  const grid = { nx: size, ny: size, pixel: 19.6 };
  const zones = new Uint8Array(size * size);
  const depth = new Float32Array(size * size).fill(NaN);
  const c = (size - 1) / 2;
  for (let x = 0; x < size; ++x)
    for (let y = 0; y < size; ++y) {
      const r = Math.hypot(x - c, (y - c) * 1.15) / (0.46 * size);
      if (r >= 1 || x - c > 0.36 * size) continue;
      depth[x * size + y] = 1 - r;
      zones[x * size + y] = 1 + Math.min(4, Math.floor(5 * (1 - r * r)));
    }
  const fromDepth = (f: (d: number) => number) => depth.map((d) => (Number.isNaN(d) ? NaN : f(d)));
  const layers = mapElements.flatMap((element): MapLayer[] => {
    const oxygen = element === "O";
    const [low, high]: [number, number] = oxygen ? [0, 1] : [2, 4];
    const end = { Mn: 3.6, Co: 3, Ni: 2.4, O: 0.4 }[element];
    const truth = fromDepth((d) => end + 0.4 * d);
    const found = truth.map((v) => v + 0.1 * noise());
    const own = { element };
    const what = oxygen ? "oxidised share" : "valence";
    return [
      { ...own, name: "valence found", label: `${what} of ${element}`, values: found, domain: [low, high] },
      {
        ...own,
        name: "valence in the sample",
        label: `${what} of ${element}, true`,
        values: truth,
        domain: [low, high]
      },
      {
        ...own,
        name: "difference",
        values: found.map((v, i) => v - truth[i]),
        domain: [-0.4, 0.4],
        signed: true
      },
      { ...own, name: "standard error", values: fromDepth((d) => 0.02 + 0.03 * (1 - d)), domain: [0, 0.06] },
      { ...own, name: "χ² reduced", values: fromDepth(() => 1 + 0.3 * noise()), domain: [0, 2] },
      { ...own, name: "edge jump", values: fromDepth((d) => d), domain: [0, 1] },
      { ...own, name: "first weight", values: fromDepth(() => Math.max(0, 0.2 * noise())), domain: [0, 1] }
    ];
  });
  return { grid, zones, layers };
}

export function madeUpGallery(): GalleryMap[] {
  const { grid, layers } = madeUpMaps(32);
  return ["0.1 C", "10 C"].flatMap((row) =>
    ["4.4 V", "4.6 V", "4.8 V", "discharged"].map((caption, k) => ({
      id: `${row}-${caption}`,
      caption,
      row,
      grid,
      layer: { ...layers[0], values: layers[0].values.map((v) => v - 0.15 * k) }
    }))
  );
}

const peak = (e: number, at: number, width: number) => Math.exp(-(((e - at) / width) ** 2));
const step = (e: number, at: number) => 0.5 + Math.atan(2 * (e - at)) / Math.PI;

/** @param mix weight of the second species */
export function madeUpSpectra(mix = 0.4): ElementSpectrum[] {
  return mapElements.map((element) => {
    const energies = energyGrid(element, 0.25);
    const window = fitWindows[element];
    const middle = (window[0] + window[1]) / 2;
    const names =
      element === "O" ? ["O²⁻ of the lattice", "oxidised oxygen"] : [`${element}³⁺`, `${element}⁴⁺`];
    const weights = [1 - mix, mix];
    const components = names.map((species, k) => ({
      species,
      values: energies.map((e) => weights[k] * (0.4 * step(e, middle) + peak(e, middle + 1.5 * k - 1, 1.1)))
    }));
    const all = energies.map((_, e) => components.reduce((sum, { values }) => sum + values[e], 0));
    const sigma = all.map((value) => 0.02 + 0.01 * value);
    return {
      element,
      energies,
      measured: all.map((value, e) => value + 1.3 * sigma[e] * noise()),
      sigma,
      fit: all.map((value, e) => (energies[e] >= window[0] && energies[e] <= window[1] ? value : NaN)),
      components,
      window,
      weights: names.map((species, k) => ({ species, weight: weights[k], error: 0.02 })),
      chi2: 1.03
    };
  });
}

export const madeUpStates = [
  { state: "pristine", rate: null, stage: "pristine" },
  { state: "0.1 C, 4.4 V", rate: 0.1, stage: "4.4 V" },
  { state: "0.1 C, 4.8 V", rate: 0.1, stage: "4.8 V" },
  { state: "10 C, 4.4 V", rate: 10, stage: "4.4 V" },
  { state: "10 C, 4.8 V", rate: 10, stage: "4.8 V" }
];

export const madeUpZones = (): ZoneValence[] =>
  mapElements.flatMap((element) =>
    madeUpStates.flatMap((state, k) =>
      [1, 2, 3, 4, 5].map((zone) => {
        const truth = (element === "O" ? -2 : 2.9) + 0.12 * k + 0.05 * zone;
        return { element, ...state, zone, truth, recovered: truth + 0.05 * noise(), error: 0.04 };
      })
    )
  );

export const madeUpBias = (): BiasPoint[] =>
  ["surface", "zone 3", "centre"].flatMap((series, k) =>
    [100, 200, 400, 800].map((x) => ({
      series,
      x,
      y: 3 + 0.2 * k + x / 4000,
      low: 2.96 + 0.2 * k,
      high: 3.3 + 0.2 * k
    }))
  );

export const madeUpCoverage = (): Coverage[] =>
  mapElements.flatMap((series, k) =>
    [0.5, 0.68, 0.9, 0.95, 0.99].map((nominal) => ({
      series,
      nominal,
      actual: nominal - 0.02 * k * (1 - nominal),
      low: nominal - 0.05,
      high: Math.min(1, nominal + 0.04)
    }))
  );

export const madeUpPulls = (): number[] => Array.from({ length: 400 }, () => 2 * noise());

export function madeUpComponents(): { pca: PrincipalComponents; energies: Float64Array } {
  const energies = energyGrid("Mn", 0.5);
  const data = new Float32Array(300 * energies.length);
  for (let p = 0; p < 300; ++p) {
    const [a, b] = [next(), next()];
    for (let e = 0; e < energies.length; ++e)
      data[p * energies.length + e] =
        a * peak(energies[e], 641, 1.5) + b * peak(energies[e], 644, 1.5) + 0.02 * noise();
  }
  return { energies, pca: principalComponents(data, energies.length) };
}

export const madeUpReferences = (element: EdgeElement): ReferenceCurve[] =>
  madeUpSpectra()
    .find((s) => s.element === element)
    ?.components.map(({ species, values }) => ({
      label: species,
      energies: energyGrid(element, 0.25),
      values,
      assumptions: "made up for a test",
      sources: "nobody's measurement"
    })) ?? [];

export function madeUpRixs(feature = 1): RixsMap {
  const excitation = Float64Array.from({ length: 81 }, (_, i) => 525 + 0.25 * i);
  const emission = Float64Array.from({ length: 61 }, (_, j) => 515 + 0.25 * j);
  const counts = Array.from(excitation).flatMap((e) =>
    Array.from(emission, (m) =>
      Math.max(
        0,
        Math.round(
          120 * step(e, 528.5) * peak(m, 525.5, 2) +
            90 * feature * peak(e, 531.5, 0.8) * peak(m, 523.5, 0.7) +
            6 +
            3 * noise()
        )
      )
    )
  );
  return { excitation, emission, counts };
}

export const madeUpEdges = (): EdgeSpectrum[] =>
  madeUpStates.map((state, k) => {
    const energies = Float64Array.from({ length: 81 }, (_, i) => 6530 + 0.5 * i);
    const at = 6550 + 0.4 * k;
    return {
      ...state,
      energies,
      values: energies.map((e) => step(e, at)),
      edge: { energy: at, height: 0.5 }
    };
  });

export const madeUpLimit = (): LimitPoint[] =>
  [10, 100, 1000, 5000].map((counts) => ({ counts, limit: 50 / Math.sqrt(counts) }));

export const madeUpHeld = (): HeldAmount[] => [
  { state: "0.1 C, 4.8 V", rate: 0.1, stage: "4.8 V", amount: 20 },
  { state: "10 C, 2.0 V", rate: 10, stage: "2.0 V", amount: 1.2 }
];

export const madeUpSeparability = (): SeparabilityRow[] =>
  mapElements.flatMap((element, k) => {
    const names =
      element === "O" ? ["O²⁻", "oxidised O"] : [2, 3, 4].map((z) => `${element}${"²³⁴"[z - 2]}⁺`);
    const smallest = names.map((species, i) => ({ species, weight: 0.02 * (i + 1) * (k === 1 ? 40 : 1) }));
    return [
      { element, window: "study", range: fitWindows[element], conditionNumber: 12 + 30 * k, smallest },
      { element, window: "full range", range: [635, 665] as const, conditionNumber: 6 + k, smallest }
    ];
  });

/** Two states, five zones. */
export function madeUpZonePulls(): ZonePull[] {
  return mapElements.flatMap((element) =>
    ["pristine", "0.1 C, 4.8 V"].flatMap((state) =>
      [-2.5, 0.3, 7, 23.4, -18].map((pull, k) => ({ element, state, zone: k + 1, pull }))
    )
  );
}

export function madeUpDrift(): DriftPoint[] {
  return mapElements.flatMap((element) =>
    (["x", "y"] as const).flatMap((axis) =>
      Array.from({ length: 12 }, (_, e) => {
        const truth = (axis === "x" ? 1 : -2) * e;
        return { element, axis, energy: 635 + e, truth, found: truth + 0.2 * Math.sin(e) };
      })
    )
  );
}

export function madeUpShares(): CycleCharge[] {
  return mapElements.flatMap((element, k) =>
    [1, 20].map((cycle) => {
      const capacity = 20 + 50 * k - cycle;
      return { element, cycle, capacity, error: 3, truth: capacity + 2, share: capacity / 400 };
    })
  );
}
