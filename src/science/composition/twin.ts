// The transmission X-ray microscope: sample → raw tilt series. Noiseless images and their recording are two steps, so
// that many seeds share one projection.

import type { Fragment } from "../particle/fragment.js";
import type { TaskOptions } from "../task.js";
import { expectedImages } from "./expected-images.js";
import type { Instrument } from "./instrument.js";
import type { RawTomograms } from "./raw.js";
import { record } from "./record.js";

export { type ExpectedImages, expectedImages } from "./expected-images.js";
export { jitter, record } from "./record.js";

/** Raw tilt series of a sample. @param seed of noise, jitter and the camera's pattern */
export function measure(
  sample: Fragment,
  instrument: Instrument,
  seed: number,
  task: TaskOptions = {}
): RawTomograms {
  return record(expectedImages(sample, instrument, task), instrument, seed);
}
