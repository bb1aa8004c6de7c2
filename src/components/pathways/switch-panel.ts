// Which claims fail when a mechanism is off, and every claim with its number.
import type { Table } from "npm:apache-arrow";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf, type Row } from "../oxidation/zones-panel.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";
import { mechanismMeaning, type Mechanism } from "../../science/pathways/mechanisms.js";

const shown = (value: unknown): string =>
  typeof value === "number" ? formatNumber(Number(value.toPrecision(3))) : "none";

/** @param table pathways-switches */
export function switchPanel(table: Table, o: { id: string; label: string }): FigureFrame {
  const rows = rowsOf(table);
  const off = [...new Set(rows.map((row) => String(row["mechanism_off"])))].filter((name) => name !== "none");
  const whole = rows.filter((row) => row["mechanism_off"] === "none");
  const broken = (name: string): Row[] =>
    rows.filter((row) => row["mechanism_off"] === name && row["broken"] === "yes");
  const before = (claim: unknown) => whole.find((row) => row["claim"] === claim)?.["value"];
  const claims = (list: readonly Row[]): Node =>
    list.length === 0
      ? h("span", {}, "none")
      : h(
          "ul",
          { style: "margin: 0; padding-left: 1.1em" },
          ...list.map((row) =>
            h(
              "li",
              {},
              h(
                "a",
                { href: `./claims#${String(row["claim"]).replace(/[a-z]$/, "")}` },
                String(row["claim"])
              ),
              ` ${String(row["quantity"])}: ${shown(before(row["claim"]))} → ${shown(row["value"])} ${String(row["unit"])}`
            )
          )
        );
  const view = tableView<string>({
    caption: "Claims that fail without a mechanism",
    sortable: false,
    rows: off,
    columns: [
      { name: "Mechanism off", value: (name) => mechanismMeaning[name as Mechanism].label },
      { name: "What that means", value: (name) => mechanismMeaning[name as Mechanism].whenOff },
      {
        name: "Claims that then fail",
        value: (name) =>
          broken(name)
            .map((row) => String(row["claim"]))
            .join(", "),
        show: (_, name) => claims(broken(name))
      }
    ]
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "What each mechanism carries", table },
    alt: `Table of ${off.length} mechanisms and the claims that fail without each of them.`,
    content: view,
    caption:
      "Left of the arrow: the number with all mechanisms on; right: without this one; “none”: the state is not reached, or there is nothing to compare. A claim that a constant was set to shows only that the mechanism is needed in this model.",
    interactive: true,
    provenance: "predicted"
  });
}

/** Every claim with all mechanisms on. @param table pathways-switches */
export function claimsOfModel(table: Table): HTMLElement {
  const whole = rowsOf(table).filter((row) => row["mechanism_off"] === "none");
  return tableView<Row>({
    caption: "Claims that the two runs can answer",
    sortable: false,
    rows: whole,
    columns: [
      {
        name: "Claim",
        value: (row) => row["claim"],
        show: (id) => h("a", { href: `./claims#${String(id).replace(/[a-z]$/, "")}` }, String(id))
      },
      { name: "Statement", value: (row) => row["statement"] },
      { name: "Number", value: (row) => row["quantity"] },
      {
        name: "Value",
        value: (row) => row["value"],
        show: (value, row) => `${shown(value)} ${String(row["unit"])}`
      },
      { name: "Holds if", value: (row) => limits(row) },
      { name: "Holds", value: (row) => row["holds"] },
      { name: "Kind", value: (row) => row["kind"] }
    ]
  });
}

function limits(row: Row): string {
  const [from, to] = [row["accept_from"], row["accept_to"]];
  if (typeof from === "number" && typeof to === "number") return `${shown(from)} to ${shown(to)}`;
  return typeof from === "number" ? `at least ${shown(from)}` : `at most ${shown(to)}`;
}
