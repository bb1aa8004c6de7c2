// Time of the finite elements: a full 10 C discharge as a page runs it, mesh and all frames included; and a sphere with a
// void under constant flux, assembly, factorisation, time steps and stress, to an error of 1e-3 in c and 0.35 % in stress.

import { compareField, compareStressAtPoints } from "../../src/science/mechanics/compare.js";
import { assembleElasticity, displacementOf } from "../../src/science/mechanics/elasticity.js";
import { stepper } from "../../src/science/mechanics/esdirk.js";
import { sphereDiffusion, sphereStress } from "../../src/science/mechanics/exact.js";
import { galvanostaticProblem } from "../../src/science/mechanics/galvanostatic.js";
import { defaultStressParameters } from "../../src/science/mechanics/parameters.js";
import { simulate } from "../../src/science/mechanics/simulate.js";
import { assembleTransport } from "../../src/science/mechanics/transport.js";
import { polarBoundary, polarMesh } from "../../src/science/numerics/structured-disk.js";

export const name = "fem";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: Record<string, number> | null;
}

const runs = 5;
const now = () => performance.now() / 1000;

async function discharge(): Promise<Measurement> {
  const times: number[] = [];
  const size: Record<string, number> = {};
  let error: Record<string, number> | null = null;
  for (let run = 0; run <= runs; ++run) {
    const start = now();
    const { diagnostics, frames } = await simulate(defaultStressParameters());
    // the first run warms the compiler up
    if (run > 0) times.push(now() - start);
    const { nodes, dofs, steps, lithiumBalance, timeError } = diagnostics;
    Object.assign(size, { nodes, dofs, steps, frames: frames.length });
    error = { lithiumBalance, timeError };
  }
  return { case: "fem-discharge", size, times, error };
}

const [inner, flux, endTime] = [0.2, 1, 0.1];
const material = { youngsModulus: 1, poissonRatio: 0.3, strain: 0.01 };

function sphere(name: string, radialCells: number, angularCells: number): Measurement {
  const mesh = polarMesh(inner, 1, radialCells, angularCells);
  const run = () => {
    const transport = assembleTransport(mesh, polarBoundary.outer);
    const problem = galvanostaticProblem(transport, 1);
    problem.flux = flux;
    const steps = stepper(problem, { tolerance: 1e-2, unitStep: endTime, firstStep: endTime / 2 ** 4 });
    const concentration = new Float64Array(mesh.nodeCount);
    steps.restart(0, concentration);
    while (steps.time < endTime) steps.advance(endTime);
    steps.at(endTime, concentration);
    const elastic = assembleElasticity(mesh, material.poissonRatio, transport.symbolic.order);
    const eigenstrain = concentration.map((c) => material.strain * c);
    return {
      concentration,
      eigenstrain,
      displacement: displacementOf(elastic, eigenstrain),
      steps: steps.accepted
    };
  };
  const times: number[] = [];
  let result = run();
  for (let k = 0; k < runs; ++k) {
    const start = now();
    result = run();
    times.push(now() - start);
  }
  const { concentration, eigenstrain, displacement } = result;
  const exact = sphereDiffusion({ inner, outer: 1, diffusivity: 1, flux });
  const stress = compareStressAtPoints(
    mesh,
    displacement,
    eigenstrain,
    material.youngsModulus,
    material.poissonRatio,
    (rho) => sphereStress(exact, material, rho, endTime)
  );
  return {
    case: name,
    size: { nodes: mesh.nodeCount, dofs: 3 * mesh.nodeCount, steps: result.steps },
    times,
    error: {
      c_L2: compareField(mesh, concentration, (r, z) => exact.concentration(Math.hypot(r, z), endTime)).l2,
      sr_L2: stress.radial.l2,
      st_L2: stress.hoop.l2
    }
  };
}

export async function run(): Promise<Measurement[]> {
  return [await discharge(), sphere("fem-sphere-20k", 32, 52), sphere("fem-sphere-100k", 72, 115)];
}
