import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysePattern, factorise, solve } from "../../../src/science/numerics/ldlt.js";
import { nestedDissection } from "../../../src/science/numerics/ordering.js";
import { multiply, type SparseMatrix } from "../../../src/science/numerics/sparse.js";
import { halfRing, pin, residual, stiffness, structuredMesh } from "./finite-elements.js";

const natural = (count: number) => Int32Array.from({ length: count }, (_, k) => k);

function sparse(
  rows: number[][],
  keep = (v: number, i: number, j: number) => v !== 0 || i === j
): SparseMatrix {
  const entries = rows.map((row, i) => row.map((v, j) => [j, v]).filter(([j, v]) => keep(v, i, j)));
  const rowStart = new Int32Array(rows.length + 1);
  entries.forEach((row, i) => (rowStart[i + 1] = rowStart[i] + row.length));
  return {
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    rowStart,
    columns: Int32Array.from(entries.flatMap((row) => row.map(([j]) => j))),
    values: Float64Array.from(entries.flatMap((row) => row.map(([, v]) => v)))
  };
}

/** Gaussian elimination with partial pivoting. */
function denseSolve(rows: number[][], b: number[]): number[] {
  const a = rows.map((row, i) => [...row, b[i]]);
  const n = a.length;
  for (let k = 0; k < n; ++k) {
    let pivot = k;
    for (let i = k; i < n; ++i) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
    [a[k], a[pivot]] = [a[pivot], a[k]];
    for (let i = k + 1; i < n; ++i) {
      const factor = a[i][k] / a[k][k];
      for (let j = k; j <= n; ++j) a[i][j] -= factor * a[k][j];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; --i) {
    x[i] = (a[i][n] - a[i].slice(i + 1, n).reduce((sum, v, j) => sum + v * x[i + 1 + j], 0)) / a[i][i];
  }
  return x;
}

/** Random couplings of n unknowns, an order of elimination, a right-hand side, and the sign of each diagonal block. */
const systems = fc.integer({ min: 1, max: 40 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    couplings: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: -8, max: 8 })), {
      maxLength: 4 * n
    }),
    order: fc.shuffledSubarray([...natural(n)], { minLength: n, maxLength: n }),
    b: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }),
    negative: fc.integer({ min: 0, max: n })
  })
);

/** Definite where `negative` is 0; else quasi-definite: the last `negative` unknowns form a negative definite block. */
function symmetric(n: number, couplings: [number, number, number][], negative: number): number[][] {
  const a = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const sign = (i: number) => (i >= n - negative ? -1 : 1);
  for (const [i, j, v] of couplings) if (i !== j) a[i][j] = a[j][i] = v;
  for (let i = 0; i < n; ++i) {
    // Dominance within each block makes it definite; across the blocks couplings may be of any size.
    a[i][i] = sign(i) * (1 + a[i].reduce((sum, v, j) => (sign(i) === sign(j) ? sum + Math.abs(v) : sum), 0));
  }
  return a;
}

function check(n: number, a: number[][], order: number[], b: number[]) {
  const matrix = sparse(a);
  const factor = factorise(analysePattern(matrix, Int32Array.from(order)), matrix);
  const x = solve(factor, Float64Array.from(b));
  const exact = denseSolve(a, b);
  const largest = Math.max(1, ...exact.map(Math.abs));
  for (let i = 0; i < n; ++i) expect(Math.abs(x[i] - exact[i]) / largest).toBeLessThan(1e-9);
  return factor;
}

describe("ldlt", () => {
  it("solves positive definite systems as dense elimination does, in any order", () => {
    fc.assert(
      fc.property(systems, ({ n, couplings, order, b }) => {
        const { diagonal } = check(n, symmetric(n, couplings, 0), order, b);
        expect(diagonal.every((d) => d > 0)).toBe(true);
      })
    );
  });

  it("solves quasi-definite systems, with as many negative pivots as negative eigenvalues", () => {
    fc.assert(
      fc.property(systems, ({ n, couplings, order, b, negative }) => {
        const { diagonal } = check(n, symmetric(n, couplings, negative), order, b);
        expect(diagonal.filter((d) => d < 0)).toHaveLength(negative);
      })
    );
  });

  it("overwrites a factor of the same pattern with that of another matrix, bit for bit as afresh", () => {
    const matrix = pin(stiffness(structuredMesh(6, 5), 2), (row) => row < 12);
    const symbolic = analysePattern(matrix, nestedDissection(matrix, structuredMesh(6, 5).coordinates, 2));
    const factor = factorise(symbolic, matrix);
    const changed = { ...matrix, values: matrix.values.map((v) => 3 * v) };
    const again = factorise(symbolic, changed, factor);
    expect(again).toBe(factor);
    const afresh = factorise(symbolic, changed);
    expect(again.values).toEqual(afresh.values);
    expect(again.diagonal).toEqual(afresh.diagonal);
  });

  it.each([1, 2] as const)(
    "leaves a residual below 1e-12 on six-node triangles with %i dofs a node",
    (dofsPerNode) => {
      const mesh = halfRing(16);
      const matrix = pin(stiffness(mesh, dofsPerNode), (row) => row < 33 * dofsPerNode);
      const order = nestedDissection(matrix, mesh.coordinates, dofsPerNode);
      const exact = Float64Array.from({ length: matrix.rowCount }, (_, i) => Math.sin(0.1 * i));
      const b = multiply(matrix, exact);
      const x = solve(factorise(analysePattern(matrix, order), matrix), b);
      expect(residual(matrix, x, b)).toBeLessThan(1e-12);
      for (let i = 0; i < x.length; ++i) expect(Math.abs(x[i] - exact[i])).toBeLessThan(1e-9);
    }
  );

  it("writes the solution over the right-hand side where asked to", () => {
    const matrix = sparse([
      [4, 1],
      [1, 3]
    ]);
    const b = Float64Array.of(6, 7);
    const x = solve(factorise(analysePattern(matrix, natural(2)), matrix), b, b);
    expect(x).toBe(b);
    expect(x[0]).toBeCloseTo(1, 14);
    expect(x[1]).toBeCloseTo(2, 14);
  });

  it("solves a system without unknowns", () => {
    const matrix = sparse([]);
    expect(solve(factorise(analysePattern(matrix, natural(0)), matrix), new Float64Array(0))).toHaveLength(0);
  });

  it("names the row of a zero pivot", () => {
    const matrix = sparse([
      [2, 0, 0],
      [0, 1, 1],
      [0, 1, 1]
    ]);
    const symbolic = analysePattern(matrix, natural(3));
    expect(() => factorise(symbolic, matrix)).toThrow(
      /^invalid matrix: zero pivot at row [12]; check its entries there, and that the constraints hold every free movement$/
    );
    const empty = sparse([[0]]);
    expect(() => factorise(analysePattern(empty, natural(1)), empty)).toThrow("zero pivot at row 0");
  });

  it("finds a body that nothing holds, though rounding leaves no exact zero", () => {
    const mesh = structuredMesh(7, 5);
    for (const dofsPerNode of [1, 2] as const) {
      const matrix = stiffness(mesh, dofsPerNode);
      const symbolic = analysePattern(matrix, nestedDissection(matrix, mesh.coordinates, dofsPerNode));
      expect(() => factorise(symbolic, matrix)).toThrow("zero pivot");
    }
  });

  it.each([NaN, Infinity])("names the row where an entry is %d", (value) => {
    const matrix = sparse([
      [2, 0, 0],
      [0, value, 0],
      [0, 0, 1]
    ]);
    expect(() => factorise(analysePattern(matrix, natural(3)), matrix)).toThrow(
      "pivot not a number at row 1"
    );
    const beside = sparse([
      [2, value],
      [value, 1]
    ]);
    expect(() => factorise(analysePattern(beside, natural(2)), beside)).toThrow(
      "pivot not a number at row 1"
    );
  });

  it("refuses what does not fit together", () => {
    const matrix = sparse([
      [4, 1],
      [1, 3]
    ]);
    const symbolic = analysePattern(matrix, natural(2));
    expect(() => analysePattern({ ...matrix, columnCount: 3 }, natural(2))).toThrow(
      "invalid matrix: 2 × 3; must be square"
    );
    expect(() => analysePattern(matrix, Int32Array.of(0, 0))).toThrow("invalid order");
    expect(() => analysePattern(matrix, natural(3))).toThrow("invalid order");
    expect(() => factorise(symbolic, sparse([[1]]))).toThrow("must have the pattern that was analysed");
    expect(() => solve(factorise(symbolic, matrix), new Float64Array(3))).toThrow(
      "invalid right-hand side: 3 numbers"
    );
  });
});
