import { meshQuality } from "../../src/science/numerics/mesh-quality.js";
import { makeLocator } from "../../src/science/numerics/mesh-locate.js";
import type { TriangleMesh } from "../../src/science/numerics/triangle-mesh.js";
import { meshParticle } from "../../src/science/particle/mesh.js";
import { arrangePores } from "../../src/science/particle/pores.js";

export const name = "mesh";

interface Result {
  case: string;
  size: Record<string, number>;
  times: number[];
  /** degrees by which the smallest angle falls short of 20°, or null where no mesh is made */
  error: number | null;
}

const radius = 8e-6;
const voidRadius = 0.5e-6;

/** The default particle at rising resolution, the narrowest bridge, and finding points in the default mesh; seconds. */
export function run(): Result[] {
  const results: Result[] = [];
  for (const [gap, resolution, runs] of [
    [0.2, 1, 9],
    [0.2, 2, 5],
    [0.2, 4, 3],
    [0.02, 1, 5]
  ]) {
    const geometry = {
      radius,
      voidRadius,
      pores: arrangePores(voidRadius, { count: 2, gap: gap * 1e-6, radius: 0.2e-6 })
    };
    const { times, value } = timed(runs, () => meshParticle(geometry, { resolution }));
    results.push({
      case: `mesh gap=${gap}um resolution=${resolution}`,
      size: sizeOf(value),
      times,
      error: Math.max(20 - meshQuality(value).smallestAngle, 0)
    });
  }
  results.push(locate());
  return results;
}

function locate(): Result {
  const mesh = meshParticle({ radius, voidRadius, pores: [] });
  const points = 100_000;
  const { times } = timed(5, () => {
    const find = makeLocator(mesh);
    let found = 0;
    for (let i = 0; i < points; ++i) {
      // a low-discrepancy sequence over the bounding box
      if (find(radius * ((i * 0.7548776662) % 1), radius * (2 * ((i * 0.569840291) % 1) - 1))) ++found;
    }
    return found;
  });
  return { case: "locate", size: { ...sizeOf(mesh), points }, times, error: null };
}

function sizeOf({ vertexCount, nodeCount, triangleCount }: TriangleMesh) {
  return { vertices: vertexCount, nodes: nodeCount, triangles: triangleCount };
}

function timed<T>(runs: number, work: () => T): { times: number[]; value: T } {
  let value = work();
  const times: number[] = [];
  for (let i = 0; i < runs; ++i) {
    const start = performance.now();
    value = work();
    times.push((performance.now() - start) / 1000);
  }
  return { times, value };
}
