/**
 * Every colour and what it means. A page never names a colour of its own: it asks here, so that a rate, a class,
 * an element or a provenance looks the same wherever it stands. Each comes for the light and for the dark theme.
 */
import type { Provenance } from "../science/provenance.js";
import { oklch, ramp } from "./colour-space.js";

/** The two theme backgrounds, as in style.css (`--theme-background`, `--theme-background-alt`). */
export const background = { light: ["#ffffff", "#f5f6f7"], dark: ["#15171a", "#1f2328"] } as const;

type Pair = readonly [light: string, dark: string];
const pick = ([light, dark]: Pair, isDark: boolean): string => (isDark ? dark : light);

const slowestRate = 0.1;
const fastestRate = 10;

/**
 * Colour of a C rate: 0.1 C cool (blue), 10 C warm (orange), rates between on one line by their logarithm.
 * The line bends through mauve: a straight one would pass through the grey that means "oxygen-rich".
 * @param rate in C; clamped to 0.1 … 10. @throws if it is not a positive number
 */
export function rateColour(rate: number, dark = false): string {
  if (!(rate > 0)) throw new Error(`invalid rate: ${rate}; must be a positive number of C`);
  const x = Math.log(rate / slowestRate) / Math.log(fastestRate / slowestRate);
  const t = Math.min(1, Math.max(0, x));
  // a quadratic Bézier curve in the (a, b) plane of OKLab, lightness rising along it
  const [cool, bend, warm] = [polar(0.118, 250), polar(0.28, 345), polar(0.17, 45)];
  const at = (k: 0 | 1) => (1 - t) ** 2 * cool[k] + (1 - t) * t * bend[k] + t ** 2 * warm[k];
  const [a, b] = [at(0), at(1)];
  const lightness = dark ? 0.68 + 0.09 * t : 0.45 + 0.125 * t;
  return oklch(lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI);
}

const polar = (c: number, h: number): readonly [number, number] => [
  c * Math.cos((h * Math.PI) / 180),
  c * Math.sin((h * Math.PI) / 180)
];

const provenances: Record<Provenance, Pair> = {
  reported: ["#3a4856", "#dedede"],
  calibrated: ["#856500", "#c49f28"],
  recovered: ["#1b6adf", "#609df9"],
  predicted: ["#75148a", "#c586b6"],
  measured: ["#2b774d", "#4dae75"]
};

/** Colour of a provenance; dark enough (light enough) to set text in. The stylesheet has the same as `--reported` … */
export function provenanceColour(provenance: Provenance, dark = false): string {
  return pick(provenances[provenance], dark);
}

/** What an analysed region of a particle can be called, by its oxygen against the intended composition. */
export type CompositionClass = "target" | "oxygen-poor" | "oxygen-rich";

const classes: Record<CompositionClass, Pair> = {
  target: ["#1f86c6", "#2d9ad6"],
  "oxygen-poor": ["#c82516", "#ff6e61"],
  "oxygen-rich": ["#5d6165", "#cbced0"]
};

export function classColour(name: CompositionClass, dark = false): string {
  return pick(classes[name], dark);
}

export type Element5 = "Li" | "O" | "Mn" | "Co" | "Ni";

const elements: Record<Element5, Pair> = {
  Li: ["#a81c16", "#e0604f"],
  O: ["#3a9f6c", "#a3ebad"],
  Mn: ["#1c79e0", "#3d92ee"],
  Co: ["#75005f", "#f2bff2"],
  Ni: ["#b58100", "#eab834"]
};

export function elementColour(element: Element5, dark = false): string {
  return pick(elements[element], dark);
}

/** Sequential map for t in 0 … 1: viridis (Smith & van der Walt 2015), evenly light to dark, safe for colour-blind eyes. */
export const sequential = ramp(
  (
    "#440154 #48186a #472d7b #424086 #3b528b #33638d #2c728e #26828e #21918c " +
    "#1fa088 #28ae80 #3fbc73 #5ec962 #84d44b #addc30 #d8e219 #fde725"
  ).split(" ")
);

/** Diverging map for t in 0 … 1, centred on 0.5: after vik (Crameri 2018), negative cool, positive warm. */
export const diverging = ramp(
  "#001261 #033e7d #1e6f9d #71a8c4 #c9dde7 #ece5e0 #eacebd #d39774 #be6533 #8b2706 #590008".split(" ")
);

/** Colour of a signed quantity: stress (tension positive, warm), strain, residual. @param limit value of the warm end, > 0 */
export function signedColour(value: number, limit: number): string {
  if (!(limit > 0)) throw new Error(`invalid colour limit: ${limit}; must be a positive number`);
  return diverging(0.5 + value / (2 * limit));
}

/** Nanotomograms: the largest connected pore in the cyan of the study, pores apart, and the oxide. */
export const poreNetworkColour = (dark: boolean): string => oklch(dark ? 0.85 : 0.6, 0.13, 205);
export const isolatedPoreColour = (dark: boolean): string => oklch(dark ? 0.6 : 0.42, 0.1, 250);
export const oxideColour = (dark: boolean): string => oklch(dark ? 0.42 : 0.82, 0.005, 250);
