// What ion maps could have shown: smallest contrast, matrix effect, calibration of the tests, false alarms of the Fickian test.
import * as Plot from "npm:@observablehq/plot";
import type { Ion } from "../../science/sims/raw.js";
import { elementColour } from "../colours.js";
import { segmented } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { number, rowsOf, word } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { tableView } from "../table-view.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { ionNames, shownIons } from "./ion-paint.js";
import { percent } from "./states.js";

interface Options {
  id: string;
  label: string;
  width: number;
}

/** @param table sims-detection */
export function detectionPanel(table: TableLike, o: Options): FigureFrame {
  const rows = rowsOf(table).map((r) => ({
    ...{ ion: word(r, "ion") as Ion, diameter: number(r, "diameter_um"), time: number(r, "time_s") },
    contrast: 100 * number(r, "contrast")
  }));
  const times = [...new Set(rows.map(({ time }) => time))];
  const time = segmented({ label: "Beam on the field", options: times, value: 30, format: (t) => `${t} s` });
  const drawn = h("div");
  const show = () => {
    const dark = isDark();
    const own = rows.filter((r) => r.time === time.value);
    const plot = Plot.plot({
      ...{ width: Math.min(900, o.width), height: 300, marginLeft: 52 },
      x: { type: "log", label: "diameter of a domain (µm)", ticks: [0.1, 0.2, 0.5, 1, 2], tickFormat: "~g" },
      y: { type: "log", label: "smallest contrast (%)", grid: true, domain: [0.5, 1000], tickFormat: "~g" },
      marks: shownIons.map((ion, i) =>
        Plot.line(
          own.filter((r) => r.ion === ion),
          {
            ...{ x: "diameter", y: "contrast", stroke: elementColour(ion, dark), strokeWidth: 2 },
            strokeDasharray: seriesStyle(i, 3, dark).dash
          }
        )
      )
    });
    const legend = keys(
      shownIons.map((ion, i) => ({
        ...{ label: ionNames[ion], colour: elementColour(ion, dark), dash: seriesStyle(i, 3, dark).dash }
      }))
    );
    drawn.replaceChildren(chart(plot, "Smallest contrast against the diameter of a domain.", legend));
  };
  time.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "The smallest domain" },
    content: h("div", {}, time, drawn),
    caption:
      "Excess or lack of an element in a disc that stands out by five standard errors of its counts. Above 100 % no lack can be seen. The falling line ends where the beam's own width begins.",
    alt: "Smallest visible contrast of a domain against its diameter.",
    interactive: true,
    provenance: "predicted",
    table
  });
}

/** @param table sims-matrix */
export function matrixPanel(table: TableLike, o: Options): FigureFrame {
  const rows = rowsOf(table);
  const normalisations = ["counts", "total"] as const;
  const chosen = segmented({ label: "Normalise to", options: normalisations });
  const pairs = ["overlap", "lithium_overlap"] as const;
  const what = segmented({
    ...{ label: "Areas", options: pairs },
    format: (w) => (w === "overlap" ? "O-rich and Mn-poor" : "O-rich and Li-rich")
  });
  const drawn = h("div");
  const show = () => {
    const dark = isDark();
    const samples = ["Mn lacks", "Mn does not lack"];
    const own = rows
      .filter((r) => word(r, "normalisation") === chosen.value)
      .map((r) => ({
        ...{ sample: word(r, "sample"), matrix: number(r, "matrix_exponent") },
        overlap: number(r, what.value),
        rate: number(r, what.value === "overlap" ? "rate" : "lithium_rate")
      }));
    const plot = Plot.plot({
      ...{ width: Math.min(900, o.width), height: 300, marginLeft: 48 },
      x: { label: "exponent κ of the matrix effect" },
      y: { label: "overlap over chance", grid: true, domain: [0, 2.6] },
      marks: [
        Plot.ruleY([1], { strokeDasharray: "2,3" }),
        ...samples.flatMap((sample, i) => {
          const { colour, dash } = seriesStyle(i, 2, dark);
          const line = own.filter((r) => r.sample === sample);
          return [
            Plot.line(line, {
              x: "matrix",
              y: "overlap",
              stroke: colour,
              strokeWidth: 2,
              strokeDasharray: dash
            }),
            Plot.text(line, {
              ...{ x: "matrix", y: "overlap", dy: -10, fill: "currentColor" },
              text: (d: { rate: number }) => percent(d.rate)
            })
          ];
        })
      ]
    });
    const legend = keys(samples.map((label, i) => ({ label, ...seriesStyle(i, 2, dark) })));
    drawn.replaceChildren(chart(plot, "Overlap of areas against the matrix effect.", legend));
  };
  for (const control of [chosen, what]) control.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Matrix effect and normalisation" },
    content: h("div", {}, h("div", { class: "stem-controls" }, chosen, what), drawn),
    caption:
      "Mean overlap over five made-up particles whose O-rich domains lack Mn, and over five whose do not. Numbers at the points: share of the particles that a test at 5 % calls overlapping.",
    alt: "Overlap of O-rich and Mn-poor areas against the strength of the matrix effect.",
    interactive: true,
    provenance: "predicted",
    table
  });
}

/** @param table sims-calibration */
export function calibrationPanel(table: TableLike, o: Options): FigureFrame {
  const dark = isDark();
  const tests = ["turns", "shuffled pixels"];
  const lines = tests.map((test) => {
    const sorted = rowsOf(table)
      .filter((r) => word(r, "test") === test)
      .map((r) => number(r, "p"))
      .sort((a, b) => a - b);
    return sorted.map((p, i) => ({ p, share: (100 * (i + 1)) / sorted.length }));
  });
  const plot = Plot.plot({
    ...{ width: Math.min(900, o.width), height: 300, marginLeft: 48 },
    x: { label: "p", domain: [0, 1] },
    y: { label: "share of the tests at or below p (%)", grid: true, domain: [0, 100] },
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 100]
        ],
        { strokeOpacity: 0.5, strokeDasharray: "2,3" }
      ),
      ...lines.map((line, i) => {
        const { colour, dash } = seriesStyle(i, 2, dark);
        return Plot.line(line, {
          x: "p",
          y: "share",
          stroke: colour,
          strokeWidth: 2,
          strokeDasharray: dash,
          curve: "step-after"
        });
      })
    ]
  });
  const legend = keys([
    ...["maps turned", "pixels shuffled"].map((label, i) => ({ label, ...seriesStyle(i, 2, dark) })),
    { label: "a sound test", dash: "2,3" }
  ]);
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Is the test sound?" },
    content: chart(plot, "Share of tests at or below p.", legend),
    caption:
      "p-values for areas of two made-up particles that have nothing to do with each other. Turned maps keep what neighbours have in common; shuffled pixels do not, and find overlaps where there are none.",
    alt: "Distribution of p-values of two tests where nothing is to be found.",
    provenance: "predicted",
    table
  });
}

/** @param table sims-false-fickian */
export function falseFickianPanel(table: TableLike, o: Omit<Options, "width">): FigureFrame {
  const view = tableView({
    caption: "Particles that do follow Fick's law",
    sortable: false,
    rows: rowsOf(table),
    columns: [
      { name: "sample", label: "What is in them", value: (r) => word(r, "sample") },
      { name: "rate", label: "Called not Fickian", value: (r) => percent(number(r, "rate")) },
      { name: "residual", label: "Left over", value: (r) => `${(100 * number(r, "residual")).toFixed(1)} %` }
    ]
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "False alarms of the Fickian test" },
    content: view,
    caption:
      "Share of eight made-up particles each whose p-value is below 0.05, and the median of what counts and the parabola leave over. Without a margin all pixels of the particle are analysed.",
    alt: "Table of false alarms.",
    provenance: "predicted",
    table
  });
}
