// The refinement plot of the field: points with their errors, calculated pattern, background, reflections, difference. A part is
// drawn out with the pointer or chosen by keys; the reading says what stands under the cursor.
import { isDark, onDark } from "../dark.js";
import { h } from "../element.js";
import { segmented } from "../segmented.js";
import { keys } from "../tomography/chart.js";
import { provenanceColour } from "../colours.js";
import { patternFrame } from "./pattern-frame.js";
import {
  differenceKinds,
  intensityScales,
  nearestReflection,
  plotBox,
  plotScales,
  type DifferenceKind,
  type IntensityScale,
  type PlotScales
} from "./pattern-layout.js";
import { paintPattern } from "./pattern-paint.js";
import { followPointer } from "./pattern-pointer.js";
import { sayPoint, sayWindow } from "./pattern-words.js";
import { axisOf, checkShown, held, wholeOf, type ShownPattern, type Window } from "./shown-pattern.js";

export interface RefinementPlotOptions {
  width: number;
  /** what is shown, for those who cannot see it */
  alt: string;
  /** shown first; the whole pattern by default */
  window?: Window;
  invalidation?: Promise<unknown>;
}

/** Sends `input` when another part is shown. */
export interface RefinementPlot extends HTMLElement {
  value: Window;
  /** Draws another pattern in the same window, where it has such a part. */
  update: (pattern: ShownPattern) => void;
}

/** @throws where the pattern's arrays do not fit together */
export function refinementPlot(pattern: ShownPattern, o: RefinementPlotOptions): RefinementPlot {
  checkShown(pattern);
  const box = plotBox(Math.max(300, Math.floor(o.width)));
  const canvas = h("canvas", { "aria-hidden": true });
  const overlay = h("div", { class: "pattern-overlay" });
  const stage = h(
    "div",
    {
      ...{ class: "pattern-stage", tabindex: 0, role: "application", "aria-label": o.alt },
      "aria-roledescription": "pattern",
      style: `width: ${box.width}px; aspect-ratio: ${box.width} / ${box.height}`
    },
    canvas,
    overlay
  );
  const readout = h("p", { class: "figure-readout", role: "status" });
  const intensity = segmented<IntensityScale>({
    label: "Intensity",
    options: intensityScales,
    value: "linear"
  });
  const difference = segmented<DifferenceKind>({
    label: "Difference",
    options: differenceKinds,
    value: "intensity"
  });
  let shown = pattern;
  let window: Window = held(o.window ?? wholeOf(pattern), wholeOf(pattern), 0);
  let marked: number | null = null;
  let cursor: number | null = null;
  let brush: readonly [number, number] | null = null;
  let scales: PlotScales;
  let waiting = 0;

  const draw = () => {
    waiting = 0;
    const choices = { intensity: intensity.value, difference: difference.value };
    scales = plotScales(shown, window, box, choices);
    const ink = getComputedStyle(stage).color;
    paintPattern(canvas, shown, { window, box, scales, choices, dark: isDark(), ink });
    overlay.replaceChildren(patternFrame(shown, { window, box, scales, choices, marked, brush }));
    readout.textContent = cursor === null ? sayWindow(shown, window) : sayPoint(shown, cursor, marked);
  };
  // what comes faster than frames is drawn once a frame
  const later = () => (waiting ||= requestAnimationFrame(draw));
  const narrowest = () => {
    const [from, to] = wholeOf(shown);
    return (12 * (to - from)) / shown.x.length;
  };
  const show = (next: Window) => {
    window = held(next, wholeOf(shown), narrowest());
    later();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const zoom = (factor: number, about = (window[0] + window[1]) / 2) =>
    show([about + (window[0] - about) * factor, about + (window[1] - about) * factor]);
  const point = (at: number | null, reach = (window[1] - window[0]) * 0.008) => {
    cursor = at;
    marked = at === null ? null : nearestReflection(shown.reflections, at, reach);
    later();
  };
  /** Steps to the next reflection and brings it into the window. */
  const step = (sign: 1 | -1) => {
    const { centre } = shown.reflections;
    const from = cursor ?? (sign > 0 ? window[0] : window[1]);
    let next: number | null = null;
    for (let r = 0; r < centre.length; ++r)
      if (sign * (centre[r] - from) > 1e-6 && (next === null || sign * (centre[r] - next) < 0))
        next = centre[r];
    const [least, most] = wholeOf(shown);
    if (next === null || next < least || next > most) return;
    point(next, 1e-6);
    if (next < window[0] || next > window[1]) {
      const half = (window[1] - window[0]) / 2;
      show([next - half, next + half]);
    }
  };

  followPointer(stage, {
    width: box.width,
    toAxis: (pixel) => Math.min(window[1], Math.max(window[0], scales.place(pixel))),
    hover: (at) => point(at),
    brush(pixels) {
      brush = pixels;
      later();
    },
    choose: (from, to) => show([from, to]),
    whole: () => show(wholeOf(shown)),
    wheel: zoom
  });
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const shift = 0.1 * (window[1] - window[0]);
    const actions: Record<string, () => void> = {
      ArrowLeft: () => (event.shiftKey ? step(-1) : show([window[0] - shift, window[1] - shift])),
      ArrowRight: () => (event.shiftKey ? step(1) : show([window[0] + shift, window[1] + shift])),
      "+": () => zoom(0.6, cursor ?? undefined),
      "=": () => zoom(0.6, cursor ?? undefined),
      "-": () => zoom(1 / 0.6, cursor ?? undefined),
      "0": () => show(wholeOf(shown)),
      Home: () => show(wholeOf(shown)),
      Escape: () => point(null)
    };
    const action = actions[event.key] as (() => void) | undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });
  for (const choice of [intensity, difference])
    choice.addEventListener("input", (event) => {
      event.stopPropagation();
      later();
    });
  const button = (text: string, name: string, onclick: () => void) =>
    h("button", { type: "button", class: "button", "aria-label": name, onclick }, text);
  const buttons = h(
    "div",
    { class: "pattern-buttons", role: "group", "aria-label": "Part of the pattern" },
    button("+", "Zoom in", () => zoom(0.6)),
    button("−", "Zoom out", () => zoom(1 / 0.6)),
    button("‹", "Previous reflection", () => step(-1)),
    button("›", "Next reflection", () => step(1)),
    button("whole", "Whole pattern", () => show(wholeOf(shown)))
  );
  const legend = () =>
    keys([
      { label: "observed, ±σ", mark: "interval" },
      { label: "calculated", colour: provenanceColour("recovered", isDark()) },
      { label: "background", dash: "5,4" },
      { label: "reflections and difference below" }
    ]);
  const legendBox = h("div", {}, legend());
  const help = h(
    "small",
    { class: "pattern-help" },
    `Draw over a part to enlarge it; twice clicked, all is back. Keys: ←  → move, + and − zoom, 0 shows all, shift with ← → goes from reflection to reflection in ${axisOf[pattern.axis].symbol}.`
  );
  const root = h(
    "div",
    { class: "refinement-plot" },
    h("div", { class: "figure-switches" }, intensity, difference, buttons),
    ...[legendBox, stage, readout, help]
  );
  // colours come from the page's style, which a detached element has none of
  requestAnimationFrame(draw);
  const stop = onDark(() => {
    legendBox.replaceChildren(legend());
    draw();
  });
  void o.invalidation?.then(stop);
  scales = plotScales(shown, window, box, { intensity: "linear", difference: "intensity" });
  return Object.defineProperties(Object.assign(root, { update: put }), {
    value: { get: (): Window => window, set: (next: Window) => show(next) }
  }) as unknown as RefinementPlot;

  function put(next: ShownPattern) {
    checkShown(next);
    const other = wholeOf(next);
    const overlap = Math.min(other[1], window[1]) - Math.max(other[0], window[0]);
    const was = wholeOf(shown);
    const all = window[0] <= was[0] && window[1] >= was[1];
    shown = next;
    window = all || !(overlap > 0) ? other : held(window, other, 0);
    if (cursor !== null && (cursor < window[0] || cursor > window[1])) cursor = null;
    marked =
      cursor === null ? null : nearestReflection(shown.reflections, cursor, 0.008 * (window[1] - window[0]));
    later();
  }
}
