// The worker in which a reader's tomogram is measured and analysed: first a control of one composition, which gives the
// reference and the rate of false classes, then the state that was asked for.
import { analyse, referenceRatio } from "../../science/composition/analysis.js";
import { compare } from "../../science/composition/compare.js";
import { defaultInstrument, tiltSeries } from "../../science/composition/instrument.js";
import { defaultSettings, type CompositionSettings } from "../../science/composition/settings.js";
import { measure } from "../../science/composition/twin.js";
import { composition, formulaUnitConcentration } from "../../science/material/composition.js";
import { fragment } from "../../science/particle/fragment.js";
import type { TaskOptions } from "../../science/task.js";
import type { LiveAlgorithm, LiveRequest, LiveResult } from "./live-request.js";

const algorithms: Record<LiveAlgorithm, CompositionSettings["reconstruction"]> = {
  "filtered back-projection": { algorithm: "fbp", filter: "hann" },
  SIRT: defaultSettings.reconstruction,
  "total variation": { algorithm: "tv", iterations: 15, weight: 0.3 }
};

/** pixels along an edge at the study's 9.8 nm */
const studied = 128;
let lastControl: { key: string; reference: number; falseShare: number } | null = null;

function instrumentOf({ size, photons, tiltLimit }: LiveRequest) {
  const degree = Math.PI / 180;
  const tilts = tiltSeries(tiltLimit * degree, degree);
  // many photons are many exposures, none of which fills the camera
  return { ...defaultInstrument(size), tilts, photons: photons * (studied / size) ** 2, fullWell: 1e8 };
}

function once(
  request: LiveRequest,
  state: string,
  reference: number | null,
  onProgress: TaskOptions["onProgress"]
) {
  const sample = fragment(state, { size: request.size });
  const part = (from: number, to: number) => (fraction: number, what: string) =>
    onProgress?.(from + (to - from) * fraction, what);
  const raw = measure(sample, instrumentOf(request), request.seed, { onProgress: part(0, 0.3) });
  const settings = {
    ...{ binning: 1, threshold: request.threshold, reference },
    reconstruction: algorithms[request.algorithm]
  };
  const result = analyse(raw, settings, { onProgress: part(0.3, 1) });
  return { raw, sample, result };
}

function control(request: LiveRequest, onProgress: TaskOptions["onProgress"]) {
  const key = JSON.stringify({ ...request, state: "uniform" });
  if (lastControl?.key === key) return lastControl;
  const { result } = once(request, "uniform", null, onProgress);
  return (lastControl = {
    key,
    reference: referenceRatio(result),
    falseShare: 1 - result.proportions.target
  });
}

function run(request: LiveRequest, onProgress: TaskOptions["onProgress"]): LiveResult {
  const { reference, falseShare } = control(request, (f, what) => onProgress?.(0.5 * f, `control: ${what}`));
  const { raw, sample, result } = once(request, request.state, reference, (f, what) =>
    onProgress?.(0.5 + 0.5 * f, what)
  );
  const { truth, confusion, trueShares } = compare(result, sample);
  const relative = (element: "O" | "Mn" | "Co" | "Ni") => {
    const intended = composition[element] * formulaUnitConcentration();
    return result.densities[element].map((value, v) => (result.support[v] ? value / intended : NaN));
  };
  const { O, Mn, Co, Ni } = result.prepared.projectedDensities;
  return {
    size: result.size,
    voxel: result.voxel * 1e9,
    tilts: raw.tilts.map((tilt) => (tilt * 180) / Math.PI),
    energies: raw.energies,
    counts: raw.counts,
    projected: { O, Mn, Co, Ni },
    densities: { O: relative("O"), Mn: relative("Mn"), Co: relative("Co"), Ni: relative("Ni") },
    ratio: result.ratio,
    classes: result.classes,
    truth: truth.classes,
    found: result.proportions,
    true: trueShares,
    confusion,
    falseShare
  };
}

self.onmessage = ({ data: { id, request } }: MessageEvent<{ id: number; request: LiveRequest }>) => {
  try {
    const result = run(request, (fraction, what) => self.postMessage({ id, fraction, what }));
    self.postMessage({ id, result });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
