// What the colours of a picture mean: a colour bar, or the classes' names.
import * as Plot from "npm:@observablehq/plot";
import { diverging } from "../colours.js";
import { h } from "../element.js";
import { keys } from "../tomography/chart.js";
import { endsOf, grey, type Colours } from "./paint.js";

export function legendOf(colours: Colours, width: number): Element {
  if (colours.kind === "class")
    return keys(
      colours.names.map((label, i) => ({ label, colour: colours.colour(i + 1), mark: "fill" as const }))
    );
  const map = colours.kind === "grey" ? grey : diverging;
  return h(
    "div",
    { class: "stem-legend" },
    Plot.legend({
      width: Math.min(240, width),
      marginLeft: 8,
      marginRight: 16,
      ticks: 4,
      label: colours.label,
      color: { domain: [...endsOf(colours)], interpolate: (t: number) => map(t) }
    })
  );
}
