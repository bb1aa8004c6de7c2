// Manganese K edges of standards: edge steps as Athena normalises them, and the energy at half height against valence.
import { energyAtHeight } from "../../../science/xanes/edge-energy.js";
import { normalise } from "../../../science/xanes/normalise.js";
import { readSpectrum } from "../../../science/xanes/read-spectrum.js";
import { jsonOf, textOf, type Check, type Part } from "./part.js";

interface Standard {
  label: string;
  file: string;
  e0_athena: number;
  pre: [number, number];
  norm: [number, number];
  edge_step_athena: number;
  edge_step_here: number;
}

interface Expected {
  "journal_table_E_half_eV(Kropf, unshifted scale)": Record<string, number>;
  spectra: Standard[];
}

/** Athena shifted the energies of these standards by this, eV. */
const shift = 1.2982;
/** One whose step Athena itself gives 0.31 % away from the polynomials of its own settings, NumPy's too. */
const loose = "Mn3O4";

export const manganese: Part = {
  folder: "xanes-mn-standards-athena",
  source: {
    title: "Manganese K edges: the foil and thirteen compounds",
    source: "J. Kropf, B. Ravel, S. Kelly, M. Boyanov and K. Kemner, project files for Athena in xraylarch",
    repository: "xraypy/xraylarch",
    licence: "MIT",
    checks: "/figures/fig-3-oxidation-states"
  },
  code: ["src/science/xanes/normalise.ts", "src/science/xanes/edge-energy.ts"],
  evaluate(read) {
    const expected = jsonOf<Expected>(read("expected.json"));
    const normalised = ({ file, e0_athena: edge, pre, norm }: Standard) => {
      const { columns } = readSpectrum(textOf(read(file)));
      const at = ([a, b]: [number, number]) => [edge + a, edge + b] as const;
      const range = { edge, pre: at(pre), post: at(norm), postDegree: 2 } as const;
      return {
        energy: columns.energy_shifted_eV,
        ...normalise(columns.energy_shifted_eV, columns.mu_raw, range)
      };
    };
    const steps = expected.spectra.flatMap((standard): Check[] => {
      const { label, edge_step_here: numpy, edge_step_athena: athena } = standard;
      const obtained = normalised(standard).edgeStep;
      const what = `edge step of ${label}`;
      const common = { what, unit: "", relation: "within", obtained } as const;
      return [
        { ...common, expected: numpy, tolerance: 5e-6 * numpy, against: "NumPy, same polynomials" },
        {
          ...common,
          expected: athena,
          tolerance: (label === loose ? 3.2e-3 : 1e-3) * athena,
          against: "Athena"
        }
      ];
    });
    const table = expected["journal_table_E_half_eV(Kropf, unshifted scale)"];
    const halves = Object.entries(table).map(([label, energy]): Check => {
      const plain = (name: string) => name.replace(/x$/, "");
      const standard = expected.spectra.find((s) => plain(s.label) === plain(label));
      if (!standard)
        throw new Error(`missing standard: ${label}; expected.json must list it among its spectra`);
      const { energy: axis, values } = normalised(standard);
      return {
        ...{ what: `half height of ${label}`, unit: "eV", expected: energy, tolerance: 0.25 },
        ...{
          relation: "within",
          obtained: energyAtHeight(axis, values) - shift,
          against: "J. Kropf, journal"
        }
      };
    });
    return {
      checks: [
        ...halves,
        rising(
          halves.map(({ obtained }) => obtained),
          "Mn foil, MnO, Mn2O3, Li2MnO3"
        ),
        ...steps
      ]
    };
  }
};

/** Edges come in the order of the valence. */
export function rising(energies: readonly number[], names: string): Check {
  const steps = energies.slice(1).map((e, i) => e - energies[i]);
  return {
    ...{
      what: `least step from one valence to the next: ${names}`,
      unit: "eV",
      expected: 0,
      tolerance: null
    },
    ...{ relation: "at least", obtained: Math.min(...steps), against: "order of the valences" }
  };
}
