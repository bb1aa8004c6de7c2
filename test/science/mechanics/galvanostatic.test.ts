import { expect, test } from "vitest";
import { galvanostaticProblem } from "../../../src/science/mechanics/galvanostatic.js";
import { assembleTransport } from "../../../src/science/mechanics/transport.js";
import { polarBoundary, polarMesh } from "../../../src/science/numerics/structured-disk.js";

const matrices = () => assembleTransport(polarMesh(0.2, 1, 4, 6), polarBoundary.outer);
const staged = (problem: ReturnType<typeof galvanostaticProblem>, shift: number) => {
  const start = Float64Array.from({ length: problem.size }, (_, i) => Math.sin(i));
  const end = new Float64Array(problem.size);
  problem.flux = 1;
  problem.stage(0, shift, start, end);
  return end;
};

test("problems on the same matrices share the factors of equal sums and of no others", () => {
  const shared = matrices();
  const first = galvanostaticProblem(shared, 0.3);
  staged(first, 0.1);
  // a thirtieth of the step at thirty times the diffusivity is the same sum, but for rounding
  const same = galvanostaticProblem(shared, 9);
  const again = staged(same, 0.1 / 30);
  expect([first.factorisations, same.factorisations]).toEqual([1, 0]);
  const fresh = staged(galvanostaticProblem(matrices(), 9), 0.1 / 30);
  again.forEach((value, i) => expect(value).toBeCloseTo(fresh[i], 11));

  const near = galvanostaticProblem(shared, 0.301);
  const found = staged(near, 0.1);
  expect(near.factorisations).toBe(1);
  expect(Array.from(found)).toEqual(Array.from(staged(galvanostaticProblem(matrices(), 0.301), 0.1)));
});

test("the factors of many steps do not pile up, and those that went are made again", () => {
  const shared = matrices();
  const problem = galvanostaticProblem(shared, 1);
  for (let k = 0; k < 40; ++k) staged(problem, 2 ** -k);
  expect(problem.factorisations).toBe(40);
  staged(problem, 2 ** -39);
  expect(problem.factorisations).toBe(40);
  staged(problem, 1);
  expect(problem.factorisations).toBe(41);
});
