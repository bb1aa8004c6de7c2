/** The rules by which a claim is judged, as short constructors, and the numbers that each accepts. */
import type { Claim, Rule } from "./claim.js";

/** The computed number may differ from the reported one by `relative` times the reported one. */
export function within(relative: number, quantity: string, unit: string): Rule {
  const sentence = `Agrees if ${quantity} is within ${percent(relative)} of the reported value.`;
  return { type: "within", relative, quantity, unit, sentence };
}

/** The computed number may differ from the reported one by `absolute` (in `unit`). */
export function near(absolute: number, quantity: string, unit: string): Rule {
  const distance =
    unit === "%" ? `${absolute} percentage point${absolute === 1 ? "" : "s"}` : withUnit(absolute, unit);
  const sentence = `Agrees if ${quantity} is within ${distance} of the reported value.`;
  return { type: "near", absolute, quantity, unit, sentence };
}

export function between(min: number, max: number, quantity: string, unit = ""): Rule {
  const sentence = `Agrees if ${quantity} lies between ${min} and ${withUnit(max, unit)}.`;
  return { type: "between", min, max, quantity, unit, sentence };
}

export function atLeast(value: number, quantity: string, unit = ""): Rule {
  return {
    type: "atLeast",
    value,
    quantity,
    unit,
    sentence: `Agrees if ${quantity} is at least ${withUnit(value, unit)}.`
  };
}

export function atMost(value: number, quantity: string, unit = ""): Rule {
  return {
    type: "atMost",
    value,
    quantity,
    unit,
    sentence: `Agrees if ${quantity} is at most ${withUnit(value, unit)}.`
  };
}

/** An input or a definition: the twins use it, nothing tests it. */
export function setting(use = "Taken over by the twin as it is printed; nothing to test."): Rule {
  return { type: "setting", quantity: "", unit: "", sentence: use };
}

/** The study leaves out the number that would be needed. */
export function notGiven(what: string): Rule {
  return { type: "notGiven", quantity: "", unit: "", sentence: `Cannot be judged: ${what}.` };
}

/** The closed interval of numbers that a claim's rule accepts, or null where the rule is no test.
 *  @throws where the rule compares with a reported number and the claim has none */
export function accepted({ id, value, rule }: Claim): [number, number] | null {
  switch (rule.type) {
    case "within":
    case "near": {
      if (value === null)
        throw new Error(`missing reported number: ${id}; a rule "${rule.type}" compares with it`);
      const tolerance = rule.type === "near" ? rule.absolute : rule.relative * Math.abs(value);
      return [value - tolerance, value + tolerance];
    }
    case "between":
      return [rule.min, rule.max];
    case "atLeast":
      return [rule.value, Infinity];
    case "atMost":
      return [-Infinity, rule.value];
    default:
      return null;
  }
}

const percent = (fraction: number): string => `${+(100 * fraction).toPrecision(3)} %`;
const withUnit = (value: number, unit: string): string => (unit ? `${value} ${unit}` : `${value}`);
