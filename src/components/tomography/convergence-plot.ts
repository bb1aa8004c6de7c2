// How a residual, an objective or an error falls with the iterations of several solvers.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, seriesStyle, type ChartOptions } from "./chart.js";

export interface ConvergenceCurve {
  solver: string;
  /** one value an iteration, from the first */
  values: ArrayLike<number>;
}

export interface ConvergenceOptions extends ChartOptions {
  /** for example "relative residual ‖Ax − b‖ / ‖b‖" */
  yLabel: string;
  yType?: "linear" | "log";
}

export function convergencePlot(curves: readonly ConvergenceCurve[], o: ConvergenceOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const log = (o.yType ?? "log") === "log";
  const styles = curves.map((_, i) => seriesStyle(i, curves.length, dark));
  const rows = curves.flatMap(({ solver, values }) =>
    Array.from(values, (value, i) => ({ solver, iteration: i + 1, value: log && !(value > 0) ? NaN : value }))
  );
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 56,
    x: { label: "iteration", type: "linear", nice: true },
    y: {
      label: o.yLabel,
      type: log ? "log" : "linear",
      grid: true,
      nice: true,
      ticks: 5,
      tickFormat: ".2~g"
    },
    color: { domain: curves.map(({ solver }) => solver), range: styles.map(({ colour }) => colour) },
    marks: [
      ...curves.map(({ solver }, i) =>
        Plot.line(
          rows.filter((row) => row.solver === solver),
          { x: "iteration", y: "value", stroke: "solver", strokeWidth: 2, strokeDasharray: styles[i].dash }
        )
      ),
      Plot.tip(
        rows,
        Plot.pointer({ x: "iteration", y: "value", stroke: "solver", format: { y: ".3~g", x: "d" } })
      )
    ]
  });
  return chart(plot, o.alt, keys(curves.map(({ solver }, i) => ({ label: solver, ...styles[i] }))));
}
