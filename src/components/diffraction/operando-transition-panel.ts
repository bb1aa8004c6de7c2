// A transition between two phases as either diffractometer sees it: patterns around (003), one line and two lines fitted to
// each, and below how often transitions of each duration are seen. The slider runs twin and tests anew in the page.
import type { Table } from "npm:apache-arrow";
import {
  frameInstrument,
  patternTime,
  scanInstrument
} from "../../science/diffraction/operando-instrument.js";
import {
  gainThreshold,
  longestRun,
  transitionRun,
  type TransitionRun
} from "../../science/diffraction/operando-transition.js";
import { segmented } from "../controls.js";
import { h, uniqueId } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { besideControls } from "./operando-data.js";
import { patternsPlot, seconds, seenPlot, type Seen } from "./operando-transition-plots.js";
import type { OperandoPanelOptions } from "./operando-panels.js";

const instruments = {
  "10 C: 45 s": frameInstrument,
  "0.1 C: 25 min": scanInstrument
} as const;
type Kind = keyof typeof instruments;

/** A labelled slider with its value beside it. */
function slide(
  label: string,
  range: { min: number; max: number; step: number; value: number },
  show: (v: number) => string
) {
  const id = uniqueId("slide");
  const input = h("input", { type: "range", id, ...range, style: "width: 100%; margin: 0" });
  input.value = String(range.value);
  const said = h("output", { for: id });
  const say = () => {
    said.textContent = show(input.valueAsNumber);
    input.setAttribute("aria-valuetext", said.textContent);
  };
  input.addEventListener("input", say);
  say();
  return {
    element: h("div", { class: "control" }, h("label", { for: id }, label, " ", said), input),
    input,
    say
  };
}

/** @param table operando-detection */
export function transitionPanel(table: Table, { id, label, width }: OperandoPanelOptions): FigureFrame {
  const rows = table.toArray().map((each: { toJSON: () => Record<string, unknown> }): Seen => {
    const row = each.toJSON();
    return {
      ...{ instrument: String(row["instrument"]), duration: Number(row["duration_s"]) },
      ...{ seen: Number(row["seen"]), twice: Number(row["seen_twice"]) }
    };
  });
  const kind = segmented<Kind>({
    label: "Rate and time of a pattern",
    options: Object.keys(instruments) as Kind[],
    value: "10 C: 45 s"
  });
  const unit = () => patternTime(instruments[kind.value]());
  const duration = slide("Duration", { min: 0, max: 4, step: 0.05, value: 0 }, (v) => seconds(v * unit()));
  const start = slide(
    "Begins after",
    { min: 0, max: 1, step: 0.05, value: 0.4 },
    (v) => `${v.toFixed(2)} of a pattern`
  );
  const jump = slide(
    "Change of c",
    { min: 0.02, max: 0.15, step: 0.01, value: 0.1 },
    (v) => `${v.toFixed(2)} Å`
  );
  const said = h("p", { class: "figure-readout", role: "status" });
  const holder = h("div");
  let run: TransitionRun | undefined;
  const show = () => {
    const instrument = instruments[kind.value]();
    const own = duration.input.valueAsNumber * unit();
    run = transitionRun(
      instrument,
      { start: start.input.valueAsNumber, duration: own, jump: jump.input.valueAsNumber },
      1
    );
    const row = longestRun(run.patterns);
    const there = run.patterns.filter(({ truth }) => truth.both).length;
    said.textContent =
      `Two lines in ${row === 0 ? "no pattern" : row === 1 ? "one pattern" : `${row} patterns in a row`}; ` +
      `both phases were there at once in ${there === 0 ? "none" : there}. ` +
      (row === 1 && there === 0
        ? "The frame added up what came before and after a jump."
        : row === 0 && own > 0
          ? "It fell between two passes of (003), or the lines are too close."
          : "");
    const room = besideControls(width);
    holder.replaceChildren(patternsPlot(run, instrument, room), said, seenPlot(rows, instrument, own, room));
  };
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(show);
  };
  for (const { input } of [duration, start, jump]) input.addEventListener("input", soon);
  kind.addEventListener("input", () => {
    duration.say();
    soon();
  });
  show();
  const shown = () => {
    const patterns = run?.patterns ?? [];
    const column = (name: string, unit: string, of: (k: number) => number) => ({
      ...{ name, unit },
      values: patterns.map((_, k) => of(k))
    });
    return {
      name: "transition",
      columns: [
        column("pattern", "", (k) => k + 1),
        column("start", "s", (k) => patterns[k].start),
        column("two_theta", "°", (k) => patterns[k].one.positions[0].value),
        column("width", "°", (k) => patterns[k].one.width.value),
        column("broadening", "σ", (k) => patterns[k].broadening),
        column("gain_chi_squared", "", (k) => patterns[k].gain),
        column("true_share_of_new_phase", "", (k) => patterns[k].truth.share),
        column("both_phases_at_once", "", (k) => (patterns[k].truth.both ? 1 : 0))
      ]
    };
  };
  return figureFrame({
    ...{ id, label, title: "What a transition between two patterns would look like" },
    content: holder,
    controls: h("div", {}, kind, duration.element, start.element, jump.element),
    caption: `A still lattice turns into one with a larger c. Dots: counts; line: one line fitted, or two where the second lowers χ² by more than ${gainThreshold}. A frame adds up its 45 seconds, so that a jump shows both lines in one frame, as if the phases had been there together; a scan passes (003) in some ten seconds every 25 minutes, so that what is shorter can fall between two passes. Below: eight transitions of 0.1 Å at each duration, evenly spread over the clock.`,
    alt: "Patterns around (003) before, during and after a transition, and the share of transitions seen against their duration.",
    table: shown,
    interactive: true,
    provenance: "predicted",
    code: ["src/science/diffraction/operando-transition.ts", "src/science/diffraction/operando-detection.ts"]
  });
}
