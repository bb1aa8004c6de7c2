// Where on the first cycle's curve the study took its samples: 4.4, 4.6 and 4.8 V on charge, and discharged.

import { sampledStates, type SampledState } from "../particle/states.js";
import type { HalfCycleCurve } from "./curve.js";

export interface SampledPoint {
  state: SampledState["id"];
  label: string;
  phase: "charge" | "discharge";
  /** V and mAh/g of its half-cycle */
  voltage: number;
  capacity: number;
  lithium: number;
}

/** Points of one rate; a voltage that its half-cycle did not reach is left out. */
export function sampledPoints(
  rate: number,
  charge: HalfCycleCurve,
  discharge: HalfCycleCurve
): SampledPoint[] {
  return sampledStates
    .filter((state) => state.rate === rate)
    .flatMap(({ id, label, phase, voltage }): SampledPoint[] => {
      const curve = phase === "charge" ? charge : discharge;
      const { capacity, lithium } = curve;
      const end = capacity.length - 1;
      // the cut-off is met to 1e-9 V
      const i = voltage === null ? end : curve.voltage.findIndex((V) => V >= voltage - 1e-6);
      if (i < 0 || (phase !== "charge" && phase !== "discharge")) return [];
      const t =
        voltage === null || i === 0
          ? 1
          : (voltage - curve.voltage[i - 1]) / (curve.voltage[i] - curve.voltage[i - 1]);
      const between = (v: Float64Array) => (i === 0 ? v[0] : v[i - 1] + Math.min(1, t) * (v[i] - v[i - 1]));
      return [
        {
          state: id,
          label,
          phase,
          voltage: between(curve.voltage),
          capacity: between(capacity),
          lithium: between(lithium)
        }
      ];
    });
}
