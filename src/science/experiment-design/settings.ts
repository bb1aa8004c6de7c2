// What an experimenter may choose: every knob with its unit, its value in the study (or what stands for one that is not
// given), its range, and the next step worth asking about. The range is that of the twins' runs: nothing is extrapolated.

import type { Parameter } from "../parameters.js";

const notGiven = "not given in the study; assumed as in the twin";
const study = "study, methods section";

/** The knobs, by technique in the order of the page. Units are those of the page. */
export const knobs = {
  txmPhotons: {
    ...{ symbol: "N", label: "photons a pixel and image", value: 5000, unit: "", min: 1500, max: 30000 },
    ...{ scale: "log", status: "assumed", source: notGiven }
  },
  txmTilt: {
    ...{ symbol: "θ", label: "tilts to both sides, up to", value: 65, unit: "°", min: 45, max: 90 },
    ...{ status: "study", source: study }
  },
  txmThreshold: {
    ...{ symbol: "t", label: "threshold of the classes", value: 5, unit: "%", min: 2, max: 10 },
    ...{ status: "study", source: study }
  },
  txmVoxel: {
    ...{ symbol: "v", label: "voxel of the classes", value: 19.6, unit: "nm", min: 19.6, max: 39.2 },
    ...{ status: "assumed", source: "two pixels of the study's camera; a pixel of 9.8 nm was not swept" }
  },
  mapPhotons: {
    ...{ symbol: "N", label: "photons, over the twin's 20 000 a pixel", value: 1, unit: "×", min: 0.05 },
    ...{ max: 5, scale: "log", status: "assumed", source: notGiven }
  },
  mapStep: {
    ...{ symbol: "ΔE", label: "step between energies", value: 0.25, unit: "eV", min: 0.15, max: 0.5 },
    ...{ status: "assumed", source: notGiven }
  },
  mapWindow: {
    ...{ symbol: "W", label: "energies that are fitted", value: 0, unit: "", min: 0, max: 1 },
    ...{ status: "study", source: study }
  },
  rixsCounts: {
    ...{ symbol: "n", label: "counts at the top of a scattering map", value: 400, unit: "", min: 10 },
    ...{ max: 5000, scale: "log", status: "assumed", source: notGiven }
  },
  neutronHours: {
    ...{ symbol: "T", label: "counting time", value: 3, unit: "h", min: 0.25, max: 100, scale: "log" },
    ...{ status: "study", source: `${study}; the count rate is assumed` }
  },
  neutronLargest: {
    ...{ symbol: "d_max", label: "largest spacing", value: 2.5, unit: "Å", min: 1.6, max: 5 },
    ...{ status: "study", source: study }
  },
  neutronSmallest: {
    ...{ symbol: "d_min", label: "smallest spacing", value: 0.5, unit: "Å", min: 0.4, max: 1 },
    ...{ status: "study", source: study }
  },
  neutronPartner: {
    ...{ symbol: "X", label: "refined jointly with X-rays", value: 0, unit: "", min: 0, max: 1 },
    ...{ status: "study", source: "no joint refinement is described in the study" }
  },
  eelsDose: {
    ...{ symbol: "D", label: "exposure, over the twin's", value: 1, unit: "×", min: 0.01, max: 10 },
    ...{ scale: "log", status: "assumed", source: notGiven }
  },
  eelsResolution: {
    ...{ symbol: "ΔE", label: "energy resolution", value: 4.7, unit: "eV", min: 0.5, max: 4.7 },
    ...{ scale: "log", status: "study", source: study }
  },
  stemDose: {
    ...{ symbol: "D", label: "electrons an image", value: 2100, unit: "1/Å²", min: 350, max: 20000 },
    ...{ scale: "log", status: "assumed", source: "the study's rate of 35 e/Å²/s for an assumed minute" }
  },
  simsTime: {
    ...{ symbol: "T", label: "time of the ion beam on the field", value: 30, unit: "s", min: 3, max: 300 },
    ...{ scale: "log", status: "assumed", source: notGiven }
  },
  simsBlur: {
    ...{ symbol: "δ", label: "width of the ion beam", value: 50, unit: "nm", min: 20, max: 300 },
    ...{ scale: "log", status: "assumed", source: notGiven }
  },
  nanoVoxel: {
    ...{ symbol: "v", label: "voxel of the nanotomogram", value: 20, unit: "nm", min: 20, max: 550 },
    ...{ scale: "log", status: "study", source: study }
  }
} as const satisfies Record<string, Parameter>;

export type Knob = keyof typeof knobs;
export const knobNames = Object.keys(knobs) as Knob[];
/** A value for every knob, in the knob's unit. */
export type Design = Record<Knob, number>;

/** Knobs that are a choice between two, 0 or 1, in words. */
export const choices: Partial<Record<Knob, readonly [string, string]>> = {
  mapWindow: ["the study's windows", "all that was measured"],
  neutronPartner: ["neutrons alone", "with X-rays"]
};

/** Which way a step goes, and how far: a factor for logarithmic knobs, a difference for others. */
export const steps: Record<Knob, { by: number; ways: readonly (1 | -1)[] }> = {
  txmPhotons: { by: 3, ways: [1] },
  txmTilt: { by: 10, ways: [1] },
  txmThreshold: { by: 2, ways: [1, -1] },
  txmVoxel: { by: 9.8, ways: [1, -1] },
  mapPhotons: { by: 3, ways: [1] },
  mapStep: { by: 0.1, ways: [-1] },
  mapWindow: { by: 1, ways: [1, -1] },
  rixsCounts: { by: 3, ways: [1] },
  neutronHours: { by: 3, ways: [1] },
  neutronLargest: { by: 1, ways: [1] },
  neutronSmallest: { by: 0.1, ways: [-1] },
  neutronPartner: { by: 1, ways: [1] },
  eelsDose: { by: 3, ways: [1] },
  eelsResolution: { by: 3, ways: [-1] },
  stemDose: { by: 3, ways: [1] },
  simsTime: { by: 3, ways: [1] },
  simsBlur: { by: 2, ways: [-1] },
  nanoVoxel: { by: 2, ways: [-1] }
};

/** The study's own settings. */
export const studyDesign = (): Design =>
  Object.fromEntries(knobNames.map((name) => [name, knobs[name].value])) as Design;

export const presetNames = ["study", "dose", "tilt", "fine"] as const;
export type PresetName = (typeof presetNames)[number];

const dosed = {
  ...{ txmPhotons: 15000, mapPhotons: 3, rixsCounts: 1200, neutronHours: 9, eelsDose: 3 },
  ...{ stemDose: 6300, simsTime: 90 }
} satisfies Partial<Design>;

/** Experiments to start from. */
export const presets: Record<PresetName, { label: string; design: Partial<Design> }> = {
  study: { label: "the study", design: {} },
  dose: { label: "3 × dose", design: dosed },
  tilt: { label: "±75°", design: { txmTilt: 75 } },
  fine: {
    label: "fine",
    design: {
      ...dosed,
      ...{ txmTilt: 75, mapStep: 0.15, mapWindow: 1, neutronPartner: 1, neutronLargest: 5 },
      ...{ eelsResolution: 0.5, simsBlur: 20 }
    }
  }
};

export const presetDesign = (name: PresetName): Design => ({ ...studyDesign(), ...presets[name].design });

/** @throws where a value lies outside its knob's range */
export function checkDesign(design: Design): void {
  for (const name of knobNames) {
    const { label, min, max, unit } = knobs[name];
    const value = design[name];
    if (!(value >= min && value <= max))
      throw new Error(
        `invalid ${label}: ${value}; must be from ${min} to ${max}${unit && ` ${unit}`}, the range that the twins were run over`
      );
  }
}
