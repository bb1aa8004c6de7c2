/** How the values of controls stand in a link, and what to say of a link that holds something else. Pure. */
import { formatNumber } from "./units.js";

/** One parameter of a link. `parse` throws an error whose message says what the text must be. */
export interface Field<T> {
  default: T;
  parse(text: string): T;
  format(value: T): string;
  /** the default as a reader would write it, with its unit */
  shown?: string;
}

export type Fields = Record<string, Field<unknown>>;
export type Values<F extends Fields> = { [K in keyof F]: F[K]["default"] };

export interface LinkState<F extends Fields> {
  values: Values<F>;
  /** one clear sentence for each part of the link that was not used */
  problems: string[];
}

const longest = 80;
const quoted = (text: string): string => `"${text.length > longest ? `${text.slice(0, longest)} …` : text}"`;

/**
 * Reads a query such as "?rate=10&radius=8".
 * @param tolerated names that others on the page read
 */
export function readLink<F extends Fields>(
  fields: F,
  query: string,
  tolerated: readonly string[] = []
): LinkState<F> {
  const parameters = new URLSearchParams(query);
  const problems: string[] = [];
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const given = parameters.getAll(name);
      if (given.length > 1)
        problems.push(
          `ambiguous ${name} in the link: it stands there ${given.length} times; the first is used`
        );
      const [text] = given;
      if (text === undefined) return [name, field.default];
      try {
        return [name, field.parse(text)];
      } catch (error) {
        const must = error instanceof Error ? error.message : "must be something else";
        const shown = field.shown ?? field.format(field.default);
        problems.push(
          `invalid ${name} in the link: ${quoted(text)}; ${must}; the default (${shown}) is used`
        );
        return [name, field.default];
      }
    })
  ) as Values<F>;
  const known = new Set([...Object.keys(fields), ...tolerated]);
  for (const name of new Set(parameters.keys()))
    if (!known.has(name))
      problems.push(
        `unknown link parameter: ${quoted(name).slice(1, -1)}; this page knows ${Object.keys(fields).join(", ") || "none"}`
      );
  return { values, problems };
}

/** The query that brings these values back; values at their default are left out, what others wrote is kept. */
export function writeLink<F extends Fields>(fields: F, values: Values<F>, query = ""): string {
  const parameters = new URLSearchParams(query);
  for (const [name, field] of Object.entries(fields)) {
    const text = field.format(values[name]);
    if (text === field.format(field.default)) parameters.delete(name);
    else parameters.set(name, text);
  }
  return parameters.toString();
}

export interface NumberFieldOptions {
  default: number;
  min: number;
  max: number;
  /** as said in messages, for example "C" or "µm" */
  unit?: string;
  integer?: boolean;
  /** value in the program for 1 in the link; for a link in µm and a program in m it is 1e-6 */
  factor?: number;
}

/** A number from min to max; in the link it is divided by the factor. */
export function numberField({
  default: initial,
  min,
  max,
  unit = "",
  integer = false,
  factor = 1
}: NumberFieldOptions): Field<number> {
  const tidy = (x: number) => Number((x / factor).toPrecision(12));
  const say = (x: number) => formatNumber(tidy(x));
  const must = `must be ${integer ? "a whole" : "a"} number from ${say(min)} to ${say(max)}${unit && ` ${unit}`}`;
  return {
    default: initial,
    shown: `${say(initial)}${unit && ` ${unit}`}`,
    format: (value) => String(tidy(value)),
    parse(text) {
      // Number("") is 0 and Number("0x1F") is 31; neither is a number in a link
      const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
      if (
        !Number.isFinite(value) ||
        value < tidy(min) ||
        value > tidy(max) ||
        (integer && !Number.isInteger(value))
      )
        throw new Error(must);
      return value === tidy(initial)
        ? initial
        : Math.min(max, Math.max(min, Number((value * factor).toPrecision(12))));
    }
  };
}

/** One of a few words. */
export function choiceField<T extends string>(choices: readonly T[], initial: T): Field<T> {
  return {
    default: initial,
    format: String,
    parse(text) {
      const choice = choices.find((c) => c === text);
      if (choice === undefined) throw new Error(`must be one of ${choices.join(", ")}`);
      return choice;
    }
  };
}

/** A switch; 1 and 0 in the link. */
export function switchField(initial: boolean): Field<boolean> {
  return {
    default: initial,
    format: (value) => (value ? "1" : "0"),
    parse(text) {
      if (text !== "0" && text !== "1") throw new Error("must be 0 or 1");
      return text === "1";
    }
  };
}

/** Free text up to a length, such as a query. */
export function textField(initial: string, maxLength = 4000): Field<string> {
  return {
    default: initial,
    format: String,
    parse(text) {
      if (text.length > maxLength) throw new Error(`must be at most ${maxLength} characters`);
      return text;
    }
  };
}

/** Several numbers, joined by commas in the link. */
export function numbersField(
  options: Omit<NumberFieldOptions, "default"> & { default: number[]; maxCount?: number }
): Field<number[]> {
  const { default: initial, maxCount = 16, ...rest } = options;
  const one = numberField({ ...rest, default: rest.min });
  return {
    default: initial,
    format: (values) => values.map((value) => one.format(value)).join(","),
    parse(text) {
      const parts = text === "" ? [] : text.split(",");
      if (parts.length > maxCount) throw new Error(`must be at most ${maxCount} numbers`);
      return parts.map((part) => one.parse(part));
    }
  };
}
