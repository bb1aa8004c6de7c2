// The balance of charge as a table to edit: valences before and after, and what they amount to in mAh/g.
import type { ChargeBalance, ValenceChange } from "../../science/xanes/charge-balance.js";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { h, uniqueId } from "../element.js";
import { parseNumber } from "../units.js";
import { sayNumber } from "./map-grid.js";

export type ValenceChanges = Partial<Record<EdgeElement, ValenceChange>>;

export interface ChargeTableOptions {
  /** from changes of valence to charge; pure */
  compute: (changes: ValenceChanges) => ChargeBalance;
  caption?: string;
  /** limits of a valence; 0 to 5 for a metal where left out */
  limits?: Partial<Record<EdgeElement, readonly [number, number]>>;
}

export interface ChargeTable extends HTMLElement {
  /** the last sound valences */
  value: ValenceChanges;
}

/** Oxygen is typed as the share that is oxidised, from O²⁻ (0) to O⁻ (1). */
const lattice = -2;
const shown = (element: EdgeElement, valence: number) => (element === "O" ? valence - lattice : valence);
const valenceOf = (element: EdgeElement, typed: number) => (element === "O" ? typed + lattice : typed);
const sides = ["before", "after"] as const;

export function chargeTable(start: ValenceChanges, o: ChargeTableOptions): ChargeTable {
  const errorId = uniqueId("charge-error");
  const said = h("p", { class: "invalid charge-error", id: errorId, role: "status" });
  const rows = (Object.entries(start) as [EdgeElement, ValenceChange][]).map(([element, change]) => {
    const name = element === "O" ? "O, oxidised share" : element;
    const [low, high] = element === "O" ? [0, 1] : (o.limits?.[element] ?? [0, 5]);
    const field = () =>
      h("input", {
        ...{ type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": errorId },
        // room for four places behind the point
        style: "width: 4.4rem"
      });
    const fields = { before: field(), after: field() };
    for (const side of sides) fields[side].setAttribute("aria-label", `${name}, ${side}`);
    const [electrons, capacity] = [h("td", { class: "number" }), h("td", { class: "number" })];
    const write = (to: ValenceChange) => {
      for (const side of sides) fields[side].value = String(Number(shown(element, to[side]).toFixed(4)));
    };
    write(change);
    const cells = sides.map((side) => h("td", {}, fields[side]));
    const row = h("tr", {}, h("th", { scope: "row" }, name), ...cells, electrons, capacity);
    return { element, name, low, high, change, fields, electrons, capacity, write, row };
  });
  const total = { electrons: h("td", { class: "number" }), capacity: h("td", { class: "number" }) };
  let sound = start;

  const review = () => {
    const complaints: string[] = [];
    const next: ValenceChanges = {};
    for (const { element, name, low, high, change, fields } of rows) {
      const typed = sides.map((side) => {
        const value = parseNumber(fields[side].value);
        const wrong = !(value >= low && value <= high);
        fields[side].setAttribute("aria-invalid", String(wrong));
        if (wrong)
          complaints.push(
            `invalid ${name} ${side}: ${fields[side].value || "nothing"}; must be a number from ${low} to ${high}`
          );
        return valenceOf(element, value);
      });
      next[element] = { ...change, before: typed[0], after: typed[1] };
    }
    said.textContent = complaints.join(". ");
    if (complaints.length === 0) sound = next;
    return complaints.length === 0;
  };
  const show = () => {
    const balance = o.compute(sound);
    const places = (value: number, digits: number) => value.toFixed(digits).replace("-", "−");
    const say = (value: number, error: number) => {
      const digits = error > 0 && error < 0.05 ? 2 : 1;
      return error > 0 ? `${places(value, digits)} ± ${places(error, digits)}` : places(value, 1);
    };
    for (const { element, electrons, capacity } of rows) {
      const charge = balance.elements.find((each) => each.element === element);
      electrons.textContent = sayNumber(charge?.electrons ?? NaN);
      capacity.textContent = say(charge?.capacity ?? NaN, charge?.capacityError ?? 0);
    }
    total.electrons.textContent = sayNumber(balance.electrons);
    total.capacity.textContent = say(balance.capacity, balance.capacityError);
  };
  const caption = o.caption ?? "Change of valence, electrons a formula unit, and charge";
  const heads = ["before", "after", "electrons", "mAh/g"];
  const table = h(
    "table",
    {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, h("td"), ...heads.map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, ...rows.map(({ row }) => row)),
    h("tfoot", {}, h("tr", {}, h("th", { scope: "row", colspan: 3 }, "Sum"), total.electrons, total.capacity))
  );
  const reset = h("button", { type: "button", class: "button" }, "Reset");
  const wrap = h("div", { class: "table-view", tabindex: 0, role: "region", "aria-label": caption }, table);
  const root = h("div", { class: "charge-table" }, wrap, said, reset);
  const tell = () => root.dispatchEvent(new Event("input", { bubbles: true }));
  root.addEventListener("input", (event) => {
    // a field's own event must not pass as the table's: it is not checked yet
    if (event.target === root) return;
    event.stopImmediatePropagation();
    if (!review()) return;
    show();
    tell();
  });
  const put = (to: ValenceChanges) => {
    for (const { element, write } of rows) {
      const change = to[element];
      if (change) write(change);
    }
    if (review()) show();
  };
  reset.addEventListener("click", () => {
    put(start);
    tell();
  });
  put(start);
  return Object.defineProperty(root, "value", {
    get: () => sound,
    set: (to: ValenceChanges) => put({ ...sound, ...to })
  }) as unknown as ChargeTable;
}
