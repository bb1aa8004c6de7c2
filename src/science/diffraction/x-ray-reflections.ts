// Reflections of a crystal for X-rays: F(hkl) = Σ occ (f₀(s) + f′ + i f″) exp(−B s²) exp 2πi(hx + ky + lz), s = 1/(2d), summed
// over all positions in the cell. A powder line is m|F|², m the number of equivalent planes, Friedel pairs included.

import { expandSites, type Crystal } from "../material/crystal.js";
import { dispersion } from "../material/x-ray-anomalous.js";
import { formFactor } from "../material/x-ray-form-factors.js";
import { reflectionList } from "./reflections.js";

export interface XRayReflection {
  h: number;
  k: number;
  l: number;
  /** Å */
  d: number;
  multiplicity: number;
  /** m|F|², electrons² a cell; the mean of both members of a Friedel pair */
  strength: number;
}

/** Planes that symmetry allows, one of each equivalent set, by falling d. @param range of d, Å */
export function powderIndices(
  crystal: Pick<Crystal, "cell" | "operations">,
  [dMin, dMax]: readonly [number, number]
): Omit<XRayReflection, "strength">[] {
  const { count, h, k, l, d, multiplicity } = reflectionList(crystal, { dMin, dMax });
  return Array.from({ length: count }, (_, i) => ({
    ...{ h: h[i], k: k[i], l: l[i] },
    ...{ d: d[i], multiplicity: multiplicity[i] }
  }));
}

/**
 * Lines of a powder.
 * @param energy eV, see `dispersion` @param range of d, Å @returns by falling d
 * @throws where an element has no form factor, or the energy no dispersion correction
 */
export function xRayReflections(
  crystal: Crystal,
  energy: number,
  range: readonly [number, number]
): XRayReflection[] {
  const positions = expandSites(crystal).filter(({ site }) => site.occupancy > 0);
  const elements = [...new Set(positions.map(({ site }) => site.element))];
  const corrections = new Map(elements.map((element) => [element, dispersion(element, energy)]));
  return powderIndices(crystal, range).map((plane) => {
    const s = 1 / (2 * plane.d);
    const factors = new Map(elements.map((element) => [element, formFactor(element, s)]));
    // sums of the real and of the imaginary scattering, each times cos and sin
    let [rc, rs, ic, is] = [0, 0, 0, 0];
    for (const { site, x, y, z } of positions) {
      const weight = site.occupancy * Math.exp(-site.bIso * s * s);
      const phase = 2 * Math.PI * (plane.h * x + plane.k * y + plane.l * z);
      const [real, imaginary] = corrections.get(site.element) ?? [0, 0];
      const f = weight * ((factors.get(site.element) ?? 0) + real);
      const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
      rc += f * cos;
      rs += f * sin;
      ic += weight * imaginary * cos;
      is += weight * imaginary * sin;
    }
    return { ...plane, strength: plane.multiplicity * (rc * rc + rs * rs + ic * ic + is * is) };
  });
}
