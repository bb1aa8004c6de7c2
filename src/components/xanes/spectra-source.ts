// Lets a reader put measured reference spectra in the place of the illustrative ones. Files stay in the browser.
import type { EnergyWindow } from "../../science/xanes/windows.js";
import { h, uniqueId } from "../element.js";
import { select } from "../segmented.js";
import { columnsOf, ownReference, type OwnReference } from "./own-reference.js";

export type { OwnReference } from "./own-reference.js";

export interface ReplaceableSpecies {
  id: string;
  label: string;
  /** eV that a file must cover */
  range: EnergyWindow;
}

export interface SpectraSource extends HTMLElement {
  /** own references by the id of the species that they replace */
  value: Readonly<Record<string, OwnReference>>;
}

/** Works with `view`; sends `input` when a reference is replaced or brought back. */
export function spectraSource(species: readonly ReplaceableSpecies[]): SpectraSource {
  const id = uniqueId("own-reference");
  const which = select({ label: "Species to replace", options: species, format: ({ label }) => label });
  const file = h("input", { type: "file", id, accept: ".txt,.dat,.csv,.xdi,.xmu,.nor,text/plain,text/csv" });
  const columnBox = h("div", { class: "control spectra-column" });
  const said = h("p", { class: "invalid spectra-error", role: "status" });
  const list = h("ul", { class: "spectra-list" });
  const hint = h("small", {}, "Two columns (energy in eV, absorption) or XDI. Nothing leaves this page.");
  const root = h("div", { class: "spectra-source", role: "group", "aria-label": "Own reference spectra" });
  let own: Record<string, OwnReference> = {};
  let text = "";

  const tell = () => root.dispatchEvent(new Event("input", { bubbles: true }));
  const show = () =>
    list.replaceChildren(
      ...species.map(({ id: key, label }) => {
        const mine = own[key];
        if (!mine) return h("li", {}, h("span", {}, label), h("span", { class: "muted" }, "illustrative"));
        const { name, column, energies } = mine;
        const words = `${name} (${column}, ${energies.length} points, ${energies[0]}–${energies[energies.length - 1]} eV)`;
        const back = h(
          "button",
          { type: "button", class: "button", "aria-label": `Reset ${label}` },
          "Reset"
        );
        back.addEventListener("click", () => {
          own = Object.fromEntries(Object.entries(own).filter(([other]) => other !== key));
          show();
          tell();
        });
        return h("li", {}, h("span", {}, label), h("span", {}, words), back);
      })
    );
  const put = (name: string, column?: string) => {
    const { id: key, range } = which.value;
    try {
      own = { ...own, [key]: ownReference(text, name, range, column) };
      said.textContent = "";
      show();
      tell();
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const read = async (chosen: File) => {
    text = await chosen.text();
    columnBox.replaceChildren();
    put(chosen.name);
    const columns = said.textContent ? [] : columnsOf(text);
    if (columns.length < 2) return;
    const column = select({ label: "Column of the file", options: columns });
    column.addEventListener("input", (event) => {
      event.stopPropagation();
      put(chosen.name, column.value);
    });
    columnBox.replaceChildren(column);
  };
  file.addEventListener("input", (event) => event.stopPropagation());
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (chosen) void read(chosen);
  });
  which.addEventListener("input", (event) => {
    event.stopPropagation();
    // a file that was read belongs to the species chosen then
    file.value = "";
    columnBox.replaceChildren();
    said.textContent = "";
  });
  const reset = h("button", { type: "button", class: "button" }, "Reset all");
  reset.addEventListener("click", () => {
    own = {};
    file.value = "";
    said.textContent = "";
    columnBox.replaceChildren();
    show();
    tell();
  });
  const pick = h("div", { class: "control" }, h("label", { for: id }, "File"), file, hint);
  root.append(h("div", { class: "spectra-row" }, which, pick, columnBox), said, list, reset);
  show();
  return Object.defineProperty(root, "value", { get: () => ({ ...own }) }) as unknown as SpectraSource;
}
