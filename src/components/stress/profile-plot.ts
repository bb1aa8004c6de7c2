// A stress (or lithium) profile along the radial line through the bridge, one curve a depth of discharge.
import * as Plot from "npm:@observablehq/plot";
import { ramp } from "../colour-space.js";
import { legendMargin } from "./legend-margin.js";

export interface ProfileColumns {
  /** distance from the centre, µm */
  radius_um: Float64Array;
  /** 0 to 1, mean over the particle */
  depth_of_discharge: Float64Array;
  [column: string]: Float64Array;
}

export interface ProfilePlotOptions {
  width: number;
  height?: number;
  y: string;
  label: string;
  /** hue of the rate, from colours.ts; curves run from pale to this */
  colour: string;
  yDomain?: [number, number];
  title?: string;
  ariaLabel: string;
  /** radius marked by the linked cursor, µm */
  cursor?: number | null;
}

export function profilePlot(data: ProfileColumns, o: ProfilePlotOptions): SVGElement | HTMLElement {
  const dod = Float64Array.from(data.depth_of_discharge, (d) => 100 * d);
  const pale = ramp(["#b9b9b9", o.colour]);
  return Plot.plot({
    width: o.width,
    height: o.height ?? Math.min(380, Math.max(240, o.width * 0.62)),
    marginLeft: 58,
    title: o.title,
    ariaLabel: o.ariaLabel,
    x: { label: "distance from the centre (µm)", nice: true },
    y: { label: o.label, domain: o.yDomain, grid: true, nice: !o.yDomain },
    color: {
      label: "depth of discharge (%)",
      legend: true,
      ...legendMargin,
      domain: [0, 100],
      interpolate: (t: number) => pale(0.1 + 0.9 * t)
    },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.4 }),
      o.cursor == null ? null : Plot.ruleX([o.cursor], { strokeDasharray: "3,3" }),
      Plot.line(
        { length: data.radius_um.length },
        { x: data.radius_um, y: data[o.y], z: data.depth_of_discharge, stroke: dod, strokeWidth: 1.6 }
      ),
      Plot.tip(
        { length: data.radius_um.length },
        Plot.pointer({
          x: data.radius_um,
          y: data[o.y],
          channels: { "depth of discharge (%)": dod },
          format: { x: ".2f", y: ".3s" }
        })
      )
    ]
  });
}
