// Time of the non-negative fit of many spectra of 60 energies to three references, in either order of the data, beside
// the same fit in plain double precision; and the refit that moving a slider on a page asks for.

import { fitPlan, type FitPlan } from "../../src/science/numerics/nnls-plan.js";
import { nnls } from "../../src/science/numerics/nnls.js";
import { nnlsStack } from "../../src/science/numerics/nnls-stack.js";
import { normal } from "../../src/science/numerics/normal.js";
import { random } from "../../src/science/numerics/rng.js";

export const name = "xanes";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  /** largest difference of a weight from that in double precision, over the first 3000 pixels */
  error: number | null;
}

const energies = 60;
const references = 3;

/** Edges at three energies, each a step and a white line. */
function design(): Float64Array {
  const lines = [
    [8341, 0.55, 3],
    [8343.2, 0.75, 3.4],
    [8345.6, 0.95, 3.1]
  ];
  return Float64Array.from({ length: energies * references }, (_, i) => {
    const energy = 8320 + (60 * Math.floor(i / references)) / (energies - 1);
    const [edge, height, width] = lines[i % references];
    const line = height * Math.exp(-(((energy - edge - 4) / width) ** 2));
    return 0.5 + Math.atan((energy - edge) / 1.6) / Math.PI + line;
  });
}

/** Mixtures, near a third of them on the boundary, with noise of 1 %: [pixel][energy]. */
function spectra(plan: FitPlan, pixels: number): Float32Array {
  const uniform = random(20240607);
  const data = new Float32Array(pixels * energies);
  for (let p = 0; p < pixels; ++p) {
    const shares = Array.from({ length: references }, () => -Math.log(1 - uniform()) * uniform());
    const scale = (0.3 + 1.2 * uniform()) / shares.reduce((sum, w) => sum + w, 0);
    for (let e = 0; e < energies; ++e) {
      let value = 0.01 * normal(uniform);
      for (let k = 0; k < references; ++k) value += scale * shares[k] * plan.design[e * references + k];
      data[p * energies + e] = value;
    }
  }
  return data;
}

function turned(data: Float32Array, pixels: number): Float32Array {
  const out = new Float32Array(data.length);
  for (let p = 0; p < pixels; ++p)
    for (let e = 0; e < energies; ++e) out[e * pixels + p] = data[p * energies + e];
  return out;
}

function time(runs: number, work: () => void): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
}

export function run(): Measurement[] {
  const plan = fitPlan(design(), references);
  const out: Measurement[] = [];
  for (const pixels of [1_000_000, 128 * 128]) {
    const size = { pixels, energies, references };
    const rows = spectra(plan, pixels);
    const checked = Math.min(pixels, 3000);
    const exact = Array.from({ length: checked }, (_, p) =>
      nnls(plan, rows.subarray(p * energies, (p + 1) * energies))
    );
    for (const fastest of ["energy", "pixel"] as const) {
      const data = fastest === "energy" ? rows : turned(rows, pixels);
      for (const residuals of [false, true]) {
        let fit = nnlsStack(plan, data, { fastest, residuals });
        const times = time(9, () => (fit = nnlsStack(plan, data, { fastest, residuals })));
        const error = Math.max(
          ...exact.flatMap(({ weights }, p) =>
            Array.from(weights, (w, k) => Math.abs(w - fit.weights[k * pixels + p]))
          )
        );
        const order = fastest === "energy" ? "spectra" : "images";
        out.push({ case: `${order}, weights${residuals ? " and residuals" : ""}`, size, times, error });
      }
    }
    const few = Math.min(pixels, 100_000);
    const times = time(2, () => {
      for (let p = 0; p < few; ++p) nnls(plan, rows.subarray(p * energies, (p + 1) * energies));
    });
    out.push({ case: "one by one in double precision", size: { ...size, pixels: few }, times, error: null });
  }
  return out;
}
