// Contrast of the areas and test of a Fickian profile, every element of every section, found and true.
// tables: data/sims-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { sectionColumns } from "./lib/sims-columns.js";
import { readSimsFacts } from "./lib/sims-facts.js";
import { simsMeta } from "./lib/sims.js";

const rows = readSimsFacts().flatMap((facts) => facts.elements.map((own) => ({ facts, ...own })));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Contrast and Fickian test of the ion maps",
      description:
        "Contrast of the rich (Mn: poor) area, and how much of the variance beyond counting a parabola of the radius explains, beside the truth."
    }),
    {
      ...sectionColumns(rows),
      ion: text("element", (r) => r.ion),
      counts: number("", "mean counts a pixel", (r) => r.counts),
      contrast: number("", "mean inside the area over that outside, less 1", (r) => r.contrast),
      true_contrast: number("", "the same of the true contents and areas", (r) => r.truth.contrast),
      dice: number("", "agreement of the area with the true one, 0 to 1", (r) => r.truth.dice),
      parabola: number("", "share of the variance beyond counts by r²", (r) => r.fickian.parabola),
      true_parabola: number("", "the same in the sample", (r) => r.trueFickian.parabola),
      any_profile: number("", "share by any function of the radius", (r) => r.fickian.anyProfile),
      residual: number("", "deviation beyond counts and parabola, over the mean", (r) => r.fickian.residual),
      true_residual: number("", "the same in the sample", (r) => r.trueFickian.residual),
      chi_squared: number("", "reduced χ² of the parabola", (r) => r.fickian.reducedChiSquared),
      p: number("", "probability of such a χ² by counts alone", (r) => r.fickian.p)
    }
  )
);
