/** What the tables of the slips have in common, and how their numbers are written in a sentence. */
import type { TableMetaInput } from "./table-meta.js";

export const slipsPage = "/supplementary/slips";

export const slipsMeta = (
  own: Pick<TableMetaInput, "title" | "description" | "method"> & Partial<TableMetaInput>
): TableMetaInput => ({
  provenance: "predicted",
  parameters: {},
  seed: null,
  sources: ["doi:10.1038/s41565-024-01773-4"],
  page: slipsPage,
  ...own,
  code: own.code ?? ["src/data/lib/slips-register.ts"]
});

const superscript = (n: number): string =>
  String(n)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);

/** A number for a sentence: three figures at most, powers of ten beyond 10⁵ and below 10⁻³. */
export function say(value: number, figures = 3): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "no number";
  if (value === 0) return "0";
  const power = Math.floor(Math.log10(Math.abs(value)));
  if (power >= 5 || power < -3) {
    const mantissa = Number((value / 10 ** power).toPrecision(Math.min(figures, 2)));
    return `${minus(mantissa)} × 10${superscript(power)}`;
  }
  return minus(Number(value.toPrecision(figures)));
}

const minus = (value: number): string => String(value).replace("-", "−");

/** As a percentage. */
export const sayPercent = (share: number, figures = 2): string => `${say(100 * share, figures)} %`;
