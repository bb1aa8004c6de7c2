// What a measurement of given settings would find, out of surfaces that each cross the study's settings. The knobs are moved
// from there one surface after the other: a knob that an earlier surface has moved stays moved, so x′ and x differ in the
// surface's own knobs only,
//   noise(x) = n⁰ Π_s n_s(x)/n_s(x′)                 factors multiply: exact where a knob acts on the counts alone
//   bias(x)  = b⁰ + Σ_s [b_s(x) − b_s(x′)]           shifts of the magnitude add: first order; never below the least of
//                                                    b⁰ and the b_s(x), so that no bias is taken away twice
//   Δ(x)     = Δ⁰ + Σ_s [Δ_s(x) − Δ_s(x′)]           the difference between the claim and its alternative
// with n⁰, b⁰, Δ⁰ from the study's own settings. Where a surface comes from another state of the particle, or from a law of
// growth, a stated share of its shift is doubted: that is the error of the law.

import { studyDesign, type Design, type Knob } from "./settings.js";
import { valueAt, type Response, type Surface } from "./surface.js";

/** A question that a measurement may decide, in numbers. */
export interface Question {
  id: string;
  /** value of the quantity with the claim true, and with its alternative true */
  effect: number;
  alternative: number;
  unit: string;
  /** at the study's settings */
  base: Response;
  surfaces: readonly Surface[];
}

export interface Prediction extends Response {
  /** of the bias and of the difference, by surfaces that are not to be trusted wholly; the noise comes on top */
  biasError: number;
  differenceError: number;
  beyond: readonly Knob[];
}

/** @param design a value within its range for every knob */
export function predict({ base, surfaces }: Question, design: Design): Prediction {
  let { noise, bias, difference } = base;
  let [biasError, differenceError, least] = [0, 0, base.bias];
  const before = studyDesign();
  const beyond = new Set<Knob>();
  for (const surface of surfaces) {
    const there = valueAt(surface, before);
    for (const knob of surface.knobs) before[knob] = design[knob];
    const here = valueAt(surface, design);
    noise *= here.noise / there.noise;
    const shift = here.bias - there.bias;
    bias += shift;
    least = Math.min(least, here.bias);
    biasError += surface.doubt * Math.abs(shift);
    const step = here.difference - there.difference;
    difference += step;
    differenceError += surface.doubt * Math.abs(step);
    for (const knob of here.beyond) beyond.add(knob);
  }
  return { noise, bias: Math.max(least, bias), difference, biasError, differenceError, beyond: [...beyond] };
}
