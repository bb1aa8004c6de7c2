// Time of the half-cell model: a charge at 10 C of one particle and of seven sizes, the first cycle at 0.1 C, twenty cycles;
// and the reading of a long cycling record.

import { analyseCycling } from "../../src/science/electrochemistry/analysis.js";
import { defaultFadeParameters } from "../../src/science/electrochemistry/fade.js";
import { defaultHalfCellParameters } from "../../src/science/electrochemistry/parameters.js";
import { recordOf } from "../../src/science/electrochemistry/record.js";
import {
  cyclesOf,
  simulateHalfCell,
  type SimulateOptions
} from "../../src/science/electrochemistry/simulate.js";

export const name = "electrochemistry";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  /** largest |Δx̄ − ∫I dt| over the change */
  error: number | null;
}

const p = defaultHalfCellParameters();

function timed(
  label: string,
  changes: Partial<typeof p>,
  options: SimulateOptions,
  repeats = 40
): Measurement {
  const run = () => simulateHalfCell({ ...p, ...changes }, options);
  let last = run();
  // what is told is the time of code that the engine has seen
  for (let k = 0; k < 5; ++k) last = run();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    last = run();
    return (performance.now() - start) / 1000;
  });
  const steps = last.halfCycles.reduce((sum, { steps }) => sum + steps, 0);
  return {
    case: label,
    size: { steps, sizes: last.sizes.radius.length, modes: last.modes },
    times,
    error: last.chargeBalance
  };
}

export function run(): Measurement[] {
  const charge: SimulateOptions = { programme: [{ phase: "charge" }] };
  const record = recordOf(
    simulateHalfCell({ ...p, rate: 0.1 }, { programme: cyclesOf(20), voltageStep: 0.0005 }).halfCycles
  );
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    analyseCycling(record);
    return (performance.now() - start) / 1000;
  });
  return [
    timed("half-cycle at 10 C, one particle", {}, charge),
    timed("half-cycle at 10 C, seven sizes", { sizeSpread: 0.4 }, charge),
    timed("half-cycle at 10 C, slow diffusion", { diffusivity: 3e-15 }, charge),
    timed("first cycle at 0.1 C", { rate: 0.1 }, {}),
    timed("20 cycles at 10 C with ageing", {}, { programme: cyclesOf(20), fade: defaultFadeParameters() }, 5),
    { case: "analysis of a record", size: { rows: record.time.length }, times, error: null }
  ];
}
