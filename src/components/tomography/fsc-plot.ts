// Fourier shell correlation of each element against spatial frequency, with the half-bit curve and where they cross.
import * as Plot from "npm:@observablehq/plot";
import { elementColour, type Element5 } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, type ChartOptions } from "./chart.js";

export interface FscCurve {
  element: Element5;
  /** 1/µm */
  frequency: ArrayLike<number>;
  correlation: ArrayLike<number>;
  /** frequency at which the curve falls below the threshold, 1/µm; null where it never does */
  crossing: number | null;
}

export interface FscOptions extends ChartOptions {
  halfBit: { frequency: ArrayLike<number>; threshold: ArrayLike<number> };
  /** a second criterion, for example 1/7, drawn as a level */
  level?: number;
}

const dashes = ["none", "7,3", "2,3", "9,3,2,3", "4,2"];

export function fscPlot(curves: readonly FscCurve[], o: FscOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const colour = (element: Element5) => elementColour(element, dark);
  const points = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x, (frequency, i) => ({ frequency, correlation: y[i] }));
  const most = Math.max(...curves.flatMap(({ frequency }) => Array.from(frequency)));
  const wavelengths = [1000, 500, 200, 100, 50, 40, 30, 25, 20, 15, 10, 5];
  // neighbours on the upper axis keep 34 pixels apart
  const ticks: number[] = [];
  for (const nm of wavelengths) {
    const f = 1000 / nm;
    if (f <= most && ((f - (ticks.at(-1) ?? 0)) / most) * (o.width - 70) > 34) ticks.push(f);
  }
  const crossings = curves.flatMap(({ element, frequency, correlation, crossing }) =>
    crossing === null
      ? []
      : [{ element, frequency: crossing, correlation: interpolate(frequency, correlation, crossing) }]
  );
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o) + 20,
    marginLeft: 46,
    marginTop: 44,
    marginRight: 24,
    x: { label: "spatial frequency (1/µm)", domain: [0, most] },
    y: {
      label: "Fourier shell correlation",
      domain: [Math.min(0, ...curves.flatMap(({ correlation }) => Array.from(correlation))), 1],
      grid: true
    },
    marks: [
      Plot.axisX({ anchor: "bottom" }),
      Plot.axisX({
        anchor: "top",
        ticks,
        tickFormat: (f: number) => `${Math.round(1000 / f)}`,
        label: "full period (nm)"
      }),
      Plot.axisY({}),
      Plot.ruleY([0]),
      o.level === undefined ? null : Plot.ruleY([o.level], { strokeDasharray: "1,3" }),
      Plot.line(points(o.halfBit.frequency, o.halfBit.threshold), {
        x: "frequency",
        y: "correlation",
        strokeWidth: 1.2,
        strokeOpacity: 0.8
      }),
      ...curves.map(({ element, frequency, correlation }, i) =>
        Plot.line(points(frequency, correlation), {
          x: "frequency",
          y: "correlation",
          stroke: colour(element),
          strokeWidth: 2,
          strokeDasharray: dashes[i % dashes.length]
        })
      ),
      Plot.dot(crossings, {
        x: "frequency",
        y: "correlation",
        r: 4.5,
        fill: (d: { element: Element5 }) => colour(d.element),
        stroke: "var(--theme-background)",
        strokeWidth: 1.5,
        tip: true,
        title: (d: { element: Element5; frequency: number }) =>
          `${d.element}: ${(1000 / d.frequency).toFixed(0)} nm full period, ${(500 / d.frequency).toFixed(0)} nm half`
      })
    ]
  });
  const legend = keys([
    ...curves.map(({ element, crossing }, i) => ({
      label: crossing === null ? `${element}: no crossing` : `${element}: ${(1000 / crossing).toFixed(0)} nm`,
      colour: colour(element),
      dash: dashes[i % dashes.length]
    })),
    { label: "half-bit threshold" },
    ...(o.level === undefined ? [] : [{ label: `level ${Number(o.level.toFixed(3))}`, dash: "1,3" }])
  ]);
  return chart(plot, o.alt, legend);
}

function interpolate(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  for (let i = 1; i < x.length; ++i)
    if (x[i] >= at) return y[i - 1] + ((at - x[i - 1]) / (x[i] - x[i - 1] || 1)) * (y[i] - y[i - 1]);
  return y[y.length - 1];
}
