// Numbers of checks in words: the digits that a comparison needs, and powers of ten for very small ones.

const powers = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const power = (exponent: number): string =>
  String(exponent)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => powers[Number(digit)]);

/** @param digits significant ones at most */
export function say(value: number | null, unit = "", digits = 8): string {
  if (value === null || Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  const [mantissa, exponent = ""] =
    value === 0 || (size >= 0.001 && size < 1e8)
      ? [String(+value.toPrecision(digits))]
      : value.toExponential(1).split("e");
  const number = exponent === "" ? mantissa : `${mantissa} × 10${power(Number(exponent))}`;
  return `${number.replace("-", "−")} ${unit}`.trim();
}
