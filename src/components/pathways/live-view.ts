// What the reader's own run shows: the voltage of its first and last cycle and its states, and the rows to take away.
import * as Plot from "npm:@observablehq/plot";
import type { AgedResult } from "../../science/pathways/aged-particle.js";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { tableView } from "../table-view.js";
import { chart, keys } from "../tomography/chart.js";

export const liveAlt =
  "Voltage against capacity of the first and the last cycle of the reader's own run, and its states.";

/** Voltage of the first and the last cycle, and the states. */
export function runView(result: AgedResult, rate: number, width: number): HTMLElement[] {
  const colour = rateColour(Math.min(10, Math.max(0.1, rate)), isDark());
  const lastCycle = result.cycles.length;
  const curves = [1, lastCycle].flatMap((cycle, k) =>
    (["charge", "discharge"] as const).map((phase) =>
      Plot.line(
        result.history.filter((row) => row.cycle === cycle && row.phase === phase),
        {
          x: "capacity",
          y: "voltage",
          stroke: colour,
          strokeWidth: 2,
          strokeDasharray: k === 0 ? "none" : "5,3"
        }
      )
    )
  );
  const plot = Plot.plot({
    ...{ width, height: 280, marginLeft: 46 },
    x: { label: "capacity (mAh/g)" },
    y: { label: "voltage (V)", grid: true },
    marks: curves
  });
  const percent = (v: number) => (100 * v).toFixed(2);
  return [
    chart(
      plot,
      liveAlt,
      keys([
        { label: "first cycle", colour },
        { label: `cycle ${lastCycle}`, colour, dash: "5,3" }
      ])
    ),
    tableView({
      caption: "States of this run",
      sortable: false,
      rows: result.samples,
      columns: [
        { name: "State", value: (s) => s.label },
        { name: "Lithium", value: (s) => s.lithium.toFixed(3) },
        { name: "Oxygen lost", unit: "%", value: (s) => percent(s.oxygenLost) },
        { name: "Distorted", unit: "%", value: (s) => percent(s.distorted) },
        { name: "Layer", unit: "nm", value: (s) => (1e9 * s.surfaceLayer).toFixed(2) },
        { name: "Porosity", unit: "%", value: (s) => percent(s.porosity) },
        { name: "Cracks", value: (s) => s.crackDamage.toFixed(3) }
      ]
    })
  ];
}

/** The history as columns. */
export function columnsOf(result: AgedResult | null) {
  const history = result?.history ?? [];
  const column = (name: string, unit: string, description: string, values: (string | number)[]) => ({
    name,
    unit,
    description,
    values
  });
  return [
    column(
      "cycle",
      "",
      "number of the cycle",
      history.map(({ cycle }) => cycle)
    ),
    column(
      "phase",
      "",
      "charge or discharge",
      history.map(({ phase }) => phase)
    ),
    column(
      "capacity",
      "mAh/g",
      "charge passed in the half-cycle",
      history.map(({ capacity }) => capacity)
    ),
    column(
      "voltage",
      "V",
      "terminal voltage",
      history.map(({ voltage }) => voltage)
    ),
    column(
      "lithium",
      "",
      "lithium per formula unit",
      history.map(({ lithium }) => lithium)
    ),
    column(
      "released",
      "",
      "oxygen released per formula unit",
      history.map(({ released }) => released)
    ),
    column(
      "distorted",
      "",
      "distorted share beyond the pristine one",
      history.map(({ distorted }) => distorted)
    )
  ];
}
