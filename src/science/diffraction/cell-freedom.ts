// Which edges and angles of a cell its symmetry leaves free, found by asking the operations (WᵀGW = G), and how 1/d² follows
// them: with G* = G⁻¹, dG* = −G* dG G*.

import { metric, reciprocalMetric, type Cell, type Crystal } from "../material/crystal.js";
import type { Tie } from "../numerics/fit-parameters.js";

export const cellNames = ["a", "b", "c", "alpha", "beta", "gamma"] as const;
export type CellName = (typeof cellNames)[number];

export interface CellFreedom {
  free: readonly CellName[];
  ties: readonly Tie[];
}

const edges = ["a", "b", "c"] as const;

export function cellFreedom({ cell, operations }: Pick<Crystal, "cell" | "operations">): CellFreedom {
  const keeps = (changes: Partial<Cell>) => {
    const g = full(metric({ ...cell, ...changes }));
    return operations.every(({ rotation: w }) =>
      g.every((row, i) =>
        row.every((value, j) => {
          let sum = 0;
          for (let k = 0; k < 3; ++k)
            for (let l = 0; l < 3; ++l) sum += w[3 * k + i] * g[k][l] * w[3 * l + j];
          return Math.abs(sum - value) < 1e-6 * cell.a * cell.a;
        })
      )
    );
  };
  const grown = (...names: (typeof edges)[number][]) =>
    keeps(Object.fromEntries(names.map((name) => [name, cell[name] * 1.01])));
  const tie = (name: CellName, to: CellName): Tie => ({ name, of: [{ name: to, factor: 1 }] });
  const angles = (["alpha", "beta", "gamma"] as const).filter((name) => keeps({ [name]: cell[name] + 1 }));
  if (edges.every((edge) => grown(edge))) return { free: [...edges, ...angles], ties: [] };
  if (grown("a", "b") && grown("c")) return { free: ["a", "c", ...angles], ties: [tie("b", "a")] };
  return { free: ["a"], ties: [tie("b", "a"), tie("c", "a")] };
}

/** ∂(G* as six numbers)/∂(a, b, c, α, β, γ) [edge or angle], per Å and per degree. */
export function reciprocalMetricSlopes(cell: Cell): Float64Array[] {
  const inverse = full(reciprocalMetric(cell));
  const { a, b, c } = cell;
  const [, , , bc, ac, ab] = metric(cell);
  const degree = Math.PI / 180;
  const sine = (angle: number) => Math.sin(angle * degree) * degree;
  const changes: readonly (readonly number[])[] = [
    [2 * a, 0, 0, 0, ac / a, ab / a],
    [0, 2 * b, 0, bc / b, 0, ab / b],
    [0, 0, 2 * c, bc / c, ac / c, 0],
    [0, 0, 0, -b * c * sine(cell.alpha), 0, 0],
    [0, 0, 0, 0, -a * c * sine(cell.beta), 0],
    [0, 0, 0, 0, 0, -a * b * sine(cell.gamma)]
  ];
  return changes.map((change) => {
    const d = full(change);
    const out = [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => {
        let sum = 0;
        for (let k = 0; k < 3; ++k)
          for (let l = 0; l < 3; ++l) sum -= inverse[i][k] * d[k][l] * inverse[l][j];
        return sum;
      })
    );
    return Float64Array.of(out[0][0], out[1][1], out[2][2], out[1][2], out[0][2], out[0][1]);
  });
}

/** Six numbers (11, 22, 33, 23, 13, 12) as a symmetric matrix. */
const full = ([xx, yy, zz, yz, xz, xy]: ArrayLike<number> & Iterable<number>): number[][] => [
  [xx, xy, xz],
  [xy, yy, yz],
  [xz, yz, zz]
];
