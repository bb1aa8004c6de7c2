/** The frame around every figure: label, title, provenance, the picture, its caption, and what a reader can take away. */
import type { Provenance } from "../science/provenance.js";
import type { Tabular } from "./csv.js";
import { h, uniqueId } from "./element.js";
import { figureTools } from "./figure-tools.js";
import { provenanceBadge } from "./provenance-badge.js";
import { tableMeta } from "./table-meta.js";
import type { TableMeta } from "./table-meta.js";

export interface FigureOptions {
  /** anchor on the page, for example "fig-5d" */
  id: string;
  /** for example "Figure 5d, e" */
  label: string;
  title: string;
  content: Element;
  caption: string | Element;
  /** what the picture shows, in a sentence, for those who cannot see it */
  alt: string;
  provenance: Provenance;
  /** precisely what is shown; a function where it changes with the controls */
  table?: Tabular | (() => Tabular);
  /** how it was made; read from an Arrow table's own metadata where left out */
  meta?: Partial<TableMeta>;
  /** repository paths of the code that made it */
  code?: readonly string[];
  controls?: Element;
  /** width over height of the content: its room is kept free until it is there */
  aspect?: number;
  /** the content holds things to press or to reach, so it is not one picture */
  interactive?: boolean;
  /** the link that brings the present state back; the page's address by default */
  permalink?: () => string;
}

/** idle: as it should be; busy: recomputing; stale: what is shown is older than the controls; error: it could not be computed */
export type FigureState = "idle" | "busy" | "stale" | "error";

export interface FigureFrame extends HTMLElement {
  /** Shows something else in the same frame; what is not named stays. */
  update: (changes: Partial<FigureOptions>) => void;
  /** Says what is going on. The last result stays to be seen in every state. */
  setState: (state: FigureState, message?: string) => void;
}

export function figureFrame(options: FigureOptions): FigureFrame {
  const current: FigureOptions = { ...options };
  const titleId = uniqueId("figure-title");
  const heading = h("h3", { class: "figure-title", id: titleId });
  const badge = h("div");
  const content = h("div", { class: "figure-content" });
  const controls = h("div", { class: "figure-controls", role: "group", "aria-label": "Controls" });
  const body = h("div", { class: "figure-body" }, content);
  const message = h("p", { class: "figure-message", role: "status", "aria-live": "polite" });
  const caption = h("figcaption");
  const frame = h(
    "section",
    { class: "figure-frame", id: options.id, "aria-labelledby": titleId },
    h("div", { class: "figure-head" }, heading, badge),
    h("figure", { "aria-labelledby": titleId }, body, message, caption),
    figureTools(() => ({ ...current, meta: metaOf(current) }), content)
  );

  const update = (changes: Partial<FigureOptions>) => {
    Object.assign(current, changes);
    heading.replaceChildren(h("span", { class: "figure-label" }, current.label), current.title);
    badge.replaceChildren(provenanceBadge(current.provenance, metaOf(current)));
    caption.replaceChildren(current.caption);
    content.setAttribute("role", isPicture(current) ? "img" : "group");
    content.setAttribute("aria-label", current.alt);
    content.style.setProperty("--aspect", String(current.aspect ?? ""));
    if (current.content.parentElement !== content) content.replaceChildren(current.content);
    body.classList.toggle("with-controls", Boolean(current.controls));
    if (!current.controls) controls.remove();
    else if (current.controls.parentElement !== controls) controls.replaceChildren(current.controls);
    if (current.controls && !controls.isConnected) body.append(controls);
  };

  const setState = (state: FigureState, text = "") => {
    frame.dataset["state"] = state;
    content.setAttribute("aria-busy", String(state === "busy"));
    message.textContent = text;
  };

  update({});
  setState("idle");
  return Object.assign(frame, { update, setState });
}

function isPicture({ content, interactive }: FigureOptions): boolean {
  const reachable = "a[href], button, input, select, textarea, table, summary, [tabindex]";
  return !(interactive ?? (content.matches(reachable) || content.querySelector(reachable) !== null));
}

function metaOf({ table, meta, code, provenance }: FigureOptions): Partial<TableMeta> {
  const own = typeof table === "function" || !table || !("schema" in table) ? {} : tableMeta(table);
  return { provenance, ...own, ...meta, ...(code ? { code: [...code] } : {}) };
}
