// Time of the twin of composition tomography: sample, noiseless images, recording, and the check of what was recorded.

import { checkRaw } from "../../src/science/composition/check-raw.js";
import { defaultInstrument } from "../../src/science/composition/instrument.js";
import { expectedImages, record } from "../../src/science/composition/twin.js";
import { fragment } from "../../src/science/particle/fragment.js";

export const name = "composition-twin";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const runs = 3;

export function run(): Promise<Measurement[]> {
  const measured = [64, 128].flatMap((size) => {
    const instrument = defaultInstrument(size);
    const times: Record<string, number[]> = {};
    for (let k = 0; k <= runs; ++k) {
      const time = <T>(step: string, work: () => T): T => {
        const start = performance.now();
        const result = work();
        // The first run warms the compiler up.
        if (k > 0) (times[step] ??= []).push((performance.now() - start) / 1000);
        return result;
      };
      const sample = time("fragment", () => fragment("10C-4.8V", { size }));
      const images = time("expected images", () => expectedImages(sample, instrument));
      const raw = time("record", () => record(images, instrument, k));
      time("check", () => checkRaw(raw));
    }
    return Object.entries(times).map(([step, values]) => ({
      case: `${step} ${size}³`,
      size: { voxels: size ** 3, images: 8 * instrument.tilts.length },
      times: values,
      error: null
    }));
  });
  return Promise.resolve(measured);
}
