/**
 * What a colour looks like to others, for tests: WCAG contrast, CIE Lab distance, and simulated colour blindness.
 * Sources: WCAG 2.2 (relative luminance); CIE 1976 L*a*b*, D65;
 * Machado, Oliveira & Fernandes 2009, doi:10.1109/TVCG.2009.113 (severity 1.0).
 */
import { parseHex, toLinear } from "../../src/components/colour-space.js";
import type { Triple } from "../../src/components/colour-space.js";

export type Vision = "normal" | "deuteranopia" | "protanopia";

const matrices: Record<Vision, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ]
};

const linear = (hex: string): Triple => {
  const [r, g, b] = parseHex(hex);
  return [toLinear(r), toLinear(g), toLinear(b)];
};

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Contrast ratio of two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const weights: Triple = [0.2126, 0.7152, 0.0722];
  const [x, y] = [dot(weights, linear(a)), dot(weights, linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** CIE L*a*b* of a colour as seen with the given vision. */
export function lab(hex: string, vision: Vision = "normal"): Triple {
  const rgb = linear(hex);
  const clamp = (v: number) => Math.min(1, Math.max(0, v));
  const [m0, m1, m2] = matrices[vision];
  const seen: Triple = [clamp(dot(m0, rgb)), clamp(dot(m1, rgb)), clamp(dot(m2, rgb))];
  const f = (v: number) => (v > 216 / 24389 ? Math.cbrt(v) : (24389 / 27 / 116) * v + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], seen) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], seen));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Distance of two colours in L*a*b* as seen with the given vision; about 2 can just be told apart side by side. */
export function distance(a: string, b: string, vision: Vision = "normal"): number {
  const [p, q] = [lab(a, vision), lab(b, vision)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
