// The time-of-flight diffractometer of the neutron patterns: every number with its source, and the plain record that the twin
// reads. Banks stand at ±90°, so that λ = √2 d: the study's 0.7–3.5 Å and its d of 0.5–2.5 Å are one statement. d in Å.

import type { Parameter } from "../parameters.js";

const study = "study, methods section: neutron powder diffraction (VULCAN)";
const notGiven = "not given in the study; assumed";

export const neutronParameters = {
  dMin: {
    ...{ symbol: "d_min", label: "smallest spacing measured", value: 0.5, unit: "Å", min: 0.3, max: 1.2 },
    ...{ status: "study", source: study }
  },
  dMax: {
    ...{ symbol: "d_max", label: "largest spacing measured", value: 2.5, unit: "Å", min: 1.5, max: 6 },
    ...{ status: "study", source: study }
  },
  resolution: {
    ...{ symbol: "Δd/d", label: "full width of a reflection at half its height, over d", value: 0.0025 },
    ...{ unit: "", min: 0.0005, max: 0.01, status: "study" },
    source: `${study}; that 0.25 % is a full width at half height is assumed`
  },
  lorentz: {
    ...{
      symbol: "l",
      label: "Lorentzian share of the width, over d",
      value: 0,
      unit: "",
      min: 0,
      max: 0.003
    },
    ...{ status: "assumed", source: `${notGiven}: none, no broadening by strain or small crystals` }
  },
  hours: {
    ...{ symbol: "t", label: "counting time of a pattern", value: 3, unit: "h", min: 0.05, max: 100 },
    ...{ scale: "log", status: "study", source: study }
  },
  countRate: {
    ...{
      symbol: "R",
      label: "counts per hour and bin at the top of (0 1 2) of the pristine sample",
      value: 4000
    },
    ...{ unit: "h⁻¹", min: 100, max: 1e5, scale: "log", status: "assumed" },
    source: `${notGiven}: with 3 h it gives 12,000 counts at the top; counts and sample mass are not told`
  },
  background: {
    ...{
      symbol: "β",
      label: "background over the top of (0 1 2)",
      value: 0.06,
      unit: "",
      min: 0.005,
      max: 1
    },
    ...{
      status: "assumed",
      source: `${notGiven}: incoherent scattering of the binder's hydrogen, and the can`
    }
  },
  points: {
    ...{ symbol: "N", label: "bins, of equal Δd/d", value: 5000, unit: "", min: 500, max: 20000 },
    ...{ status: "assumed", source: `${notGiven}: eight bins across a reflection` }
  }
} as const satisfies Record<string, Parameter>;

export type NeutronInstrument = Record<keyof typeof neutronParameters, number>;

export function defaultNeutronInstrument(changes: Partial<NeutronInstrument> = {}): NeutronInstrument {
  const values = Object.fromEntries(
    Object.entries(neutronParameters).map(([name, { value }]) => [name, value])
  ) as NeutronInstrument;
  return { ...values, ...changes };
}

/** @throws one sentence where the numbers make no instrument */
export function checkNeutronInstrument({
  dMin,
  dMax,
  resolution,
  hours,
  countRate,
  points
}: NeutronInstrument): void {
  if (!(dMin > 0 && dMax > dMin * 1.05))
    throw new Error(`invalid range of d: ${dMin} to ${dMax} Å; must ascend from above 0`);
  if (!(resolution > 0)) throw new Error(`invalid resolution: Δd/d = ${resolution}; must be above 0`);
  if (!(hours > 0 && countRate > 0))
    throw new Error(`invalid counting: ${hours} h at ${countRate} counts/h; both must be above 0`);
  if (!(Number.isInteger(points) && points >= 100))
    throw new Error(`invalid number of bins: ${points}; must be a whole number of at least 100`);
}

/**
 * Incident neutrons against wavelength, 1 at 1.2 Å: a Maxwellian of a moderator near 300 K and the slowing-down part below,
 * φ ∝ 2 λ_T⁴/λ⁵ exp(−λ_T²/λ²) + κ/λ · 1/(1 + exp(α/λ − β)). Carpenter & Yelon, Methods Exp. Phys. 23A (1986) 99; the
 * numbers are assumed. A vanadium run tells it, so that the analysis divides it out exactly.
 */
export function incidentSpectrum(d: number): number {
  return shape(Math.SQRT2 * d) / shape(1.2);
}

const thermal = 1.78;
function shape(wavelength: number): number {
  const maxwell = ((2 * thermal ** 4) / wavelength ** 5) * Math.exp(-((thermal / wavelength) ** 2));
  const epithermal = 0.5 / wavelength / (1 + Math.exp(wavelength * 2.5 - 2.2));
  return maxwell + epithermal;
}

/** Bins of equal Δd/d: their centres, ascending. */
export function spacings({ dMin, dMax, points }: NeutronInstrument): Float64Array {
  const step = Math.log(dMax / dMin) / (points - 1);
  return Float64Array.from({ length: points }, (_, i) => dMin * Math.exp(i * step));
}
