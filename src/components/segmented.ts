/** A choice among a few, seen all at once; or from a list where there are many. Both work with `view`. */
import { h, uniqueId } from "./element.js";

export interface ChoiceOptions<T> {
  label: string;
  options: readonly T[];
  value?: T;
  format?: (option: T) => string;
}

export interface Choice<T> extends HTMLElement {
  value: T;
}

/** @throws if there is nothing to choose */
export function segmented<T>({ label, options, value, format = String }: ChoiceOptions<T>): Choice<T> {
  const name = uniqueId("choice");
  const inputs = options.map((_, i) => h("input", { type: "radio", name, value: i }));
  const labels = options.map((option, i) => h("label", {}, inputs[i], format(option)));
  const fieldset = h(
    "fieldset",
    { class: "control" },
    h("legend", {}, label),
    h("div", { class: "segments" }, ...labels)
  );
  return withValue(fieldset, label, options, value, {
    read: () => inputs.findIndex((input) => input.checked),
    write: (index) => inputs.forEach((input, i) => (input.checked = i === index))
  });
}

/** @throws if there is nothing to choose */
export function select<T>({ label, options, value, format = String }: ChoiceOptions<T>): Choice<T> {
  const id = uniqueId("select");
  const list = h("select", { id }, ...options.map((option, i) => h("option", { value: i }, format(option))));
  const element = h("div", { class: "control" }, h("label", { for: id }, label), list);
  return withValue(element, label, options, value, {
    read: () => list.selectedIndex,
    write: (index) => (list.selectedIndex = index)
  });
}

function withValue<T>(
  element: HTMLElement,
  label: string,
  options: readonly T[],
  initial: T | undefined,
  index: { read: () => number; write: (index: number) => void }
): Choice<T> {
  const [first] = options;
  if (first === undefined) throw new Error(`missing options of "${label}"; there must be at least one`);
  const set = (value: T) => index.write(Math.max(0, options.indexOf(value)));
  set(initial ?? first);
  return Object.defineProperty(element, "value", {
    get: () => options[index.read()] ?? first,
    set
  }) as Choice<T>;
}
