// Butler–Volmer kinetics: i(η) = i0 [exp(α_a F η/RT) − exp(−α_c F η/RT)], anodic current positive.
// Newman & Thomas-Alyea, Electrochemical Systems, 3rd ed., ch. 8.

import { faraday, gasConstant } from "./constants.js";

export interface Kinetics {
  /** i0, A/m² */
  exchangeCurrent: number;
  anodicTransfer: number;
  cathodicTransfer: number;
}

/** F/RT in 1/V. @param temperature K */
export function thermalFactor(temperature: number): number {
  return faraday / (gasConstant * temperature);
}

/** A/m² at an overpotential η (V). */
export function butlerVolmer(k: Kinetics, eta: number, temperature: number): number {
  const u = thermalFactor(temperature) * eta;
  return k.exchangeCurrent * (Math.exp(k.anodicTransfer * u) - Math.exp(-k.cathodicTransfer * u));
}

/**
 * u of P e^{α_a u} − N e^{−α_c u} = s, with P, N > 0: closed for α_a = α_c, where
 * u = asinh(s/(2√(PN)))/α + ln(N/P)/(2α); else from there by Newton's method on asinh, which makes both branches straight.
 */
export function balance(P: number, N: number, s: number, anodic: number, cathodic: number): number {
  const sum = anodic + cathodic;
  const root = Math.log(N / P) / sum;
  // at the root both terms are equal; their common value is the scale of s
  const scale = P * Math.exp(anodic * root);
  const t = Math.asinh(s / (2 * scale));
  if (anodic === cathodic) return root + t / anodic;
  let v = t / (t > 0 ? anodic : cathodic);
  for (let step = 0; step < 50; ++step) {
    const [a, c] = [Math.exp(anodic * v), Math.exp(-cathodic * v)];
    const f = (a - c) / 2;
    const change = ((Math.asinh(f) - t) * 2 * Math.hypot(1, f)) / (anodic * a + cathodic * c);
    v -= change;
    if (Math.abs(change) <= 1e-15 * Math.max(1, Math.abs(v))) break;
  }
  return root + v;
}

/** Overpotential (V) that drives a current i (A/m²). */
export function overpotential(k: Kinetics, current: number, temperature: number): number {
  const s = current / k.exchangeCurrent;
  return balance(1, 1, s, k.anodicTransfer, k.cathodicTransfer) / thermalFactor(temperature);
}

/** i0 of lithium metal: i0,ref (c_e/c_ref)^α_a. */
export function lithiumExchangeCurrent(
  reference: number,
  electrolyte: number,
  referenceElectrolyte: number,
  anodicTransfer: number
): number {
  return reference * (electrolyte / referenceElectrolyte) ** anodicTransfer;
}
