// The panels of Figure 5 d–g in their frames, from the tables.
import type { Table } from "npm:apache-arrow";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { numbers, where } from "./columns.js";
import { profilePlot } from "./profile-plot.js";

export interface PanelOptions {
  id: string;
  label: string;
  width: number;
  rate: number;
}

/** Hoop stress along the radius, one curve a depth of discharge. @param table data/stress/RATE.arrow */
export function hoopPanel(table: Table, o: PanelOptions): FigureFrame {
  const data = {
    radius_um: numbers(table, "radius_um"),
    depth_of_discharge: numbers(table, "depth_of_discharge"),
    hoop_stress_MPa: numbers(table, "hoop_stress_MPa")
  };
  const alt = `Hoop stress in MPa against the distance from the centre at ${o.rate} C, one curve for each depth of discharge.`;
  return figureFrame({
    id: o.id,
    label: o.label,
    title: `Hoop stress along the radius at ${o.rate} C`,
    content: profilePlot(data, {
      width: o.width,
      y: "hoop_stress_MPa",
      label: "hoop stress (MPa)",
      colour: rateColour(o.rate, isDark()),
      ariaLabel: alt
    }),
    caption:
      "Around the axis, along the line through bridge point A, from the surface of the central void outwards; the gap is the pore. Tension is positive.",
    alt,
    provenance: "predicted",
    table
  });
}

/** Von Mises stress at A through a charge and the discharge after it. @param table data/stress-bridge.arrow */
export function cyclePanel(table: Table, o: PanelOptions): FigureFrame {
  const all = {
    rate_C: numbers(table, "rate_C"),
    half_cycle: numbers(table, "half_cycle"),
    time_s: numbers(table, "time_s"),
    depth_of_discharge: numbers(table, "depth_of_discharge"),
    von_mises_MPa: numbers(table, "von_mises_MPa"),
    hoop_stress_MPa: numbers(table, "hoop_stress_MPa")
  };
  const own = where(all, (i) => all.rate_C[i] === o.rate);
  const half = (k: number) => where(own, (i) => own.half_cycle[i] === k);
  const colour = rateColour(o.rate, isDark());
  const alt = `Von Mises stress at point A in MPa against the depth of discharge at ${o.rate} C, during charge and the discharge after it.`;
  const percent = (values: Float64Array) => values.map((d) => 100 * d);
  return figureFrame({
    id: o.id,
    label: o.label,
    title: `Von Mises stress at A, charge and discharge at ${o.rate} C`,
    content: bridgePlot(
      [
        {
          name: "charge (dashed)",
          colour,
          dashed: true,
          x: percent(half(0).depth_of_discharge),
          y: half(0).von_mises_MPa
        },
        { name: "discharge", colour, x: percent(half(1).depth_of_discharge), y: half(1).von_mises_MPa }
      ],
      {
        width: o.width,
        xLabel: "depth of discharge (%)",
        xDomain: [0, 100] as [number, number],
        yLabel: "von Mises stress (MPa)",
        ariaLabel: alt
      }
    ),
    caption:
      "Charge (dashed) runs from right to left, discharge from left to right, without a rest between; the stress falls through zero after the current turns.",
    alt,
    provenance: "predicted",
    table: {
      name: o.id,
      columns: Object.entries(own).map(([name, values]) => ({ name, values }))
    }
  });
}
