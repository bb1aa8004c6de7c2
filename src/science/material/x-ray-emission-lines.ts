// Characteristic X-rays of the cathode: edges (eV), fluorescence yields, lines (eV) with their shares, from the tables of Elam,
// Ravel & Sieber, Radiat. Phys. Chem. 63 (2002) 121, doi 10.1016/S0969-806X(01)00227-4, as tabulated by xraydb 4.4.7 (public
// domain); and how many of them an electron makes, by the Bethe cross-section with the constants of Powell, Rev. Mod. Phys. 48
// (1976) 33, doi 10.1103/RevModPhys.48.33:
//   σ = π e⁴ b n/(T E_c) [ln(c T/E_c) − ln(1 − β²) − β²],  T = mv²/2, β = v/c, e in Gaussian units.

import { kinematics } from "./eels-kinematics.js";

export type EmittingElement = "O" | "Mn" | "Co" | "Ni";

interface EmittingShell {
  /** eV */
  edge: number;
  electrons: number;
  yield: number;
  lines: readonly (readonly [energy: number, share: number])[];
}

export type LineFamily = "O K" | "Mn K" | "Co K" | "Ni K" | "Mn L" | "Co L" | "Ni L";

export const lineFamilies: Record<
  LineFamily,
  { element: EmittingElement; shells: readonly EmittingShell[] }
> = {
  "O K": { element: "O", shells: [{ edge: 543.1, electrons: 2, yield: 0.0058, lines: [[524.9, 1]] }] },
  "Mn K": {
    element: "Mn",
    shells: [
      {
        ...{ edge: 6539, electrons: 2, yield: 0.31918 },
        lines: [
          [5900.3, 0.5816],
          [5889.1, 0.294],
          [6491.8, 0.1244]
        ]
      }
    ]
  },
  "Co K": {
    element: "Co",
    shells: [
      {
        ...{ edge: 7709, electrons: 2, yield: 0.3819 },
        lines: [
          [6930.9, 0.5795],
          [6915.8, 0.2943],
          [7649.4, 0.1262]
        ]
      }
    ]
  },
  "Ni K": {
    element: "Ni",
    shells: [
      {
        ...{ edge: 8333, electrons: 2, yield: 0.41194 },
        lines: [
          [7480.3, 0.5785],
          [7463, 0.2943],
          [8266.2, 0.1272]
        ]
      }
    ]
  },
  "Mn L": {
    element: "Mn",
    shells: [
      {
        ...{ edge: 638.7, electrons: 4, yield: 0.005 },
        lines: [
          [636.7, 0.9009],
          [556.4, 0.0991]
        ]
      },
      {
        ...{ edge: 649.9, electrons: 2, yield: 0.0031 },
        lines: [
          [647.9, 0.924],
          [567.6, 0.076]
        ]
      }
    ]
  },
  "Co L": {
    element: "Co",
    shells: [
      {
        ...{ edge: 778.1, electrons: 4, yield: 0.0077 },
        lines: [
          [775.1, 0.9146],
          [677.1, 0.0854]
        ]
      },
      {
        ...{ edge: 793.2, electrons: 2, yield: 0.0044 },
        lines: [
          [790.2, 0.9275],
          [692.2, 0.0725]
        ]
      }
    ]
  },
  "Ni L": {
    element: "Ni",
    shells: [
      {
        ...{ edge: 852.7, electrons: 4, yield: 0.0093 },
        lines: [
          [848.7, 0.925],
          [741.9, 0.075]
        ]
      },
      {
        ...{ edge: 870, electrons: 2, yield: 0.0051 },
        lines: [
          [866, 0.9315],
          [759.2, 0.0685]
        ]
      }
    ]
  }
};

export const familyNames = Object.keys(lineFamilies) as LineFamily[];

/** π e⁴, m² eV² */
const rutherford = 6.51408e-18;
const powell = { b: 0.9, c: 0.65 };

/** Vacancies in a shell, m² an atom. @param beamEnergy eV */
export function ionisationCrossSection(edge: number, electrons: number, beamEnergy: number): number {
  const { gamma, kinetic } = kinematics(beamEnergy);
  if (!(edge > 0 && powell.c * kinetic > edge))
    throw new Error(`invalid edge: ${edge} eV; must be positive and well below the beam's ${beamEnergy} eV`);
  const beta2 = 1 - 1 / gamma ** 2;
  const logarithm = Math.log((powell.c * kinetic) / edge) - Math.log(1 - beta2) - beta2;
  return ((rutherford * powell.b * electrons) / (kinetic * edge)) * logarithm;
}

/** Lines of a family with the photons that an atom sends out, m²: over all directions, for one electron in a m². */
export function emission(family: LineFamily, beamEnergy: number): { energy: number; crossSection: number }[] {
  return lineFamilies[family].shells.flatMap(({ edge, electrons, yield: fluorescence, lines }) =>
    lines.map(([energy, share]) => ({
      energy,
      crossSection: ionisationCrossSection(edge, electrons, beamEnergy) * fluorescence * share
    }))
  );
}
