// How well a window of energies tells the references of an element apart, at the noise of one pixel of the maps.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { separabilityRows } from "./lib/oxidation-separability.js";

const rows = separabilityRows().flatMap(({ smallest, ...row }) =>
  smallest.map(({ species, weight }) => ({ ...row, species, weight }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "What a window can tell apart",
      description:
        "Condition number of the reference spectra in the study's window and in the full measured range, and three standard errors of each weight in a typical pixel.",
      seed: null
    }),
    {
      element: text("element", (r) => r.element),
      window: text("window of the fit: the study's, or all that was measured", (r) => r.window),
      from_eV: number("eV", "start of the window", (r) => r.range[0]),
      to_eV: number("eV", "end of the window", (r) => r.range[1]),
      condition_number: number(
        "",
        "largest over smallest singular value of the scaled references",
        (r) => r.conditionNumber
      ),
      noise: number("", "standard deviation of the optical density over the edge step", (r) => r.noise),
      species: text("species", (r) => r.species),
      smallest_weight: number(
        "",
        "three standard errors of its weight, of an edge step of one",
        (r) => r.weight
      )
    }
  )
);
