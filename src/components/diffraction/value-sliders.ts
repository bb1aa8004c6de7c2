// Sliders that tell every move at once, for what is drawn within a frame; each with its number beside it.
import { h, uniqueId } from "../element.js";

export interface SliderSpec<K extends string> {
  name: K;
  label: string;
  unit: string;
  min: number;
  max: number;
  digits: number;
}

export interface ValueSliders<K extends string> extends HTMLElement {
  /** setting it sends nothing */
  value: Record<K, number>;
}

/** Sends `input` with every move. */
export function valueSliders<K extends string>(
  specs: readonly SliderSpec<K>[],
  start: Record<K, number>,
  name: string
): ValueSliders<K> {
  const values = { ...start };
  const rows = specs.map((spec) => {
    const id = uniqueId("slider");
    const range = h("input", { type: "range", id, min: spec.min, max: spec.max, step: "any" });
    const text = h("output", { for: id });
    const label = h("label", { for: id }, spec.label);
    const show = () => {
      const words = `${values[spec.name].toFixed(spec.digits)}${spec.unit && ` ${spec.unit}`}`.replace(
        "-",
        "−"
      );
      range.value = String(values[spec.name]);
      range.setAttribute("aria-valuetext", words);
      text.textContent = words;
    };
    range.addEventListener("input", () => {
      values[spec.name] = range.valueAsNumber;
      show();
    });
    // "any" leaves the keys without a step worth having
    range.addEventListener("keydown", (event) => {
      const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (sign === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const step = ((spec.max - spec.min) / 400) * (event.shiftKey ? 10 : 1);
      values[spec.name] = Math.min(spec.max, Math.max(spec.min, values[spec.name] + sign * step));
      show();
      range.dispatchEvent(new Event("input", { bubbles: true }));
    });
    show();
    return { show, element: h("div", { class: "value-slider" }, label, range, text) };
  });
  const root = h(
    "div",
    { class: "value-sliders", role: "group", "aria-label": name },
    ...rows.map(({ element }) => element)
  );
  return Object.defineProperty(root, "value", {
    get: () => ({ ...values }),
    set(next: Partial<Record<K, number>>) {
      Object.assign(values, next);
      for (const { show } of rows) show();
    }
  }) as unknown as ValueSliders<K>;
}
