// The transmission X-ray microscope of the tomography: every number with its source, and the plain record that the
// twin reads.

import type { AttenuationTable } from "../material/x-ray-absorption.js";
import type { Parameter } from "../parameters.js";
import { fieldOfView } from "../particle/fragment.js";
import type { EdgeElement } from "./raw.js";

const nm = 1e-9;
const degree = Math.PI / 180;
const study = "study, methods section: transmission soft X-ray microscopy";
const notGiven = "not given in the study; ";

export const microscopeParameters = {
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
  resolution: {
    symbol: "δ",
    label: "outermost zone of the zone plate, taken as the width of the point spread at half its height",
    value: 25 * nm,
    unit: "m",
    min: 0,
    max: 60 * nm,
    status: "study",
    source: `${study}; that the width of the point spread equals that of the zone is assumed`
  },
  tiltLimit: {
    symbol: "θ_max",
    label: "largest tilt, to both sides",
    value: 65 * degree,
    unit: "rad",
    min: 30 * degree,
    max: 90 * degree,
    status: "study",
    source: study
  },
  tiltStep: {
    symbol: "Δθ",
    label: "step of the tilt",
    value: 1 * degree,
    unit: "rad",
    min: 0.5 * degree,
    max: 10 * degree,
    status: "study",
    source: study
  },
  photons: {
    symbol: "N",
    label: "detected photons per pixel of 9.8 nm and image, no sample in the beam",
    value: 5000,
    unit: "",
    min: 100,
    max: 1e6,
    scale: "log",
    status: "assumed",
    source: `${notGiven}assumed: a few exposures of a charge-coupled camera that some 1000 photons of 700 eV fill, summed`
  },
  efficiency: {
    symbol: "η",
    label: "share of the transmitted photons that zone plate and camera detect",
    value: 0.08,
    unit: "",
    min: 0.03,
    max: 0.2,
    scale: "log",
    status: "assumed",
    source: `${notGiven}assumed: a tenth for the zone plate, four fifths for the camera; enters the absorbed dose only`
  },
  flatFrames: {
    symbol: "n_F",
    label: "frames without sample, per energy",
    value: 10,
    unit: "",
    min: 1,
    max: 100,
    status: "assumed",
    source: `${notGiven}assumed`
  },
  darkFrames: {
    symbol: "n_D",
    label: "frames without beam",
    value: 10,
    unit: "",
    min: 1,
    max: 100,
    status: "assumed",
    source: `${notGiven}assumed`
  },
  darkLevel: {
    symbol: "d",
    label: "mean of the dark level, in counts of one photon",
    value: 100,
    unit: "",
    min: 0,
    max: 1000,
    status: "assumed",
    source: `${notGiven}assumed`
  },
  readNoise: {
    symbol: "σ_d",
    label: "standard deviation of the read-out, in counts of one photon",
    value: 1,
    unit: "",
    min: 0,
    max: 20,
    status: "assumed",
    source: `${notGiven}assumed: below the noise of the photons`
  },
  fullWell: {
    symbol: "w",
    label: "counts at which the sum of exposures saturates",
    value: 65535,
    unit: "",
    min: 1000,
    max: 1e8,
    scale: "log",
    status: "assumed",
    source: `${notGiven}assumed: 16 bits`
  },
  gradient: {
    symbol: "g",
    label: "illumination: fall from one side of the field to the other",
    value: 0.2,
    unit: "",
    min: 0,
    max: 0.8,
    status: "assumed",
    source: `${notGiven}assumed`
  },
  fixedPattern: {
    symbol: "q",
    label: "standard deviation of the camera's fixed pattern",
    value: 0.03,
    unit: "",
    min: 0,
    max: 0.2,
    status: "assumed",
    source: `${notGiven}assumed`
  },
  beamDrift: {
    symbol: "b",
    label: "standard deviation of the beam's intensity from image to image",
    value: 0,
    unit: "",
    min: 0,
    max: 0.05,
    status: "assumed",
    source: `${notGiven}assumed none by default: images are taken as normalised to the beam's monitor`
  },
  tiltJitter: {
    symbol: "j_θ",
    label: "standard deviation of the sample's place from tilt to tilt, common to all energies",
    value: 15 * nm,
    unit: "m",
    min: 0,
    max: 60 * nm,
    status: "assumed",
    source: `${notGiven}assumed: one and a half pixels left after coarse alignment`
  },
  energyJitter: {
    symbol: "j_E",
    label: "standard deviation of the sample's place from energy to energy at one tilt",
    value: 3 * nm,
    unit: "m",
    min: 0,
    max: 30 * nm,
    status: "assumed",
    source: `${notGiven}assumed: a third of a pixel`
  },
  strayLight: {
    symbol: "s",
    label: "stray light, as a share of the incident intensity",
    value: 0,
    unit: "",
    min: 0,
    max: 0.2,
    status: "assumed",
    source:
      "not given in the study; none by default. A model of such microscopes falls short of the absorption of gold spheres by 10 to 20 %",
    doi: "10.3762/bjnano.16.82"
  }
} as const satisfies Record<string, Parameter>;

/** The pair of photon energies of each element, eV: below its edge and above it. */
export const photonEnergies: readonly { element: EdgeElement; pre: number; post: number }[] = [
  { element: "O", pre: 526, post: 545 },
  { element: "Mn", pre: 635, post: 660 },
  { element: "Co", pre: 770, post: 805 },
  { element: "Ni", pre: 845, post: 880 }
];

/** Why these energies: the study's own are in a table that could not be read. */
export const photonEnergiesSource =
  "assumed: the study lists its energies in Supplementary Table 1, which is not available; these lie outside the near-edge structure on both sides";

/** Settings of the microscope, SI units; photons are detected ones. */
export interface Instrument {
  /** m */
  pixelSize: number;
  /** voxels of the sample across one pixel */
  samplesPerPixel: number;
  /** rad, in the order of the exposures */
  tilts: Float64Array;
  energies: readonly { element: EdgeElement; pre: number; post: number }[];
  table: AttenuationTable;
  /** m, full width of the point spread at half its height */
  resolution: number;
  /** per pixel and image, mean over the field, without sample */
  photons: number;
  efficiency: number;
  flatFrames: number;
  darkFrames: number;
  darkLevel: number;
  readNoise: number;
  fullWell: number;
  gradient: number;
  fixedPattern: number;
  beamDrift: number;
  /** m */
  tiltJitter: number;
  /** m */
  energyJitter: number;
  strayLight: number;
}

const values = Object.fromEntries(
  Object.entries(microscopeParameters).map(([name, { value }]) => [name, value])
) as Record<keyof typeof microscopeParameters, number>;

/**
 * The microscope at its default settings for a sample of `size`³ voxels. Its pixel is 9.8 nm, as in the study, where the
 * sample's voxels are that small or smaller; on a coarser sample the pixel is a voxel, and gathers the photons of its area.
 * @param size voxels along an edge of the sample
 */
export function defaultInstrument(size = 128): Instrument {
  const studied = Math.round(fieldOfView / values.pixel);
  const samplesPerPixel = Math.max(1, Math.round(size / studied));
  const pixelSize = (samplesPerPixel * fieldOfView) / size;
  const { tiltLimit, tiltStep, pixel, photons, ...rest } = values;
  return {
    ...rest,
    pixelSize,
    samplesPerPixel,
    tilts: tiltSeries(tiltLimit, tiltStep),
    energies: photonEnergies,
    table: "chantler",
    photons: Math.round(photons * (pixelSize / pixel) ** 2)
  };
}

/** Tilts from −limit to +limit in equal steps, radians. */
export function tiltSeries(limit: number, step: number): Float64Array {
  const half = Math.floor(limit / step + 1e-9);
  return Float64Array.from({ length: 2 * half + 1 }, (_, k) => (k - half) * step);
}
