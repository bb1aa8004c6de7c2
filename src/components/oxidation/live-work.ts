// The worker in which a state is measured once more, prepared and fitted with the reader's choices. What was measured and
// prepared is kept, so that another window or normalisation only fits anew.
import { oxidation } from "../../science/particle/oxidation.js";
import type { TaskOptions } from "../../science/task.js";
import { type Amounts, projectedAmounts } from "../../science/xanes/amounts.js";
import { fitStacks, type OxidationMaps } from "../../science/xanes/analysis.js";
import { compareMaps } from "../../science/xanes/compare.js";
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
let prepared: { key: string; stacks: PreparedStack[] } | undefined;
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

function fit({ state, choices, own }: FitRequest, onProgress: Progress): FitAnswer {
  const { raws, amounts } = measure(state, onProgress);
  const start = performance.now();
  const key = `${state} ${choices.registration}`;
  if (prepared?.key !== key)
    prepared = {
      key,
      stacks: prepare(raws, prepareSettings(choices), {
        onProgress: (f, what) => onProgress(0.7 + 0.25 * f, what)
      })
    };
  const maps = fitStacks(prepared.stacks, fitSettings(choices, own));
  fitted = maps;
  const elements = compareMaps(maps, amounts).map((comparison, k) => {
    const { model, valence, valenceError, reducedChiSquared, weights } = maps.elements[k];
    const pixels = valence.length;
    const sum = (p: number) => model.ids.reduce((total, _, i) => total + weights[i * pixels + p], 0);
    return {
      element: model.element,
      valence,
      truth: comparison.truth.map((v, p) => (Number.isFinite(valence[p]) ? v : NaN)),
      error: valenceError,
      pull: comparison.pulls,
      chi2: reducedChiSquared,
      shares: model.ids.map((_, i) => valence.map((__, p) => weights[i * pixels + p] / sum(p))),
      trueMean: comparison.trueMean,
      foundMean: comparison.foundMean
    };
  });
  return { zones: maps.zones.zones, elements, seconds: (performance.now() - start) / 1000 };
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
