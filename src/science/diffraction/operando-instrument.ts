// The two diffractometers of the operando study: a laboratory one that scans (copper, 0.1 C) and a metal jet whose detector
// takes a whole pattern at once (gallium, 10 C). What the study prints is marked so; counts, widths, background and the
// lines of the cell around the sample are assumed. Angles are 2θ in degrees, lengths in Å.

import type { Parameter } from "../parameters.js";
import type { SourceLine } from "./x-ray-line.js";

export type OperandoKind = "scan" | "frame";

/** A line that the cell around the sample adds, of constant place and intensity. */
export interface CellLine {
  label: string;
  /** Å */
  d: number;
  /** area against that of the (003) line of the pristine sample */
  strength: number;
  /** degrees, added to the instrument's width in squares: polymers have broad lines */
  width: number;
}

export interface OperandoInstrument {
  kind: OperandoKind;
  label: string;
  /** the first is the one that the analysis knows */
  lines: readonly SourceLine[];
  from: number;
  to: number;
  step: number;
  /** degrees a minute, of a scan */
  speed: number;
  /** s, of a frame */
  exposure: number;
  /** s between the end of one pattern and the start of the next */
  deadTime: number;
  /** U and W of the width, degrees² */
  u: number;
  w: number;
  eta: number;
  /** degrees by which all angles are read too high; the analysis is not told */
  zeroShift: number;
  /** counts at the top of (003), pristine, above the background */
  peakCounts: number;
  /** counts at a point far from any line */
  background: number;
  /** the same for all patterns */
  cellLines: readonly CellLine[];
  /** moments within a frame at which the moving lattice is summed */
  subframes: number;
}

const study = "study, methods section: operando diffraction";
const assumed = "not given in the study; assumed";
type Row = readonly [
  symbol: string,
  label: string,
  value: number,
  unit: string,
  min: number,
  max: number,
  from: string
];
const parameters = <K extends string>(rows: Record<K, Row>): Record<K, Parameter> =>
  Object.fromEntries(
    Object.entries<Row>(rows).map(([name, [symbol, label, value, unit, min, max, source]]) => [
      name,
      {
        ...{ symbol, label, value, unit, min, max, source },
        status: source.startsWith("study") ? "study" : "assumed"
      } satisfies Parameter
    ])
  ) as Record<K, Parameter>;

/** 0.1 C: a laboratory diffractometer that scans. */
export const scanParameters = parameters({
  wavelength: ["λ", "wavelength (the mean of copper's Kα doublet)", 1.54186, "Å", 1.54, 1.545, study],
  from: ["2θ_1", "start of a scan", 15, "°", 5, 18, study],
  to: ["2θ_2", "end of a scan", 40, "°", 20, 90, study],
  step: ["Δ2θ", "step", 0.02, "°", 0.005, 0.1, study],
  speed: ["v", "speed of a scan", 1, "°/min", 0.2, 20, study],
  exposure: ["t_F", "exposure of a frame; a scan has none", 0, "s", 0, 0, assumed],
  deadTime: [
    "t_0",
    "time between two scans",
    0,
    "s",
    0,
    300,
    `${assumed}: none, the most patterns there can be`
  ],
  u: ["U", "width's part that grows with tan²θ", 0.02, "°²", 0, 0.5, assumed],
  w: ["W", "width's constant part: 0.13° full width", 0.0169, "°²", 0.0004, 0.1, assumed],
  eta: ["η", "Lorentzian share of the profile", 0.5, "", 0, 1, assumed],
  zeroShift: [
    "2θ_0",
    "error of the angles' zero",
    0.015,
    "°",
    -0.1,
    0.1,
    `${assumed}: the analysis must find it`
  ],
  peakCounts: ["N_003", "counts at the top of (003), 1.2 s a step", 2500, "", 50, 1e5, assumed],
  background: [
    "N_b",
    "counts of the background at a point",
    250,
    "",
    1,
    1e4,
    `${assumed}: Mn and Co fluoresce`
  ]
});

/** 10 C: a metal jet with a detector that takes all angles at once. */
export const frameParameters = parameters({
  wavelength: ["λ", "wavelength (gallium Kα, 9.24 keV)", 1.3418, "Å", 1.33, 1.35, study],
  from: ["2θ_1", "start of a pattern", 5, "°", 2, 15, study],
  to: ["2θ_2", "end of a pattern", 58, "°", 20, 90, study],
  step: ["Δ2θ", "step of the points", 0.02, "°", 0.005, 0.1, `${assumed}: that of the slow scans`],
  speed: ["v", "speed of a scan; a frame has none", 0, "°/min", 0, 0, assumed],
  exposure: ["t_F", "time of a pattern", 45, "s", 1, 600, study],
  deadTime: [
    "t_0",
    "time between two patterns",
    0,
    "s",
    0,
    60,
    `${assumed}: none, the most patterns there can be`
  ],
  u: ["U", "width's part that grows with tan²θ", 0.03, "°²", 0, 0.5, assumed],
  w: ["W", "width's constant part: 0.15° full width", 0.0225, "°²", 0.0004, 0.1, assumed],
  eta: ["η", "Lorentzian share of the profile", 0.4, "", 0, 1, assumed],
  zeroShift: [
    "2θ_0",
    "error of the angles' zero",
    -0.01,
    "°",
    -0.1,
    0.1,
    `${assumed}: the analysis must find it`
  ],
  peakCounts: ["N_003", "counts at the top of (003), 45 s", 1500, "", 50, 1e5, assumed],
  background: [
    "N_b",
    "counts of the background at a point",
    200,
    "",
    1,
    1e4,
    `${assumed}: Mn, Co and Ni fluoresce`
  ]
});

/** Å of aluminium (fcc, 4.0495), lithium (bcc, 3.51) and the separator's polyethylene: assumed parts of the cells. */
const cellLines: readonly CellLine[] = [
  { label: "separator (polyethylene 110)", d: 4.11, strength: 0.35, width: 0.7 },
  { label: "separator (polyethylene 200)", d: 3.69, strength: 0.12, width: 0.7 },
  { label: "lithium 110", d: 2.482, strength: 0.05, width: 0.05 },
  { label: "aluminium 111", d: 2.338, strength: 0.25, width: 0 },
  { label: "aluminium 200", d: 2.0248, strength: 0.12, width: 0 },
  { label: "lithium 200", d: 1.755, strength: 0.01, width: 0.05 },
  { label: "aluminium 220", d: 1.4317, strength: 0.08, width: 0 }
];

const build = (kind: OperandoKind, label: string, of: typeof scanParameters): OperandoInstrument => {
  const { wavelength, ...rest } = Object.fromEntries(
    Object.entries(of).map(([name, { value }]) => [name, value])
  ) as Record<keyof typeof scanParameters, number>;
  const lines = [{ wavelength: wavelength, weight: 1 }];
  return { kind, label, lines, ...rest, cellLines, subframes: 9 };
};

/** Copper, 15–40° at 1°/min: a pattern takes 25 min. */
export const scanInstrument = (): OperandoInstrument => build("scan", "laboratory, copper", scanParameters);
/** Gallium, 5–58° at once: a pattern takes 45 s. */
export const frameInstrument = (): OperandoInstrument =>
  build("frame", "metal jet, gallium", frameParameters);

/** Copper's Kα doublet, whose mean is the wavelength that the study prints: what a tube without monochromator emits. */
export const copperDoublet: readonly SourceLine[] = [
  { wavelength: 1.540593, weight: 2 / 3 },
  { wavelength: 1.544427, weight: 1 / 3 }
];

/** Seconds from the start of a pattern to its end. */
export const patternTime = ({ kind, from, to, speed, exposure }: OperandoInstrument): number =>
  kind === "scan" ? ((to - from) / speed) * 60 : exposure;

/** 2θ of all points, degrees. */
export function twoThetaAxis({ from, to, step }: OperandoInstrument): Float64Array {
  const points = Math.round((to - from) / step) + 1;
  if (!(from > 0 && to > from && step > 0 && points <= 1e5))
    throw new Error(
      `invalid range of angles: ${from} to ${to}° in steps of ${step}°; must rise from above 0 in at most 100000 points`
    );
  return Float64Array.from({ length: points }, (_, i) => from + i * step);
}
