// What an ordinary cycler could have told: errors of capacity, efficiency and voltage decay over many channels.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";
import { rateName, rows, studyRates } from "./rows.js";

const kinds = [
  {
    what: "first discharge",
    unit: "mAh/g",
    truth: "true_discharge_mAh_g",
    error: "discharge_error_mAh_g",
    factor: 1
  },
  {
    what: "first-cycle efficiency",
    unit: "%",
    truth: "true_efficiency",
    error: "efficiency_error",
    factor: 100
  },
  {
    what: "voltage decay",
    unit: "mV/cycle",
    truth: "true_decay_mV_cycle",
    error: "decay_error_mV_cycle",
    factor: 1
  }
] as const;

/** @param table electrochemistry-cycler */
export function cyclerPanel(table: Table, { id, label }: { id: string; label: string }): FigureFrame {
  const all = rows(table, ["rate_C", ...kinds.flatMap(({ truth, error }) => [truth, error])]);
  const list = kinds.flatMap(({ what, unit, truth, error, factor }) =>
    studyRates.map((rate) => {
      const own = all.filter((row) => row.rate_C === rate);
      const errors = own.map((row) => factor * row[error]);
      const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
      const deviation = Math.sqrt(errors.reduce((sum, e) => sum + (e - mean) ** 2, 0) / (errors.length - 1));
      return { what, unit, rate: rateName(rate), truth: factor * (own[0]?.[truth] ?? NaN), mean, deviation };
    })
  );
  const view = tableView({
    caption: "Twenty cycles as a cycler writes them down, analysed like any file",
    rows: list,
    columns: [
      { name: "quantity", value: (row) => `${row.what} (${row.unit})` },
      { name: "rate", value: (row) => row.rate },
      { name: "true", value: (row) => row.truth, show: (v) => formatNumber(Number(v), 4) },
      { name: "mean error", value: (row) => row.mean, show: (v) => formatNumber(Number(v), 2) },
      {
        name: "spread between channels",
        value: (row) => row.deviation,
        show: (v) => formatNumber(Number(v), 2)
      },
      {
        name: "least that shows (3×)",
        value: (row) => 3 * row.deviation,
        show: (v) => formatNumber(Number(v), 2)
      }
    ]
  });
  return figureFrame({
    ...{
      id,
      label,
      title: "What a cycler could have told",
      table,
      alt: "Table of true values, mean errors and spreads of three quantities at both rates."
    },
    content: view,
    caption:
      "Sixty channels, each with its own error of current, voltage and mass. Voltages and efficiencies are known far better than the differences at hand; a capacity per gram is known no better than the mass, some percent.",
    interactive: true,
    provenance: "recovered"
  });
}
