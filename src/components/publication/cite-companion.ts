import { companionEntry, studyEntry } from "../cite.js";
import { copyText } from "../downloads.js";
import { h } from "../element.js";

/** BibTeX of the companion and of the study, with a button that copies it. */
export function companionBibtex(now = new Date()): HTMLElement {
  const home = document.querySelector<HTMLAnchorElement>("#observablehq-sidebar a[href]")?.href;
  const text = companionEntry(new URL("./", home ?? location.href).href, now) + studyEntry();
  const said = h("span", { role: "status" });
  const copy = async () => {
    said.textContent = (await copyText(text)) ? " Copied." : " Copying is not allowed here; select the text.";
  };
  const pre = h("pre", { tabindex: 0, role: "region", "aria-label": "BibTeX" }, text);
  return h(
    "div",
    { class: "bibtex" },
    pre,
    h("button", { type: "button", class: "button", onclick: () => void copy() }, "Copy"),
    said
  );
}
