// Structure factors F(hkl) = Σ_sites n b(s) exp(−B s²) G(hkl), s = 1/(2d), G = Σ over the site's positions of exp 2πi h·r, and
// the derivatives of |F|² by occupancy n, displacement parameter B, coordinates and 1/d². Amplitudes b in fm for neutrons;
// for X-rays f₀(s) + f′ + i f″. Giacovazzo, Fundamentals of Crystallography, 3rd ed. (2011), chapter 3.

import type { Crystal } from "../material/crystal.js";
import type { Reflections } from "./reflections.js";
import { moveTo, placesOf, slopeOf } from "./site-places.js";

/** Real and imaginary part of a site's amplitude at s = 1/(2d) in Å⁻¹. */
export type Amplitude = (element: string, s: number) => readonly [real: number, imaginary: number];

export interface StructureFactors {
  /** |F|² [reflection] */
  squared: Float64Array;
  /** real and imaginary part of F [reflection] */
  real: Float64Array;
  imaginary: Float64Array;
}

/** Which derivative of |F|² is meant. */
export interface SiteSlope {
  site: number;
  of: "occupancy" | "bIso" | "x" | "y" | "z";
}

export interface StructureFactorKernel {
  /** occupancy, B, x, y, z of each site, as they are to be used next */
  occupancy: Float64Array;
  bIso: Float64Array;
  coordinates: Float64Array;
  /** 1/d² [reflection], as is to be used next */
  inverseSquare: Float64Array;
  compute: () => StructureFactors;
  /** ∂|F|²/∂(a site's number) [reflection], at the last computed state */
  slope: (which: SiteSlope) => Float64Array;
  /** ∂|F|²/∂(1/d²) [reflection], through the displacement factors only */
  slopeBySquare: () => Float64Array;
}

/** @param reflections of the crystal's symmetry */
export function structureFactors(
  crystal: Crystal,
  reflections: Reflections,
  amplitude: Amplitude
): StructureFactorKernel {
  const { sites } = crystal;
  const { count } = reflections;
  const places = placesOf(crystal, count);
  const placeOf = sites.map((_, s) => places.findIndex((place) => place.sites.includes(s)));
  const occupancy = Float64Array.from(sites, (s) => s.occupancy);
  const bIso = Float64Array.from(sites, (s) => s.bIso);
  const coordinates = Float64Array.from(sites.flatMap(({ x, y, z }) => [x, y, z]));
  const inverseSquare = reflections.d.map((d) => 1 / (d * d));
  // amplitudes change with 1/d² so slowly that those of the starting cell serve throughout
  const bReal = new Float64Array(sites.length * count);
  const bImaginary = new Float64Array(sites.length * count);
  sites.forEach(({ element }, s) => {
    for (let r = 0; r < count; ++r)
      [bReal[s * count + r], bImaginary[s * count + r]] = amplitude(element, 0.5 / reflections.d[r]);
  });
  const damped = new Float64Array(sites.length * count);
  const [real, imaginary, squared] = [0, 0, 0].map(() => new Float64Array(count));

  /** 2 Re(F* b T g) of a geometric part g, times a factor. */
  const project = (s: number, g: Float64Array, gi: Float64Array, factor: number) => {
    const out = new Float64Array(count);
    for (let r = 0; r < count; ++r) {
      const e = s * count + r;
      const fr = bReal[e] * g[r] - bImaginary[e] * gi[r];
      const fi = bReal[e] * gi[r] + bImaginary[e] * g[r];
      out[r] = 2 * factor * damped[e] * (real[r] * fr + imaginary[r] * fi);
    }
    return out;
  };

  return {
    ...{ occupancy, bIso, coordinates, inverseSquare },
    compute() {
      for (const place of places) moveTo(place, coordinates.subarray(3 * place.sites[0]), reflections);
      real.fill(0);
      imaginary.fill(0);
      sites.forEach((_, s) => {
        const { real: gr, imaginary: gi } = places[placeOf[s]];
        for (let r = 0; r < count; ++r) {
          const e = s * count + r;
          const t = (damped[e] = Math.exp(-0.25 * bIso[s] * inverseSquare[r]));
          const weight = occupancy[s] * t;
          real[r] += weight * (bReal[e] * gr[r] - bImaginary[e] * gi[r]);
          imaginary[r] += weight * (bReal[e] * gi[r] + bImaginary[e] * gr[r]);
        }
      });
      for (let r = 0; r < count; ++r) squared[r] = real[r] * real[r] + imaginary[r] * imaginary[r];
      return { squared, real, imaginary };
    },
    slope({ site: s, of }) {
      const place = places[placeOf[s]];
      if (of === "occupancy") return project(s, place.real, place.imaginary, 1);
      if (of === "bIso") {
        const out = project(s, place.real, place.imaginary, -0.25 * occupancy[s]);
        return out.map((value, r) => value * inverseSquare[r]);
      }
      const [gr, gi] = slopeOf(place, "xyz".indexOf(of), reflections);
      return project(s, gr, gi, occupancy[s]);
    },
    slopeBySquare() {
      const out = new Float64Array(count);
      sites.forEach((_, s) => {
        const { real: gr, imaginary: gi } = places[placeOf[s]];
        const part = project(s, gr, gi, -0.25 * bIso[s] * occupancy[s]);
        for (let r = 0; r < count; ++r) out[r] += part[r];
      });
      return out;
    }
  };
}
