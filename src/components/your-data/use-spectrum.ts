// An absorption spectrum: columns, windows, references; then its edge and its fit as in Figure 3.
import * as Plot from "npm:@observablehq/plot";
import type { Reference } from "../../science/xanes/references.js";
import { edgeElements, type EdgeElement } from "../../science/xanes/windows.js";
import { provenanceColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { chart, keys } from "../tomography/chart.js";
import { fittedCurve, numbersView, ownFrame, stacked, type NumberRow } from "./drawn.js";
import { chooser, columnChooser, fields, rangeIn, textField } from "./form.js";
import type { SpectrumAnswer } from "./spectrum-analysis.js";
import type { TableContext, UsePanel } from "./use-panel.js";

const code = [
  "src/components/your-data/spectrum-analysis.ts",
  "src/science/xanes/linear-combination.ts",
  "src/science/xanes/normalise.ts"
];
const method = "the analysis of Figure 3: src/science/xanes/fit-element.ts, or a sum of kept references";

/** What the page keeps from file to file. */
export interface KeptList {
  list: readonly Reference[];
}

export function spectrumPanel({ reader, shown, opened, width }: TableContext, store: KeptList): UsePanel {
  const names = shown.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const energy = columnChooser<string>(
    "Column of energies",
    names,
    names.find((n) => /energy|photon|^e\b/i.test(n)) ?? names[0] ?? null,
    false
  );
  const rest = names.filter((name) => name !== energy.get());
  const value = columnChooser<string>(
    "Column of absorption, or intensity I₀",
    names,
    rest.find((n) => /\bmu\b|norm|absor|od\b|xmu/i.test(n)) ?? rest[0] ?? null,
    false
  );
  const over = columnChooser<string | null>("Divided by (transmitted intensity), then ln", names, null, true);
  const keV = /kev/i.test(energy.get()) || Number(shown.head[0]?.[names.indexOf(energy.get())]) < 40;
  const unit = chooser<"eV" | "keV">(
    "Unit of energies",
    [
      { value: "eV", label: "eV" },
      { value: "keV", label: "keV" }
    ],
    keV ? "keV" : "eV"
  );
  const references = chooser<EdgeElement | "kept" | "none">(
    "Fit with",
    [
      { value: "none", label: "nothing: edge and step only" },
      ...edgeElements.map((element) => ({
        value: element,
        label: `our references of ${element} (${element === "O" ? "K" : "L"})`
      })),
      { value: "kept", label: "the references that I kept" }
    ],
    guess(shown.head, names.indexOf(energy.get()), keV)
  );
  const pre = textField("Below the edge (eV)", "", "from–to; found where empty");
  const post = textField("Above the edge (eV)", "", "from–to; found where empty");
  const window = textField("Window of the fit to kept references (eV)", "", "from–to");
  const name = textField("Name", opened.name.replace(/\.[^.]*$/, "").slice(0, 40));
  const valence = textField("Valence", "");
  const note = errorNote();
  const list = h("ul", { class: "your-kept" });
  const show = () =>
    list.replaceChildren(
      ...store.list.map(({ label, valence, energies }) =>
        h(
          "li",
          {},
          `${label}: valence ${valence}, ${energies[0]?.toFixed(1)}–${energies[energies.length - 1]?.toFixed(1)} eV `,
          h(
            "button",
            { type: "button", class: "button", onclick: () => void forget(label) },
            `Forget ${label}`
          )
        )
      )
    );
  const attempt = async (work: () => Promise<void>) => {
    note.show([]);
    try {
      await work();
      show();
    } catch (error) {
      note.show(error instanceof Error ? error.message : String(error));
    }
  };
  const forget = (label: string) =>
    attempt(async () => {
      store.list = await reader.ask("forget", { label });
    });
  const keep = () =>
    attempt(async () => {
      const typed = Number(valence.input.value.replace(",", ".").trim() || NaN);
      if (!Number.isFinite(typed))
        throw new Error("missing valence: a reference needs one to be kept; give a number");
      await reader.ask("spectrum", request("none"));
      store.list = await reader.ask("keep", { label: name.input.value, valence: typed });
    });
  const request = (fit: EdgeElement | "kept" | "none") => {
    const under = over.get();
    return {
      ...{ energy: energy.get(), unit: unit.get(), references: fit },
      value: under === null ? { column: value.get() } : { over: value.get(), under },
      ...{ pre: rangeIn(pre), post: rangeIn(post), window: rangeIn(window) }
    };
  };
  show();
  return {
    form: h(
      "div",
      {},
      fields(energy.element, unit.element, value.element, over.element),
      fields(references.element, pre.element, post.element, window.element),
      h(
        "details",
        { class: "your-more" },
        h("summary", {}, "Keep this spectrum as a reference for other files"),
        fields(
          name.element,
          valence.element,
          h("button", { type: "button", class: "button", onclick: () => void keep() }, "Keep as a reference")
        ),
        list,
        note
      )
    ),
    async analyse(task) {
      const answer = await reader.ask("spectrum", request(references.get()), task);
      return { frames: framesOf(answer, opened.name, width), notes: answer.notes };
    }
  };
}

/** Elements by where the energies begin. */
function guess(head: readonly string[][], column: number, keV: boolean): EdgeElement | "none" {
  const first = Number(head[0]?.[column]) * (keV ? 1000 : 1);
  const starts: Record<EdgeElement, [number, number]> = {
    O: [490, 530],
    Mn: [600, 640],
    Co: [740, 777],
    Ni: [800, 852]
  };
  return edgeElements.find((e) => first > starts[e][0] && first < starts[e][1]) ?? "none";
}

function framesOf(answer: SpectrumAnswer, file: string, width: number) {
  const { energies, values, normalised, fit, steepest, half, edgeStep } = answer;
  const common = { file, method, code };
  const rows: NumberRow[] = [
    { what: "greatest slope", value: steepest, error: NaN, unit: "eV" },
    { what: "half of the edge step", value: half, error: NaN, unit: "eV" },
    { what: "edge step", value: edgeStep, error: NaN, unit: "" }
  ];
  const x = { label: "photon energy", unit: "eV" };
  const drawn = {
    id: "your-spectrum",
    title: "spectrum",
    x,
    value: { label: "normalised absorption", unit: "" }
  };
  const curve = normalisedPlot(answer, width);
  const frames = [
    ownFrame({
      ...{
        ...common,
        id: "spectrum",
        title: "Your spectrum, normalised",
        alt: "Normalised absorption against photon energy."
      },
      content: stacked(curve, numbersView(rows, "Edge")),
      caption:
        "A line through the energies below the edge is taken away, and the rest divided by the step between the two windows.",
      columns: () => [
        { name: "energy", unit: "eV", values: energies },
        { name: "measured", values },
        { name: "normalised", values: normalised }
      ]
    })
  ];
  if (!fit) return frames;
  const weights: NumberRow[] = [
    ...fit.rows.map(({ label, weight, error, valence }) => ({
      what: `weight of ${label} (valence ${valence})`,
      value: weight,
      error,
      unit: ""
    })),
    { what: "effective valence", value: fit.valence, error: fit.valenceError, unit: "" },
    { what: "χ² over degrees of freedom", value: fit.reducedChiSquared, error: NaN, unit: "" }
  ];
  frames.push(
    ownFrame({
      ...{
        ...common,
        id: "combination",
        title: "Your spectrum as a sum of references",
        alt: "The spectrum in the window of the fit, with the fit and the residual."
      },
      content: stacked(
        fittedCurve(
          { ...drawn, names: { found: "sum of references", reference: "measured" } },
          { x: fit.energies, measured: fit.measured, fitted: fit.fitted },
          [],
          width
        ),
        numbersView(weights, "Weights")
      ),
      caption:
        "Weights are not negative. The effective valence is the mean of the references' valences with these weights; errors follow from the noise, not from the choice of references.",
      columns: () => [
        { name: "energy", unit: "eV", values: fit.energies },
        { name: "measured", values: fit.measured },
        { name: "fitted", values: fit.fitted }
      ]
    })
  );
  return frames;
}

/** The normalised spectrum over its two windows, with the edge marked. */
function normalisedPlot(
  { energies, normalised, pre, post, steepest }: SpectrumAnswer,
  width: number
): HTMLElement {
  const colour = provenanceColour("recovered", isDark());
  const plot = Plot.plot({
    ...{ width, height: 300, marginLeft: 54 },
    x: { label: "photon energy (eV)", ticks: Math.max(3, Math.round(width / 110)), tickFormat: "d" },
    y: { label: "normalised absorption", grid: true, nice: true },
    marks: [
      Plot.rectX([pre, post], { x1: "0", x2: "1", fill: "currentColor", fillOpacity: 0.08 }),
      Plot.ruleY([0, 1], { strokeOpacity: 0.4 }),
      Plot.ruleX([steepest], { stroke: colour, strokeDasharray: "4,3" }),
      Plot.line(
        Array.from(energies, (e, i) => [e, normalised[i]]),
        { stroke: "currentColor", strokeWidth: 1.4 }
      )
    ]
  });
  const legend = keys([
    { label: "normalised" },
    { label: "greatest slope", colour, dash: "4,3" },
    { label: "windows below and above the edge, shaded" }
  ]);
  return chart(plot, "Normalised absorption against photon energy, with the windows and the edge.", legend);
}
