/** The table of the nanotomograms' numbers that the data build made first, as rows for the claims. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { porosityClaims, type PorosityRow } from "./porosity-claims.js";
import type { ComputedClaim } from "../../science/claims/claim.js";

/** @throws where the data build handed over no porosity-numbers.arrow */
export function readPorosityNumbers(): PorosityRow[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === "data/porosity-numbers.arrow");
  if (!found) throw new Error("missing table porosity-numbers; run npm run data");
  return tableFromIPC(readFileSync(found.file))
    .toArray()
    .map((row: { toJSON: () => Record<string, unknown> }) => row.toJSON())
    .map((row) => ({
      state: String(row["state"]),
      quantity: String(row["quantity"]),
      found: Number(row["found"]),
      error: Number(row["error"]),
      truth: Number(row["true_value"])
    }));
}

/** For claims.arrow: needs `data/porosity-numbers.arrow` among its tables. */
export const computePorosityClaims = (): ComputedClaim[] => porosityClaims(readPorosityNumbers());
