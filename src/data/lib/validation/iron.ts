// Iron L edges by scanning transmission microscopy: two end members and a sloping background in every pixel of a stack.
import { fitPlan } from "../../../science/numerics/nnls-plan.js";
import { nnlsStack } from "../../../science/numerics/nnls-stack.js";
import { combine } from "../../../science/xanes/linear-combination.js";
import { readSpectrum } from "../../../science/xanes/read-spectrum.js";
import { floatsOf, jsonOf, textOf, type Check, type Part } from "./part.js";

interface Expected {
  lcf_reference_scipy: {
    mask_mean_ox_fraction: number;
    mask_mean_rms_OD: number;
    mask_mean_spectrum_coeffs: number[];
    mask_pixels: number;
  };
}

const side = 125;
const pixels = side * side;
const against = "SciPy, least squares";
const coefficients = ["oxidised iron", "reduced iron", "constant", "slope"];

export const iron: Part = {
  folder: "stxm-fe-ledge-als",
  source: {
    title: "Iron L edges: images of 125 × 125 pixels at 123 energies",
    source: "B. Toner and M. Marcus, ALS beamline 11.0.2.2; Breier et al. (2012)",
    repository: "stetef/nano-XANES-microscopy-of-Fe",
    licence: "MIT",
    checks: "/figures/fig-3-oxidation-states"
  },
  code: ["src/science/numerics/nnls-stack.ts", "src/science/xanes/linear-combination.ts"],
  evaluate(read) {
    const auxiliary = (name: string) => readSpectrum(textOf(read(`71214078_aux/${name}`)));
    const column = (name: string) => Object.values(auxiliary(name).columns)[0];
    const { energy } = auxiliary("i0.xsp");
    const i0 = column("i0.xsp");
    const transmitted = floatsOf(read("71214078_transmitted_f32le.bin"));
    const od = transmitted.map((i, at) => -Math.log(i / i0[Math.floor(at / pixels)]));
    const [oxidised, reduced] = [column("oxidized.t"), column("reduced.t")];
    const references = Float64Array.from(Array.from(energy).flatMap((_, e) => [oxidised[e], reduced[e]]));
    const free = [new Float64Array(energy.length).fill(1), energy.map((e) => (e - 715) / 15)];

    const maps = nnlsStack(fitPlan(references, 2, { nonNegative: false, free }), od, {
      fastest: "pixel"
    }).weights;
    const published = floatsOf(read("ref_lcf_71214078_ox_red_const_slope_f32le.bin"));
    const worst = (k: number) => {
      let most = 0;
      for (let p = k * pixels; p < (k + 1) * pixels; ++p)
        most = Math.max(most, Math.abs(maps[p] - published[p]));
      return most;
    };

    const rows = textOf(read("71214078_aux/mask_file.msk")).split("\n");
    const inside = Array.from({ length: pixels }, (_, p) => p).filter(
      (p) => rows[Math.floor(p / side)][p % side] === "O"
    );
    const mean = energy.map((_, e) => inside.reduce((sum, p) => sum + od[e * pixels + p], 0) / inside.length);
    const fit = combine(fitPlan(references, 2, { free }), mean, [3, 2]);
    const { lcf_reference_scipy: expected } = jsonOf<Expected>(read("expected.json"));
    const near = (what: string, value: number, obtained: number, tolerance: number, unit = ""): Check => ({
      ...{ what, unit, expected: value, tolerance, relation: "within", obtained, against }
    });
    const checks: Check[] = [
      ...coefficients.map((name, k): Check => {
        const what = `largest deviation of a pixel, ${name}`;
        return {
          what,
          unit: "",
          expected: 1e-5,
          tolerance: null,
          relation: "at most",
          obtained: worst(k),
          against
        };
      }),
      near("pixels within the mask", expected.mask_pixels, inside.length, 0),
      ...coefficients.map((name, k) =>
        near(
          `mean spectrum of the mask, ${name}`,
          expected.mask_mean_spectrum_coeffs[k],
          fit.weights[k],
          5e-6
        )
      ),
      near(
        ...(["oxidised share of that spectrum", expected.mask_mean_ox_fraction] as const),
        fit.weights[0] / (fit.weights[0] + fit.weights[1]),
        5e-6
      ),
      near("valence of that spectrum", 2 + expected.mask_mean_ox_fraction, fit.valence, 5e-6),
      near(
        "residual of that spectrum, rms",
        expected.mask_mean_rms_OD,
        Math.sqrt(fit.chiSquared / energy.length),
        5e-7
      )
    ];
    const places = Array.from({ length: pixels }, (_, p) => p);
    return {
      checks,
      figures: [
        {
          kind: "map",
          id: "validation-iron",
          title: "Oxidised iron, pixel by pixel",
          caption:
            "Weight of the oxidised end member in a hydrothermal particle, found here and by SciPy's least squares from the same transmitted intensities. The third map has a scale of its own: the solver of the maps works in single precision.",
          alt: "Three maps of 125 by 125 pixels: weight of oxidised iron found here, by SciPy, and the difference.",
          x: { label: "pixel", unit: "" },
          value: { label: "weight of oxidised iron", unit: "" },
          names: { found: "found here", reference: "by SciPy" },
          columns: side,
          rows: side,
          series: [
            {
              name: "oxidised iron",
              x: places.map((p) => p % side),
              y: places.map((p) => Math.floor(p / side)),
              found: maps.subarray(0, pixels),
              reference: published.subarray(0, pixels)
            }
          ]
        }
      ]
    };
  }
};
