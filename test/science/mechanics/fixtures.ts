// A sphere on a mesh, driven by a constant flux, beside its exact solution; everything in units of the outer radius.

import { galvanostaticProblem } from "../../../src/science/mechanics/galvanostatic.js";
import { stepper } from "../../../src/science/mechanics/esdirk.js";
import { assembleElasticity, displacementOf } from "../../../src/science/mechanics/elasticity.js";
import { nodalRecovery, stressAtNodes } from "../../../src/science/mechanics/nodal-stress.js";
import { stressFields } from "../../../src/science/mechanics/stress.js";
import { assembleTransport } from "../../../src/science/mechanics/transport.js";
import { sphereDiffusion, sphereStress } from "../../../src/science/mechanics/exact.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";
import { polarBoundary } from "../../../src/science/numerics/structured-disk.js";
import type { TriangleMesh } from "../../../src/science/numerics/triangle-mesh.js";

export const symmetryLines = [polarBoundary.axis, polarBoundary.equator];
export const material = { youngsModulus: 2, poissonRatio: 0.25, strain: 0.01 };

/** The default mesh of a particle of radius 1 with a void and no pores. */
export const particle = (voidRadius: number) => meshParticle({ radius: 1, voidRadius, pores: [] });

export const radiusOf = ({ coordinates: x }: TriangleMesh, i: number) => Math.hypot(x[2 * i], x[2 * i + 1]);

export const exactSphere = (inner: number) =>
  sphereDiffusion({ inner, outer: 1, diffusivity: 1, flux: 1 }, 300);

/** Concentration at the nodes at each time, with D = 1 and a flux of 1. */
export function diffuse(mesh: TriangleMesh, times: number[], tolerance: number) {
  const matrices = assembleTransport(mesh, polarBoundary.outer);
  const problem = galvanostaticProblem(matrices, 1);
  problem.flux = 1;
  const run = stepper(problem, { tolerance: tolerance / 6, unitStep: 1, firstStep: 2 ** -12 });
  run.restart(0, new Float64Array(mesh.nodeCount));
  return times.map((t) => {
    while (run.time < t) run.advance(times[times.length - 1]);
    const c = new Float64Array(mesh.nodeCount);
    run.at(t, c);
    return c;
  });
}

/** Displacement and nodal stress of the exact concentration at a time. */
export function strain(mesh: TriangleMesh, inner: number, time: number) {
  const sphere = exactSphere(inner);
  const eigenstrain = Float64Array.from(
    { length: mesh.nodeCount },
    (_, i) => material.strain * sphere.concentration(radiusOf(mesh, i), time)
  );
  return {
    ...respond(mesh, eigenstrain),
    eigenstrain,
    exact: (rho: number) => sphereStress(sphere, material, rho, time)
  };
}

/** Displacement and nodal stress of any eigenstrain. */
export function respond(mesh: TriangleMesh, eigenstrain: Float64Array) {
  const { youngsModulus, poissonRatio } = material;
  const system = assembleElasticity(mesh, poissonRatio);
  const displacement = displacementOf(system, eigenstrain);
  const stress = stressFields(mesh.nodeCount);
  const recovery = nodalRecovery(mesh, symmetryLines);
  stressAtNodes(mesh, recovery, displacement, eigenstrain, youngsModulus, poissonRatio, stress);
  return { system, displacement, stress };
}
