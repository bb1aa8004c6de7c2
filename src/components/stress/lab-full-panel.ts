// The full model beside the uniform flux: voltage and stress at A at both rates.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { halfWidth, labRows, columns } from "./lab-table.js";

export function fullPanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, [
    "model",
    "rate_C",
    "phase",
    "depth_of_discharge",
    "hoop_stress_MPa",
    "voltage_V",
    "current_spread"
  ]).filter((row) => row.phase === "discharge");
  const of = (model: string, rate: number) =>
    rows.filter((row) => row.model === model && row.rate_C === rate);
  const x = (own: typeof rows) => own.map((row) => 100 * Number(row.depth_of_discharge));
  const voltage = [0.1, 10].map((rate) => ({
    name: `${rate} C`,
    colour: rateColour(rate, isDark()),
    x: x(of("kinetic", rate)),
    y: of("kinetic", rate).map((row) => Number(row.voltage_V))
  }));
  const stress = [0.1, 10].flatMap((rate) =>
    (["kinetic", "uniform"] as const).map((model) => ({
      name: `${rate} C, ${model === "kinetic" ? "Butler–Volmer" : "uniform flux"}`,
      colour: rateColour(rate, isDark()),
      dashed: model === "uniform",
      x: x(of(model, rate)),
      y: of(model, rate).map((row) => Number(row.hoop_stress_MPa) / rate)
    }))
  );
  const spread = Math.max(
    ...of("kinetic", 10)
      .map((row) => Number(row.current_spread))
      .filter((v) => !Number.isNaN(v))
  );
  const alt =
    "Cell voltage on discharge at 0.1 C and 10 C, and hoop stress at A per C with local kinetics and with a uniform flux.";
  const size = {
    legend: false,
    width: halfWidth(width),
    height: 290,
    xLabel: "depth of discharge (%)",
    xDomain: [0, 100] as [number, number],
    ariaLabel: alt
  };
  return figureFrame({
    id: "lab-full",
    label: "Laboratory, 9",
    title: "The full model beside a uniform flux",
    content: h(
      "div",
      {},
      Plot.legend({
        color: { type: "ordinal", domain: voltage.map((d) => d.name), range: voltage.map((d) => d.colour) },
        width
      }),
      columns(width, [
        bridgePlot(voltage, { ...size, yLabel: "cell voltage (V)" }),
        bridgePlot(stress, { ...size, yLabel: "hoop stress at A / rate (MPa per C)" })
      ])
    ),
    caption: `Left: against lithium metal, between 4.8 and 2.0 V. Right: divided by the rate, with Butler–Volmer kinetics (solid) and with a uniform flux (dashed). The local current over the surface differs by ${(100 * spread).toPrecision(1)} % at most.`,
    alt,
    provenance: "predicted",
    table
  });
}
