/** SI values in the unit a person would write: 8e-6 m is 8 µm, 1.4e11 Pa is 140 GPa. */

import { fromSuperscript, toSuperscript } from "./superscript.js";

export interface ReadableUnit {
  /** as written beside the number, "" where dimensionless */
  unit: string;
  /** SI value of one such unit */
  factor: number;
}

const prefixes: readonly (readonly [number, string])[] = [
  [1e12, "T"],
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
  [1, ""],
  [1e-3, "m"],
  [1e-6, "µ"],
  [1e-9, "n"],
  [1e-12, "p"]
];

/** Units that take a prefix; others (m²/s, mol/m³ …) are written with a power of ten. */
const scalable = new Set(["m", "Pa", "A", "V", "W", "J", "s", "A/m²", "A/m^2", "A/m2"]);

/** Typesets exponents: m^2/s, m2/s and m**2 become m²/s. */
export const prettyUnit = (unit: string): string =>
  unit
    .replace(/\^?\*{0,2}(-?[0-9]+)(?![.\w])/g, (_, power: string) => toSuperscript(power))
    .replace(/\s*\*\s*/g, " ");

/**
 * The unit in which a value of this size reads best.
 * @param unit SI unit; @param value a typical value in it, sign ignored
 */
export function readableUnit(unit: string, value: number): ReadableUnit {
  if (unit === "1") return { unit: "", factor: 1 };
  if (unit === "rad") return { unit: "°", factor: Math.PI / 180 };
  const size = Math.abs(value);
  if (!scalable.has(unit) || !(size > 0) || !Number.isFinite(size))
    return { unit: prettyUnit(unit), factor: 1 };
  if (unit === "s" && size >= 1) {
    if (size >= 3600) return { unit: "h", factor: 3600 };
    return size >= 120 ? { unit: "min", factor: 60 } : { unit: "s", factor: 1 };
  }
  const [factor, prefix] = prefixes.find(([f]) => size >= f * (1 - 1e-12)) ?? [1e-12, "p"];
  return { unit: prefix + prettyUnit(unit), factor };
}

/** A number to a few significant digits, as short as it can be: 0.05, 140, 7 × 10⁻¹⁵; a true minus sign. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent < -3 || exponent > 5) {
    const [mantissa = "", power = ""] = value.toExponential(digits - 1).split("e");
    const short = String(Number(mantissa)).replace("-", "−");
    return `${short} × 10${toSuperscript(power.replace("+", ""))}`;
  }
  return String(Number(value.toPrecision(Math.max(digits, exponent + 1)))).replace("-", "−");
}

/** Value with its unit: "8 µm". The space does not break. */
export function formatQuantity(value: number, unit: string, digits = 4): string {
  const { unit: readable, factor } = readableUnit(unit, value);
  const number = formatNumber(value / factor, digits);
  return readable ? `${number}\u00a0${readable}` : number;
}

/** What a person types: "8", "1e-14", "7 × 10⁻¹⁵", "−2,5" is refused; NaN for what is no number. */
export function parseNumber(text: string): number {
  const plain = text
    .trim()
    .replace(
      /\s*[×x*]\s*10\s*\^?\s*([⁰¹²³⁴⁵⁶⁷⁸⁹⁻−\-\d]+)$/,
      (_, power: string) => `e${fromSuperscript(power).replace("−", "-")}`
    )
    .replace(/^−/, "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}
