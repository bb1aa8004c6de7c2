// The refined values beside the truth: standard error, difference in standard errors, and what was held and why.
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";
import { sayWithError } from "./pattern-words.js";
import { symbolParts } from "./short-names.js";

export interface RefinedRow {
  label: string;
  symbol: string;
  unit: string;
  value: number;
  /** 0 where it was held, NaN where it has none */
  error: number;
  /** NaN where the sample knows no such number */
  truth: number;
}

export const pullOf = ({ value, error, truth }: RefinedRow): number =>
  error > 0 && Number.isFinite(truth) ? (value - truth) / error : NaN;

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

export function refinedTable(rows: readonly RefinedRow[], caption: string): HTMLElement {
  const given = rows.some(({ truth }) => Number.isFinite(truth));
  return tableView<RefinedRow>({
    caption,
    rows,
    sortable: false,
    columns: [
      {
        name: "quantity",
        value: ({ label }) => label,
        show: (_, { label, symbol }) => {
          const [base, index] = symbolParts(symbol);
          const mark = h("span", { class: "parameter-symbol" }, base, index ? h("sub", {}, index) : null);
          return h("span", {}, label, ...(label.endsWith(` ${symbol}`) ? [] : [" ", mark]));
        }
      },
      { name: "unit", value: ({ unit }) => unit },
      {
        name: "refined",
        value: ({ value }) => value,
        show: (_, { value, error }) =>
          error === 0
            ? `${formatNumber(value, 5)} (held)`
            : error > 0
              ? sayWithError(value, error)
              : `${formatNumber(value, 5)} (no error: at its bound, or not determined)`
      },
      ...(given
        ? [
            {
              name: "true",
              value: ({ truth }: RefinedRow) => (Number.isFinite(truth) ? truth : null),
              show: (value: unknown) => (value === null ? "–" : formatNumber(Number(value), 6))
            },
            {
              name: "off by, in errors",
              value: (row: RefinedRow) => (Number.isFinite(pullOf(row)) ? pullOf(row) : null),
              show: (value: unknown) => (value === null ? "–" : signed(Number(value)))
            }
          ]
        : [])
    ]
  });
}
