// Standard errors between each claim and its alternative, on a logarithmic line: the study's experiment beside another.
import * as Plot from "npm:@observablehq/plot";
import { required, type Decision } from "../../science/experiment-design/decide.js";
import { questionText } from "../../science/experiment-design/questions.js";
import { h } from "../element.js";
import { chart } from "../tomography/chart.js";

/** left and right end of the line; what lies beyond stands at its end */
const [low, high] = [0.1, 300];
/** from this width on there is room for the questions beside their numbers */
const roomy = 700;
const within = (s: number): number => Math.min(high, Math.max(low, s));

export interface SignificancePlotOptions {
  width: number;
  alt: string;
}

/** @param study, design decisions on the same questions in the same order */
export function significancePlot(
  study: readonly Decision[],
  design: readonly Decision[],
  { width, alt }: SignificancePlotOptions
): HTMLElement {
  const rows = design.map((now, i) => {
    const before = study[i]?.significance ?? NaN;
    return {
      id: now.question.id,
      ...{ before: within(before), now: within(now.significance), decidable: now.decidable },
      ...{
        least: within(now.least),
        most: within(now.most),
        moved: Math.abs(now.significance - before) > 1e-9
      }
    };
  });
  const [yes, no] = ["var(--theme-green)", "var(--theme-red)"];
  const wide = width >= roomy;
  const plot = Plot.plot({
    width,
    height: 46 + 17 * rows.length,
    ...{ marginLeft: wide ? 345 : 48, marginRight: 16, marginTop: 30, marginBottom: 12 },
    x: {
      ...{
        type: "log",
        domain: [low, high],
        axis: "top",
        grid: true,
        label: "standard errors, bias included →"
      },
      ticks: [0.1, 1, 10, 100],
      tickFormat: (d: number) => (d === low ? "≤ 0.1" : String(d))
    },
    y: {
      ...{ domain: rows.map(({ id }) => id), label: null, tickSize: 0 },
      tickFormat: (id: string) => (wide ? `${questionText(id).asks}  ${id}` : id)
    },
    marks: [
      Plot.ruleY(rows, { y: "id", x1: low, x2: high, strokeOpacity: 0.08 }),
      Plot.ruleX([required], { strokeDasharray: "6,3", strokeWidth: 1.5 }),
      Plot.ruleY(rows, { y: "id", x1: "least", x2: "most", strokeOpacity: 0.45, strokeWidth: 4 }),
      Plot.link(
        rows.filter(({ moved }) => moved),
        { x1: "before", x2: "now", y1: "id", y2: "id", strokeOpacity: 0.7 }
      ),
      Plot.dot(rows, { x: "before", y: "id", r: 4, stroke: "currentColor", strokeWidth: 1.3 }),
      Plot.dot(
        rows.filter(({ decidable }) => decidable),
        { x: "now", y: "id", r: 4.5, fill: yes }
      ),
      Plot.dot(
        rows.filter(({ decidable }) => !decidable),
        { x: "now", y: "id", r: 4.5, symbol: "times", stroke: no, strokeWidth: 2.4 }
      )
    ]
  });
  const key = (mark: string, text: string, colour = "inherit") =>
    h("li", {}, h("span", { style: `color: ${colour}`, "aria-hidden": "true" }, `${mark} `), text);
  const legend = h(
    "ul",
    { class: "swatches in-row" },
    key("●", "decidable", yes),
    key("✕", "not decidable", no),
    key("○", "at the study's settings"),
    key("┆", "three standard errors")
  );
  return chart(plot, alt, legend);
}
