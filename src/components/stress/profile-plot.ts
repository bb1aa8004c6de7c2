// A stress (or lithium) profile along the radial line through the bridge, one curve a depth of discharge.
import * as Plot from "npm:@observablehq/plot";
import { ramp } from "../colour-space.js";
import { legendMargin } from "./legend-margin.js";

/** Radius in µm from the centre, depth of discharge from 0 to 1 as a mean over the particle, and what is drawn. */
export type ProfileColumns<Y extends string> = Record<"radius_um" | "depth_of_discharge" | Y, Float64Array>;

export interface ProfilePlotOptions<Y extends string> {
  width: number;
  height?: number;
  /** the column to draw */
  y: Y;
  label: string;
  /** hue of the rate, from colours.ts; curves run from pale to this */
  colour: string;
  yDomain?: [number, number];
  title?: string;
  ariaLabel: string;
  /** radius marked by the linked cursor, µm */
  cursor?: number | null;
}

export function profilePlot<Y extends string>(
  data: ProfileColumns<NoInfer<Y>>,
  o: ProfilePlotOptions<Y>
): SVGElement | HTMLElement {
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
