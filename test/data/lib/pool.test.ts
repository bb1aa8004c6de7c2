import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inThreads } from "../../../src/data/lib/pool.js";

const folder = mkdtempSync(join(tmpdir(), "pool-"));
const program = join(folder, "work.mjs");
writeFileSync(
  program,
  `import { threadId } from "node:worker_threads";
   export default async (n) => {
     await new Promise((done) => setTimeout(done, 20 * (4 - n)));
     if (n < 0) throw new Error("invalid task: " + n + "; must be positive");
     return { square: n * n, threadId };
   };`
);
interface Answer {
  square: number;
  threadId: number;
}
const here = (n: number): Answer => ({ square: n * n, threadId: 0 });

describe("the pool", () => {
  it("works in other threads and keeps the order of the tasks", async () => {
    const answers = await inThreads([1, 2, 3, 4], here, { program, threads: 2 });
    expect(answers.map(({ square }) => square)).toEqual([1, 4, 9, 16]);
    expect(answers.every(({ threadId }) => threadId > 0)).toBe(true);
  });

  it("gives the same in the calling thread where there is no program", async () => {
    const answers = await inThreads([1, 2, 3], here, { program: undefined });
    expect(answers.map(({ square }) => square)).toEqual([1, 4, 9]);
  });

  it("ends with the sentence of a task that failed", async () => {
    await expect(inThreads([1, -1, 2], here, { program, threads: 2 })).rejects.toThrow("invalid task: -1");
  });
});
