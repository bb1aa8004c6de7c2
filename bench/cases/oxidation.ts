// Time of one state of the oxidation-state maps over all four elements: noiseless images, recording, preparation
// (registration, optical density) and fit; the error is the largest bias of an element's mean valence. Then the refit that
// the move of a slider asks for: of the page's four stacks, and of one of 128² pixels and 61 energies, with errors and without.

import { oxidation } from "../../src/science/particle/oxidation.js";
import { projectedAmounts } from "../../src/science/xanes/amounts.js";
import { fitStacks } from "../../src/science/xanes/analysis.js";
import { compareMaps } from "../../src/science/xanes/compare.js";
import { defaultStackInstrument, type StackInstrument } from "../../src/science/xanes/instrument.js";
import { prepare } from "../../src/science/xanes/prepare.js";
import { recordStack } from "../../src/science/xanes/record.js";
import { defaultFitSettings, defaultPrepareSettings } from "../../src/science/xanes/settings.js";
import { expectedStacks, measureStacks } from "../../src/science/xanes/twin.js";

export const name = "oxidation";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

export function run(): Measurement[] {
  return [...wholeStates(), ...refits()];
}

function refits(): Measurement[] {
  const sample = oxidation("0.1C-4.8V", { size: 128 });
  const instrument = defaultStackInstrument(128);
  const record = (change: Partial<StackInstrument>, binning: number) => {
    const own = { ...instrument, ...change };
    const raws = measureStacks(sample, own, 1);
    return prepare(raws, { ...defaultPrepareSettings, binning });
  };
  const page = record({}, 2);
  const large = record({ elements: ["Mn"], energyStep: 0.5 }, 1);
  return (["none", "valence", "weights"] as const).flatMap((errors) =>
    (["study", "full"] as const).flatMap((windows) =>
      [page, large].map((stacks): Measurement => {
        const settings = { ...defaultFitSettings, errors, windows };
        fitStacks(stacks, settings);
        const times = Array.from({ length: 15 }, () => {
          const start = performance.now();
          fitStacks(stacks, settings);
          return (performance.now() - start) / 1000;
        });
        const [{ columns, energies }] = stacks;
        const size = { pixels: columns, energies: energies.length, elements: stacks.length };
        return { case: `refit, window ${windows}, errors ${errors}`, size, times, error: null };
      })
    )
  );
}

function wholeStates(): Measurement[] {
  return [64, 128].flatMap((pixels) => {
    const sample = oxidation("0.1C-4.8V", { size: pixels });
    const instrument = defaultStackInstrument(pixels);
    const times = { images: [], recording: [], preparation: [], fit: [] } as Record<string, number[]>;
    const timed = <T>(what: string, work: () => T): T => {
      const start = performance.now();
      const result = work();
      times[what].push((performance.now() - start) / 1000);
      return result;
    };
    let error = NaN;
    for (let run = 0; run < 3; ++run) {
      const images = timed("images", () => expectedStacks(sample, instrument));
      const raws = timed("recording", () => images.map((image) => recordStack(image, instrument, run)));
      const stacks = timed("preparation", () => prepare(raws, defaultPrepareSettings));
      const maps = timed("fit", () => fitStacks(stacks));
      const found = compareMaps(maps, projectedAmounts(sample, instrument.thickness));
      error = Math.max(...found.map(({ bias }) => Math.abs(bias)));
    }
    const size = { pixels, elements: 4 };
    const steps = Object.entries(times).map(([step, t]) => ({ case: step, size, times: t, error: null }));
    const whole = times.images.map((_, k) => Object.values(times).reduce((sum, t) => sum + t[k], 0));
    return [...steps, { case: "all of a state", size, times: whole, error }];
  });
}
