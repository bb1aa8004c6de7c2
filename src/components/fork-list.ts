// The forks with what differs from the page each was copied from.
import { h } from "./element.js";

export interface ListedFork {
  title: string;
  /** site path, "/hypotheses/NAME" */
  path: string;
  /** site path of its origin; "" where it has none */
  origin: string;
  originTitle: string;
  behind: boolean;
  differences: { line: number; removed: string[]; added: string[] }[];
}

/** @param up from the page that shows the list to the site's root, "../" */
export function forkList(forks: readonly ListedFork[], up = "../"): HTMLElement {
  if (forks.length === 0) return h("p", {}, "No fork yet.");
  return h("div", { class: "fork-list" }, ...forks.map((fork) => forkEntry(fork, up)));
}

export function forkEntry({ title, path, origin, originTitle, behind, differences }: ListedFork, up = "../") {
  const link = (to: string, text: string) => h("a", { href: up + to.replace(/^\//, "") }, text);
  const from = origin
    ? h("p", {}, "forked from ", link(origin, originTitle), behind ? ", which has changed since" : "")
    : h("p", {}, "written from nothing");
  const removed = differences.reduce((n, d) => n + d.removed.length, 0);
  const added = differences.reduce((n, d) => n + d.added.length, 0);
  const lines = differences.flatMap(({ line, removed, added }) => [
    h("div", { class: "diff-line" }, `line ${line}`),
    ...removed.map((text) => h("div", { class: "diff-removed" }, `− ${text}`)),
    ...added.map((text) => h("div", { class: "diff-added" }, `+ ${text}`))
  ]);
  const details = h(
    "details",
    {},
    h("summary", {}, `what differs: ${added} lines added, ${removed} taken out`),
    h("pre", { tabindex: 0, class: "diff", "aria-label": `What differs in ${title}` }, ...lines)
  );
  return h("section", { class: "fork" }, h("h3", {}, link(path, title)), from, origin ? details : null);
}
