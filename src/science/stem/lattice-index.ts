// Which peaks of a pattern belong to the layers: the frequency q₃ of the layers (003, 4.75 Å) and the fundamental q₂ (10-2,
// 2.33 Å) at 109° from it, that every close-packed oxide of this family has in this view. Spinel adds q₂/2.

import type { PowerPeak } from "../numerics/power-peaks.js";
import { pristineCell } from "../material/composition.js";

type Vector = [number, number];

export interface LayerIndex {
  /** cycles a pixel */
  layers: Vector;
  fundamental: Vector;
}

const { a, c } = pristineCell;
/** Å⁻¹, components of (003) and (10-2) along and across the layers */
const width = 2 / (Math.sqrt(3) * a);
const layerFrequency = 3 / c;
const fundamentalFrequency = Math.hypot(width, 2 / c);
const cosine = -2 / c / fundamentalFrequency;

/** relative error of lengths, and of the cosine of the angle, that is let pass */
const tolerance = 0.06;

/** @param pixel Å @throws where no pair of peaks has the lengths and the angle */
export function indexLayers(peaks: readonly PowerPeak[], pixel: number): LayerIndex {
  const near = (peak: Vector, frequency: number) =>
    Math.abs(Math.hypot(...peak) / pixel / frequency - 1) < tolerance;
  const both = peaks.flatMap(({ x, y }): Vector[] => [
    [x, y],
    [-x, -y]
  ]);
  for (const layers of both.filter((peak) => near(peak, layerFrequency)))
    for (const fundamental of both.filter((peak) => near(peak, fundamentalFrequency))) {
      const dot = layers[0] * fundamental[0] + layers[1] * fundamental[1];
      if (Math.abs(dot / (Math.hypot(...layers) * Math.hypot(...fundamental)) - cosine) < tolerance)
        return { layers, fundamental };
    }
  throw new Error(
    `unknown lattice: no two peaks of the pattern have the lengths ${(1 / layerFrequency).toFixed(2)} and ${(1 / fundamentalFrequency).toFixed(2)} Å and the angle of ${((Math.acos(cosine) * 180) / Math.PI).toFixed(0)}° of the layered oxide along [010]; check the pixel size and the view`
  );
}
