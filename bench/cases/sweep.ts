// 1,000 small-strain solutions of a sweep, as a study of parameters makes them: 25 particles (gap × pore radius, each with a
// mesh and factors of its own) and in each 40 discharges at 10 C to a depth of 20 % with other diffusivities, moduli and
// volume changes, in as many workers as there are processors. The error is the largest deviation of a stress at A from
// the closed form with a response taken from one run per particle.

import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { loadNumber } from "../../src/science/mechanics/bridge-response.js";
import { stressModel } from "../../src/science/mechanics/model.js";
import { defaultStressParameters } from "../../src/science/mechanics/parameters.js";
import { geometryOf, simulate } from "../../src/science/mechanics/simulate.js";
import { meshParticle } from "../../src/science/particle/mesh.js";

export const name = "sweep";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number;
}

const [gapCount, poreCount, perParticle] = [5, 5, 40];
const spread = (from: number, to: number, share: number) => from * (to / from) ** share;

/** Every `share`-th particle with all its solutions. @returns largest relative error */
async function sweep(
  share: number,
  of: number
): Promise<{ error: number; nodes: number; solutions: number }> {
  const base = { ...defaultStressParameters(), rate: 10 };
  let [error, nodes, solutions] = [0, 0, 0];
  for (let i = share; i < gapCount * poreCount; i += of) {
    const gap = spread(0.1e-6, 0.6e-6, (i % gapCount) / (gapCount - 1));
    const poreRadius = spread(0.15e-6, 0.3e-6, Math.floor(i / gapCount) / (poreCount - 1));
    const geometry = geometryOf({ ...base, gap, poreRadius });
    const model = stressModel(meshParticle(geometry), geometry.radius, base.poissonRatio);
    nodes += model.mesh.nodeCount;
    let response: number | null = null;
    for (let k = 0; k < perParticle; ++k) {
      const u = k / (perParticle - 1);
      const parameters = {
        ...base,
        gap,
        poreRadius,
        // quasi-steady at 20 % in all of them, so that one response serves
        diffusivity: spread(2e-12, 6e-13, u),
        youngsModulus: spread(50e9, 300e9, (7 * u) % 1),
        volumeChange: spread(0.01, 0.2, (3 * u) % 1)
      };
      const { bridge } = await simulate(parameters, {
        model,
        frames: [0.2],
        // enough for a sweep: the reported error is far below it
        tolerance: 1e-3,
        programme: [{ phase: "discharge", until: 0.2 }]
      });
      const { youngsModulus: E, volumeChange: S } = parameters;
      const found = bridge.hoop[1] / (E * (S / 3) * loadNumber(parameters));
      response ??= found;
      error = Math.max(error, Math.abs(found / response - 1));
      ++solutions;
    }
  }
  return { error, nodes: Math.round(nodes / Math.ceil((gapCount * poreCount - share) / of)), solutions };
}

if (!isMainThread) {
  const { share, of } = workerData as { share: number; of: number };
  parentPort?.postMessage(await sweep(share, of));
}

export async function run(): Promise<Measurement[]> {
  const workers = Math.min(2, availableParallelism());
  const start = performance.now();
  const file = JSON.stringify(new URL(import.meta.url).href);
  const parts = await Promise.all(
    Array.from(
      { length: workers },
      (_, share) =>
        new Promise<Awaited<ReturnType<typeof sweep>>>((resolve, reject) => {
          // a worker does not inherit the loader that reads TypeScript
          const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${file}); })`;
          const worker = new Worker(code, { eval: true, workerData: { share, of: workers } });
          worker.once("message", resolve);
          worker.once("error", reject);
        })
    )
  );
  const time = (performance.now() - start) / 1000;
  return [
    {
      case: "sweep-1000",
      size: {
        solutions: parts.reduce((sum, part) => sum + part.solutions, 0),
        particles: gapCount * poreCount,
        nodes: parts[0].nodes,
        workers
      },
      times: [time],
      error: Math.max(...parts.map((part) => part.error))
    }
  ];
}
