// A pore on the axis is a ball, one off the axis a ring. Around a central void in a ball all places of a ball-shaped pore
// are alike, so whatever an equatorial pore adds to the stress at A beyond a polar one is made by the axial symmetry.

import { meshParticle } from "../particle/mesh.js";
import type { ParticleGeometry, Pore } from "../particle/geometry.js";
import { printedDepth } from "./iso-stress.js";
import { stressModel } from "./model.js";
import type { StressParameters } from "./parameters.js";
import { simulate } from "./simulate.js";

export const poreShapes = ["none", "sphere", "two spheres", "torus"] as const;
export type PoreShape = (typeof poreShapes)[number];

export interface ShapeStress {
  shape: PoreShape;
  /** m; NaN without a pore */
  gap: number;
  /** at A, Pa: around the axis, along the void's surface in the meridian plane, von Mises, and the larger of the first two */
  hoop: number;
  meridian: number;
  vonMises: number;
  largest: number;
}

/** A particle with a pore of a shape at a gap from the void; its first pore has A. */
export function shapedGeometry(
  { particleRadius, voidRadius, poreRadius: radius }: StressParameters,
  shape: PoreShape,
  gap: number
): ParticleGeometry {
  const distance = voidRadius + gap + radius;
  const north = { radius, r: 0, z: distance };
  const pores: Record<PoreShape, Pore[]> = {
    none: [],
    sphere: [north],
    "two spheres": [north, { radius, r: 0, z: -distance }],
    torus: [{ radius, r: distance, z: 0 }]
  };
  return { radius: particleRadius, voidRadius, pores: pores[shape] };
}

/** Stress at A at a depth of discharge of 20 %; without a pore A is the void's surface. */
export async function shapeStress(
  parameters: StressParameters,
  shape: PoreShape,
  gap: number,
  resolution = 1
): Promise<ShapeStress> {
  const geometry = shapedGeometry(parameters, shape, gap);
  const { bridge } = await simulate(parameters, {
    geometry,
    model: stressModel(meshParticle(geometry, { resolution }), geometry.radius, parameters.poissonRatio),
    frames: [printedDepth],
    programme: [{ phase: "discharge", until: printedDepth }]
  });
  const [hoop, meridian, vonMises] = [bridge.hoop[1], bridge.sphericalPolar[1], bridge.vonMises[1]];
  return {
    shape,
    gap: shape === "none" ? NaN : gap,
    hoop,
    meridian,
    vonMises,
    largest: Math.max(hoop, meridian)
  };
}
