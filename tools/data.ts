/**
 * The data build: runs the loaders of src/data whose imports, parameters or library versions changed, into Framework's
 * cache, so that preview and build find every table ready.
 *
 *   npm run data                     makes what is stale
 *   npm run data -- --list           shows every table, fresh or stale and why
 *   npm run data -- --force          makes all
 *   npm run data -- --only NAME      only tables whose path contains NAME
 *   npm run data -- --json           one JSON document for machines
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataBuild, type TableState } from "./lib/data-build.js";
import { main } from "./lib/files.js";
import { progress, size } from "./lib/progress.js";

await main(async () => {
  const { values } = parseArgs({
    options: {
      list: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      only: { type: "string" }
    }
  });
  const project = process.cwd();
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  const watcher = progress();
  const start = performance.now();
  const tables = await dataBuild({
    project,
    source: join(project, "src"),
    dryRun: values.list,
    force: values.force,
    ...(values.only !== undefined && { only: values.only }),
    signal: controller.signal,
    watcher
  });
  watcher.stop();
  for (const { loader, why } of tables) if (loader === "" && !values.list) console.error(why);
  const failed = tables.filter(({ state }) => state === "failed");
  const made = tables.filter(({ state }) => state === "made");
  if (values.json) console.log(JSON.stringify(tables, null, 1));
  else if (values.list) list(tables);
  else if (made.length + failed.length > 0) {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const kept = tables.length - made.length - failed.length;
    console.error(`${made.length} made, ${kept} kept, ${failed.length} failed in ${seconds} s`);
  } else console.error(`All ${tables.length} tables are fresh`);
  return failed.length > 0 ? 1 : 0;
});

function list(tables: readonly TableState[]): void {
  const width = Math.max(...tables.map(({ path }) => path.length));
  for (const { path, state, why, seconds, bytes } of tables) {
    const cost =
      seconds === undefined ? "" : `${seconds.toFixed(1).padStart(7)} s ${size(bytes ?? 0).padStart(8)}`;
    console.log(`${path.padEnd(width)}  ${state}  ${cost.padEnd(19)}${why ? `  ${why}` : ""}`);
  }
}
