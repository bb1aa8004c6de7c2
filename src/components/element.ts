/** Makes an element in one expression. Children that are strings become text, never HTML. */
import { fromSuperscript } from "./superscript.js";

type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);
type Child = Node | string | null | undefined | false;

/**
 * @param attributes `onclick: handler` listens; `true` sets an empty attribute; `false`, `null` and `undefined` set none
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child != null && child !== false));
  return element;
}

let count = 0;

/** An id that no other element on the page has. */
export const uniqueId = (stem: string): string => `${stem}-${++count}`;

/** A `<details>` that opens a card over the page, and closes by Escape or a click elsewhere. */
export function pop(className: string, summary: Child[], card: HTMLElement): HTMLDetailsElement {
  card.classList.add("pop-card");
  const details = h("details", { class: `pop ${className}` }, h("summary", {}, ...summary), card);
  const outside = (event: Event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  };
  details.addEventListener("toggle", () => {
    if (details.open) document.addEventListener("pointerdown", outside);
    else document.removeEventListener("pointerdown", outside);
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
  return details;
}

/** Text whose superscript digits are set as such: the figures' font has ¹ ² ³ but not the others. */
export function typeset(text: string): HTMLElement {
  const parts = text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/);
  return h(
    "span",
    {},
    ...parts.map((part, i) => (i % 2 ? h("sup", {}, fromSuperscript(part).replace("-", "−")) : part))
  );
}
