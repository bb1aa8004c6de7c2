// Nickel K edges of NiO and LiNiO2: the greatest slope and the strongest line.
import { energyOfGreatestSlope } from "../../../science/xanes/edge-energy.js";
import { readSpectrum } from "../../../science/xanes/read-spectrum.js";
import { textOf, type Check, type Part } from "./part.js";

/** eV */
const compounds = [
  { name: "NiO", slope: 8342.5, line: 8347.5 },
  { name: "LiNiO2", slope: 8347.0, line: 8349.5 }
];

export const nickel: Part = {
  folder: "xanes-ni-k-refs-pyxas",
  source: {
    title: "Nickel K edges: NiO and LiNiO2",
    source: "examples of pyXAS, M. Ge",
    repository: "stetef/nano-XANES-microscopy-of-Fe",
    licence: "MIT (pyXAS: BSD-3-Clause)",
    checks: "/figures/fig-3-oxidation-states"
  },
  code: ["src/science/xanes/edge-energy.ts"],
  evaluate: (read) => ({
    checks: compounds.flatMap(({ name, slope, line }): Check[] => {
      const { energy, columns } = readSpectrum(textOf(read(`ref_${name}.txt`)));
      const eV = energy.map((e) => 1000 * e);
      const mu = Object.values(columns)[0];
      const common = { unit: "eV", relation: "within", against: "the files' own numbers" } as const;
      return [
        {
          ...common,
          what: `greatest slope of ${name}`,
          expected: slope,
          tolerance: 0.25,
          obtained: energyOfGreatestSlope(eV, mu, 0.5)
        },
        {
          ...common,
          what: `strongest line of ${name}`,
          expected: line,
          tolerance: 1e-6,
          obtained: eV[mu.indexOf(Math.max(...mu))]
        }
      ];
    })
  })
};
