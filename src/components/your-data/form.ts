// Small parts of the forms of this folder.
import { h, uniqueId } from "../element.js";
import { select, type Choice } from "../segmented.js";
import { parseNumber } from "../units.js";

export interface TextField {
  element: HTMLElement;
  input: HTMLInputElement;
}

export function textField(label: string, value = "", hint = ""): TextField {
  const id = uniqueId("field");
  const input = h("input", { type: "text", id, value, autocomplete: "off", spellcheck: "false" });
  return {
    input,
    element: h(
      "div",
      { class: "control" },
      h("label", { for: id }, label),
      input,
      hint ? h("small", {}, hint) : null
    )
  };
}

/** The number in a field; null where it is empty. @throws where it holds no number */
export function numberIn({ input, element }: TextField): number | null {
  const text = input.value.trim();
  const value = text === "" ? null : parseNumber(text);
  const bad = value !== null && !Number.isFinite(value);
  input.setAttribute("aria-invalid", String(bad));
  if (bad) throw new Error(`invalid ${nameOf(element)}: “${text.slice(0, 20)}”; must be a number`);
  return value;
}

/** The number in a field that must hold one. */
export function neededNumber(field: TextField): number {
  const value = numberIn(field);
  if (value === null) throw new Error(`missing ${nameOf(field.element)}: give a number`);
  return value;
}

const nameOf = (element: HTMLElement): string =>
  (element.querySelector("label")?.textContent ?? "number").toLowerCase();

/** "635–640" as a range; null where the field is empty. */
export function rangeIn({ input, element }: TextField): [number, number] | null {
  const text = input.value.trim();
  if (text === "") return null;
  const [, from, to] = /^(-?[\d.]+)\s*(?:[:–—,;]|to|\s-\s|-)\s*(-?[\d.]+)$/.exec(text) ?? [];
  const range: [number, number] = [Number(from), Number(to)];
  const bad = from === undefined || !(range[1] > range[0]);
  input.setAttribute("aria-invalid", String(bad));
  if (bad)
    throw new Error(
      `invalid ${nameOf(element)}: “${text.slice(0, 30)}”; must be two rising numbers, as in 635–640`
    );
  return range;
}

export interface Option<T> {
  value: T;
  label: string;
}

/** A list to choose from. */
export function chooser<T>(
  label: string,
  options: readonly Option<T>[],
  value?: T
): { element: Choice<Option<T>>; get: () => T } {
  const chosen = options.find((option) => option.value === value);
  const element = select({
    label,
    options,
    format: (option) => option.label,
    ...(chosen && { value: chosen })
  });
  return { element, get: () => element.value.value };
}

/** A list of columns; with "none" where that may be. */
export function columnChooser<N extends string | null>(
  label: string,
  names: readonly string[],
  value: string | null,
  none: N extends null ? true : false
): { element: HTMLElement; get: () => N } {
  const options: Option<string | null>[] = names.map((name) => ({ value: name, label: name }));
  if (none) options.unshift({ value: null, label: "none" });
  const { element, get } = chooser<string | null>(label, options, value);
  return { element, get: () => get() as N };
}

export function tick(label: string, checked = false): { element: HTMLElement; input: HTMLInputElement } {
  const input = h("input", { type: "checkbox" });
  input.checked = checked;
  return { input, element: h("label", { class: "tick" }, input, ` ${label}`) };
}

/** Fields side by side. */
export const fields = (...of: (Element | null)[]): HTMLElement => h("div", { class: "your-fields" }, ...of);
