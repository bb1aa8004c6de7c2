// A button that lets a reader take a structure away as a CIF.
import { save } from "../downloads.js";
import { h } from "../element.js";
import type { RefinedCif } from "./refined-cif.js";

/** @param make what is to be saved, asked for when the button is pressed */
export function cifButton(make: () => RefinedCif | Promise<RefinedCif>): HTMLElement {
  const said = h("span", { role: "status" });
  const take = async () => {
    said.textContent = "";
    try {
      const { name, text } = await make();
      save(text, `${name}.cif`, "chemical/x-cif");
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  const words = "CIF of the refined structure";
  return h(
    "div",
    { class: "live-actions" },
    h("button", { type: "button", class: "button", onclick: () => void take() }, words),
    said
  );
}
