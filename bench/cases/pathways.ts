// Time of the pathway model: one state and twenty cycles on the default and on the reduced grid, and a calibration.

import { agedParticle } from "../../src/science/pathways/aged-particle.js";
import { calibrate, reduced } from "../../src/science/pathways/calibrate.js";
import { defaultPathwayParameters } from "../../src/science/pathways/parameters.js";

export const name = "pathways";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const runs = 3;

function timed(work: () => number): { times: number[]; error: number } {
  const times: number[] = [];
  let error = work();
  for (let k = 0; k < runs; ++k) {
    const begun = performance.now();
    error = work();
    times.push((performance.now() - begun) / 1000);
  }
  return { times, error };
}

/** The error is the larger of those of the balances of lithium and oxygen, per formula unit. */
export function run(): Promise<Measurement[]> {
  const p = defaultPathwayParameters();
  const measured = [0.1, 10].flatMap((rate) =>
    [1, 20].flatMap((cycles) =>
      [
        { grid: "default", options: { shells: 40 } },
        { grid: "reduced", options: reduced }
      ].map(({ grid, options }) => {
        const { times, error } = timed(() => {
          const { ledger } = agedParticle(p, { ...options, rate, cycles });
          return Math.max(ledger.lithium, ledger.oxygen);
        });
        return { case: `${grid}, ${rate} C`, size: { cycles, shells: options.shells }, times, error };
      })
    )
  );
  const { times } = timed(() => {
    calibrate(p);
    return 0;
  });
  return Promise.resolve([...measured, { case: "calibration", size: { runs: 60 }, times, error: null }]);
}
