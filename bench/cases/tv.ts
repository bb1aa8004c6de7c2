// Total-variation tomography of 64³ voxels from 131 tilts of ±65° with noise: time of a pass over all tilts, with the
// objective measured or not; the error is that of the volume against the truth after 20 passes.

import { projector } from "../../src/science/numerics/projector.js";
import { random } from "../../src/science/numerics/rng.js";
import { totalVariation, weightForNoise } from "../../src/science/numerics/total-variation.js";

export const name = "tv";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const [size, slices, iterations, sigma] = [64, 64, 20, 0.5];

export function run(): Promise<Measurement[]> {
  const tilts = Float64Array.from({ length: 131 }, (_, i) => ((i - 65) * Math.PI) / 180);
  const beam = { size, slices, tilts };
  const truth = Float32Array.from({ length: size * size * slices }, (_, i) => {
    const [z, x] = [Math.floor(i / (size * slices)), Math.floor(i / slices) % size];
    if (Math.hypot((x - 31.5) / 26, (z - 31.5) / 22) > 1) return 0;
    return Math.hypot(x - 20, z - 28) < 5 ? 0.3 : Math.hypot(x - 40, z - 36) < 8 ? 1.2 : 1;
  });
  const draw = random(3);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const projections = projector(beam)
    .project(truth)
    .map((value) => value + sigma * normal());
  const weight = weightForNoise(sigma, tilts.length);
  const support = Uint8Array.from(truth, (value) => (value > 0 ? 1 : 0));
  const measured = [
    { label: "history of every pass", options: { history: "every" as const } },
    { label: "history of the last", options: { history: "last" as const } },
    { label: "within a support", options: { history: "last" as const, support } }
  ].map(({ label, options }) => {
    const start = performance.now();
    const { volume } = totalVariation(projections, beam, { weight, iterations, ...options });
    const time = (performance.now() - start) / 1000;
    let [difference, norm] = [0, 0];
    truth.forEach((value, v) => {
      difference += (volume[v] - value) ** 2;
      norm += value ** 2;
    });
    return {
      case: `pass, ${label}`,
      size: { voxels: truth.length, tilts: tilts.length, passes: iterations },
      times: [time / iterations],
      error: Math.sqrt(difference / norm)
    };
  });
  return Promise.resolve(measured);
}
