// Time of each step from the pattern of a matrix to its solution, on six-node triangles in half a ring.

import { analysePattern, factorise, solve } from "../../src/science/numerics/ldlt.js";
import { nestedDissection } from "../../src/science/numerics/ordering.js";
import { symmetricPattern } from "../../src/science/numerics/pattern.js";
import { halfRing, pin, residual, stiffness } from "../../test/science/numerics/finite-elements.js";

export const name = "ldlt";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const problems = [
  { label: "laplacian", cells: 64, dofsPerNode: 1 },
  { label: "elasticity", cells: 28, dofsPerNode: 2 },
  { label: "elasticity", cells: 64, dofsPerNode: 2 },
  { label: "elasticity", cells: 79, dofsPerNode: 2 }
] as const;

const runs = 5;

export function run(): Promise<Measurement[]> {
  const measured = problems.flatMap(({ label, cells, dofsPerNode }) => {
    const mesh = halfRing(cells);
    const across = 2 * cells + 1;
    const matrix = pin(stiffness(mesh, dofsPerNode), (row) => Math.floor(row / dofsPerNode) < across);
    const b = Float64Array.from({ length: matrix.rowCount }, (_, i) => Math.sin(i));
    const times: Record<string, number[]> = {};
    let size = {};
    let error = 0;
    for (let k = 0; k <= runs; ++k) {
      const time = <T>(step: string, work: () => T): T => {
        const start = performance.now();
        const result = work();
        // The first run warms the compiler up.
        if (k > 0) (times[step] ??= []).push((performance.now() - start) / 1000);
        return result;
      };
      time("pattern", () => symmetricPattern(mesh.nodeCount, mesh.triangles, 6, dofsPerNode));
      const [symbolic, factor] = time("total", () => {
        const order = time("order", () => nestedDissection(matrix, mesh.coordinates, dofsPerNode));
        const symbolic = time("analyse", () => analysePattern(matrix, order));
        return [symbolic, time("factorise", () => factorise(symbolic, matrix))];
      });
      time("refactorise", () => factorise(symbolic, matrix, factor));
      const x = time("solve", () => solve(factor, b));
      size = { dofs: matrix.rowCount, entries: symbolic.entries, operations: symbolic.operations };
      error = residual(matrix, x, b);
    }
    return Object.entries(times).map(([step, values]) => ({
      case: `${label} ${step}`,
      size,
      times: values,
      error
    }));
  });
  return Promise.resolve(measured);
}
