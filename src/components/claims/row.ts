// One claim as two rows of the table: what is said and found, and, unfolded, why.
import { h } from "../element.js";
import { provenanceWord } from "../provenance-badge.js";
import { isProvenance } from "../table-meta.js";
import type { ClaimRow } from "./rows.js";
import { verdictStyle, type VerdictStyle } from "./verdict-style.js";

export interface RowView {
  row: ClaimRow;
  elements: HTMLTableRowElement[];
  show(visible: boolean): void;
  open(): void;
}

/** @param root path from the page to the site's root, "." or ".." */
export function claimRowView(row: ClaimRow, root: string): RowView {
  const style = verdictStyle(row.verdict);
  const detailId = `${row.id}-why`;
  const button = h(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": detailId },
    h("span", { class: "claims-id" }, row.id),
    glued(row.statement)
  );
  const head = h(
    "tr",
    { id: row.id, class: "claims-row" },
    h("th", { scope: "row" }, button),
    h("td", { "data-label": "Reported" }, glued(row.reported)),
    h("td", { "data-label": "Computed" }, computed(row)),
    h(
      "td",
      { "data-label": "Verdict" },
      h("span", { title: style.meaning }, verdictMark(style), style.verdict)
    ),
    h("td", { "data-label": "Page" }, link(row, root))
  );
  const detail = h(
    "tr",
    { id: detailId, class: "claims-detail", hidden: true },
    h(
      "td",
      { colspan: 5 },
      h(
        "dl",
        {},
        entry("Why this verdict", row.reason),
        entry("Rule", row.rule),
        entry("How it was computed", row.note),
        entry("Error", error(row)),
        entry("Where", `${row.place}; ${row.condition}`),
        entry("Kind of statement", `${row.type}, ${row.technique}`),
        entry("Caution", row.caution)
      )
    )
  );
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const unfold = (open: boolean) => {
    button.setAttribute("aria-expanded", String(open));
    detail.hidden = head.hidden || !open;
  };
  button.addEventListener("click", () => unfold(!isOpen()));
  return {
    row,
    elements: [head, detail],
    show(visible) {
      head.hidden = !visible;
      unfold(isOpen());
    },
    open: () => unfold(true)
  };
}

/** The mark beside a verdict; the word that follows says the same. */
export const verdictMark = ({ mark, colour, ink }: VerdictStyle): HTMLElement =>
  h(
    "span",
    { class: "claims-mark", style: `background: ${colour}; color: ${ink}`, "aria-hidden": "true" },
    mark
  );

function computed({ computed, kind, verdict }: ClaimRow): HTMLElement {
  if (!computed) return h("span", { class: "claims-none" }, verdict === "setting" ? "–" : "not yet");
  const word = isProvenance(kind)
    ? provenanceWord(kind)
    : h("small", { title: "an input of ours" }, "assumed");
  return h("span", { class: "claims-value", "data-provenance": kind || null }, computed, word);
}

function link({ id, page, page_ready }: ClaimRow, root: string): HTMLElement {
  const name = pageName(page);
  return page_ready
    ? h("a", { href: root + page, "aria-label": `${id}: ${name}` }, name)
    : h("span", { class: "claims-none" }, `${name}, planned`);
}

function pageName(page: string): string {
  const last = page.replace(/#.*/, "").split("/").at(-1) ?? "";
  const figure = /^fig-(\d)/.exec(last)?.[1];
  return figure
    ? `Figure ${figure}`
    : `Supplementary: ${last.replaceAll("-", " ").replace("x ray", "X-ray")}`;
}

function error({ error, error_meaning, computed_unit }: ClaimRow): string {
  if (error === null) return "";
  const plain = error === 0 || (error < 1e5 && error >= 1e-3);
  const number = plain ? String(+error.toPrecision(2)) : error.toExponential(1).replace("e+", "e");
  return `± ${number}${computed_unit && ` ${computed_unit}`}${error_meaning && `: ${error_meaning}`}`;
}

const entry = (term: string, text: string): HTMLElement | null =>
  text ? h("div", {}, h("dt", {}, term), h("dd", {}, glued(text))) : null;

/** Keeps a number and its unit on one line. */
const glued = (text: string): string =>
  text.replace(/(\d) (?=%|V\b|C\b|eV\b|[µnm]m\b|mAh|N\/|Å)/g, "$1\u00a0");
