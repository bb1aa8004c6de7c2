// The nanotomograph: every number with its source, and the plain record that the twin reads. The study gives the voxel, the
// camera and the flux; the X-ray energy, the distances, the number of projections and the exposure are not given.

import type { Parameter } from "../parameters.js";
import { poreField } from "../particle/pore-network.js";
import { refraction } from "./refraction.js";

const study = "study, methods section: X-ray phase-contrast tomography";
const notGiven = "not given in the study; assumed";

export const tomographParameters = {
  voxel: {
    symbol: "p",
    label: "pixel in the plane of the sample, and voxel; coarser here by default",
    value: 20e-9,
    unit: "m",
    min: 20e-9,
    max: 300e-9,
    status: "study",
    source: `${study}; 137.5 nm here unless built fine, as 880³ voxels take gigabytes`
  },
  energy: {
    symbol: "E",
    label: "photon energy",
    value: 17000,
    unit: "eV",
    min: 17000,
    max: 29600,
    status: "assumed",
    source: `${notGiven}: one of two energies at which such beamlines are run, 17 or 29.6 keV`
  },
  fresnel: {
    symbol: "λz/p²",
    label: "propagation distance z, as the inverse of a pixel's Fresnel number",
    value: 1.5,
    unit: "",
    min: 0.1,
    max: 20,
    scale: "log",
    status: "assumed",
    source: `${notGiven}: fringes about a pixel wide; kept as the voxel changes`
  },
  distances: {
    symbol: "n_z",
    label: "distances at which a projection is recorded, each farther by a half than the one before",
    value: 1,
    unit: "",
    min: 1,
    max: 4,
    status: "assumed",
    source: `${notGiven}: holotomography takes several, usually four; one suffices for one material`
  },
  tilts: {
    symbol: "n_θ",
    label: "projections over half a turn",
    value: 180,
    unit: "",
    min: 20,
    max: 2000,
    status: "assumed",
    source: `${notGiven}: π/2 for each voxel across the particle`
  },
  photons: {
    symbol: "N",
    label: "detected photons a pixel and projection, no sample in the beam",
    value: 20000,
    unit: "",
    min: 100,
    max: 1e6,
    scale: "log",
    status: "assumed",
    source: `${notGiven}: 10¹² photons/s over 2048² pixels would give 240 000 a second at most`
  },
  sourceBlur: {
    symbol: "δ_s",
    label: "full width of the focus, as seen in the plane of the sample",
    value: 25e-9,
    unit: "m",
    min: 0,
    max: 300e-9,
    status: "assumed",
    source: `${notGiven}: about that of the nanofocus`
  },
  cameraBlur: {
    symbol: "δ_d",
    label: "full width of the camera's point spread, pixels",
    value: 0.8,
    unit: "",
    min: 0,
    max: 5,
    status: "assumed",
    source: notGiven
  }
} as const satisfies Record<string, Parameter>;

/** Settings of the tomograph, SI units but for eV. */
export interface Tomograph {
  /** m, in the plane of the sample */
  pixelSize: number;
  /** eV */
  energy: number;
  /** m, effective propagation distances of a parallel beam, rising */
  distances: readonly number[];
  /** rad, over half a turn */
  tilts: Float64Array;
  /** a pixel, projection and distance */
  photons: number;
  /** m, full width at half height, source and camera together, in the plane of the sample */
  blur: number;
}

export type TomographOptions = Partial<Record<keyof typeof tomographParameters, number>>;

/**
 * The tomograph for a sample of `size`³ voxels. Its pixel is a voxel; distances follow, so that fringes stay as wide in pixels.
 * @throws where a setting is out of its range
 */
export function defaultTomograph(size = 128, changed: TomographOptions = {}): Tomograph {
  const value = (name: keyof typeof tomographParameters): number => {
    const { label, min, max, value: usual, unit } = tomographParameters[name];
    const own = changed[name] ?? usual;
    if (!(own >= min && own <= max))
      throw new Error(`invalid ${label}: ${own}; must be from ${min} to ${max} ${unit}`.trim());
    return own;
  };
  const pixelSize = poreField / size;
  const { wavelength } = refraction(value("energy"));
  const first = (value("fresnel") * pixelSize ** 2) / wavelength;
  const count = Math.round(value("tilts"));
  return {
    pixelSize,
    energy: value("energy"),
    distances: Array.from({ length: Math.round(value("distances")) }, (_, k) => first * 1.5 ** k),
    tilts: Float64Array.from({ length: count }, (_, k) => (k * Math.PI) / count),
    photons: value("photons"),
    blur: Math.hypot(value("sourceBlur"), value("cameraBlur") * pixelSize)
  };
}
