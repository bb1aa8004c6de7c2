// Mean valence of each element over the whole particle, found and true, with what a pixel's error and its true error are.
// tables: data/oxidation-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf, stateColumns } from "./lib/oxidation-columns.js";
import { readFacts } from "./lib/oxidation-facts.js";

const rows = readFacts().flatMap((facts) => facts.elements.map((own) => ({ facts, own })));
const { number, text } = columnsOf(rows);
const between = "between the particle's pixels";
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Valence of the whole particle",
      description:
        "Mean valence of Mn, Co, Ni and O in every state, found and true, and how far pixels scatter."
    }),
    {
      ...stateColumns(rows),
      element: text("element", (r) => r.own.element),
      pixels: number("", "pixels that were fitted", (r) => r.own.pixels),
      recovered: number("", "mean valence found", (r) => r.own.foundMean),
      standard_error: number("", "standard error of that mean, from the counts", (r) => r.own.standardError),
      true_valence: number("", "mean over the same pixels of the sample's valence", (r) => r.own.trueMean),
      rms: number("", "root mean square of found − true over the pixels", (r) => r.own.rms),
      pixel_error: number("", "median standard error of one pixel", (r) => r.own.medianError),
      deviation: number(
        "",
        `standard deviation of the valence found ${between}`,
        (r) => r.own.foundDeviation
      ),
      true_deviation: number(
        "",
        `standard deviation of the true valence ${between}`,
        (r) => r.own.trueDeviation
      ),
      within_1: number(
        "",
        "share of the pixels within one standard error of the truth",
        (r) => r.own.within1
      ),
      within_3: number("", "share of the pixels within three standard errors", (r) => r.own.within3)
    }
  )
);
