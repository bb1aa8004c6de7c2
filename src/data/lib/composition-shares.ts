/** The shares at the study's threshold, out of the table that the data build made first. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import type { ShareRow } from "./composition-claims.js";

/** @throws where the data build handed over no such table */
export function readShares(): ShareRow[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === "data/composition-shares.arrow");
  if (!found) throw new Error("missing table composition-shares; run npm run data");
  const table = tableFromIPC(readFileSync(found.file));
  return table.toArray().flatMap((row: Record<string, unknown>) =>
    Math.abs(Number(row["threshold_percent"]) - 5) < 1e-9
      ? [
          {
            state: String(row["state"]),
            class: String(row["class"]),
            phase: String(row["phase"]),
            rate: row["rate_C"] as number | null,
            voltage: row["voltage_V"] as number | null,
            truth: Number(row["true_percent"]),
            recovered: Number(row["recovered_percent"])
          }
        ]
      : []
  );
}
