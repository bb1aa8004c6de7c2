// Intensity along a line of an image, each signal over its own range.
import * as Plot from "npm:@observablehq/plot";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { profile, rangeOf, type Raster } from "./raster.js";

/** Å to both sides of the line that are averaged */
const half = 0.6;

export function profilePlot(
  images: readonly { name: string; raster: Raster }[],
  y: number,
  { width, dark }: { width: number; dark: boolean }
): HTMLElement {
  const styles = images.map((_, i) => seriesStyle(i, images.length, dark));
  const lines = images.map(({ raster }) => {
    const [low, high] = rangeOf(raster);
    return profile(raster, y, half).map(({ x, value }) => ({ x: x / 10, y: (value - low) / (high - low) }));
  });
  const plot = Plot.plot({
    ...{ width, height: 170, marginLeft: 44 },
    x: { label: "x (nm)" },
    y: { label: "share of the range", grid: true, ticks: 4 },
    marks: lines.map((line, i) =>
      Plot.line(line, {
        ...{ x: "x", y: "y", stroke: styles[i].colour, strokeWidth: 1.6 },
        strokeDasharray: styles[i].dash
      })
    )
  });
  return chart(
    plot,
    `Profile through the cursor along x: ${images.map(({ name }) => name).join(" and ")}.`,
    keys(images.map(({ name }, i) => ({ label: name, ...styles[i] })))
  );
}
