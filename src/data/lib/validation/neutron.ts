// A neutron powder pattern of La0.5Ba0.5CoO3, refined from a wrong cell by the code behind Supplementary Figs. 1–14.
import { readPattern } from "../../../science/diffraction/powder-pattern.js";
import { refine } from "../../../science/diffraction/rietveld.js";
import { perovskiteSettings } from "./perovskite.js";
import { jsonOf, textOf, type Check, type Part } from "./part.js";

type Fitted = Record<string, number | [value: number, error: number]>;
interface Expected {
  easydiffraction_fixed_profile_test: { result: Fitted };
  independent_full_fit_scipy: Fitted;
}

const scipy = "SciPy, all profiles free";

export const neutron: Part = {
  folder: "npd-lbco-hrpt",
  source: {
    title: "Neutron powder pattern of La₀.₅Ba₀.₅CoO₃, 1.494 Å",
    source: "HRPT at SINQ, Paul Scherrer Institute, as a test of EasyDiffraction",
    repository: "easyscience/diffraction-lib",
    licence: "BSD-3-Clause",
    checks: "/supplementary/diffraction"
  },
  code: ["src/science/diffraction/rietveld.ts", "src/science/diffraction/rietveld-model.ts"],
  evaluate(read) {
    const { easydiffraction_fixed_profile_test: program, independent_full_fit_scipy: independent } =
      jsonOf<Expected>(read("expected.json"));
    const pattern = readPattern(textOf(read("hrpt_lbco.xye")), { axis: "two-theta" });
    const result = refine(pattern, perovskiteSettings);
    const number = (value: number | [number, number] | undefined): number =>
      (Array.isArray(value) ? value[0] : value) ?? NaN;
    const within = (
      what: string,
      unit: string,
      obtained: number,
      expected: number,
      tolerance: number,
      against = scipy
    ): Check => ({ what, unit, expected, tolerance, relation: "within", obtained, against });
    const fitted = (what: string, unit: string, name: string, theirs: string, tolerance: number) =>
      within(what, unit, result.value(name), number(independent[theirs]), tolerance);
    return {
      checks: [
        within("reduced χ²", "", result.chiSquared, number(program.result.chi2red), 0.05, "EasyDiffraction"),
        within("weighted profile R", "%", 100 * result.rwp, number(independent.Rwp_pct), 0.05),
        fitted("edge of the cell", "Å", "a", "a", 5e-5),
        // one standard error of the independent fit
        fitted("B of La and Ba", "Å²", "La.bIso", "B_LaBa", 0.032),
        fitted("B of Co", "Å²", "Co.bIso", "B_Co", 0.052),
        fitted("B of O", "Å²", "O.bIso", "B_O", 0.017),
        fitted("occupancy of La", "", "La.occupancy", "occ_La", 0.018)
      ],
      figures: [
        {
          kind: "curve",
          id: "validation-neutron",
          title: "A measured neutron pattern, refined",
          caption:
            "Measured intensity of La₀.₅Ba₀.₅CoO₃ with the pattern that the refinement ends at, started from a cell that is 0.011 Å too small; below, what is left.",
          alt: "Neutron powder pattern from 10 to 165 degrees with the calculated pattern on it and the residual below.",
          x: { label: "scattering angle 2θ", unit: "°" },
          value: { label: "intensity", unit: "counts" },
          names: { found: "calculated", reference: "measured" },
          series: [{ name: "fit", x: pattern.x, found: result.calculated, reference: pattern.intensity }]
        }
      ]
    };
  }
};
