// The calculated pattern under the sliders: one model for a pattern, of which every move draws anew; the scale may follow by
// linear least squares, s = Σ w (y − b) f/Σ w f², as a refinement would let it.
import { composition } from "../../science/material/composition.js";
import {
  neutronQuantities,
  neutronRefinement,
  type NeutronQuantity,
  type NeutronSettings
} from "../../science/diffraction/neutron-analysis.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import { refinementModel } from "../../science/diffraction/rietveld.js";
import { agreement, type ShownPattern } from "./shown-pattern.js";

/** What the sliders move. */
export const movedQuantities = [
  ...(["oxygen", "lithiumOct", "lithiumTet", "bOxygen", "mixing", "a", "c", "z"] as const)
];
export type Moved = (typeof movedQuantities)[number];
export type MovedValues = Record<Moved, number>;

export interface LiveDrawing {
  shown: ShownPattern;
  scale: number;
  rwp: number;
  /** Σ (Δ/σ)² over the points */
  chiSquared: number;
}

export interface LiveModel {
  /** the sliders' quantities in the state that the model was made from */
  start: MovedValues;
  draw: (values: MovedValues, followScale: boolean) => LiveDrawing;
}

/** @param names, @param values of all parameters of a refinement with the same settings, from which the rest is taken */
export function liveModel(
  pattern: PowderPattern,
  settings: NeutronSettings,
  names: readonly string[],
  values: ArrayLike<number>
): LiveModel {
  const model = refinementModel(pattern, neutronRefinement(settings));
  if (names.length !== model.names.length || names.some((name, i) => name !== model.names[i]))
    throw new Error(
      "invalid refinement: its parameters are not those of the model; refine with the same settings"
    );
  const p = Float64Array.from(values);
  const at = (name: string) => model.names.indexOf(name);
  const of = (quantity: NeutronQuantity) => at(neutronQuantities[quantity].parameter);
  const background = model.background(p);
  const calculated = new Float64Array(model.points);
  const [nickel, lithium] = [at("Ni1.occupancy"), at("Li1.occupancy")];
  const [mixing, scale] = [of("mixing"), of("scale")];
  // nickel and lithium change places: what one layer gains the other loses
  const exchanged = p[lithium] - p[mixing];
  const { intensity, error, axis, x } = pattern;
  const start = Object.fromEntries(movedQuantities.map((q) => [q, p[of(q)]])) as MovedValues;
  const first = p[scale];

  return {
    start,
    draw(next, followScale) {
      for (const quantity of movedQuantities) p[of(quantity)] = next[quantity];
      p[at("b")] = next.a;
      p[nickel] = composition.Ni - next.mixing;
      p[lithium] = exchanged + next.mixing;
      p[scale] = first;
      model.pattern(p, calculated);
      if (followScale) {
        let [cross, square] = [0, 0];
        for (let i = 0; i < calculated.length; ++i) {
          const [weight, peaks] = [1 / error[i] ** 2, calculated[i] - background[i]];
          cross += weight * (intensity[i] - background[i]) * peaks;
          square += weight * peaks * peaks;
        }
        const factor = square > 0 && cross > 0 ? cross / square : 1;
        p[scale] *= factor;
        for (let i = 0; i < calculated.length; ++i)
          calculated[i] = background[i] + factor * (calculated[i] - background[i]);
      }
      const { centre, squared, area } = model.peaks(p);
      const { h, k, l, multiplicity } = model.reflections;
      const d = centre.map((value) => value - p[of("zero")]);
      const shown: ShownPattern = {
        ...{ axis, x, observed: intensity, error, calculated: calculated.slice(), background },
        reflections: { h, k, l, multiplicity, d, centre, squared, area }
      };
      const { rwp, squares } = agreement(shown);
      return { shown, scale: p[scale], rwp, chiSquared: squares };
    }
  };
}
