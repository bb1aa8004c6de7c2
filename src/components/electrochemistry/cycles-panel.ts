// Figure 1a: capacity, coulombic efficiency and mean voltage over twenty cycles at both rates.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys } from "../tomography/chart.js";
import { across, acrossWidth, rateName, rows, studyRates, type PanelOptions } from "./rows.js";

const quantities = [
  { y: "discharge_mAh_g", label: "discharge capacity (mAh/g)", factor: 1, what: "Discharge capacity" },
  { y: "coulombic_efficiency", label: "coulombic efficiency (%)", factor: 100, what: "Coulombic efficiency" },
  {
    y: "mean_discharge_V",
    label: "mean voltage of discharge (V)",
    factor: 1,
    what: "Mean voltage of discharge"
  }
] as const;

/** Discharge capacity of the cycles that the table of the pathway model holds: the most that a discharge of it comes to. */
function modelPoints(table: Table): { rate: number; x: number; y: number }[] {
  const most = new Map<string, { rate: number; x: number; y: number }>();
  for (const { rate_C, cycle, capacity_mAh_g, phase } of rows(table, ["rate_C", "cycle", "capacity_mAh_g"])) {
    if (phase !== "discharge" || !studyRates.some((rate) => rate === rate_C)) continue;
    const key = `${rate_C} ${cycle}`;
    const y = Math.max(capacity_mAh_g, most.get(key)?.y ?? 0);
    most.set(key, { rate: rate_C, x: cycle, y });
  }
  return [...most.values()];
}

/** @param table electrochemistry-cycles @param o model: pathways-history, the particle that the other techniques see */
export function cyclesPanel(table: Table, o: PanelOptions & { model: Table }): FigureFrame {
  const dark = o.dark ?? isDark();
  const model = modelPoints(o.model);
  const all = rows(table, [
    "rate_C",
    "cycle",
    "retention",
    "decay_mV_cycle",
    ...quantities.map(({ y }) => y)
  ]);
  const width = acrossWidth(o.width, 3);
  const panel = ({ y, label, factor, what }: (typeof quantities)[number]) => {
    const own = all.map((row) => ({ x: row.cycle, y: factor * row[y], rate: row.rate_C }));
    const plot = Plot.plot({
      ...{ width, height: 260, marginLeft: 48 },
      x: { label: "cycle", ticks: [1, 5, 10, 15, 20] },
      y: { label, grid: true, nice: true },
      marks: studyRates.flatMap((rate) => {
        const points = own.filter((row) => row.rate === rate);
        const stroke = rateColour(rate, dark);
        return [
          Plot.line(points, { x: "x", y: "y", stroke, strokeOpacity: 0.5 }),
          Plot.dot(points, { x: "x", y: "y", fill: stroke, r: 3, symbol: rate < 1 ? "circle" : "square" }),
          y === "discharge_mAh_g"
            ? Plot.dot(
                model.filter((point) => point.rate === rate),
                { x: "x", y: "y", stroke, strokeWidth: 1.5, r: 4.5, symbol: "diamond" }
              )
            : null,
          Plot.tip(points, Plot.pointer({ x: "x", y: "y", format: { y: ".5~g" } }))
        ];
      })
    });
    return chart(plot, `${what} of twenty cycles at 0.1 C and 10 C.`);
  };
  const last = (rate: number) => all.filter((row) => row.rate_C === rate).at(-1);
  const words = studyRates
    .map((rate) => {
      const row = last(rate);
      const second = all.find(({ rate_C, cycle }) => rate_C === rate && cycle === 2);
      const kept = ((100 * (row?.discharge_mAh_g ?? NaN)) / (second?.discharge_mAh_g ?? NaN)).toFixed(0);
      return `${kept} % of the second discharge after ${row?.cycle} cycles and ${Math.abs(row?.decay_mV_cycle ?? NaN).toFixed(1)} mV a cycle at ${rateName(rate)}`;
    })
    .join(", ");
  const of = (cycle: number) =>
    all.find((row) => row.rate_C === 10 && row.cycle === cycle)?.discharge_mAh_g.toFixed(0);
  const modelOf = (cycle: number) => model.find(({ rate, x }) => rate === 10 && x === cycle)?.y.toFixed(0);
  const alt = "Capacity, coulombic efficiency and mean voltage of twenty cycles at 0.1 C and 10 C.";
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Twenty cycles", alt, table },
    content: h(
      "div",
      {},
      keys([
        ...studyRates.map((rate) => ({ label: rateName(rate), colour: rateColour(rate, dark) })),
        ...studyRates.map((rate) => ({
          ...{
            label: `${rateName(rate)}, pathway model`,
            colour: rateColour(rate, dark),
            mark: "dot" as const
          }
        }))
      ]),
      across(o.width, 3, quantities.map(panel))
    ),
    caption: `How fast they fall is set by hand: a share of the oxygen redox is lost in every cycle and the charge transfer slows, so that there are ${words}. The study prints none of these numbers. The model has no side reactions, so its efficiency after the first cycle is one. At 10 C the second discharge exceeds the first by a third: a film ends the first charge early on its plateau, later charges are given no plateau and reach deeper before 4.8 V. Diamonds: the discharges of the pathway model, whose particle the other techniques see. At 10 C the two differ, ${of(1)} and ${of(20)} mAh/g in the first and the twentieth cycle here, ${modelOf(1)} and ${modelOf(20)} there: with the same film, it leaves later charges what the first has not passed of its plateau, and keeps lithium in domains, where the fall here is set by hand.`,
    interactive: true,
    provenance: "calibrated"
  });
}
