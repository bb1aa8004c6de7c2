// Voltage against capacity: curves of charge and discharge, marked points, and ranges of capacity from elsewhere.
import * as Plot from "npm:@observablehq/plot";
import { chart, keys, type Key } from "../tomography/chart.js";
import { formatNumber } from "../units.js";

export interface VoltageCurve {
  name: string;
  colour: string;
  dash?: string;
  /** mAh/g and V */
  capacity: ArrayLike<number>;
  voltage: ArrayLike<number>;
}

export interface VoltagePoint {
  name: string;
  colour: string;
  capacity: number;
  voltage: number;
}

export interface VoltagePlotOptions {
  width: number;
  height?: number;
  alt: string;
  points?: readonly VoltagePoint[];
  /** capacity from … to, drawn as a band under the curves */
  bands?: readonly { from: number; to: number; label: string; colour: string }[];
  xLabel?: string;
}

export function voltagePlot(curves: readonly VoltageCurve[], o: VoltagePlotOptions): HTMLElement {
  const { points = [], bands = [] } = o;
  const data = curves.map((curve) => ({
    curve,
    rows: Array.from(curve.capacity, (x, i) => ({ x, y: curve.voltage[i], name: curve.name }))
  }));
  const xLabel = o.xLabel ?? "capacity of the half-cycle (mAh/g)";
  const plot = Plot.plot({
    width: o.width,
    height: o.height ?? Math.round(Math.min(420, Math.max(280, 0.56 * o.width))),
    marginLeft: 44,
    x: {
      label: xLabel,
      domain: [
        0,
        1.02 * Math.max(...curves.flatMap((c) => Array.from(c.capacity)), ...bands.map((b) => b.to))
      ]
    },
    y: { label: "cell voltage (V)", grid: true, nice: true },
    marks: [
      Plot.rectX(bands, { x1: "from", x2: "to", fill: "colour", fillOpacity: 0.16 }),
      ...data.map(({ curve, rows }) =>
        Plot.line(rows, {
          x: "x",
          y: "y",
          stroke: curve.colour,
          strokeWidth: 2,
          strokeDasharray: curve.dash ?? "none"
        })
      ),
      Plot.dot(points, {
        x: "capacity",
        y: "voltage",
        stroke: "colour",
        strokeWidth: 2.2,
        r: 6,
        fill: "var(--theme-background)"
      }),
      Plot.tip(
        points,
        Plot.pointer({
          x: "capacity",
          y: "voltage",
          maxRadius: 14,
          title: (d: VoltagePoint) => `${d.name}\n${formatNumber(d.capacity, 4)} mAh/g`
        })
      ),
      Plot.tip(
        data.flatMap(({ rows }) => rows),
        Plot.pointer({
          x: "x",
          y: "y",
          title: (d: { x: number; y: number; name: string }) =>
            `${d.name}\n${formatNumber(d.x, 4)} mAh/g, ${d.y.toFixed(3)} V`
        })
      )
    ]
  });
  const list: Key[] = [
    ...[
      ...new Map(curves.map((c) => [`${c.name.replace(/, (dis)?charge$/, "")} ${c.dash ?? ""}`, c])).values()
    ].map(({ name, colour, dash = "none" }) => ({
      label: name.replace(/, (dis)?charge$/, ""),
      colour,
      dash
    })),
    ...bands.map(({ label, colour }) => ({ label, colour, mark: "fill" as const }))
  ];
  return chart(plot, o.alt, keys(list));
}
