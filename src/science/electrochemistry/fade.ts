// Ageing, calibrated: a share f of the oxygen redox is lost, and the charge transfer slows, cycle by cycle.
//   f_n = 1 − (1 − φ)^n,  i0_n = i0 e^{−κ n};  a branch that passes dq at E keeps dq (1 − f w(E)), w = 1/(1 + e^{−(E − E_O)/w_O}),
//   and a part s of what is lost comes back about E_M, where transition metals of a densified surface are reduced.
// The form is a description of what cycling does to such oxides, not a mechanism; φ, κ and s are set by hand so that capacity
// and mean voltage fall as is commonly said of like materials. Nothing here can count as reproduced.

import { pchip } from "../numerics/pchip.js";
import {
  extendedShape,
  publishedLaterCharge,
  shapeCapacity,
  type ShapePoints
} from "../material/open-circuit.js";
import type { Parameter } from "../parameters.js";
import { loopOf, type Loop } from "./equilibrium.js";

const byHand = (what: string) =>
  `calibrated: ${what}, as commonly said of like materials (general knowledge, unverified); the study prints no such number`;

export const fadeParameters = {
  slowLoss: {
    symbol: "φ₀.₁",
    label: "oxygen redox lost in a cycle at 0.1 C",
    value: 0.014,
    unit: "",
    min: 0,
    max: 0.1,
    status: "assumed",
    source: byHand("some 3 mV of mean voltage a cycle and 95–97 % of the capacity after 20")
  },
  fastLoss: {
    symbol: "φ₁₀",
    label: "oxygen redox lost in a cycle at 10 C",
    value: 0.006,
    unit: "",
    min: 0,
    max: 0.1,
    status: "assumed",
    source: byHand("less oxygen is lost at the fast rate, which the study says in words")
  },
  slowImpedance: {
    symbol: "κ₀.₁",
    label: "fall of ln i₀ in a cycle at 0.1 C",
    value: 0.02,
    unit: "",
    min: 0,
    max: 0.5,
    status: "assumed",
    source: byHand("a surface layer grows")
  },
  fastImpedance: {
    symbol: "κ₁₀",
    label: "fall of ln i₀ in a cycle at 10 C",
    value: 0.12,
    unit: "",
    min: 0,
    max: 0.5,
    status: "assumed",
    source: byHand("a retention below that of 0.1 C after 20 cycles")
  },
  returned: {
    symbol: "s",
    label: "share of the lost oxygen redox that returns at low voltage",
    value: 0.5,
    unit: "",
    min: 0,
    max: 1,
    status: "assumed",
    source: byHand("voltage falls faster than capacity")
  },
  oxygenVoltage: {
    symbol: "E_O",
    label: "voltage above which capacity counts as the oxygen's",
    value: 4.0,
    unit: "V",
    min: 3.5,
    max: 4.5,
    status: "assumed",
    source: byHand("the high-voltage part of the curve")
  },
  metalVoltage: {
    symbol: "E_M",
    label: "voltage about which the share returns",
    value: 3.0,
    unit: "V",
    min: 2.4,
    max: 3.6,
    status: "assumed",
    source: byHand("Mn and Co redox after long cycling near 3 V")
  }
} satisfies Record<string, Parameter>;

export type FadeParameters = Record<keyof typeof fadeParameters, number>;

export function defaultFadeParameters(): FadeParameters {
  return Object.fromEntries(
    Object.entries(fadeParameters).map(([name, { value }]) => [name, value])
  ) as FadeParameters;
}

export interface FadeRates {
  /** φ and κ, per cycle */
  loss: number;
  impedance: number;
}

/** Between the two rates on the logarithm of the rate; held beyond them. */
export function fadeRatesAt(rate: number, p: FadeParameters): FadeRates {
  const t = Math.min(1, Math.max(0, (Math.log10(rate) + 1) / 2));
  return {
    loss: p.slowLoss + t * (p.fastLoss - p.slowLoss),
    impedance: p.slowImpedance + t * (p.fastImpedance - p.slowImpedance)
  };
}

/** V; widths of the two steps */
const [oxygenWidth, metalWidth] = [0.1, 0.15];
const logistic = (v: number) => 1 / (1 + Math.exp(-v));

/** A shape with a share f of the oxygen's capacity lost, and a part of it returned at low voltage. */
export function fadedShape(shape: ShapePoints, f: number, p: FadeParameters, samples = 240): ShapePoints {
  if (f === 0) return shape;
  const curve = pchip(
    shape.map(([q]) => q),
    shape.map(([, potential]) => potential)
  );
  const { from, to } = curve;
  const weightAt = (q: number) => logistic((curve.value(q) - p.oxygenVoltage) / oxygenWidth);
  const at = (k: number) => from + ((to - from) * k) / samples;
  let high = 0;
  for (let k = 0; k < samples; ++k) high += weightAt(at(k + 0.5)) * ((to - from) / samples);
  const cumulative = (potential: number) => logistic((potential - p.metalVoltage) / metalWidth);
  const back = f * p.returned * high;
  const points: [number, number][] = [[from, curve.value(from)]];
  let q = from;
  for (let k = 0; k < samples; ++k) {
    const [before, after] = [curve.value(at(k)), curve.value(at(k + 1))];
    q += ((to - from) / samples) * (1 - f * weightAt(at(k + 0.5)));
    q += back * Math.abs(cumulative(after) - cumulative(before));
    points.push([q, after]);
  }
  return points;
}

/** Branches of a charge after the first with a share f of the oxygen redox lost. */
export function agedLoop(f: number, p: FadeParameters): Loop {
  const charge = extendedShape("charge", publishedLaterCharge);
  const discharge = extendedShape("discharge");
  const aged = fadedShape(discharge, f, p);
  return loopOf(fadedShape(charge, f, p), aged, false, shapeCapacity(aged) / shapeCapacity(discharge));
}
