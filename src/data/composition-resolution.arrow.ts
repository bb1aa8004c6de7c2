// Resolution of each element's volume: Fourier shell correlation of reconstructions from every other tilt.
import { prepare } from "../science/composition/prepare.js";
import { defaultInstrument } from "../science/composition/instrument.js";
import { reconstruct } from "../science/composition/reconstruct.js";
import { defaultSettings } from "../science/composition/settings.js";
import { measure } from "../science/composition/twin.js";
import { cutoffFrequency, fourierShellCorrelation, softMask } from "../science/numerics/fourier-shell.js";
import { fragment } from "../science/particle/fragment.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta, sampleSize, shownSeed } from "./lib/composition.js";

const state = "10C-4.8V";
const elements = ["O", "Mn", "Co", "Ni"] as const;
const raw = measure(fragment(state, { size: sampleSize }), defaultInstrument(sampleSize), shownSeed);
const { projectedDensities, size, slices, voxel, tilts, noise } = prepare(raw, { binning: 1 });
const pixels = size * slices;

/** Every other tilt, from the first or from the second on. */
function half(element: (typeof elements)[number], first: 0 | 1): Float32Array {
  const kept = Array.from(tilts.keys()).filter((tilt) => tilt % 2 === first);
  const projections = new Float32Array(kept.length * pixels);
  kept.forEach((tilt, i) => {
    const image = projectedDensities[element].subarray(tilt * pixels, (tilt + 1) * pixels);
    projections.set(
      image.map((value) => value / voxel),
      i * pixels
    );
  });
  const beam = { size, slices, tilts: tilts.filter((_, tilt) => tilt % 2 === first) };
  const options = { nonNegative: defaultSettings.nonNegative, noise: noise[element] / voxel };
  return reconstruct(projections, beam, defaultSettings.reconstruction, options).volume;
}

const shape = [size, size, slices];
const mask = softMask(shape, 0.36 * size, 0.46 * size);
const limit = tilts.reduce((most, tilt) => Math.max(most, Math.abs(tilt)), 0);
const perMicrometre = 1e-6 / voxel;
const rows = elements.flatMap((element) => {
  const shells = fourierShellCorrelation(half(element, 0), half(element, 1), shape, {
    mask,
    maximumTilt: limit
  });
  const cutoff = cutoffFrequency(shells);
  return Array.from(shells.frequencies, (frequency, i) => ({
    element,
    frequency: frequency * perMicrometre,
    correlation: shells.correlation[i],
    halfBit: shells.halfBit[i],
    cutoff: cutoff === null ? null : cutoff * perMicrometre
  }));
});
const number = (unit: string, description: string, values: (number | null)[]) => ({
  ...{ unit, description, values },
  type: "float64" as const
});
await writeTable(
  arrowTable(
    compositionMeta({
      title: "Fourier shell correlation of the element densities",
      description: `${state}: two reconstructions from every other tilt, compared in shells of Fourier space, the missing wedge left out.`
    }),
    {
      element: {
        ...{ unit: "", description: "element", type: "dictionary" },
        values: rows.map((r) => r.element)
      },
      frequency_per_um: number(
        "1/µm",
        "spatial frequency of the shell",
        rows.map((r) => r.frequency)
      ),
      correlation: number(
        "",
        "Fourier shell correlation",
        rows.map((r) => r.correlation)
      ),
      half_bit: number(
        "",
        "half-bit criterion for the voxels of this shell",
        rows.map((r) => r.halfBit)
      ),
      cutoff_per_um: number(
        "1/µm",
        "where the curve first falls below the criterion; none where it never does",
        rows.map((r) => r.cutoff)
      )
    }
  )
);
