/** The row below a figure: its data, its image, its code, its citation, its link, and how to fork its page. */
import { bibtex } from "./cite.js";
import { copyText, saveArrow, saveCsv, savePng, saveSvg } from "./downloads.js";
import { h, pop } from "./element.js";
import type { FigureOptions } from "./figure-frame.js";
import { openTextSheet } from "./sheet.js";
import { openSources } from "./source-viewer.js";
import { loadSources } from "./sources.js";

/** @param figure the figure as it is now; @param content the box that is drawn */
export function figureTools(figure: () => FigureOptions, content: HTMLElement): HTMLElement {
  const said = h("span", { class: "figure-copied", role: "status" });
  let timer = 0;
  const say = (text: string) => {
    said.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => (said.textContent = ""), 6000);
  };
  const attempt = (work: () => unknown) => async (event: Event) => {
    if (event.target instanceof Element) event.target.closest("details")?.removeAttribute("open");
    try {
      await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  const button = (text: string, work: () => unknown) =>
    h("button", { type: "button", onclick: (event) => void attempt(work)(event) }, text);
  const menu = (name: string, ...items: HTMLButtonElement[]) =>
    pop("figure-menu", [name], h("div", {}, ...items));

  const table = () => {
    const { table } = figure();
    if (!table) throw new Error("missing table: this figure has no data of its own");
    return typeof table === "function" ? table() : table;
  };
  const permalink = () => {
    const { permalink, id } = figure();
    return `${(permalink?.() ?? location.href).replace(/#.*$/, "")}#${id}`;
  };
  const cite = () => {
    const { id, label, title, meta, provenance } = figure();
    const site = document.title.split(" | ").at(-1) ?? document.title;
    openTextSheet(
      `Cite ${label}`,
      bibtex({ id, label, title, url: permalink(), site, provenance, meta, accessed: new Date() })
    );
  };
  const link = async () => {
    const url = permalink();
    // only a figure that writes its controls into a link can promise them; at their defaults there is nothing to write
    const kept = figure().permalink !== undefined && new URL(url).search !== "";
    if (await copyText(url)) say(kept ? "Link copied, with the state of the controls." : "Link copied.");
    else openTextSheet("Link to this figure", url);
  };
  const fork = () => {
    const command = `npm run fork -- ${pageName(figure().meta?.page)} hypotheses/NAME`;
    openTextSheet(
      "Fork this page",
      command,
      "In a copy of the repository, this makes a page of your own from this one:"
    );
  };
  return h(
    "div",
    { class: "figure-tools", role: "group", "aria-label": `Take away ${figure().label}` },
    figure().table
      ? menu(
          "Data",
          button("CSV", () => saveCsv(table(), figure().id)),
          button("Arrow", () => saveArrow(table(), figure().id))
        )
      : null,
    menu(
      "Image",
      button("SVG", () => saveSvg(content, figure().id)),
      button("PNG, twice the size", () => savePng(content, figure().id))
    ),
    button("Code", () =>
      openSources(`Code of ${figure().label}`, figure().code ?? figure().meta?.code ?? [], loadSources)
    ),
    button("Cite", cite),
    button("Link", link),
    button("Fork", fork),
    said
  );
}

/** The page's name in the repository, "figures/fig-5-voids-and-stress", from its metadata or its address. */
function pageName(page: string | undefined): string {
  if (page) return page.replace(/^\//, "");
  const home = document.querySelector<HTMLAnchorElement>("#observablehq-sidebar a[href]")?.href;
  const base = home ? new URL("./", home).pathname : "/";
  return location.pathname.slice(base.length).replace(/\.html$/, "") || "index";
}
