// Ionisation edges of the cathode in electron energy loss: onsets of the Gatan atlas as tabulated by exspy
// (`eels_binding_energies.json`), and what is photoabsorbed at the edges below 200 eV, Mb (10⁻²² m²) an atom. The continuum
// is that of Chantler's tables for free atoms (J. Phys. Chem. Ref. Data 24 (1995) 71, doi 10.1063/1.555974, by xraydb 4.4.7);
// lines are assumed, since such tables know neither the 3p → 3d resonance of a metal nor the near-edge structure of Li K.

import type { AbsorbingElement } from "./x-ray-absorption.js";

export type EelsEdge = "Li K" | "Mn M" | "Co M" | "Ni M" | "O K" | "Mn L" | "Co L" | "Ni L";

export interface EdgeFacts {
  element: AbsorbingElement;
  /** eV */
  onset: number;
  /** eV, of the second edge of a pair */
  second?: number;
}

export const edgeFacts: Record<EelsEdge, EdgeFacts> = {
  "Li K": { element: "Li", onset: 55 },
  "Mn M": { element: "Mn", onset: 51 },
  "Co M": { element: "Co", onset: 59 },
  "Ni M": { element: "Ni", onset: 68 },
  "O K": { element: "O", onset: 532 },
  "Mn L": { element: "Mn", onset: 640, second: 651 },
  "Co L": { element: "Co", onset: 779, second: 794 },
  "Ni L": { element: "Ni", onset: 855, second: 872 }
};

/** eV: lines of oxygen below this make the pre-peak of O K */
export const prePeakEnd = 534;

export type LowEdge = "Li K" | "Mn M" | "Co M" | "Ni M";

export interface LowEdgeShape {
  /** continuum from the onset on: energies (eV) and photoabsorption (Mb), log-log linear between them */
  continuum: readonly (readonly [energy: number, absorption: number])[];
  /** eV above the onset, area in Mb eV, full width at half height in eV; Gaussian */
  lines: readonly { offset: number; area: number; width: number }[];
  source: string;
}

/** area of the 3p → 3d resonance for one 3d hole, Mb eV; assumed, uncertain by a factor of two */
export const resonancePerHole = 8;

/** The step of the table at the onset; its fall beyond as the square of the energy is assumed. */
const step = (onset: number, jump: number) =>
  [onset, 2 * onset, 4 * onset].map((e) => [e, jump * (onset / e) ** 2] as const);

const resonance = (holes: number) => [{ offset: 1.5, area: holes * resonancePerHole, width: 4.5 }];
const assumed = "step: Chantler's table; resonance with its area, place and width: assumed";

export const lowEdges: Record<LowEdge, LowEdgeShape> = {
  "Li K": {
    continuum: [
      [55, 3.2819],
      [60, 3.0868],
      [66, 2.8319],
      [72, 2.5392],
      [80, 2.1544],
      [90, 1.7334],
      [100, 1.3934],
      [120, 0.9177],
      [150, 0.5258],
      [200, 0.2457]
    ],
    lines: [
      { offset: 3.5, area: 6, width: 2.5 },
      { offset: 8, area: 8, width: 5 }
    ],
    source: "continuum: Chantler's table; two broad lines as in lithium oxides: recalled, areas assumed"
  },
  "Mn M": { continuum: step(51, 1.6), lines: resonance(7), source: assumed },
  "Co M": { continuum: step(59, 0.9), lines: resonance(4), source: assumed },
  "Ni M": { continuum: step(68, 0.6), lines: resonance(2), source: assumed }
};
