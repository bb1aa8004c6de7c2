/** npm run build: a static site in dist/ that works under any path (BASE_PATH=/name/ for absolute links). */
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { framework, prepare, project, tool } from "./lib/setup.mjs";

await prepare();
const dist = join(project, "dist");
for (const step of [
  () => tool("tools/seed.ts"),
  () => tool("tools/data.ts"),
  () => {
    rmSync(dist, { recursive: true, force: true });
    return framework(["build"]);
  }
]) {
  const code = await step();
  if (code !== 0) process.exit(code);
}
// Every browser of the last years takes DuckDB's smaller build with exceptions ("eh"); the other one is 40 MB never asked for.
const duckdb = join(dist, "_npm", "@duckdb");
if (existsSync(duckdb)) {
  for (const file of readdirSync(duckdb, { recursive: true })) {
    if (/duckdb-(browser-)?mvp\b/.test(file)) rmSync(join(duckdb, file));
  }
}
// GitHub Pages leaves out folders that begin with an underscore unless it is told not to.
if (existsSync(dist)) writeFileSync(join(dist, ".nojekyll"), "");
// Metadata for citation, the research object, and the service worker: of what is in dist/ now.
process.exitCode = await tool("tools/publish.ts");
