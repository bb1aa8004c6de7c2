// Stress at the bridge point A against the depth of discharge (or time), one curve a rate.
import * as Plot from "npm:@observablehq/plot";

export interface BridgeCurve {
  name: string;
  colour: string;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  dashed?: boolean;
}

export interface BridgePlotOptions {
  width: number;
  height?: number;
  xLabel: string;
  xDomain?: [number, number];
  yLabel: string;
  yType?: "linear" | "log";
  ariaLabel: string;
  /** whether the plot names its curves itself (default) */
  legend?: boolean;
  /** vertical guides, for example the depth of discharge that the study quotes */
  guides?: { x: number; label: string }[];
}

export function bridgePlot(curves: BridgeCurve[], o: BridgePlotOptions): SVGElement | HTMLElement {
  const log = o.yType === "log";
  const rows = curves.flatMap((c) =>
    Array.from(c.x, (x, i) => ({ x, y: log && !(c.y[i] > 0) ? NaN : c.y[i], name: c.name }))
  );
  const dashed = new Set(curves.filter((c) => c.dashed).map((c) => c.name));
  return Plot.plot({
    width: o.width,
    height: o.height ?? Math.min(360, Math.max(230, o.width * 0.58)),
    marginLeft: 58,
    ariaLabel: o.ariaLabel,
    x: { label: o.xLabel, domain: o.xDomain, nice: !o.xDomain },
    y: { label: o.yLabel, grid: true, type: o.yType ?? "linear", nice: true },
    color: {
      domain: curves.map((c) => c.name),
      range: curves.map((c) => c.colour),
      legend: o.legend ?? true
    },
    marks: [
      log ? null : Plot.ruleY([0], { strokeOpacity: 0.4 }),
      Plot.ruleX(o.guides ?? [], { x: "x", strokeDasharray: "3,3", strokeOpacity: 0.7 }),
      Plot.text(o.guides ?? [], { x: "x", text: "label", frameAnchor: "top", dx: 4, textAnchor: "start" }),
      Plot.line(
        rows.filter((d) => !dashed.has(d.name)),
        { x: "x", y: "y", z: "name", stroke: "name", strokeWidth: 2 }
      ),
      Plot.line(
        rows.filter((d) => dashed.has(d.name)),
        { x: "x", y: "y", z: "name", stroke: "name", strokeDasharray: "5,3", strokeWidth: 2 }
      ),
      Plot.tip(rows, Plot.pointer({ x: "x", y: "y", stroke: "name", format: { x: ".3s", y: ".3s" } }))
    ]
  });
}
