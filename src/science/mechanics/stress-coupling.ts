// Stress-driven transport: J = −D (∇x − x Ω/(RT) ∇σ_h), Ω = 3 e′(x)/c_fu, small strains (Li 1978; Zhang, Shyy & Sastry,
// J. Electrochem. Soc. 154 (2007) A910, doi:10.1149/1.2759840). With σ_h = ψ − χ e, χ = 2E/(3(1 − ν)), it becomes
//   J = −D ∇Θ(x) + D x Ω/(RT) ∇ψ,   Θ = ∫ (1 + 3 x χ e′²/(c_fu RT)) dx.
// Inside a body ∇²ψ = 0 whatever e is, so ψ follows from its values on the free surfaces, which the elastic solution of the
// same state gives best; in a sphere, solid or hollow, it is constant, and what is left of the coupling is the larger
// diffusivity D (1 + θ x). ψ is found again in every iteration of a stage, until lithium no longer changes.
// Θ is interpolated at the nodes. Left out: the stress in E_eq (Ω σ_h/F, under a millivolt or two here), and that of the activity.

import { gasConstant } from "../material/constants.js";
import type { SwellingStrain } from "../material/volume-change-tables.js";
import { mapElement, p2Points } from "../numerics/p2.js";
import { factorise, solve } from "../numerics/ldlt.js";
import { pchip, type Curve } from "../numerics/pchip.js";
import { triangleDegree5 } from "../numerics/quadrature.js";
import { displacementOf } from "./elasticity.js";
import type { StressModel } from "./model.js";
import { stressAtNodes } from "./nodal-stress.js";
import { stressFields } from "./stress.js";
import { meanOver, type TransportMatrices } from "./transport.js";

export interface StressCoupling {
  /** Θ(x) and its derivative, the factor on D */
  potential: Curve;
  /** adds p_a = ∫ ∇N_a · x Ω/(RT) ∇ψ r dr dz to `out` */
  stressLoad: (lithium: Float64Array, out: Float64Array) => void;
}

export interface CouplingMaterial {
  youngsModulus: number;
  poissonRatio: number;
  temperature: number;
  /** c_fu, mol/m³ */
  formulaUnits: number;
}

/** Fills a nodal field inside with the solution of ∇²ψ = 0 that has its values at the fixed nodes. */
function harmonicExtension({ stiffness, symbolic }: TransportMatrices, fixed: Int32Array) {
  const { rowCount, rowStart, columns } = stiffness;
  const isFixed = new Uint8Array(rowCount);
  for (const node of fixed) isFixed[node] = 1;
  const values = stiffness.values.slice();
  for (let i = 0; i < rowCount; ++i) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; ++k) {
      if (columns[k] === i) {
        // on the axis the entry of a surface node may vanish with r
        if (isFixed[i]) values[k] = 1;
      } else if (isFixed[i] || isFixed[columns[k]]) values[k] = 0;
    }
  }
  const factor = factorise(symbolic, { ...stiffness, values });
  const right = new Float64Array(rowCount);
  return (field: Float64Array<ArrayBuffer>) => {
    for (let i = 0; i < rowCount; ++i) {
      if (isFixed[i]) {
        right[i] = field[i];
        continue;
      }
      let sum = 0;
      for (let k = rowStart[i]; k < rowStart[i + 1]; ++k)
        if (isFixed[columns[k]]) sum -= stiffness.values[k] * field[columns[k]];
      right[i] = sum;
    }
    solve(factor, right, field);
  };
}

/** @param range lithium per formula unit that Θ is tabulated over */
export function stressCoupling(
  model: StressModel,
  { youngsModulus, poissonRatio, temperature, formulaUnits }: CouplingMaterial,
  swelling: SwellingStrain,
  range: readonly [number, number]
): StressCoupling {
  const { unitMesh: mesh, elastic, recovery, transport } = model;
  const χ = (2 * youngsModulus) / (3 * (1 - poissonRatio));
  /** Ω/(RT), 1/Pa */
  const mobility = (x: number) => (3 * swelling.slope(x)) / (formulaUnits * gasConstant * temperature);
  const factor = (x: number) => 1 + x * χ * mobility(x) * swelling.slope(x);
  const knots = 600;
  const step = (range[1] - range[0]) / knots;
  const x = Float64Array.from({ length: knots + 1 }, (_, k) => range[0] + k * step);
  const theta = new Float64Array(knots + 1);
  for (let k = 0; k < knots; ++k) {
    const middle = factor(x[k] + step / 2);
    theta[k + 1] = theta[k] + (step / 6) * (factor(x[k]) + 4 * middle + factor(x[k + 1]));
  }
  const count = mesh.nodeCount;
  const [strain, pull, ψ] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const [loads, displacement] = [new Float64Array(2 * count), new Float64Array(2 * count)];
  const stress = stressFields(count);
  const laplace = harmonicExtension(transport, recovery.surface.nodes);
  const points = p2Points(triangleDegree5);
  const { n, nR, nZ, weight } = points;
  return {
    potential: pchip(x, theta),
    stressLoad(lithium, out) {
      const mean = swelling.strain(meanOver(transport, lithium));
      for (let i = 0; i < count; ++i) {
        strain[i] = swelling.strain(lithium[i]) - mean;
        pull[i] = lithium[i] * mobility(lithium[i]);
      }
      displacementOf(elastic, strain, loads, displacement);
      stressAtNodes(mesh, recovery, displacement, strain, youngsModulus, poissonRatio, stress);
      for (const i of recovery.surface.nodes)
        ψ[i] = (stress.radial[i] + stress.hoop[i] + stress.axial[i]) / 3 + χ * strain[i];
      laplace(ψ);
      for (let t = 0; t < mesh.triangleCount; ++t) {
        mapElement(points, mesh.coordinates, mesh.triangles, t);
        for (let q = 0; q < points.count; ++q) {
          let [ψr, ψz, m] = [0, 0, 0];
          for (let a = 0; a < 6; ++a) {
            const node = mesh.triangles[6 * t + a];
            ψr += nR[6 * q + a] * ψ[node];
            ψz += nZ[6 * q + a] * ψ[node];
            m += n[6 * q + a] * pull[node];
          }
          m *= weight[q];
          for (let a = 0; a < 6; ++a)
            out[mesh.triangles[6 * t + a]] += m * (nR[6 * q + a] * ψr + nZ[6 * q + a] * ψz);
        }
      }
    }
  };
}
