/** The inventory with the status that the written pages give each item. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inventory, type InventoryItem } from "../../science/claims/inventory.js";
import { statusOf, type ItemStatus, type PageText } from "../../science/claims/status.js";

export type InventoryRow = Omit<InventoryItem, "due"> & { status: ItemStatus };

/** Reads pages by site path below a source folder; each file once. */
export function pageReader(source: string): PageText {
  const texts = new Map<string, string | null>();
  return (page) => {
    let text = texts.get(page);
    if (text === undefined) {
      const file = join(source, `${page}.md`);
      text = existsSync(file) ? readFileSync(file, "utf8") : null;
      texts.set(page, text);
    }
    return text;
  };
}

export function inventoryRows(source: string, textOf: PageText = pageReader(source)): InventoryRow[] {
  return inventory.map((item) => {
    const { kind, id, title, panels, page, anchor } = item;
    return { kind, id, title, panels, page, anchor, status: statusOf(item, textOf) };
  });
}
