// The smallest contrast that a disc of a given width must have to be seen: significance of the counts in its aperture,
//   S = Σ |n − n₀| / √(Σ n₀),  sums over the pixels that the disc covers by half or more, n₀ without the disc,
// grows with contrast, so that the contrast at a wanted S follows from one small one. Beam and pixels are those of the twin.

import { composition } from "../material/composition.js";
import {
  mappedElements,
  sectionField,
  type CrossSection,
  type MappedElement
} from "../particle/cross-section.js";
import { sectionState } from "../particle/cross-section-states.js";
import type { SimsInstrument } from "./instrument.js";
import { ions, type Ion } from "./raw.js";
import { binMean, expectedCounts } from "./twin.js";

export interface DetectionRow {
  ion: Ion;
  /** m */
  diameter: number;
  /** s */
  time: number;
  /** counts a pixel without the disc */
  counts: number;
  /** contrast of the disc at which it stands out by `sigmas`; above 1 no lack of Mn can be seen */
  contrast: number;
}

/** Standard errors that a place must stand out by where thousands of places are looked at. */
export const sigmas = 5;
const probe = 0.1;

/** A flat field of one composition with one disc in its middle. @param excess of each element in the disc */
export function planted(diameter: number, excess: Record<MappedElement, number>, size = 256): CrossSection {
  const { content } = sectionState("10C-20cycles");
  const step = sectionField / size;
  const mean = { Li: content.lithium, Mn: composition.Mn, O: composition.O };
  // shares of the points that the disc covers, in nine parts
  const covered = Float32Array.from({ length: size * size }, (_, p) => {
    let inside = 0;
    for (let k = 0; k < 9; ++k) {
      const x = ((p % size) + ((k % 3) + 0.5) / 3 - size / 2) * step;
      const y = (Math.floor(p / size) + (Math.floor(k / 3) + 0.5) / 3 - size / 2) * step;
      if (x * x + y * y <= (diameter / 2) ** 2) ++inside;
    }
    return inside / 9;
  });
  const of = <T>(make: (element: MappedElement) => T) =>
    Object.fromEntries(mappedElements.map((e) => [e, make(e)])) as Record<MappedElement, T>;
  return {
    ...{ id: "planted", size, step, content },
    solid: new Uint8Array(size * size).fill(1),
    voids: new Uint8Array(size * size),
    radial: new Float32Array(size * size),
    domains: of(() => covered),
    contents: of((e) => covered.map((share) => mean[e] * (1 + excess[e] * share)))
  };
}

/** @param diameters m @param times s of beam; the instrument's own matrix effect is left out */
export function detectionRows(
  instrument: SimsInstrument,
  diameters: readonly number[],
  times: readonly number[]
): DetectionRow[] {
  const plain = { ...instrument, matrix: 0, matrixNegative: 0 };
  return diameters.flatMap((diameter) => {
    const disc = planted(diameter, { Li: probe, Mn: -probe, O: 0 });
    const oxygen = planted(diameter, { Li: 0, Mn: 0, O: probe });
    const [metals, negative] = [expectedCounts(disc, plain), expectedCounts(oxygen, plain)];
    const half = binMean(disc.domains.Li, disc.size, plain.pixels);
    const most = half.reduce((high, v) => Math.max(high, v), 0);
    return ions.flatMap((ion) => {
      const map = ion === "O" ? negative.O : metals[ion];
      const flat = map[0.25 * map.length + 0.25 * plain.pixels];
      let [signal, ground] = [0, 0];
      half.forEach((share, p) => {
        if (share < 0.5 * most) return;
        signal += Math.abs(map[p] - flat);
        ground += flat;
      });
      return times.map((time) => {
        const scale = time / instrument.time;
        const significance = (signal * scale) / Math.sqrt(ground * scale);
        return { ion, diameter, time, counts: flat * scale, contrast: (probe * sigmas) / significance };
      });
    });
  });
}
