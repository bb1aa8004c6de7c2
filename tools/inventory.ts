/**
 * `npm run inventory [-- --json]`: every panel, supplementary figure, table and claim of the study with its page.
 * Ends with code 1 only where a page that should exist, or an item that is due on its page, is missing.
 */
import { parseArgs } from "node:util";
import { inventoryRows, pageReader, type InventoryRow } from "../src/data/lib/inventory-rows.js";
import { expectedPages, inventory } from "../src/science/claims/inventory.js";
import { faults, type ItemStatus } from "../src/science/claims/status.js";
import { main } from "./lib/files.js";
import { textTable } from "./lib/text-table.js";

const statuses: ItemStatus[] = ["shown", "waiting", "planned", "missing"];

export interface InventoryReport {
  rows: InventoryRow[];
  /** one sentence for each thing that should be there and is not */
  faults: string[];
}

export function inventoryReport(source: string): InventoryReport {
  const textOf = pageReader(source);
  return { rows: inventoryRows(source, textOf), faults: faults(inventory, expectedPages, textOf) };
}

/** One line an item, then the count of each status. */
export function inventoryText(rows: InventoryRow[]): string {
  const counts = statuses.map((status) => `${rows.filter((row) => row.status === status).length} ${status}`);
  return `${textTable(["kind", "id", "status", "page", "title"], rows)}\n\n${rows.length} items: ${counts.join(", ")}`;
}

if (process.argv[1]?.endsWith("tools/inventory.ts")) {
  await main(() => {
    const { values } = parseArgs({
      options: { json: { type: "boolean", default: false }, source: { type: "string", default: "src" } }
    });
    const { rows, faults } = inventoryReport(values.source);
    console.log(values.json ? JSON.stringify(rows) : inventoryText(rows));
    for (const fault of faults) console.error(fault);
    return faults.length > 0 ? 1 : 0;
  });
}
