/** The tables of the oxidation-state maps that the data build made first, as rows for the claims. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { rixsParameters } from "../../science/xanes/rixs-instrument.js";
import type { OxidationRows } from "./oxidation-claims.js";

type Row = Record<string, unknown>;

/** @throws where the data build handed over none of a name */
function rowsOf(name: string): Row[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === `data/${name}.arrow`);
  if (!found) throw new Error(`missing table ${name}; run npm run data`);
  return tableFromIPC(readFileSync(found.file))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());
}

const measured = (row: Row, found: string, error: string, truth: string) => ({
  found: Number(row[found]),
  error: Number(row[error]),
  truth: Number(row[truth])
});

export function readOxidationTables(): OxidationRows {
  const valence = (row: Row) => ({
    ...{ state: String(row["state"]), element: String(row["element"]) },
    ...measured(row, "recovered", "standard_error", "true_valence")
  });
  return {
    means: rowsOf("oxidation-means").map((row) => ({
      ...valence(row),
      deviation: Number(row["deviation"]),
      trueDeviation: Number(row["true_deviation"]),
      pixelError: Number(row["pixel_error"])
    })),
    zones: rowsOf("oxidation-zones").map((row) => ({ ...valence(row), zone: Number(row["zone"]) })),
    overlaps: rowsOf("oxidation-overlap").map((row) => ({
      state: String(row["state"]),
      ...measured(row, "recovered", "deviation", "true_overlap")
    })),
    cycles: rowsOf("oxidation-cycles").map((row) => ({
      ...{ rate: Number(row["rate_C"]), cycle: Number(row["cycle"]), element: String(row["element"]) },
      ...measured(row, "share", "share_error", "true_share"),
      capacity: Number(row["capacity_mAh_g"])
    })),
    rixs: rowsOf("oxidation-rixs")
      .filter((row) => Number(row["counts"]) === rixsParameters.counts.value)
      .map((row) => ({
        ...{ rate: Number(row["rate_C"]), voltage: Number(row["voltage_V"]) },
        ...measured(row, "recovered_share", "share_error", "true_share"),
        detectionLimit: Number(row["detection_limit"])
      }))
  };
}
