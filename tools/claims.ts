/**
 * `npm run claims [-- --json]`: every claim with its kind, what is reported, what is computed, the error, the verdict
 * and the page. Reads the table that the data build has made.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tableFromIPC } from "apache-arrow";
import { main, Refusal } from "./lib/files.js";
import { textTable } from "./lib/text-table.js";

const columns = ["id", "kind", "reported", "computed", "error", "verdict", "page"] as const;

type ClaimLine = Record<(typeof columns)[number], string | number | null>;

/** The built table, one object a claim; numbers of `error` are in the computed value's unit.
 *  @throws Refusal where the table is not built */
export function claimLines(file: string): ClaimLine[] {
  if (!existsSync(file)) throw new Refusal("missing claims table; build it with: npm run data");
  const table = tableFromIPC(readFileSync(file));
  return Array.from({ length: table.numRows }, (_, i) => {
    const line = columns.map((name) => [
      name,
      (table.getChild(name)?.get(i) as string | number | null) ?? null
    ]);
    return Object.fromEntries(line) as ClaimLine;
  });
}

/** One line a claim, then the count of each verdict. */
export function claimsText(lines: ClaimLine[]): string {
  const short = lines.map((line) => ({
    ...line,
    error: typeof line.error === "number" ? line.error.toPrecision(2) : line.error
  }));
  const verdicts = [...new Set(lines.map(({ verdict }) => verdict))];
  const counts = verdicts.map(
    (verdict) => `${lines.filter((line) => line.verdict === verdict).length} ${verdict}`
  );
  return `${textTable(columns, short)}\n\n${lines.length} claims: ${counts.join(", ")}`;
}

if (process.argv[1]?.endsWith("tools/claims.ts")) {
  await main(() => {
    const { values } = parseArgs({
      options: { json: { type: "boolean", default: false }, source: { type: "string", default: "src" } }
    });
    const lines = claimLines(join(values.source, ".observablehq", "cache", "data", "claims.arrow"));
    console.log(values.json ? JSON.stringify(lines) : claimsText(lines));
  });
}
