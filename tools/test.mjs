/**
 * npm test: sets up what is missing (dependencies, a Chromium), then lint, format, types and cells, the tables, the site,
 * and all tests. npm test -- PATH… runs only those tests; what else follows `--` is given to vitest.
 */
import { join } from "node:path";
import { requireChromium } from "./lib/chromium.mjs";
import { prepare, project, run, tool } from "./lib/setup.mjs";

const args = process.argv.slice(2);
await prepare();
const chromium = await requireChromium();

const all = args.every((arg) => arg.startsWith("-"));
const failed = [];
if (all && (await tool("tools/check.ts")) !== 0) failed.push("check");
if (all || args.some((arg) => arg.includes("test/pages"))) {
  const code = await run(process.execPath, [join(project, "tools", "build.mjs")]);
  if (code === 130) process.exit(code);
  if (code !== 0) failed.push("build");
}
const vitest = join(project, "node_modules", "vitest", "vitest.mjs");
const code = await run(process.execPath, [vitest, "run", ...args], {
  CHROMIUM_PATH: chromium,
  // A failed check or build is one more failure in the closing line.
  LRTMO_FAILED_STEPS: failed.join(",")
});
process.exitCode = code !== 0 ? code : failed.length > 0 ? 1 : 0;
