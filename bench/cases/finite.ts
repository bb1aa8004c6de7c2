// Time of the finite-strain equations: a sphere with a void under constant flux, 20 implicit Euler steps of diffusion and
// in each the equilibrium to a residual of 1e-9 of that with which the step begins; assembly of all matrices included,
// the mesh left out. The error is that against a solution of the same steps in one dimension by Chebyshev collocation.

import { assembleElasticity } from "../../src/science/mechanics/elasticity.js";
import {
  assembleResidual,
  pointStretches,
  type ElasticLaw
} from "../../src/science/mechanics/finite-element.js";
import { finiteModel } from "../../src/science/mechanics/finite-model.js";
import { finiteEquilibrium, type Equilibrium } from "../../src/science/mechanics/finite-newton.js";
import { cauchyAtNodes, surfaceSlopes } from "../../src/science/mechanics/finite-stress.js";
import { nodalRecovery } from "../../src/science/mechanics/nodal-stress.js";
import { radialReference } from "../../src/science/mechanics/radial-reference.js";
import { stressFields } from "../../src/science/mechanics/stress.js";
import { assembleTransport } from "../../src/science/mechanics/transport.js";
import { chebyshev, solveDense } from "../../src/science/numerics/chebyshev.js";
import { factorise, solve } from "../../src/science/numerics/ldlt.js";
import { multiply } from "../../src/science/numerics/sparse.js";
import { polarBoundary, polarMesh } from "../../src/science/numerics/structured-disk.js";
import type { TriangleMesh } from "../../src/science/numerics/triangle-mesh.js";

export const name = "finite";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: Record<string, number> | null;
}

const runs = 5;
const [inner, flux, endTime, steps, volumePerC, poissonRatio, tolerance] = [0.2, 1, 0.1, 20, 0.3, 0.3, 1e-9];
const dt = endTime / steps;

function discharge(mesh: TriangleMesh, law: ElasticLaw) {
  const { mass, stiffness, symbolic, surface } = assembleTransport(mesh, polarBoundary.outer);
  const values = mass.values.map((m, k) => m / dt + stiffness.values[k]);
  const euler = factorise(symbolic, { ...mass, values });
  const model = finiteModel(
    { unitMesh: mesh, elastic: assembleElasticity(mesh, poissonRatio, symbolic.order) },
    law
  );
  const concentration = new Float64Array(mesh.nodeCount);
  const load = new Float64Array(mesh.nodeCount);
  const forces = new Float64Array(2 * mesh.nodeCount);
  let [iterations, factorisations] = [0, 0];
  let last: Equilibrium = {
    displacement: new Float64Array(2 * mesh.nodeCount),
    growth: new Float64Array(mesh.nodeCount),
    iterations: 0,
    factorisations: 0,
    residual: 0,
    history: []
  };
  for (let step = 0; step < steps; ++step) {
    multiply(mass, concentration, load);
    for (let i = 0; i < load.length; ++i) load[i] = load[i] / dt + flux * surface[i];
    solve(euler, load, concentration);
    const growth = concentration.map((c) => volumePerC * c);
    const stretch = pointStretches(model.tables, mesh, growth);
    assembleResidual(model.tables, mesh, model.material, stretch, last.displacement, forces);
    for (const dof of model.held) forces[dof] = 0;
    const target = tolerance * Math.sqrt(forces.reduce((sum, f) => sum + f * f, 0));
    last = finiteEquilibrium(model, growth, last, { target });
    iterations += last.iterations;
    factorisations += last.factorisations;
  }
  return { ...last, concentration, iterations, factorisations };
}

/** The same Euler steps in one dimension: D c = ∂²c/∂r² + (2/r) ∂c/∂r, c′(a) = 0, c′(b) = flux. */
function radialEuler(degree = 64): (r: number) => number {
  const { points, derivative: D, interpolate } = chebyshev(degree, inner, 1);
  const size = degree + 1;
  let c = new Float64Array(size);
  for (let step = 0; step < steps; ++step) {
    const A = new Float64Array(size * size);
    for (let i = 0; i < size; ++i) {
      for (let j = 0; j < size; ++j) {
        let second = 0;
        for (let k = 0; k < size; ++k) second += D[i * size + k] * D[k * size + j];
        const first = D[i * size + j];
        const edge = i === 0 || i === degree;
        A[i * size + j] = edge ? first : (i === j ? 1 : 0) - dt * (second + (2 / points[i]) * first);
      }
    }
    const f = Float64Array.from(c);
    f[0] = flux;
    f[degree] = 0;
    c = solveDense(A, f) as Float64Array<ArrayBuffer>;
  }
  return (r) => interpolate(c, r);
}

function sphere(name: string, law: ElasticLaw, radialCells: number, angularCells: number): Measurement {
  const mesh = polarMesh(inner, 1, radialCells, angularCells);
  const times: number[] = [];
  let result = discharge(mesh, law);
  for (let k = 0; k < runs; ++k) {
    const start = performance.now();
    result = discharge(mesh, law);
    times.push((performance.now() - start) / 1000);
  }
  const { displacement, growth, concentration, iterations, factorisations } = result;
  const exactC = radialEuler();
  const exact = radialReference(
    { inner, outer: 1, youngsModulus: 1, poissonRatio, law },
    (r) => volumePerC * exactC(r)
  );
  const recovery = nodalRecovery(mesh, [polarBoundary.axis, polarBoundary.equator]);
  const stress = stressFields(mesh.nodeCount);
  const material = { law, poissonRatio, youngsModulus: 1 };
  cauchyAtNodes(mesh, recovery, surfaceSlopes(recovery.surface), material, displacement, growth, stress);
  const x = mesh.coordinates;
  let [uError, uMost, cError, cMost, hoopError, hoopMost, voidError] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < mesh.nodeCount; ++i) {
    const r = Math.min(1, Math.max(inner, Math.hypot(x[2 * i], x[2 * i + 1])));
    const u = exact.displacement(r);
    const hoop = exact.hoop(r);
    for (const k of [2 * i, 2 * i + 1]) {
      uError = Math.max(uError, Math.abs(displacement[k] - (u * x[k]) / r));
      uMost = Math.max(uMost, Math.abs((u * x[k]) / r));
    }
    cError = Math.max(cError, Math.abs(concentration[i] - exactC(r)));
    cMost = Math.max(cMost, exactC(r));
    hoopError = Math.max(hoopError, Math.abs(stress.hoop[i] - hoop));
    hoopMost = Math.max(hoopMost, Math.abs(hoop));
    if (r === inner) voidError = Math.max(voidError, Math.abs(stress.hoop[i] / hoop - 1));
  }
  return {
    case: name,
    size: { nodes: mesh.nodeCount, dofs: 3 * mesh.nodeCount, steps, iterations, factorisations },
    times,
    error: {
      u_max: uError / uMost,
      c_max: cError / cMost,
      hoop_max: hoopError / hoopMost,
      hoop_void: voidError
    }
  };
}

export function run(): Measurement[] {
  return [
    sphere("finite-neo-hooke-20k", "neo-hooke", 32, 52),
    sphere("finite-st-venant-kirchhoff-20k", "st-venant-kirchhoff", 32, 52)
  ];
}
