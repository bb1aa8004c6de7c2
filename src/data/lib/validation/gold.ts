// Gold L3 edge: an unknown as a sum of standards whose weights add to one, as the documentation of xraylarch fits it.
import { fitPlan } from "../../../science/numerics/nnls-plan.js";
import { combine } from "../../../science/xanes/linear-combination.js";
import { readSpectrum } from "../../../science/xanes/read-spectrum.js";
import { resample } from "../../../science/xanes/resample.js";
import { jsonOf, textOf, type Check, type Part } from "./part.js";

interface Expected {
  window_eV: [number, number];
  n_points: number;
  /** standard error of every point */
  eps: number;
  cases: Record<string, { amps: number[]; chisqr: number }>;
}

const against = "xraylarch, documentation";

export const gold: Part = {
  folder: "xanes-lcf-larch-au",
  source: {
    title: "Gold L3 edge: one unknown and six standards",
    source: "Lengke et al., Environ. Sci. Technol. 40, 6304 (2006), as an example of xraylarch",
    repository: "xraypy/xraylarch",
    licence: "MIT",
    checks: "/figures/fig-3-oxidation-states"
  },
  code: ["src/science/xanes/linear-combination.ts", "src/science/numerics/nnls-plan.ts"],
  evaluate(read) {
    const {
      window_eV: [from],
      n_points: points,
      eps,
      cases
    } = jsonOf<Expected>(read("expected.json"));
    const spectrum = (name: string) => readSpectrum(textOf(read(`${name}.dat`)));
    const unknown = spectrum("unknown");
    const first = unknown.energy.findLastIndex((e) => e <= from);
    const energy = unknown.energy.subarray(first, first + points);
    const measured = unknown.columns.munorm.subarray(first, first + points);
    const pointWeights = new Float64Array(points).fill(eps ** -2);

    const fits = Object.entries(cases).map(([name, { amps, chisqr }]) => {
      const names = name.split("+");
      const standards = names.map((own) => {
        const s = spectrum(own);
        return resample(s.energy, s.columns.munorm, energy, own);
      });
      const design = Float64Array.from(Array.from(energy).flatMap((_, e) => standards.map((s) => s[e])));
      const plan = fitPlan(design, names.length, { sumToOne: true, weights: pointWeights });
      const { weights, chiSquared, fitted } = combine(
        plan,
        measured,
        names.map(() => 0)
      );
      return { name, names, amps, chisqr, weights, chiSquared, fitted, standards };
    });
    const checks = fits.flatMap(({ name, names, amps, chisqr, weights, chiSquared }): Check[] => [
      ...names.map((own, k): Check => {
        const what = `weight of ${own} in ${name.replaceAll("+", " + ")}`;
        return {
          what,
          unit: "",
          expected: amps[k],
          tolerance: 1e-5,
          relation: "within",
          obtained: weights[k],
          against
        };
      }),
      {
        what: `χ² of ${name.replaceAll("+", " + ")}`,
        unit: "",
        expected: chisqr,
        tolerance: 0.1,
        relation: "within",
        obtained: chiSquared,
        against
      }
    ]);

    const best = fits.reduce((least, fit) => (fit.chiSquared < least.chiSquared ? fit : least));
    const parts = best.standards.map((values, k) => ({
      name: `${best.weights[k].toFixed(3)} ${best.names[k]}`,
      x: energy,
      found: values.map((v) => v * best.weights[k])
    }));
    return {
      checks,
      figures: [
        {
          kind: "curve",
          id: "validation-gold",
          title: "An unknown gold sample as a sum of four standards",
          caption: `Measured absorption of gold that cyanobacteria took up, with the fit of ${best.names.join(", ")} by the solver of the maps of Mn, Co, Ni and O; below, what is left. Of the sums that the documentation gives, this one has the least χ².`,
          alt: "Normalised absorption at the gold L3 edge with the fit, its four parts and the residual below.",
          x: { label: "photon energy", unit: "eV" },
          value: { label: "normalised absorption", unit: "" },
          names: { found: "fit", reference: "measured" },
          series: [{ name: "fit", x: energy, found: best.fitted, reference: measured }, ...parts]
        }
      ]
    };
  }
};
