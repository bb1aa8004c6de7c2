// Cycling data: which column is which; then cycles, curves and dQ/dV as in Figure 1.
import * as Plot from "npm:@observablehq/plot";
import { likelyColumn } from "../../science/readers/cycler-names.js";
import { isDark } from "../dark.js";
import { voltagePlot } from "../electrochemistry/voltage-plot.js";
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { formatNumber } from "../units.js";
import { unitOf, type CyclingAnswer, type CyclingCurve } from "./cycling-analysis.js";
import { ownFrame, stacked } from "./drawn.js";
import { chooser, columnChooser, fields, neededNumber, numberIn, textField, tick } from "./form.js";
import type { TableContext, UsePanel } from "./use-panel.js";

const units = {
  time: ["s", "min", "h", "d", "ms"],
  current: ["A", "mA", "uA"],
  voltage: ["V", "mV"]
} as const;
const code = ["src/science/electrochemistry/analysis.ts", "src/components/your-data/cycling-analysis.ts"];
const method = "the analysis of Figure 1: src/science/electrochemistry/analysis.ts";

export function cyclingPanel(context: TableContext): UsePanel {
  const { shown, opened, width, reader } = context;
  const names = shown.columns.map(({ name }) => name);
  const likely = (q: keyof typeof units | "cycle" | "step") => names[likelyColumn(names, q) ?? -1] ?? null;
  const needed = (["time", "current", "voltage"] as const).map((quantity) => {
    const column = columnChooser<string>(`Column of ${quantity}`, names, likely(quantity), false);
    const options = [
      { value: "", label: "as its name says" },
      ...units[quantity].map((u) => ({ value: u, label: u }))
    ];
    const told = unitOf(likely(quantity) ?? "", quantity);
    const unit = chooser<string>(`Unit of ${quantity}`, options, told ? "" : units[quantity][0]);
    return { quantity, column, unit };
  });
  const [cycle, step] = (["cycle", "step"] as const).map((q) =>
    columnChooser<string | null>(`Column of ${q}`, names, likely(q), true)
  );
  const mass = textField("Active mass (mg), if known");
  const smoothing = textField("Smoothing of dQ/dV (mV)", "15");
  const join = tick("put parts whose time begins anew one after another");
  const bridge = tick("bridge gaps with the current on both sides");
  const form = h(
    "div",
    {},
    fields(...needed.flatMap(({ column, unit }) => [column.element, unit.element])),
    fields(cycle?.element ?? null, step?.element ?? null, mass.element, smoothing.element),
    join.element,
    bridge.element
  );
  return {
    form,
    async analyse(task) {
      const chosen = Object.fromEntries(needed.map(({ quantity, column }) => [quantity, column.get()]));
      const given = Object.fromEntries(needed.map(({ quantity, unit }) => [quantity, unit.get()]));
      const answer = await reader.ask(
        "cycling",
        {
          columns: {
            ...(chosen as Record<keyof typeof units, string>),
            cycle: cycle?.get() ?? null,
            step: step?.get() ?? null
          },
          units: given as Record<keyof typeof units, string>,
          mass: numberIn(mass),
          smoothing: neededNumber(smoothing) / 1000,
          restarts: join.input.checked ? "join" : "refuse",
          gaps: bridge.input.checked ? "bridge" : "refuse"
        },
        task
      );
      return {
        frames: framesOf(answer, opened.name, width),
        notes: [`${answer.rows.toLocaleString("en")} rows, ${answer.cycles.length} cycles.`, ...answer.notes]
      };
    }
  };
}

const sayTrend = ({ voltageDecay, capacityFade }: CyclingAnswer): string =>
  [
    voltageDecay &&
      `Mean voltage of discharge: ${(1000 * voltageDecay.slope).toFixed(2)} ± ${(1000 * voltageDecay.standardError).toFixed(2)} mV a cycle.`,
    capacityFade &&
      `Capacity: ${(100 * capacityFade.slope).toFixed(3)} ± ${(100 * capacityFade.standardError).toFixed(3)} % of the first discharge a cycle.`
  ]
    .filter(Boolean)
    .join(" ");

function framesOf(answer: CyclingAnswer, file: string, width: number) {
  const { curves, cycles, unit } = answer;
  const numbers = [...new Set(curves.map((c) => c.cycle))];
  const dark = isDark();
  const styleOf = (c: CyclingCurve) => seriesStyle(numbers.indexOf(c.cycle), numbers.length, dark);
  const plot = voltagePlot(
    curves.map((c) => ({
      name: `cycle ${c.cycle}, ${c.phase}`,
      ...styleOf(c),
      capacity: c.capacity,
      voltage: c.voltage
    })),
    { width, alt: "Voltage against capacity of your cycles.", xLabel: `capacity of the half-cycle (${unit})` }
  );
  const table = tableView({
    ...{ caption: "Cycles", rows: cycles, limit: 100 },
    columns: [
      { name: "cycle", value: (c) => c.number },
      ...(["charge", "discharge"] as const).map((key) => ({
        ...{ name: key, unit, value: (c: (typeof cycles)[number]) => c[key] },
        show: (v: unknown) => formatNumber(Number(v), 5)
      })),
      {
        name: "efficiency",
        unit: "%",
        value: (c) => 100 * (c.coulombicEfficiency ?? NaN),
        show: (v) => (Number.isFinite(v) ? Number(v).toFixed(2) : "–")
      },
      {
        name: "mean charge",
        unit: "V",
        value: (c) => c.chargeVoltage,
        show: (v) => (Number.isFinite(v) ? Number(v).toFixed(4) : "–")
      },
      {
        name: "mean discharge",
        unit: "V",
        value: (c) => c.dischargeVoltage,
        show: (v) => (Number.isFinite(v) ? Number(v).toFixed(4) : "–")
      }
    ]
  });
  const rows = curves.flatMap((c) => Array.from(c.capacity, (q, i) => ({ c, q, v: c.voltage[i] ?? NaN })));
  const density = curves.flatMap((c) =>
    Array.from(c.dqdv.voltage, (v, i) => ({
      c,
      v,
      d: (c.dqdv.density[i] ?? 0) * (c.phase === "charge" ? 1 : -1)
    }))
  );
  const dqdv = Plot.plot({
    ...{ width, height: 320, marginLeft: 56 },
    x: { label: "cell voltage (V)" },
    y: { label: `dQ/dV (${unit}/V)`, grid: true },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.4 }),
      ...curves.map((c) => {
        const { colour, dash } = styleOf(c);
        return Plot.line(
          density.filter((row) => row.c === c),
          { x: "v", y: "d", stroke: colour, strokeDasharray: dash, strokeWidth: 1.6 }
        );
      })
    ]
  });
  const legend = keys(
    numbers.map((n, k) => ({ label: `cycle ${n}`, ...seriesStyle(k, numbers.length, dark) }))
  );
  const common = { file, method, code };
  return [
    ownFrame({
      ...{
        ...common,
        id: "cycling",
        title: "Voltage against capacity",
        alt: "Voltage against capacity, and a table of the cycles."
      },
      content: stacked(plot, table),
      caption:
        `${sayTrend(answer)} Capacities are integrals of the current over time${unit === "mAh" ? "; with the active mass they would be mAh/g" : ""}.`.trim(),
      columns: () => [
        { name: "cycle", values: rows.map(({ c }) => c.cycle) },
        { name: "phase", values: rows.map(({ c }) => c.phase) },
        { name: "capacity", unit, values: rows.map(({ q }) => q) },
        { name: "voltage", unit: "V", values: rows.map(({ v }) => v) }
      ]
    }),
    ownFrame({
      ...{
        ...common,
        id: "dqdv",
        title: "Where on the voltage the charge lies",
        alt: "dQ/dV against voltage."
      },
      content: chart(dqdv, "dQ/dV against voltage, charge upwards and discharge downwards.", legend),
      caption:
        "Charge upwards, discharge downwards. The charge between two rows is spread over the voltages between them and smoothed by a Gaussian; its area is the capacity, whatever the smoothing.",
      columns: () => [
        { name: "cycle", values: density.map(({ c }) => c.cycle) },
        { name: "phase", values: density.map(({ c }) => c.phase) },
        { name: "voltage", unit: "V", values: density.map(({ v }) => v) },
        { name: "dqdv", unit: `${unit}/V`, values: density.map(({ d }) => d) }
      ]
    }),
    ownFrame({
      ...{
        ...common,
        id: "cycles",
        title: "Cycle by cycle",
        alt: "Capacity of discharge against the number of the cycle."
      },
      content: cyclesPlot(answer, width),
      caption: "Capacity of charge and discharge of every cycle.",
      columns: () => [
        { name: "cycle", values: cycles.map((c) => c.number) },
        { name: "charge", unit, values: cycles.map((c) => c.charge) },
        { name: "discharge", unit, values: cycles.map((c) => c.discharge) },
        { name: "coulombic_efficiency", values: cycles.map((c) => c.coulombicEfficiency) },
        { name: "mean_charge", unit: "V", values: cycles.map((c) => c.chargeVoltage) },
        { name: "mean_discharge", unit: "V", values: cycles.map((c) => c.dischargeVoltage) }
      ]
    })
  ];
}

function cyclesPlot({ cycles, unit }: CyclingAnswer, width: number): HTMLElement {
  const rows = cycles.flatMap((c) => [
    { cycle: c.number, capacity: c.charge, phase: "charge" },
    { cycle: c.number, capacity: c.discharge, phase: "discharge" }
  ]);
  const plot = Plot.plot({
    ...{ width, height: 260, marginLeft: 56 },
    x: { label: "cycle", ticks: Math.min(10, cycles.length), tickFormat: "d" },
    y: { label: `capacity (${unit})`, grid: true, zero: true },
    marks: [
      Plot.dot(
        rows.filter((r) => r.capacity > 0),
        { x: "cycle", y: "capacity", symbol: "phase", stroke: "currentColor", r: 4, tip: true }
      )
    ],
    symbol: { domain: ["charge", "discharge"], range: ["circle", "diamond"] }
  });
  return chart(
    plot,
    "Capacity against cycle: circles charge, diamonds discharge.",
    keys([{ label: "diamonds: discharge; circles: charge", mark: "dot" }])
  );
}
