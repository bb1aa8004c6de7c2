// Finite strain on a sphere with or without a void, beside the radial solution of the same equations by collocation.

import { sampleP2 } from "../numerics/mesh-locate.js";
import { meshParticle } from "../particle/mesh.js";
import type { TaskOptions } from "../task.js";
import type { ElasticLaw } from "./finite-element.js";
import { finiteModel } from "./finite-model.js";
import { finiteEquilibrium } from "./finite-newton.js";
import { cauchyAtNodes, surfaceSlopes } from "./finite-stress.js";
import { readingLine } from "./line.js";
import { stressModel } from "./model.js";
import type { StressParameters } from "./parameters.js";
import { radialReference } from "./radial-reference.js";
import { sphericalStress, stressFields } from "./stress.js";

/** A row a radius of the undeformed sphere. Cauchy stress in Pa. */
export interface FiniteProof {
  /** m */
  radius: Float64Array;
  /** ΔV/V0 */
  growth: Float64Array;
  hoop: Float64Array;
  referenceHoop: Float64Array;
  radial: Float64Array;
  referenceRadial: Float64Array;
  /** largest deviation, as a share of the largest hoop stress; at the void, of the hoop stress there */
  hoopError: number;
  radialError: number;
  voidHoopError: number;
  iterations: number;
  nodes: number;
}

/** ΔV/V0 from 2 % at the centre to 20 % at the surface: far beyond what one discharge does. */
export const strongGrowth = (share: number): number => 0.02 + 0.18 * share ** 2;

/** @param growth ΔV/V0 at a share of the particle's radius */
export function proveFiniteSphere(
  { particleRadius, voidRadius, youngsModulus, poissonRatio }: StressParameters,
  growth: (share: number) => number = strongGrowth,
  {
    resolution = 2,
    law = "st-venant-kirchhoff",
    signal
  }: TaskOptions & { resolution?: number; law?: ElasticLaw } = {}
): FiniteProof {
  const inner = voidRadius / particleRadius;
  const geometry = { radius: 1, voidRadius: inner, pores: [] };
  const model = stressModel(meshParticle(geometry, { resolution, signal }), 1, poissonRatio);
  const { unitMesh: mesh, recovery } = model;
  const x = mesh.coordinates;
  const nodal = Float64Array.from({ length: mesh.nodeCount }, (_, i) =>
    growth(Math.hypot(x[2 * i], x[2 * i + 1]))
  );
  const { displacement, iterations } = finiteEquilibrium(finiteModel(model, law), nodal);
  const stress = stressFields(mesh.nodeCount);
  const material = { law, poissonRatio, youngsModulus };
  cauchyAtNodes(mesh, recovery, surfaceSlopes(recovery.surface), material, displacement, nodal, stress);

  const exact = radialReference({ inner, outer: 1, ...material }, growth, 64);
  const line = readingLine(mesh, geometry);
  const [s, c] = [Math.sin(line.polarAngle), Math.cos(line.polarAngle)];
  const share = line.radius.map((r) => Math.min(1, Math.max(inner, r)));
  const read = (field: Float64Array) =>
    Float64Array.from(line.places, (place) => (place ? sampleP2(mesh, field, place) : NaN));
  const [r, hoop, z, rz] = [stress.radial, stress.hoop, stress.axial, stress.shear].map(read);
  const radial = r.map((v, i) => sphericalStress(s, c, v, z[i], rz[i]).radial);
  const referenceHoop = share.map(exact.hoop);
  const referenceRadial = share.map(exact.radial);
  const largest = referenceHoop.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const deviation = (a: Float64Array, b: Float64Array) =>
    a.reduce((most, v, i) => Math.max(most, Math.abs(v - b[i])), 0) / largest;
  return {
    radius: share.map((v) => v * particleRadius),
    growth: share.map(growth),
    hoop,
    referenceHoop,
    radial,
    referenceRadial,
    hoopError: deviation(hoop, referenceHoop),
    radialError: deviation(radial, referenceRadial),
    voidHoopError: Math.abs(hoop[0] / referenceHoop[0] - 1),
    iterations,
    nodes: mesh.nodeCount
  };
}
