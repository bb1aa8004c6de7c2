import { describe, expect, test } from "vitest";
import { surfaceKinetics } from "../../../src/science/mechanics/butler-volmer.js";
import { stepper } from "../../../src/science/mechanics/esdirk.js";
import { galvanostaticProblem } from "../../../src/science/mechanics/galvanostatic.js";
import { kineticProblem } from "../../../src/science/mechanics/galvanostatic-kinetics.js";
import { assembleTransport, meanOver } from "../../../src/science/mechanics/transport.js";
import { pchip, type Curve } from "../../../src/science/numerics/pchip.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";

const mesh = polarMesh(0.2, 1, 6, 24, { half: true });
const matrices = assembleTransport(mesh, 1);
const { surfaceNodes, surface } = matrices;
const weight = Float64Array.from(surfaceNodes, (node) => surface[node]);
const falling = pchip([0, 0.4, 0.8, 1.2], [4.8, 4.1, 3.6, 2]);

const make = (exchangeCurrent: number, equilibrium: Curve = falling) => {
  const kinetics = { exchangeCurrent, anodicTransfer: 0.5, cathodicTransfer: 0.5 };
  const settings = { diffusivity: 1, fluxPerCurrent: -1, surface: surfaceKinetics(weight, kinetics, 298) };
  const problem = kineticProblem(matrices, settings, equilibrium);
  problem.meanCurrent = -0.3;
  return problem;
};

/** Uneven start: more lithium at the upper pole. */
const uneven = Float64Array.from(
  { length: mesh.nodeCount },
  (_, i) => 0.5 + 0.1 * mesh.coordinates[2 * i + 1]
);
const settings = { tolerance: 1e-5, unitStep: 1, firstStep: 2 ** -12 };

describe.each([1e-3, 1, 100])("an uneven sphere, i0 = %d times the unit", (exchangeCurrent) => {
  const problem = make(exchangeCurrent);
  const run = stepper(problem, settings);
  run.restart(0, uneven);
  const start = meanOver(matrices, uneven);
  while (run.time < 0.5) run.advance(0.5);
  const mean = meanOver(matrices, run.step.y1);

  test("takes up exactly the lithium of the current", () => {
    const expected = (0.3 * matrices.area * run.time) / matrices.volume;
    expect(Math.abs((mean - start) / expected - 1)).toBeLessThan(1e-10);
  });

  test("meets the constraint to 1e-10, and Butler–Volmer at each node to 1e-8", () => {
    expect(problem.galvanostaticResidual).toBeLessThan(1e-10);
    expect(problem.galvanostaticResidual).toBeGreaterThan(0);
    expect(problem.kineticResidual).toBeLessThan(1e-8);
    expect(problem.kineticResidual).toBeGreaterThan(0);
  });
});

test("a stage satisfies M (y − base) = shift (w∘j − K y), checked apart from the solver", () => {
  const problem = make(1);
  const base = uneven.slice();
  const y = new Float64Array(mesh.nodeCount);
  const shift = 0.05;
  problem.derivative(0, base, y);
  problem.stage(0, shift, base, y);
  const kinetics = { exchangeCurrent: 1, anodicTransfer: 0.5, cathodicTransfer: 0.5 };
  const at = Float64Array.from(surfaceNodes, (node) => y[node]);
  const { current } = surfaceKinetics(weight, kinetics, 298).respond(at, -0.3, falling);
  const right = new Float64Array(mesh.nodeCount);
  surfaceNodes.forEach((node, s) => (right[node] = -weight[s] * current[s]));
  let largest = 0;
  for (let i = 0; i < mesh.nodeCount; ++i) {
    let residual = -shift * right[i];
    for (let k = matrices.mass.rowStart[i]; k < matrices.mass.rowStart[i + 1]; ++k) {
      const j = matrices.mass.columns[k];
      residual += matrices.mass.values[k] * (y[j] - base[j]) + shift * matrices.stiffness.values[k] * y[j];
    }
    largest = Math.max(largest, Math.abs(residual));
  }
  expect(largest).toBeLessThan(1e-11);
});

test("slow kinetics approach the uniform flux, fast kinetics a uniform surface", () => {
  const spreadAfter = (i0: number) => {
    const run = stepper(make(i0), settings);
    run.restart(0, uneven);
    while (run.time < 0.02) run.advance(0.02);
    const x = Float64Array.from(surfaceNodes, (node) => run.step.y1[node]);
    return { spread: Math.max(...x) - Math.min(...x), y: run.step.y1, time: run.time };
  };
  const slow = spreadAfter(1e-6);
  const fast = spreadAfter(1e4);
  const uniform = galvanostaticProblem(matrices, 1);
  uniform.flux = 0.3;
  const run = stepper(uniform, settings);
  run.restart(0, uneven);
  while (run.time < slow.time) run.advance(slow.time);
  const y = new Float64Array(mesh.nodeCount);
  run.at(slow.time, y);
  // with so small an exchange current η ≫ differences of E_eq is not reached, but those of the flux stay below E/η of it
  expect(fast.spread).toBeLessThan(1e-3);
  expect(slow.spread).toBeGreaterThan(20 * fast.spread);
});

test("where no state has a solution the stage says so, the step is shortened, and the run stops before it", () => {
  const broken: Curve = { ...falling, value: (x) => (x > 0.7 ? NaN : falling.value(x)) };
  const problem = make(1, broken);
  const run = stepper(problem, settings);
  run.restart(0, new Float64Array(mesh.nodeCount).fill(0.5));
  expect(() => {
    while (run.time < 1) run.advance(1);
  }).toThrow("invalid tolerance");
  expect(problem.failure).not.toBeNull();
  expect(run.rejected).toBeGreaterThan(10);
  const kept = Float64Array.from(surfaceNodes, (node) => run.step.y0[node]);
  expect(Math.max(...kept)).toBeLessThanOrEqual(0.7);
  expect(Math.max(...kept)).toBeGreaterThan(0.69);
});
