// Spectra of the XAS Data Library: greatest slope of metal foils, and manganese oxides in the order of their valence.
import { energyAtHeight, energyOfGreatestSlope } from "../../../science/xanes/edge-energy.js";
import { normalise } from "../../../science/xanes/normalise.js";
import { readSpectrum } from "../../../science/xanes/read-spectrum.js";
import { rising } from "./manganese.js";
import { textOf, type Check, type Part } from "./part.js";

/** Energy of the greatest slope, eV. */
const foils = [
  { name: "Co", file: "Co/co_metal_rt", slope: 7708.5 },
  { name: "Ni", file: "Ni/Ni_metal_rt_01", slope: 8331.5 }
];
const oxides = ["MnO", "Mn3O4", "Mn2O3", "MnO2"];

export const librarySpectra: Part = {
  folder: "xanes-xaslib",
  source: {
    title: "Foils and manganese oxides: Co and Ni, MnO to MnO2",
    source: "XAS Data Library, its contributors as its files name them",
    repository: "XraySpectroscopy/XASDataLibrary",
    licence: "public domain (CC0)",
    checks: "/figures/fig-3-oxidation-states"
  },
  code: ["src/science/xanes/edge-energy.ts", "src/science/xanes/read-spectrum.ts"],
  evaluate(read) {
    const spectrum = (file: string) => {
      const { energy, columns } = readSpectrum(textOf(read(`${file}.xdi`)));
      return { energy, mu: energy.map((_, i) => Math.log(columns.i0[i] / columns.itrans[i])) };
    };
    const slopes = foils.map(({ name, file, slope }): Check => {
      const { energy, mu } = spectrum(file);
      return {
        ...{ what: `greatest slope of the ${name} foil`, unit: "eV", expected: slope, tolerance: 0.5 },
        ...{
          relation: "within",
          obtained: energyOfGreatestSlope(energy, mu, 0.6),
          against: "edges of these files"
        }
      };
    });
    const edges = oxides.map((name) => {
      const { energy, mu } = spectrum(`Mn/${name}_rt_01`);
      const range = {
        edge: 6550,
        pre: [energy[0], 6535],
        post: [6600, energy[energy.length - 1]],
        postDegree: 1
      } as const;
      return energyAtHeight(energy, normalise(energy, mu, range).values);
    });
    const span: Check = {
      ...{ what: "half height of MnO2 less that of MnO", unit: "eV", expected: 5, tolerance: null },
      ...{ relation: "at least", obtained: edges[3] - edges[0], against: "order of the valences" }
    };
    return { checks: [...slopes, rising(edges, oxides.join(", ")), span] };
  }
};
