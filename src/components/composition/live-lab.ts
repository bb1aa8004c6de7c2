// The tomograph to try: a reader sets dose, tilts, algorithm and threshold, and sees every step of twin and analysis.
import { sampledStates } from "../../science/particle/states.js";
import { segmented, select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { progressBar } from "../progress.js";
import { liveResultView } from "./live-result-view.js";
import type { LiveAlgorithm, LiveRequest } from "./live-request.js";
import { liveRunner } from "./live-run.js";

const photonSteps = [500, 1500, 5000, 15_000, 50_000];
const tiltLimits = [45, 55, 65, 75, 90];
const thresholds = [0.01, 0.03, 0.05, 0.08, 0.1, 0.15];
const algorithms: LiveAlgorithm[] = ["SIRT", "filtered back-projection", "total variation"];

export interface LiveLabOptions {
  id: string;
  width: number;
  invalidation: Promise<void>;
}

export function liveLab({ id, width, invalidation }: LiveLabOptions): FigureFrame {
  const runner = liveRunner();
  void invalidation.then(() => runner.dispose());
  const controls = {
    state: select({
      label: "State",
      options: sampledStates,
      value: sampledStates.find((state) => state.id === "10C-4.8V"),
      format: ({ label }) => label
    }),
    size: segmented<32 | 64>({
      label: "Camera",
      options: [32, 64],
      format: (n) => `${n} pixels of ${n === 64 ? "19.6" : "39.2"} nm`
    }),
    photons: select({
      label: "Photons per pixel of 9.8 nm",
      options: photonSteps,
      value: 5000,
      format: (n) => n.toLocaleString("en-GB")
    }),
    tiltLimit: segmented({ label: "Tilts to", options: tiltLimits, value: 65, format: (t) => `±${t}°` }),
    algorithm: select({ label: "Reconstruction", options: algorithms }),
    threshold: segmented({
      label: "Threshold",
      options: thresholds,
      value: 0.05,
      format: (t) => `${Math.round(100 * t)} %`
    }),
    seed: segmented({ label: "Noise seed", options: [1, 2, 3] })
  };
  const request = (): LiveRequest => ({
    state: controls.state.value.id,
    size: controls.size.value,
    photons: controls.photons.value,
    tiltLimit: controls.tiltLimit.value,
    algorithm: controls.algorithm.value,
    threshold: controls.threshold.value,
    seed: controls.seed.value
  });
  let running: AbortController | null = null;
  const progress = progressBar({ label: "Measuring and analysing", onCancel: () => running?.abort() });
  const start = h("button", { type: "button", class: "button" }, "Measure and analyse");
  const shown = h("div", {}, h("p", {}, "Nothing measured yet."));
  const frame = figureFrame({
    id,
    label: "Workbench",
    title: "The tomograph, to try",
    content: h("div", { class: "live-lab" }, h("div", { class: "live-start" }, start, progress), shown),
    controls: h("div", {}, ...Object.values(controls)),
    caption:
      "The same twin and analysis as in the figures, on a coarser camera, computed in your browser. A control of one composition is measured in the same way first: its TM/O is the reference, and what leaves its target class is false.",
    alt: "Controls of a tomograph and the result of its last run: shares, slices, tilt series and sinograms.",
    interactive: true,
    provenance: "recovered",
    code: ["src/components/composition/live-work.ts", "src/science/composition/analysis.ts"]
  });
  const run = async () => {
    running?.abort();
    const mine = (running = new AbortController());
    const asked = request();
    frame.setState("busy");
    try {
      const result = await runner.run(asked, { signal: mine.signal, onProgress: progress.update });
      shown.replaceChildren(
        liveResultView(result, asked, { width: shown.clientWidth || width, invalidation })
      );
      frame.setState("idle");
    } catch (error) {
      const stopped = error instanceof DOMException && error.name === "AbortError";
      if (mine === running)
        frame.setState(stopped ? "stale" : "error", error instanceof Error ? error.message : String(error));
    }
    if (mine === running) progress.done();
  };
  start.addEventListener("click", () => void run());
  for (const control of Object.values(controls))
    control.addEventListener("input", () => {
      if (shown.querySelector("table")) frame.setState("stale", "The settings have changed since this run.");
    });
  return frame;
}
