// The worker in which a state is measured once more, prepared and fitted with the reader's choices. What was measured and
// prepared is kept, so that another window or normalisation only fits anew.
import { oxidation } from "../../science/particle/oxidation.js";
import type { TaskOptions } from "../../science/task.js";
import { type Amounts, projectedAmounts, projectedValence } from "../../science/xanes/amounts.js";
import { fitStacks, type OxidationMaps, stepsOf } from "../../science/xanes/analysis.js";
import { amountsInFrame, compareMaps } from "../../science/xanes/compare.js";
import type { EdgeSteps } from "../../science/xanes/fit-element.js";
import { stackComponents } from "../../science/xanes/components.js";
import { defaultStackInstrument } from "../../science/xanes/instrument.js";
import { prepare, type PreparedStack } from "../../science/xanes/prepare.js";
import type { RawStacks } from "../../science/xanes/raw.js";
import { measureStacks } from "../../science/xanes/twin.js";
import type {
  ComponentsAnswer,
  ComponentsRequest,
  FitAnswer,
  FitRequest,
  LiveRequest,
  SpectraAnswer
} from "./live-request.js";
import { fitSettings, prepareSettings } from "./live-settings.js";
import { elementSpectra } from "./live-spectra.js";

/** as in the data of this page: the same camera and the same noise give the same maps */
const [camera, seed] = [128, 1];

let measured: { state: string; raws: RawStacks; amounts: Amounts } | undefined;
interface Prepared {
  key: string;
  stacks: PreparedStack[];
  /** what is the same for all fits of the stacks */
  steps: EdgeSteps[];
  /** true valences in the frame of the stacks, of their elements [pixel] */
  truths: Float32Array[];
  frame: Amounts;
}

let prepared: Prepared | undefined;
let fitted: OxidationMaps | undefined;

type Progress = NonNullable<TaskOptions["onProgress"]>;

function measure(state: string, onProgress: Progress): NonNullable<typeof measured> {
  if (measured?.state === state) return measured;
  onProgress(0, "making the particle");
  const sample = oxidation(state, { size: camera });
  const instrument = defaultStackInstrument(camera);
  const raws = measureStacks(sample, instrument, seed, {
    onProgress: (f, what) => onProgress(0.3 + 0.4 * f, what)
  });
  return (measured = { state, raws, amounts: projectedAmounts(sample, instrument.thickness) });
}

function prepareState({ state, choices }: FitRequest, onProgress: Progress): Prepared {
  const key = `${state} ${choices.registration}`;
  if (prepared?.key === key) return prepared;
  const { raws, amounts } = measure(state, onProgress);
  const stacks = prepare(raws, prepareSettings(choices), {
    onProgress: (f, what) => onProgress(0.7 + 0.25 * f, what)
  });
  const steps = stepsOf(stacks);
  const frame = amountsInFrame(fitStacks(stacks, fitSettings(choices, {}, false), steps), amounts);
  const truths = stacks.map(({ element }) => projectedValence(frame, element));
  return (prepared = { key, stacks, steps, frame, truths });
}

function fit(request: FitRequest, onProgress: Progress): FitAnswer {
  const { state, choices, own, errors } = request;
  const { amounts } = measure(state, onProgress);
  const start = performance.now();
  const { stacks, steps, frame, truths } = prepareState(request, onProgress);
  const maps = fitStacks(stacks, fitSettings(choices, own, errors), steps);
  fitted = maps;
  const comparisons = errors ? compareMaps(maps, amounts, frame) : [];
  const elements = maps.elements.map(({ model, valence, valenceError, reducedChiSquared, weights }, k) => ({
    element: model.element,
    valence,
    truth: truths[k].map((v, p) => (Number.isNaN(valence[p]) ? NaN : v)),
    error: valenceError,
    // without errors both are NaN
    pull: comparisons[k]?.pulls ?? valenceError,
    chi2: reducedChiSquared,
    shares: sharesOf(weights, model.ids.length, valence.length)
  }));
  return { zones: maps.zones.zones, elements, seconds: (performance.now() - start) / 1000 };
}

/** Weights of the references over their sum. @param weights [column][pixel] */
function sharesOf(weights: Float32Array, references: number, pixels: number): Float32Array[] {
  const sum = new Float32Array(pixels);
  for (let at = 0; at < references * pixels; ++at) sum[at % pixels] += weights[at];
  return Array.from({ length: references }, (_, i) =>
    weights.slice(i * pixels, (i + 1) * pixels).map((w, p) => w / sum[p])
  );
}

function spectra(pixels: readonly number[]): SpectraAnswer {
  if (!fitted || !prepared) throw new Error("missing fit: no state has been fitted yet");
  return elementSpectra(prepared.stacks, fitted, pixels);
}

function components({ element }: ComponentsRequest): ComponentsAnswer {
  const stack = prepared?.stacks.find((each) => each.element === element);
  if (!fitted || !stack) throw new Error("missing stack: no state has been measured yet");
  const { energies, ...pca } = stackComponents(stack, fitted.particle);
  return { pca, energies };
}

function answer(request: LiveRequest, onProgress: Progress) {
  if (request.ask === "fit") return fit(request, onProgress);
  return request.ask === "spectra" ? spectra(request.pixels) : components(request);
}

self.onmessage = ({ data: { id, request } }: MessageEvent<{ id: number; request: LiveRequest }>) => {
  try {
    self.postMessage({
      id,
      answer: answer(request, (fraction, what) => self.postMessage({ id, fraction, what }))
    });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
