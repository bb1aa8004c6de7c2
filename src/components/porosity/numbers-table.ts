// The numbers of three particles side by side: found with its error, and the sample's.
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { digitsOf, figures, stateLabel, stateNames, withError, type StateName } from "./pore-style.js";

interface Quantity {
  name: string;
  unit: string;
  at: (state: StateName, column: "found" | "error" | "true_value") => number | null;
}

export function numbersTable(rows: readonly Record<string, unknown>[]): HTMLElement {
  const quantities = [...new Set(rows.map((row) => String(row["quantity"])))].map((name): Quantity => {
    const own = rows.filter((row) => row["quantity"] === name);
    return {
      name,
      unit: typeof own[0]?.["quantity_unit"] === "string" ? own[0]["quantity_unit"] : "",
      at(state, column) {
        const value = own.find((row) => row["state"] === state)?.[column];
        return typeof value === "number" && Number.isFinite(value) ? value : null;
      }
    };
  });
  return tableView({
    caption: "Numbers of the pores",
    sortable: false,
    rows: quantities,
    columns: [
      {
        name: "quantity",
        label: "Quantity",
        value: ({ name, unit }) => (unit ? `${name} (${unit})` : name),
        // wide enough on a phone that no quantity takes more than three lines
        show: (text) => h("span", { style: "display: inline-block; min-width: 9.5em" }, String(text))
      },
      ...stateNames.flatMap((state) => [
        {
          name: `${state} found`,
          label: `${stateLabel[state]}, found`,
          value: (q: Quantity) => q.at(state, "found"),
          show: (_: unknown, q: Quantity) => {
            const [found, error] = [q.at(state, "found"), q.at(state, "error")];
            if (found === null) return "–";
            return withError(found, error ?? NaN);
          }
        },
        {
          name: `${state} true`,
          label: "in the sample",
          value: (q: Quantity) => q.at(state, "true_value"),
          show: (_: unknown, q: Quantity) => {
            const truth = q.at(state, "true_value");
            return truth === null
              ? "–"
              : figures(truth, digitsOf(q.at(state, "found") ?? truth, q.at(state, "error") ?? NaN));
          }
        }
      ])
    ]
  });
}
