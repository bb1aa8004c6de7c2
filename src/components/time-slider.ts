/** A slider over the steps of a process, with play and pause; nothing plays for readers who want less motion. */
import { reducedMotion } from "./dark.js";
import { h, uniqueId } from "./element.js";

export interface TimeSliderOptions {
  /** what each step is called, for example "DoD 40 %" */
  labels: readonly string[];
  label?: string;
  value?: number;
  /** steps shown in a second while playing */
  perSecond?: number;
}

export interface TimeSlider extends HTMLElement {
  /** index of the step */
  value: number;
  stop: () => void;
}

/** @throws if there are no steps */
export function timeSlider({
  labels,
  label = "Time",
  value = 0,
  perSecond = 8
}: TimeSliderOptions): TimeSlider {
  if (labels.length === 0) throw new Error(`missing steps of "${label}"; there must be at least one`);
  const id = uniqueId("time");
  const last = labels.length - 1;
  const range = h("input", { type: "range", id, min: 0, max: last, step: 1 });
  const output = h("output", { for: id });
  const play = h("button", { type: "button" }, "Play");
  const row = h("div", { class: "time-row" }, play, range, output);
  const element = h("div", { class: "control time-slider" }, h("label", { for: id }, label), row);
  const show = () => {
    const text = labels[range.valueAsNumber] ?? "";
    output.textContent = text;
    range.setAttribute("aria-valuetext", text);
  };
  const set = (index: number) => {
    range.value = String(Math.min(last, Math.max(0, Math.round(index))));
    show();
  };
  let timer = 0;
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
  };
  const step = () => {
    if (!element.isConnected || range.valueAsNumber >= last) {
      stop();
      return;
    }
    set(range.valueAsNumber + 1);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  play.hidden = reducedMotion();
  play.addEventListener("click", () => {
    if (timer) {
      stop();
      return;
    }
    if (range.valueAsNumber >= last) set(0);
    play.textContent = "Pause";
    timer = window.setInterval(step, 1000 / perSecond);
  });
  range.addEventListener("input", show);
  range.addEventListener("pointerdown", stop);
  range.addEventListener("keydown", stop);
  set(value);
  return Object.defineProperty(Object.assign(element, { stop }), "value", {
    get: () => range.valueAsNumber,
    set
  }) as unknown as TimeSlider;
}
