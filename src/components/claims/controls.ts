// The board's filters: three choices and a search, all reached by keyboard.
import { h } from "../element.js";
import { choices, nothingComputed, type Filter } from "./filter.js";
import type { ClaimRow } from "./rows.js";

export interface FilterControls {
  element: HTMLFormElement;
  set(filter: Filter): void;
}

type Choice = "verdict" | "kind" | "technique";
const labels: Record<Choice, string> = { verdict: "Verdict", kind: "Computed value", technique: "Technique" };

export function filterControls(rows: ClaimRow[], onChange: (filter: Filter) => void): FilterControls {
  const offered = choices(rows);
  const selects = (Object.keys(labels) as Choice[]).map((name) => ({
    name,
    select: select(name, offered[name])
  }));
  const search = h("input", {
    name: "search",
    type: "search",
    maxlength: 100,
    autocomplete: "off",
    placeholder: "oxygen, 4.8 V, Fig. 3 …"
  });
  const element = h(
    "form",
    { class: "claims-controls control", "aria-label": "Filter the claims" },
    ...selects.map(({ name, select }) => h("label", {}, labels[name], select)),
    h("label", {}, "Search", search),
    h("button", { type: "reset" }, "Show all")
  );
  const read = (): Filter => {
    const filter: Filter = { verdict: "", kind: "", technique: "", search: search.value };
    for (const { name, select } of selects) filter[name] = select.value;
    return filter;
  };
  element.addEventListener("input", () => onChange(read()));
  // The fields are empty only after the event.
  element.addEventListener("reset", () => setTimeout(() => onChange(read())));
  element.addEventListener("submit", (event) => event.preventDefault());
  return {
    element,
    set(filter) {
      for (const { name, select } of selects) select.value = filter[name];
      search.value = filter.search;
    }
  };
}

function select(name: Choice, values: string[]): HTMLSelectElement {
  const options = values.map((value) =>
    h("option", { value }, value === nothingComputed ? "none, or assumed" : value)
  );
  return h("select", { name }, h("option", { value: "" }, "all"), ...options);
}
