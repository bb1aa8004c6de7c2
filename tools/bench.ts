/**
 * npm run bench [-- CASE…] [--list]: measures the files of bench/cases, all or those named;
 * one JSON line a case on standard output (which --json asks for as well).
 */
import { parseArgs } from "node:util";
import { caseNames, runCases } from "../bench/run.js";
import { main, Refusal } from "./lib/files.js";

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean" }, list: { type: "boolean", default: false } },
    allowPositionals: true
  });
  const names = caseNames();
  for (const name of positionals) {
    if (!names.includes(name)) throw new Refusal(`unknown case: ${name}; there are ${names.join(", ")}`);
  }
  if (values.list) {
    console.log(names.join("\n"));
    return 0;
  }
  let failed = 0;
  for (const name of names) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.error(`measuring ${name} …`);
    for (const row of await runCases(name)) {
      if (typeof row.error === "string") failed += 1;
      console.log(JSON.stringify(row));
    }
  }
  return failed > 0 ? 1 : 0;
});
