// The transmission X-ray microscope over the edges: sample → raw stacks. Noiseless images and their recording are two
// steps, so that many seeds share the images.

import type { OxidationField } from "../particle/oxidation.js";
import type { TaskOptions } from "../task.js";
import { projectedAmounts } from "./amounts.js";
import { type ExpectedStack, expectedStack } from "./expected-stack.js";
import type { StackInstrument } from "./instrument.js";
import type { RawStacks } from "./raw.js";
import { recordStack } from "./record.js";

/** Noiseless images of all elements of the instrument. */
export function expectedStacks(
  sample: OxidationField,
  instrument: StackInstrument,
  { signal, onProgress }: TaskOptions = {}
): ExpectedStack[] {
  const amounts = projectedAmounts(sample, instrument.thickness);
  const share = 1 / instrument.elements.length;
  return instrument.elements.map((element, k) =>
    expectedStack(element, amounts, instrument, {
      signal,
      onProgress: onProgress && ((fraction, what) => onProgress((k + fraction) * share, what))
    })
  );
}

/** Raw stacks of a sample over all edges. @param seed of noise and drift */
export function measureStacks(
  sample: OxidationField,
  instrument: StackInstrument,
  seed: number,
  task: TaskOptions = {}
): RawStacks {
  return expectedStacks(sample, instrument, task).map((images) => recordStack(images, instrument, seed));
}
