// A list of numbers as one types it: "635, 635.5, 636", or "from:step:to", or "from:to" spread evenly over what is there.

/**
 * @param count how many there must be
 * @param what "energies", "angles": for the sentence
 * @throws one sentence where the text is no such list, or they are not as many
 */
export function numberList(text: string, count: number, what: string): Float64Array {
  const trimmed = text.trim();
  if (trimmed === "") throw new Error(`missing ${what}: give ${count}, as a list or as from:to`);
  const range = trimmed.split(/\s*:\s*/);
  if (range.length === 2 || range.length === 3) {
    const numbers = range.map(Number);
    const bad = numbers.findIndex((value, i) => range[i] === "" || !Number.isFinite(value));
    if (bad >= 0) throw new Error(`invalid ${what}: “${range[bad]}”; must be a number, as in 635:0.5:665`);
    const [from = 0, middle = 0, last] = numbers;
    const to = last ?? middle;
    if (last === undefined)
      return Float64Array.from({ length: count }, (_, i) =>
        count === 1 ? from : from + ((to - from) * i) / (count - 1)
      );
    if (!(middle !== 0 && (to - from) / middle >= 0))
      throw new Error(`invalid ${what}: steps of ${middle} do not lead from ${from} to ${to}`);
    const steps = Math.floor((to - from) / middle + 1e-6) + 1;
    return exactly(
      Float64Array.from({ length: Math.min(steps, 1e6) }, (_, i) => from + i * middle),
      count,
      what
    );
  }
  const words = trimmed.split(/[\s,;]+/).filter((word) => word !== "");
  const bad = words.find((word) => !Number.isFinite(Number(word)));
  if (bad !== undefined)
    throw new Error(`invalid ${what}: “${bad.slice(0, 20)}”; must be numbers separated by commas or blanks`);
  return exactly(Float64Array.from(words, Number), count, what);
}

function exactly(values: Float64Array, count: number, what: string): Float64Array {
  if (values.length !== count)
    throw new Error(`invalid ${what}: ${values.length} of them; must be ${count}, one an image`);
  return values;
}
