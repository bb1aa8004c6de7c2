/** A form for the parameters of a model: every one with its unit, its range and where its value comes from. */
import type { Parameter } from "../science/parameters.js";
import { h } from "./element.js";
import { parameterControl } from "./parameter-control.js";

export interface ParameterFormOptions<K extends string> {
  /** which of the parameters, in this order; all by default */
  names?: readonly K[];
  /** values in SI units to start with, for example from the link */
  values?: Partial<Record<K, number>>;
  /** the unit to show a parameter in, with its SI value, where the usual one does not read well */
  units?: Partial<Record<K, { unit: string; factor: number }>>;
  /** parameters that must be whole numbers */
  integers?: readonly K[];
  /** further checks across parameters: a sentence about what is wrong, for the parameter where it can be mended */
  check?: (values: Record<K, number>) => Partial<Record<K, string>>;
  /** milliseconds of quiet before `input` is sent */
  delay?: number;
}

export interface ParameterForm<K extends string> extends HTMLFormElement {
  /** the last sound values, SI units; set to change the form without an event */
  value: Record<K, number>;
}

/**
 * Works with `view`: `value` holds all values in SI units, `input` is sent when they have changed and are sound.
 * While something is wrong the last sound values stay, and the reader is told beside the field.
 */
export function parameterForm<K extends string>(
  parameters: Record<K, Parameter>,
  options: ParameterFormOptions<K> = {}
): ParameterForm<K> {
  const { units = {}, integers = [], check = () => ({}), delay = 250 } = options;
  const names = options.names ?? (Object.keys(parameters) as K[]);
  const start = Object.fromEntries(
    names.map((k) => [k, options.values?.[k] ?? parameters[k].value])
  ) as Record<K, number>;
  let sound = { ...start };
  const controls = names.map((name) => {
    const unit = (units as Partial<Record<K, { unit: string; factor: number }>>)[name];
    return [
      name,
      parameterControl(parameters[name], { value: start[name], unit, integer: integers.includes(name) })
    ] as const;
  });
  const reset = h("button", { type: "button", class: "button" }, "Reset");
  const form = h(
    "form",
    { class: "parameter-form", novalidate: true },
    ...controls.map(([, control]) => control.element),
    h("div", { class: "parameter-actions" }, reset)
  );

  /** Reads all fields and says beside each what is wrong with it. @returns whether nothing is */
  const review = (): boolean => {
    const next = Object.fromEntries(controls.map(([name, control]) => [name, control.read()])) as Record<
      K,
      number
    >;
    const complete = Object.values<number>(next).every(Number.isFinite);
    const complaints: Partial<Record<K, string>> = complete ? check(next) : {};
    for (const [name, control] of controls) control.complain(complaints[name] ?? "");
    if (!complete || Object.values(complaints).some(Boolean)) return false;
    sound = next;
    return true;
  };
  const same = (a: Record<K, number>, b: Record<K, number>) => names.every((name) => a[name] === b[name]);
  let sent = { ...sound };
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!review() || same(sound, sent)) return;
      sent = { ...sound };
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }, delay);
  };
  const put = (values: Record<K, number>) => {
    for (const [name, control] of controls) control.write(values[name]);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    // a field's own event must not pass as the form's: it is not checked yet
    if (event.target === form) return;
    event.stopImmediatePropagation();
    review();
    later();
  });
  reset.addEventListener("click", () => {
    put(Object.fromEntries(names.map((name) => [name, parameters[name].value])) as Record<K, number>);
    review();
    later();
  });
  review();
  sent = { ...sound };
  return Object.defineProperty(form, "value", {
    get: () => ({ ...sound }),
    set(values: Record<K, number>) {
      put({ ...sound, ...values });
      if (review()) sent = { ...sound };
    }
  }) as unknown as ParameterForm<K>;
}
