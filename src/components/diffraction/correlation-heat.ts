// The correlation matrix of a refinement: a colour and a number in every cell.
import * as Plot from "npm:@observablehq/plot";
import { parseHex, toLinear } from "../colour-space.js";
import { signedColour } from "../colours.js";
import { h } from "../element.js";
import { chart, type ChartOptions } from "../tomography/chart.js";

interface Cell {
  first: string;
  second: string;
  value: number;
}

/** Black or white, whichever stands out more from a colour. */
function inkOn(colour: string): string {
  const [r, g, b] = parseHex(colour).map(toLinear);
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? "white" : "black";
}

/** Two digits without the nought before the point; what rounds to nought has no sign. */
const say = (value: number): string =>
  (Math.round(100 * value) / 100 + 0)
    .toFixed(2)
    .replace("-", "−")
    .replace(/^(−?)0\./, "$1.");

/** The pair that is correlated most, but for each with itself. */
export function strongest(names: readonly string[], correlation: ArrayLike<number>): Cell | null {
  let best: Cell | null = null;
  for (let i = 0; i < names.length; ++i)
    for (let j = 0; j < i; ++j) {
      const value = correlation[i * names.length + j];
      if (Number.isFinite(value) && (best === null || Math.abs(value) > Math.abs(best.value)))
        best = { first: names[j], second: names[i], value };
    }
  return best;
}

/**
 * @param names as written at rows and columns @param correlation [row][column], NaN where there is none
 * @throws where the matrix is of another size
 */
export function correlationHeat(
  names: readonly string[],
  correlation: ArrayLike<number>,
  o: ChartOptions
): HTMLElement {
  const n = names.length;
  if (correlation.length !== n * n)
    throw new Error(`invalid correlations: ${correlation.length} for ${n} parameters; must be ${n * n}`);
  const cells: Cell[] = names.flatMap((first, i) =>
    names.map((second, j) => ({ first, second, value: correlation[i * n + j] }))
  );
  const left = 66;
  // below this a number has no room in its cell, and the chart is scrolled instead
  const cell = Math.min(46, Math.max(30, Math.floor((o.width - left - 8) / n)));
  const colour = ({ value }: Cell) => signedColour(value, 1);
  const known = cells.filter(({ value }) => Number.isFinite(value));
  const plot = Plot.plot({
    width: left + 8 + cell * n,
    height: 66 + cell * 0.72 * n,
    marginLeft: left,
    marginRight: 8,
    marginTop: 60,
    marginBottom: 6,
    x: { domain: [...names], label: null, axis: "top", tickSize: 0, tickRotate: -60, padding: 0.03 },
    y: { domain: [...names], label: null, tickSize: 0, padding: 0.03 },
    marks: [
      Plot.cell(known, { x: "second", y: "first", fill: colour }),
      Plot.text(known, {
        ...{ x: "second", y: "first", fontSize: 10.5, fill: (d: Cell) => inkOn(colour(d)) },
        text: (d: Cell) => (d.first === d.second ? "1" : say(d.value))
      })
    ]
  });
  const most = strongest(names, correlation);
  const words = most ? ` The strongest: ${most.first} with ${most.second}, ${say(most.value)}.` : "";
  const scroll = { class: "scroll-sideways", tabindex: 0, role: "region", "aria-label": "Correlations" };
  return h("div", scroll, chart(plot, o.alt + words));
}
