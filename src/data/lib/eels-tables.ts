/** The table of the electron spectra that the data build made first, as rows for the claims. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import type { EelsResultRow } from "./eels-claims.js";

/** @throws where the data build handed over none */
export function readEelsResults(): EelsResultRow[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === "data/eels-results.arrow");
  if (!found) throw new Error("missing table eels-results; run npm run data");
  return tableFromIPC(readFileSync(found.file))
    .toArray()
    .map((row: { toJSON: () => Record<string, unknown> }) => row.toJSON())
    .map((row) => ({
      region: String(row["region"]),
      resolution: Number(row["resolution_eV"]),
      quantity: String(row["quantity"]),
      found: Number(row["recovered"]),
      error: row["standard_error"] === null ? NaN : Number(row["standard_error"]),
      truth: Number(row["true_value"])
    }));
}
