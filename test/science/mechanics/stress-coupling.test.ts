// Stress-driven transport in a sphere against radial diffusion with D (1 + θ x), solved by finite volumes in one dimension.

import { expect, test } from "vitest";
import { formulaUnitConcentration } from "../../../src/science/material/composition.js";
import { swellingStrain, volumeChangeOf } from "../../../src/science/material/volume-change-tables.js";
import { surfaceKinetics } from "../../../src/science/mechanics/butler-volmer.js";
import { stepper } from "../../../src/science/mechanics/esdirk.js";
import { kineticProblem } from "../../../src/science/mechanics/galvanostatic-kinetics.js";
import { stressModel } from "../../../src/science/mechanics/model.js";
import { stressCoupling } from "../../../src/science/mechanics/stress-coupling.js";
import { pchip } from "../../../src/science/numerics/pchip.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";

const inner = 0.1;
const [E, ν, T, S] = [78e9, 0.25, 298, 0.12];
const material = {
  youngsModulus: E,
  poissonRatio: ν,
  temperature: T,
  formulaUnits: formulaUnitConcentration()
};
const volume = volumeChangeOf("linear", { charged: 0, discharged: 1.2, volumeChange: S });
// the strain of the formula is straight in x
const swelling = { ...swellingStrain(volume, 0), strain: (x: number) => (S * x) / 3.6, slope: () => S / 3.6 };

/** θ of Zhang, Shyy and Sastry for x in place of c: 2 E Ω² c_fu/(9 RT (1 − ν)), Ω = 3 e′/c_fu. */
const Ω = (3 * (S / 3.6)) / material.formulaUnits;
const θ = (2 * E * Ω ** 2 * material.formulaUnits) / (9 * 8.31446261815324 * T * (1 - ν));

/** Surface and inner x under a flux of 0.25 from x = 0.4, D = 1, at t = 0.5; explicit finite volumes. */
function radial(theta: number, cells: number): [surface: number, innermost: number] {
  const h = (1 - inner) / cells;
  const x = new Float64Array(cells).fill(0.4);
  const face = Float64Array.from({ length: cells + 1 }, (_, k) => inner + k * h);
  const steps = Math.ceil(0.5 / (0.2 * h * h));
  const dt = 0.5 / steps;
  const flux = new Float64Array(cells + 1);
  flux[cells] = 0.25;
  for (let n = 0; n < steps; ++n) {
    for (let k = 1; k < cells; ++k) flux[k] = ((1 + theta * 0.5 * (x[k - 1] + x[k])) * (x[k] - x[k - 1])) / h;
    for (let k = 0; k < cells; ++k) {
      const volume = (face[k + 1] ** 3 - face[k] ** 3) / 3;
      x[k] += (dt * (face[k + 1] ** 2 * flux[k + 1] - face[k] ** 2 * flux[k])) / volume;
    }
  }
  const last = x[cells - 1];
  return [last + ((0.25 / (1 + theta * last)) * h) / 2, x[0]];
}

const mesh = meshParticle({ radius: 1, voidRadius: inner, pores: [] });
const model = stressModel(mesh, 1, ν);
const { transport } = model;
const weight = Float64Array.from(transport.surfaceNodes, (node) => transport.surface[node]);
const kinetics = { exchangeCurrent: 1, anodicTransfer: 0.5, cathodicTransfer: 0.5 };

function finiteElements(driven: boolean): [surface: number, innermost: number] {
  const problem = kineticProblem(
    transport,
    {
      diffusivity: 1,
      fluxPerCurrent: -1,
      surface: surfaceKinetics(weight, kinetics, T),
      coupling: driven ? stressCoupling(model, material, swelling, [0, 1.2]) : undefined
    },
    pchip([0, 1.2], [4.8, 2])
  );
  problem.meanCurrent = -0.25;
  const run = stepper(problem, { tolerance: 1e-4, unitStep: 1, firstStep: 2 ** -12 });
  run.restart(0, new Float64Array(mesh.nodeCount).fill(0.4));
  while (run.time < 0.5) run.advance(0.5);
  const y = new Float64Array(mesh.nodeCount);
  run.at(0.5, y);
  const mean = (nodes: number[]) => nodes.reduce((sum, i) => sum + y[i], 0) / nodes.length;
  const rho = (i: number) => Math.hypot(mesh.coordinates[2 * i], mesh.coordinates[2 * i + 1]);
  const all = [...Array(mesh.nodeCount).keys()];
  return [mean(all.filter((i) => rho(i) > 1 - 1e-6)), mean(all.filter((i) => rho(i) < inner + 1e-6))];
}

test("the coupling acts like the diffusivity D (1 + θ x)", () => {
  expect(θ).toBeGreaterThan(0.15);
  const difference = ([surface, innermost]: [number, number]) => surface - innermost;
  const without = difference(radial(0, 120));
  const exact = difference(radial(θ, 120));
  // the effect to be seen is ten times the error allowed
  expect(Math.abs(exact / without - 1)).toBeGreaterThan(0.05);
  expect(Math.abs(difference(finiteElements(false)) / without - 1)).toBeLessThan(1e-3);
  expect(Math.abs(difference(finiteElements(true)) / exact - 1)).toBeLessThan(1e-3);
});

test("the stress load conserves lithium, and vanishes in a sphere as ψ is constant there", () => {
  const { stressLoad } = stressCoupling(model, material, swelling, [0, 1.2]);
  const x = Float64Array.from({ length: mesh.nodeCount }, (_, i) => {
    const [r, z] = [mesh.coordinates[2 * i], mesh.coordinates[2 * i + 1]];
    return 0.5 + 0.1 * (r * r + z * z);
  });
  const radialLoad = new Float64Array(mesh.nodeCount);
  stressLoad(x, radialLoad);
  const tilted = x.map((v, i) => v + 0.1 * mesh.coordinates[2 * i + 1] ** 3);
  const tiltedLoad = new Float64Array(mesh.nodeCount);
  stressLoad(tilted, tiltedLoad);
  const largest = (load: Float64Array) => Math.max(...load.map(Math.abs));
  expect(largest(radialLoad)).toBeLessThan(0.05 * largest(tiltedLoad));
  expect(Math.abs(tiltedLoad.reduce((a, b) => a + b))).toBeLessThan(1e-12);
});
