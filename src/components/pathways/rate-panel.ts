// Both pathways along the rate: how much oxygen a particle loses and how much of it is distorted, with a slider over the rates,
// and what is where in the particle at the rate and state chosen.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { classColour, rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { select } from "../segmented.js";
import { timeSlider } from "../time-slider.js";
import { chart, keys } from "../tomography/chart.js";
import { choiceField, numberField, urlState } from "../url-state.js";
import { profilePlots } from "./profile-plots.js";
import { calibratedRates, rateName, stateLabel, stateNames, stateRows, type StateRow } from "./rows.js";

export interface PanelOptions {
  id: string;
  label: string;
  width: number;
  /** what other parts of the page read from the link */
  tolerated?: readonly string[];
}

/** What this panel writes into the link. */
export const ratePanelFields: readonly string[] = ["rate", "state"];

/** @param states pathways-states @param profiles pathways-profiles */
export function ratePanel(states: Table, profiles: Table, o: PanelOptions): FigureFrame {
  const rows = stateRows(states);
  const radial = stateRows(profiles);
  const rates = [...new Set(rows.map(({ rate }) => rate))].sort((a, b) => a - b);
  const link = urlState(
    {
      rate: numberField({ default: 1, min: rates[0], max: rates[rates.length - 1], unit: "C" }),
      state: choiceField(stateNames, "4.8V")
    },
    o.tolerated
  );
  const nearest = rates.reduce(
    (best, rate, k) =>
      Math.abs(Math.log(rate / link.values.rate)) < Math.abs(Math.log(rates[best] / link.values.rate))
        ? k
        : best,
    0
  );
  const slider = timeSlider({ label: "Rate", labels: rates.map(rateName), value: nearest, perSecond: 2 });
  const state = select({
    label: "State",
    options: stateNames,
    value: link.values.state,
    format: (name) => stateLabel[name]
  });
  const dark = isDark();
  const wide = o.width >= 900 ? o.width - 320 : o.width;
  const drawn = h("div");
  const said = h("p", { class: "figure-readout", role: "status" });
  const alt =
    "Oxygen lost, oxygen-poor volume and distorted volume against the rate, and profiles of lithium, distortion and vacancies along the radius.";
  const chosen = (): StateRow[] => rows.filter((row) => row.state === state.value);
  const rateNow = (): number => rates[slider.value] ?? rates[0];
  const draw = () => {
    const rate = rateNow();
    const of = chosen().sort((a, b) => a.rate - b.rate);
    drawn.replaceChildren(
      chart(ratePlot(of, rate, wide, dark), alt, keys(rateKeys(dark))),
      profilePlots(
        radial.filter((row) => row.rate === rate && row.state === state.value),
        { width: wide, colour: rateColour(Math.min(10, Math.max(0.1, rate)), dark), dark }
      )
    );
    const now = of.find((row) => row.rate === rate)?.numbers;
    said.textContent = now
      ? `${rateName(rate)}, ${stateLabel[state.value]}${calibratedRates.includes(rate) ? " (calibrated)" : " (predicted)"}: ${now["oxygen_lost_percent"].toFixed(2)} % of the oxygen lost, ${now["distorted_percent"].toFixed(1)} % distorted, ${now["lithium"].toFixed(2)} lithium left, surface layer ${now["surface_layer_nm"].toFixed(1)} nm, porosity ${now["porosity_percent"].toFixed(2)} %, crack damage ${now["crack_damage"].toFixed(2)}, hoop stress up to ${now["hoop_stress_MPa"].toPrecision(2)} MPa.`
      : `${rateName(rate)} does not reach this state before its cut-off.`;
  };
  const frame = figureFrame({
    ...{ id: o.id, label: o.label, title: "Two pathways along the rate", alt },
    content: h("div", {}, drawn, said),
    controls: h("div", {}, slider, state, errorNote(link.problems)),
    caption:
      "Filled: 0.1 C and 10 C, where constants were set. Open: predicted. Loss of oxygen falls with the logarithm of the rate, because a surface that densifies slows the next loss; distortion rises steeply, and falls again beyond 5 C, where the film ends the charge with ever more lithium inside. Below: the particle from its centre to its surface at the rate chosen.",
    interactive: true,
    provenance: "predicted",
    table: states,
    permalink: () => link.href()
  });
  const changed = (event: Event) => {
    event.stopPropagation();
    link.set({ rate: rateNow(), state: state.value });
    draw();
  };
  slider.addEventListener("input", changed);
  state.addEventListener("input", changed);
  draw();
  return frame;
}

const dashed = "6,3";
const series = (dark: boolean) => [
  {
    name: "oxygen_poor_percent",
    label: "oxygen-poor volume",
    colour: classColour("oxygen-poor", dark),
    dash: "none"
  },
  {
    name: "oxygen_lost_percent",
    label: "oxygen lost",
    colour: classColour("oxygen-poor", dark),
    dash: dashed
  },
  {
    name: "distorted_percent",
    label: "distorted, oxygen-rich volume",
    colour: classColour("oxygen-rich", dark),
    dash: "none"
  }
];
const rateKeys = (dark: boolean) => series(dark).map(({ label, colour, dash }) => ({ label, colour, dash }));

function ratePlot(rows: readonly StateRow[], rate: number, width: number, dark: boolean): Element {
  return Plot.plot({
    ...{ width, height: 300, marginLeft: 50, marginRight: 16 },
    x: { type: "log", label: "rate (C)", tickFormat: "~g", ticks: 6 },
    y: { label: "share (%)", grid: true, domain: [0, 28] },
    marks: [
      Plot.ruleX([rate], { stroke: "currentColor", strokeOpacity: 0.4, strokeWidth: 6 }),
      ...series(dark).flatMap(({ name, colour, dash }) => {
        const points = rows.map((row) => ({ rate: row.rate, value: row.numbers[name] }));
        const shown = { x: "rate", y: "value", stroke: colour };
        return [
          Plot.line(points, { ...shown, strokeWidth: 2, strokeDasharray: dash }),
          Plot.dot(points, {
            ...{ ...shown, r: 4, strokeWidth: 1.5 },
            fill: (p: { rate: number }) =>
              calibratedRates.includes(p.rate) ? colour : "var(--theme-background)"
          })
        ];
      })
    ]
  });
}
