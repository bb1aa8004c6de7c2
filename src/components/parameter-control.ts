import type { Parameter, ParameterStatus } from "../science/parameters.js";
import { h, pop, typeset, uniqueId } from "./element.js";
import { formatNumber, parseNumber, readableUnit } from "./units.js";
import type { ReadableUnit } from "./units.js";

export const statusMeaning: Record<ParameterStatus, string> = {
  study: "given in the study",
  sourced: "from another source",
  model: "from the pathway model, whose rate constants are calibrated at 0.1 C and 10 C",
  assumed: "not given in the study; assumed",
  calibrated: "set so that the model agrees with another calculation, which therefore does not confirm it"
};

export interface ParameterControl {
  element: HTMLElement;
  /** the value in SI units; NaN while the field holds no sound number */
  read: () => number;
  write: (value: number) => void;
  /** Says what is wrong beside the field; "" leaves what the field itself found wrong. */
  complain: (message: string) => void;
}

const steps = 400;

/** A slider and a number for one parameter, both in a unit that reads well; the slider is logarithmic where the parameter is. */
export function parameterControl(
  parameter: Parameter,
  options: { value?: number; unit?: ReadableUnit | undefined; integer?: boolean } = {}
): ParameterControl {
  const { symbol, label, min, max, source, doi, status } = parameter;
  const { unit, factor } = options.unit ?? readableUnit(parameter.unit, parameter.value || max);
  const integer = options.integer ?? false;
  const log = parameter.scale === "log" && min > 0;
  const id = uniqueId("parameter");
  const toSlider = (value: number) =>
    log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  const fromSlider = (t: number) => (log ? min * (max / min) ** t : min + (max - min) * t);
  const tidy = (value: number) => {
    const rounded = Number((value / factor).toPrecision(log ? 3 : 4));
    return integer ? Math.round(rounded) : rounded;
  };
  const show = (value: number) => formatNumber(value / factor, 6);
  const typed = (value: number) => String(Number((value / factor).toPrecision(6)));
  const limits = `${show(min)} to ${show(max)}${unit && ` ${unit}`}`;

  const number = h("input", {
    type: "text",
    inputmode: "decimal",
    id,
    autocomplete: "off",
    spellcheck: "false"
  });
  const range = h("input", {
    type: "range",
    min: 0,
    max: integer ? max - min : steps,
    "aria-label": `${label}, slider`
  });
  const said = h("p", { class: "invalid", id: `${id}-said`, role: "status" });
  number.setAttribute("aria-describedby", said.id);
  const about = h(
    "div",
    {},
    h("div", {}, `${statusMeaning[status]}: ${source}`),
    doi ? h("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`) : null,
    h("div", {}, typeset(`Range: ${limits}`))
  );
  const mark = pop(`status status-${status}`, [status], about);
  mark.querySelector("summary")?.setAttribute("aria-label", `${label}: ${status}, source and range`);
  const name = h("label", { for: id }, `${label} `, h("span", { class: "parameter-symbol" }, symbol));
  const element = h(
    "div",
    { class: "parameter" },
    h("div", { class: "parameter-head" }, name, mark),
    h("div", { class: "parameter-row" }, range, number, h("span", { class: "unit" }, typeset(unit))),
    said
  );

  let value = options.value ?? parameter.value;
  const slide = () => {
    const t = Math.min(1, Math.max(0, toSlider(value)));
    range.value = String(Math.round(t * Number(range.max)));
    range.setAttribute("aria-valuetext", `${show(value)} ${unit}`.trim());
  };
  const write = (next: number) => {
    value = next;
    number.value = typed(next);
    slide();
  };
  const trouble = () => {
    const ok = Number.isFinite(value) && value >= min * (1 - 1e-9) - 1e-300 && value <= max * (1 + 1e-9);
    if (ok && (!integer || Number.isInteger(Math.round(1e6 * value) / 1e6))) return "";
    return `invalid ${label.toLowerCase()}: ${number.value || "nothing"}; must be ${integer ? "a whole number " : ""}from ${limits}`;
  };
  range.addEventListener("input", () => {
    const t = Number(range.value) / Number(range.max);
    write(Number((tidy(fromSlider(t)) * factor).toPrecision(12)));
  });
  number.addEventListener("input", () => {
    const entered = Number((parseNumber(number.value) * factor).toPrecision(12));
    // the value that the field was given comes back exactly, not by way of its decimal text
    value = number.value === typed(parameter.value) ? parameter.value : entered;
    if (trouble() === "") slide();
  });
  write(value);
  return {
    element,
    write,
    read: () => (trouble() === "" ? Math.min(max, Math.max(min, value)) : NaN),
    complain(message) {
      const text = trouble() || message;
      if (said.textContent !== text) said.textContent = text;
      number.setAttribute("aria-invalid", String(text !== ""));
    }
  };
}
