// The worker in which patterns are measured and refined.
import { compareNeutrons } from "../../science/diffraction/neutron-compare.js";
import {
  analyseNeutrons,
  neutronQuantities,
  neutronReadings
} from "../../science/diffraction/neutron-analysis.js";
import { measureNeutrons } from "../../science/diffraction/neutron-twin.js";
import { refine } from "../../science/diffraction/rietveld.js";
import type { FitSettings } from "../../science/numerics/levenberg-marquardt.js";
import { latticeCrystal } from "../../science/particle/lattice-states.js";
import type { TaskOptions } from "../../science/task.js";
import type { LiveRequest, OwnRequest, RefinedAnswer, RefineRequest } from "./live-request.js";
import { ownRefinement, ownRows } from "./own-refinement.js";
import { refinedAnswer } from "./refined-answer.js";

type Progress = NonNullable<TaskOptions["onProgress"]>;

/** Steps are not known beforehand: the bar approaches its end. */
function stepsTold(onProgress: Progress): FitSettings {
  let steps = 0;
  return {
    onStep: (_, chiSquared) => {
      ++steps;
      onProgress(steps / (steps + 12), `step ${steps}, Σ(Δ/σ)² ${chiSquared.toPrecision(5)}`);
    }
  };
}

function refineOxide({ pattern, settings, state }: RefineRequest, onProgress: Progress): RefinedAnswer {
  const start = performance.now();
  const result = analyseNeutrons(pattern, settings, stepsTold(onProgress));
  const seconds = (performance.now() - start) / 1000;
  const known = state === null ? neutronReadings(result) : compareNeutrons(result, state);
  const rows = known.map((row) => {
    const { parameter: name, label, symbol, unit } = neutronQuantities[row.quantity];
    const truth = "truth" in row ? Number(row.truth) : NaN;
    return { ...{ name, label, symbol, unit, truth }, value: row.value, error: row.error };
  });
  return refinedAnswer(pattern, result, rows, seconds);
}

function refineOwn(request: OwnRequest, onProgress: Progress): RefinedAnswer {
  const start = performance.now();
  const settings = ownRefinement(request);
  const result = refine(request.pattern, settings, stepsTold(onProgress));
  const seconds = (performance.now() - start) / 1000;
  return refinedAnswer(
    request.pattern,
    result,
    ownRows(result, settings),
    seconds,
    settings.geometry.spacing
  );
}

function answer(request: LiveRequest, onProgress: Progress) {
  if (request.ask === "refine") return refineOxide(request, onProgress);
  if (request.ask === "own") return refineOwn(request, onProgress);
  const { state, instrument, seed } = request;
  return measureNeutrons(latticeCrystal(state), instrument, seed).pattern;
}

self.onmessage = ({ data: { id, request } }: MessageEvent<{ id: number; request: LiveRequest }>) => {
  try {
    const told: Progress = (fraction, what) => self.postMessage({ id, fraction, what });
    self.postMessage({ id, answer: answer(request, told) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
