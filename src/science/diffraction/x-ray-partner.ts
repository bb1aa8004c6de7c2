// A laboratory X-ray pattern of the same sample, to see what it adds to the neutrons: the same crystal and the same refined
// numbers, other contrast (f₀ + f′ + i f″ in place of b). Cu Kα, 2θ from 15°; counts at the top are assumed. Only its Fisher
// information is used; no such pattern is in the study.

import { dispersion, energyOf } from "../material/x-ray-anomalous.js";
import { formFactor } from "../material/x-ray-form-factors.js";
import type { Crystal } from "../material/crystal.js";
import type { FitProblem } from "../numerics/levenberg-marquardt.js";
import type { Background } from "./background.js";
import { constantWavelength } from "./powder-geometry.js";
import { refinementProblem, type RefinementSettings } from "./rietveld.js";
import { patternModel } from "./rietveld-model.js";
import type { Amplitude } from "./structure-factor.js";

/** Å, the study's copper tube */
const wavelength = 1.54186;
export const xRayPartner = {
  /** ° */
  from: 15,
  to: 120,
  step: 0.02,
  /** counts at the top of the strongest reflection */
  top: 10000,
  /** over the top */
  background: 0.03,
  /** °², a width of 0.1° */
  W: 0.01
} as const;

export const copperAmplitude: Amplitude = (element, s) => {
  const [real, imaginary] = dispersion(element, energyOf(wavelength));
  return [formFactor(element, s) + real, imaginary];
};

/** The problem of refining `crystal` against its own X-ray pattern, at the truth. */
export function xRayProblem(
  crystal: Crystal,
  { refine, ties, bounds }: Pick<RefinementSettings, "refine" | "ties" | "bounds">,
  top: number = xRayPartner.top
): FitProblem {
  const { from, to, step, W } = xRayPartner;
  const x = Float64Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
  const background: Background = { kind: "chebyshev", count: 4 };
  const geometry = constantWavelength({ wavelength, U: 0.005, V: -0.003, W, Y: 0.03, polarised: true });
  const make = (scale: number, level: number) =>
    patternModel({
      ...{ crystal, x, geometry, background, scale, backgroundStart: [level] },
      ...{ amplitude: copperAmplitude, windowWidths: 20 }
    });
  const unit = make(1, 0);
  const highest = unit.pattern(unit.start).reduce((most, y) => Math.max(most, y), 0);
  const model = make(top / highest, top * xRayPartner.background);
  const intensity = model.pattern(model.start);
  const pattern = { axis: "two-theta", x, intensity, error: intensity.map(Math.sqrt) } as const;
  const own = refine.filter((name) => name !== "gauss" && name !== "lorentz");
  return refinementProblem(pattern, model, model.start, { refine: [...own, "W"], ties, bounds });
}
