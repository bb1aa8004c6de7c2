// The half-cell in the reader's hands: a first cycle with other values, and a reader's own record over it.
import { curveOf } from "../../science/electrochemistry/analysis.js";
import { meanVoltage } from "../../science/electrochemistry/compare.js";
import {
  defaultHalfCellParameters,
  halfCellParameters,
  type HalfCellParameterName,
  type HalfCellParameters
} from "../../science/electrochemistry/parameters.js";
import { recordOf } from "../../science/electrochemistry/record.js";
import { segmentsOf } from "../../science/electrochemistry/segments.js";
import { simulateHalfCell, type HalfCellResult } from "../../science/electrochemistry/simulate.js";
import { provenanceColour, rateColour } from "../colours.js";
import { parameterForm } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { numberField, urlState } from "../url-state.js";
import { cyclingSource, ownCurves } from "./cycling-source.js";
import { voltagePlot } from "./voltage-plot.js";

const names = [
  "rate",
  "diffusivity",
  "exchangeCurrent",
  "filmResistance",
  "particleRadius",
  "sizeSpread",
  "loading",
  "lowerVoltage",
  "upperVoltage"
] as const satisfies readonly HalfCellParameterName[];
type Name = (typeof names)[number];

const units: Partial<Record<Name, { unit: string; factor: number }>> = {
  particleRadius: { unit: "µm", factor: 1e-6 },
  loading: { unit: "mg/cm²", factor: 0.01 }
};
const inLink = (name: Name) => `cell-${name}`;
/** What this panel writes into the link, for other parts of its page to tolerate. */
export const liveCellFields: readonly string[] = names.map(inLink);

const base = defaultHalfCellParameters();

export function runCell(changes: Partial<HalfCellParameters>): HalfCellResult {
  return simulateHalfCell({ ...base, ...changes });
}

/** @param tolerated what other parts of the page read from the link */
export function liveCell(o: {
  id: string;
  label: string;
  width: number;
  tolerated?: readonly string[];
}): FigureFrame {
  const fields = Object.fromEntries(
    names.map((name) => {
      const { min, max, unit } = halfCellParameters[name];
      return [inLink(name), numberField({ default: base[name], min, max, unit, ...units[name] })];
    })
  );
  const link = urlState(fields, o.tolerated);
  const values = Object.fromEntries(names.map((name) => [name, link.values[inLink(name)]])) as Record<
    Name,
    number
  >;
  const form = parameterForm<Name>(halfCellParameters, { names, values, units });
  const source = cyclingSource();
  const problem = errorNote();
  const said = h("p", { class: "figure-readout", role: "status" });
  const drawn = h("div");
  const dark = isDark();
  const printed = [0.1, 10].map((rate) => ({ rate, run: runCell({ rate }) }));
  let live: HalfCellResult | null = null;

  const curvesOf = (run: HalfCellResult, name: string, colour: string, dash: string) => {
    const record = recordOf(run.halfCycles);
    return segmentsOf(record).map((segment) => {
      const { capacity, voltage } = curveOf(record, segment, 300);
      const perGram = 1000 / (1000 * (record.mass ?? NaN));
      return {
        name: `${name}, ${segment.kind}`,
        colour,
        dash,
        capacity: capacity.map((q) => q * perGram),
        voltage
      };
    });
  };
  const draw = () => {
    const own = source.value;
    const curves = [
      ...printed.flatMap(({ rate, run }) =>
        curvesOf(run, `${rate} C, as in Figure 1b`, rateColour(rate, dark), "2,3")
      ),
      ...(live
        ? curvesOf(
            live,
            "with your values",
            rateColour(Math.min(10, Math.max(0.1, live.parameters.rate)), dark),
            "none"
          )
        : [])
    ];
    const widest = Math.max(...curves.flatMap(({ capacity }) => capacity.at(-1) ?? 0));
    if (own)
      curves.push(
        ...ownCurves(own, widest).map((curve) => ({
          ...curve,
          colour: provenanceColour("measured", dark),
          dash: "none"
        }))
      );
    drawn.replaceChildren(voltagePlot(curves, { width: plotWidth, alt, height: 380 }));
  };
  const tableOf = () => {
    const rows = (live?.halfCycles ?? []).flatMap(({ phase, capacity, voltage, lithium }) =>
      Array.from(capacity, (q, i) => ({ phase, q, V: voltage[i], x: lithium[i] }))
    );
    return {
      name: o.id,
      columns: [
        { name: "phase", description: "charge or discharge", values: rows.map(({ phase }) => phase) },
        {
          name: "capacity",
          unit: "mAh/g",
          description: "charge passed in the half-cycle",
          values: rows.map(({ q }) => q)
        },
        { name: "voltage", unit: "V", description: "cell voltage", values: rows.map(({ V }) => V) },
        {
          name: "lithium",
          unit: "",
          description: "mean lithium per formula unit",
          values: rows.map(({ x }) => x)
        }
      ]
    };
  };
  const alt =
    "First charge and discharge with the values that are set, over those of Figure 1b, and a reader's own record.";
  const plotWidth = o.width >= 900 ? o.width - 320 : o.width;
  const frame = figureFrame({
    ...{ id: o.id, label: o.label, title: "The cell in your hands", alt },
    content: h("div", {}, drawn, said, source),
    controls: h("div", {}, form, errorNote(link.problems), problem),
    caption:
      "Dotted: the first cycles of Figure 1b. Solid: with the values that you set, computed here within milliseconds. Your own record is drawn as read; the same reader and the same analysis gave the capacities of a measured cell to 10⁻⁵ Ah.",
    interactive: true,
    provenance: "calibrated",
    table: tableOf,
    meta: { page: "/figures/fig-1-electrochemistry-and-lattice" },
    code: ["src/science/electrochemistry/simulate.ts", "src/science/electrochemistry/read-cycling.ts"],
    permalink: () => link.href()
  });
  const run = () => {
    try {
      const begun = performance.now();
      live = runCell(form.value);
      const took = performance.now() - begun;
      const [charge, discharge] = live.halfCycles;
      const end = (v: Float64Array) => v[v.length - 1];
      const [q, back] = [end(charge.capacity), end(discharge.capacity)];
      said.textContent = `Charge ${q.toFixed(1)} mAh/g at ${meanVoltage(charge).toFixed(3)} V on average, discharge ${back.toFixed(1)} at ${meanVoltage(discharge).toFixed(3)} V: ${((100 * back) / q).toFixed(1)} %. ${took.toFixed(0)} ms; lithium kept to ${live.chargeBalance.toExponential(0)}.${ended(charge.reason, "charge")}${ended(discharge.reason, "discharge")}`;
      problem.show([]);
      frame.setState("idle");
      draw();
    } catch (error) {
      problem.show(error instanceof Error ? error.message : String(error));
      frame.setState("stale", "What is shown is the last result.");
      if (drawn.childElementCount === 0) draw();
    }
  };
  form.addEventListener("input", (event) => {
    event.stopPropagation();
    link.set(Object.fromEntries(names.map((name) => [inLink(name), form.value[name]])));
    run();
  });
  source.addEventListener("input", draw);
  run();
  return frame;
}

/** A half-cycle that something else than its cut-off ended is told. */
const ended = (reason: string | null, phase: string): string =>
  reason === null || reason.startsWith("the cell voltage") ? "" : ` The ${phase} ended early: ${reason}.`;
