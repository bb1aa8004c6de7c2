/** npm run check [-- --json]: lint, format, types and cells, all of them, and the sum. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { main } from "./lib/files.js";

interface Check {
  name: string;
  /** what to do about it */
  remedy: string;
  args: string[];
}

interface Outcome extends Check {
  passed: boolean;
  seconds: number;
  output: string;
}

const bin = (...path: string[]): string => join("node_modules", ...path);

/** Longest first: two run at once. */
const checks: Check[] = [
  {
    name: "lint",
    remedy: "see eslint.config.js for the rule",
    args: [bin("eslint", "bin", "eslint.js"), "."]
  },
  { name: "cells", remedy: "mend the page at that line", args: ["--import", "tsx", "tools/cells.ts"] },
  {
    name: "types",
    remedy: "mend the file at that line",
    args: [bin("typescript", "bin", "tsc"), "--noEmit"]
  },
  {
    name: "format",
    remedy: "run: npm run format",
    args: [bin("prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", "."]
  }
];

async function perform(check: Check): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(process.execPath, check.args, { stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return { ...check, passed: code === 0, seconds, output: said.join("").trim() };
}

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const outcomes: Outcome[] = [];
  const queue = [...checks];
  const worker = async (): Promise<void> => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const outcome = await perform(check);
      outcomes.push(outcome);
      if (values.json) continue;
      if (!outcome.passed) console.log(`\n${outcome.output}\n`);
      console.log(
        `${outcome.name.padEnd(7)} ${outcome.passed ? "passed" : `failed (${outcome.remedy})`} in ${outcome.seconds} s`
      );
    }
  };
  await Promise.all([worker(), worker()]);
  if (values.json) {
    console.log(
      JSON.stringify(outcomes.map(({ name, passed, seconds, output }) => ({ name, passed, seconds, output })))
    );
  }
  return outcomes.every(({ passed }) => passed) ? 0 : 1;
});
