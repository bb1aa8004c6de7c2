// The sliders of the live refinement, and the settings with which a refinement starts from where they stand.
import {
  neutronQuantities,
  type NeutronQuantity,
  type NeutronSettings
} from "../../science/diffraction/neutron-analysis.js";
import { settingsKnowing } from "../../science/diffraction/neutron-known.js";
import { latticeState } from "../../science/particle/lattice-states.js";
import { movedQuantities, type Moved, type MovedValues } from "./live-model.js";
import type { SliderSpec } from "./value-sliders.js";

// wide enough for what noise makes of an occupancy of nought or one
const ranges: Record<Moved, readonly [min: number, max: number, digits: number]> = {
  oxygen: [0.85, 1.05, 3],
  lithiumOct: [0, 1.05, 3],
  lithiumTet: [-0.02, 0.15, 3],
  bOxygen: [0.2, 2.5, 2],
  mixing: [0, 0.12, 3],
  a: [2.82, 2.88, 4],
  c: [14.1, 14.55, 3],
  z: [0.2504, 0.268, 4]
};

export const sliderSpecs: readonly SliderSpec<Moved>[] = movedQuantities.map((name) => {
  const { label, unit } = neutronQuantities[name];
  const [min, max, digits] = ranges[name];
  return { name, label, unit, min, max, digits };
});

/** The true ones of a state. */
export function trueValues(state: string): MovedValues {
  const { values } = latticeState(state);
  return Object.fromEntries(movedQuantities.map((name) => [name, values[name]])) as MovedValues;
}

/** What the refinement holds unless it is told to refine it. */
export const releasable = ["mixing", "bMetal", "zero"] as const satisfies readonly NeutronQuantity[];
export type Releasable = (typeof releasable)[number];

const within = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** @param released what is refined beyond the default */
export function settingsFrom(
  state: string,
  values: MovedValues,
  released: readonly Releasable[] = []
): NeutronSettings {
  const known = settingsKnowing(state);
  const mixing = within(values.mixing, 0, 0.15);
  return {
    ...known,
    mixing,
    // nickel and lithium change places
    lithiumInMetalLayer: Math.max(0, known.lithiumInMetalLayer + mixing - known.mixing),
    start: {
      ...{ a: values.a, c: values.c, z: within(values.z, 0.2503, 0.279) },
      // a crystal to start from has no negative atoms
      lithiumOct: within(values.lithiumOct, 0, 1 - mixing),
      lithiumTet: within(values.lithiumTet, 0, 0.5),
      oxygen: within(values.oxygen, 0.5, 1)
    },
    b: { ...known.b, oxygen: values.bOxygen },
    hold: known.hold.filter((name) => !released.some((free) => free === name))
  };
}
