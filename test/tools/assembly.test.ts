import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { assemble, kernels } from "../../tools/assembly.js";

test.each(kernels)("the bytes of %s are those of its source", { timeout: 60_000 }, async (kernel) => {
  const path = new URL(`../../src/science/numerics/assembly/${kernel}.wasm.ts`, import.meta.url);
  expect(readFileSync(path, "utf8"), "run `npm run assembly`").toBe(await assemble(kernel));
});
