// The particle that the parameters describe.

import type { ParticleGeometry } from "../particle/geometry.js";
import { arrangePores } from "../particle/pores.js";
import type { StressParameters } from "./parameters.js";

export function geometryOf(p: StressParameters): ParticleGeometry {
  const pores = arrangePores(p.voidRadius, {
    count: p.poreCount,
    gap: p.gap,
    radius: p.poreRadius,
    tilt: p.poreTilt
  });
  return { radius: p.particleRadius, voidRadius: p.voidRadius, pores };
}
