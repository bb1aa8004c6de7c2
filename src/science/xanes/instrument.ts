// The transmission X-ray microscope of the oxidation-state maps: every number with its source, and the plain record that the
// twin reads. Defaults are chosen so that the maps mean something, see `thickness`: the Mn L3 line of Mn⁴⁺ takes an optical
// density of about 30 a micrometre, so that a fragment as thick as that of the tomograms is black in it.

import type { AttenuationTable } from "../material/x-ray-absorption.js";
import type { Parameter } from "../parameters.js";
import { fieldOfView } from "../particle/fragment.js";
import { edgeElements, type EdgeElement, energyStep } from "./windows.js";

const nm = 1e-9;
const study = "study, methods section: transmission soft X-ray microscopy";
const notGiven = "not given in the study; assumed";

export const stackParameters = {
  pixel: {
    symbol: "p",
    label: "pixel, in the plane of the sample",
    value: 9.8 * nm,
    unit: "m",
    min: 5 * nm,
    max: 40 * nm,
    status: "study",
    source: study
  },
  blur: {
    symbol: "δ",
    label: "full width of the zone plate's point spread at half its height",
    value: 25 * nm,
    unit: "m",
    min: 0,
    max: 60 * nm,
    status: "study",
    source: `${study}; that the width equals that of the outermost zone is assumed`
  },
  thickness: {
    symbol: "t",
    label: "thickness of the fragment along the beam, as a share of that of the tomograms",
    value: 0.15,
    unit: "",
    min: 0.02,
    max: 1,
    scale: "log",
    status: "assumed",
    source: `${notGiven}: thin enough (about 0.1 µm) that a few percent of the photons pass the Mn L3 line; at 1 the line transmits less than 1e-8`
  },
  photons: {
    symbol: "N",
    label: "detected photons per pixel of 9.8 nm and image, no sample in the beam",
    value: 20000,
    unit: "",
    min: 500,
    max: 1e6,
    scale: "log",
    status: "assumed",
    source: `${notGiven}: four times that of a tomogram's images, as no tilts are needed`
  },
  strayLight: {
    symbol: "s",
    label: "share of the light that is of other energies, or comes past the sample",
    value: 0.01,
    unit: "",
    min: 0,
    max: 0.2,
    status: "assumed",
    source: `${notGiven}: some percent of higher orders and stray light are usual`
  },
  flatFrames: {
    symbol: "n_F",
    label: "exposures without sample at each energy",
    value: 10,
    unit: "",
    min: 1,
    max: 100,
    status: "assumed",
    source: notGiven
  },
  darkLevel: {
    symbol: "d",
    label: "mean of the dark level, photons",
    value: 100,
    unit: "",
    min: 0,
    max: 1000,
    status: "assumed",
    source: notGiven
  },
  readNoise: {
    symbol: "σ_d",
    label: "standard deviation of the read-out, photons",
    value: 1,
    unit: "",
    min: 0,
    max: 20,
    status: "assumed",
    source: `${notGiven}: below the noise of the photons`
  },
  beamDrift: {
    symbol: "b",
    label: "standard deviation of the beam's intensity between sample and flat image",
    value: 0.01,
    unit: "",
    min: 0,
    max: 0.1,
    status: "assumed",
    source: `${notGiven}: one percent; the empty field around the particle tells`
  },
  drift: {
    symbol: "j",
    label: "standard deviation of the sample's step from one energy to the next, along each axis",
    value: 1.5 * nm,
    unit: "m",
    min: 0,
    max: 20 * nm,
    status: "assumed",
    source: `${notGiven}: a random walk that adds up to about a pixel and a half over an edge`
  },
  jump: {
    symbol: "J",
    label: "standard deviation of the sample's place at the start of each edge",
    value: 15 * nm,
    unit: "m",
    min: 0,
    max: 40 * nm,
    status: "assumed",
    source: `${notGiven}: one and a half pixels`
  },
  energyDrift: {
    symbol: "ΔE_d",
    label: "drift of the photon energy over a scan, zero at its start",
    value: 0,
    unit: "eV",
    min: -1,
    max: 1,
    status: "assumed",
    source: `${notGiven}: none by default`
  },
  energyStep,
  energyResolution: {
    symbol: "δE",
    label: "full width of the energy resolution at half its height",
    value: 0.3,
    unit: "eV",
    min: 0.05,
    max: 2,
    status: "assumed",
    source: `${notGiven}: the reference spectra have the same`
  }
} as const satisfies Record<string, Parameter>;

/** Settings of the microscope and of how the sample stands in it, SI units but for eV; photons are detected ones. */
export interface StackInstrument {
  elements: readonly EdgeElement[];
  /** m */
  pixelSize: number;
  /** voxels of the sample across one pixel */
  samplesPerPixel: number;
  /** m, full width at half height */
  blur: number;
  thickness: number;
  /** per pixel and exposure, without sample */
  photons: number;
  strayLight: number;
  flatFrames: number;
  darkLevel: number;
  readNoise: number;
  beamDrift: number;
  /** m, a step of the random walk */
  drift: number;
  /** m */
  jump: number;
  /** eV over a scan */
  energyDrift: number;
  /** eV */
  energyStep: number;
  /** eV */
  energyResolution: number;
  table: AttenuationTable;
}

const values = Object.fromEntries(
  Object.entries(stackParameters).map(([name, { value }]) => [name, value])
) as Record<keyof typeof stackParameters, number>;

/**
 * The microscope at its defaults for a sample of `size`³ voxels: its pixel is 9.8 nm where the voxels are that small or
 * smaller; on a coarser sample the pixel is a voxel, and gathers the photons of its area.
 */
export function defaultStackInstrument(size = 128): StackInstrument {
  const samplesPerPixel = Math.max(1, Math.round((size * values.pixel) / fieldOfView));
  const pixelSize = (samplesPerPixel * fieldOfView) / size;
  const { pixel, photons, ...rest } = values;
  return {
    ...rest,
    elements: edgeElements,
    pixelSize,
    samplesPerPixel,
    photons: Math.round(photons * (pixelSize / pixel) ** 2),
    table: "chantler"
  };
}

/** A microscope without faults: no blur, stray light, drift or fluctuation of the beam; photons are still counted. */
export function idealStackInstrument(size = 128): StackInstrument {
  return {
    ...defaultStackInstrument(size),
    blur: 0,
    strayLight: 0,
    beamDrift: 0,
    drift: 0,
    jump: 0,
    readNoise: 0,
    energyDrift: 0
  };
}
