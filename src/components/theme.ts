/** Mends what Framework's own markup lacks for readers who use a keyboard or a screen reader. Runs once on every page. */
import { h } from "./element.js";

function sidebar(): void {
  const name = (selector: string, label: string) =>
    document.querySelector(selector)?.setAttribute("aria-label", label);
  name("#observablehq-sidebar", "Pages");
  name("#observablehq-search input", "Search the pages");
  name("#observablehq-toc", "Contents");
  name("#observablehq-toc nav", "On this page");
  name("#observablehq-footer nav", "Next and previous page");
  document.querySelector("#observablehq-search-results")?.setAttribute("aria-live", "polite");
  // a summary lives only in details
  for (const summary of document.querySelectorAll("#observablehq-sidebar section > summary")) {
    summary.replaceWith(h("div", { class: `sidebar-title ${summary.className}` }, ...summary.childNodes));
  }
  for (const link of document.querySelectorAll("#observablehq-sidebar .observablehq-link-active > a"))
    link.setAttribute("aria-current", "page");
  menu();
}

/** Framework opens the menu by a checkbox that stands in no landmark, and closes it by a label that no key reaches. */
function menu(): void {
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  const pages = document.querySelector<HTMLElement>("#observablehq-sidebar");
  if (!toggle || !pages) return;
  const close = h("button", {
    type: "button",
    id: "observablehq-sidebar-close",
    "aria-label": "Hide the menu"
  });
  const open = h("button", { type: "button", "aria-controls": pages.id, "aria-expanded": "false" }, "Menu");
  open.addEventListener("click", () => {
    toggle.click();
    pages.querySelector<HTMLElement>("a[href]")?.focus();
  });
  close.addEventListener("click", () => {
    close.blur();
    toggle.click();
    open.focus();
  });
  // Framework's own answer to Escape leaves the menu open while the focus is in it, or opens it
  pages.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || open.offsetParent === null) return;
    event.stopPropagation();
    if (toggle.checked && !toggle.indeterminate) toggle.click();
    open.focus();
  });
  const expanded = () => open.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("click", () => setTimeout(expanded));
  // a list may hold only items
  const label = document.querySelector("label#observablehq-sidebar-close");
  label?.closest("ol")?.after(close);
  label?.remove();
  toggle.after(h("nav", { class: "menu", "aria-label": "Menu" }, open));
}

function page(): void {
  const main = document.querySelector<HTMLElement>("#observablehq-main");
  if (main && !document.querySelector(".skip-link")) {
    main.tabIndex = -1;
    document.body.prepend(h("a", { class: "skip-link", href: "#observablehq-main" }, "Skip to the text"));
  }
  document.documentElement.lang ||= "en";
  // readers may zoom as far as they like
  document
    .querySelector('meta[name="viewport"]')
    ?.setAttribute("content", "width=device-width, initial-scale=1");
}

/** What may scroll sideways by itself must be reachable by the keyboard. */
const scrolling = "pre, .katex-display, .figure-content, .table-view, .source-text";

/** Mends what cells draw: charts, Observable's inputs, code that scrolls. Safe to call again and again. */
export function mend(root: Element): void {
  for (const svg of root.querySelectorAll("svg")) chart(svg);
  for (const box of root.querySelectorAll<HTMLElement>(scrolling))
    if (!box.hasAttribute("tabindex") && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  for (const title of root.querySelectorAll(".figure-title")) levelOf(title, root);
  for (const form of root.querySelectorAll("form")) pairedInputs(form);
}

/** A figure before the first section stands directly below the page's title. */
function levelOf(title: Element, root: Element): void {
  const first = root.querySelector("h2");
  const before = !first || title.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (before) title.setAttribute("aria-level", "2");
  else title.removeAttribute("aria-level");
}

/** A label on a shape without a role says nothing and is not allowed; a chart inside a figure's box is named by the box. */
function chart(svg: SVGSVGElement): void {
  if (svg.closest('[role="img"]') && !svg.matches('[role="img"]')) svg.setAttribute("aria-hidden", "true");
  else if (svg.hasAttribute("aria-label") && !svg.hasAttribute("role")) svg.setAttribute("role", "img");
  for (const shape of svg.querySelectorAll("[aria-label]:not([role])")) shape.removeAttribute("aria-label");
  for (const shape of svg.querySelectorAll("[aria-description]:not([role])"))
    shape.removeAttribute("aria-description");
}

/** `Inputs.range` labels its number only, and its slider not at all. */
function pairedInputs(form: HTMLFormElement): void {
  const label = form.querySelector("label")?.textContent?.trim();
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type="range"], input[type="number"]')) {
    if (input.labels?.length || input.hasAttribute("aria-label") || input.hasAttribute("aria-labelledby"))
      continue;
    input.setAttribute("aria-label", label ?? "Value");
  }
}

if (typeof document !== "undefined") {
  sidebar();
  page();
  const main = document.querySelector("#observablehq-main");
  if (main) {
    mend(main);
    let waiting = false;
    new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mend(main);
      });
    }).observe(main, { childList: true, subtree: true });
  }
}
