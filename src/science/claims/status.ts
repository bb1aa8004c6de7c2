/** Whether an item of the inventory is on its page, and which faults there are. Pages come in as text. */
import type { InventoryItem } from "./inventory.js";

/** "shown": its page carries it; "waiting": the page is there, the item not yet; "planned": no page yet;
 *  "missing": it should be there and is not. */
export type ItemStatus = "shown" | "waiting" | "planned" | "missing";

/** The source text of a page by its site path, or null where there is no such page. */
export type PageText = (page: string) => string | null;

export function statusOf(item: InventoryItem, textOf: PageText): ItemStatus {
  const text = textOf(item.page);
  if (text !== null && shows(item, text)) return "shown";
  if (item.due) return "missing";
  return text === null ? "planned" : "waiting";
}

/** One sentence for every page or item that should be there and is not. */
export function faults(
  items: readonly InventoryItem[],
  expectedPages: readonly string[],
  textOf: PageText
): string[] {
  const absent = expectedPages
    .filter((page) => textOf(page) === null)
    .map((page) => `missing page: ${page}; must be at src${page}.md`);
  const unshown = items
    .filter((item) => textOf(item.page) !== null && statusOf(item, textOf) === "missing")
    .map(({ id, page, anchor }) => `missing ${id} on ${page}; must carry an element of id "${anchor}"`);
  const unlisted = items
    .filter((item) => textOf(item.page) === null && item.due && !expectedPages.includes(item.page))
    .map(({ id, page }) => `missing page of ${id}: ${page}; must be at src${page}.md`);
  return [...absent, ...unshown, ...unlisted];
}

function shows({ kind, anchor }: InventoryItem, text: string): boolean {
  if (kind === "claim") return new RegExp(`\\b${anchor}\\b`).test(text);
  return new RegExp(`\\bid\\s*[=:]\\s*["'\`]?${anchor}(?![\\w-])`).test(text);
}
