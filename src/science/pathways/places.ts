// The names of the states that a run is sampled in.

import type { SamplePlace } from "./sample-of.js";

export const pristine: SamplePlace = {
  ...{ id: "pristine", label: "pristine", rate: null, voltage: null, phase: "pristine", cycles: 0 }
};

export const chargedPlace = (rate: number, voltage: number): SamplePlace => ({
  ...{ id: `${rate}C-${voltage}V`, label: `${rate} C, ${voltage} V`, rate, voltage, phase: "charge" },
  cycles: 0
});

export const dischargedPlace = (rate: number): SamplePlace => ({
  ...{ id: `${rate}C-discharged`, label: `${rate} C, discharged`, rate, voltage: 2, phase: "discharge" },
  cycles: 0
});

export const agedPlace = (rate: number, cycles: number, phase: "charge" | "discharge"): SamplePlace =>
  phase === "charge"
    ? {
        ...{ id: `${rate}C-${cycles}cycles-4.8V`, label: `${rate} C, ${cycles} cycles, 4.8 V`, rate },
        ...{ voltage: 4.8, phase: "aged-charge", cycles }
      }
    : {
        ...{ id: `${rate}C-${cycles}cycles`, label: `${rate} C, ${cycles} cycles, discharged`, rate },
        ...{ voltage: 2, phase: "aged-discharge", cycles }
      };
