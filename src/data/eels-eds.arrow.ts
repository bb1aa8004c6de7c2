// X-ray map over a nanovoid: O over Mn in rings around it, found and true, at several doses, with and without oxygen missing.
import { defaultEdsInstrument } from "../science/eels/eds-instrument.js";
import { fitRings } from "../science/eels/eds-analysis.js";
import { nanovoid, plainVoid, ringRatio } from "../science/eels/eds-sample.js";
import { measureEds } from "../science/eels/eds-twin.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { eelsMeta, eelsSeed, microscopyPage } from "./lib/eels.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const nm = 1e-9;
const edges = [0, 4, 7, 12, 24].map((r) => r * nm);
const samples = [
  { id: "rim without oxygen", sample: nanovoid },
  { id: "void alone", sample: plainVoid }
];
const rows = samples.flatMap(({ id, sample }) =>
  [1, 10, 100].flatMap((dose) => {
    const instrument = { ...defaultEdsInstrument, time: defaultEdsInstrument.time * dose };
    const regions = fitRings(measureEds(sample, instrument, eelsSeed), edges, instrument);
    const far = regions[regions.length - 1].ratio;
    return regions.map((region, k) => ({
      ...{ id, dose, region, far, from: edges[k], to: edges[k + 1] },
      truth: ringRatio(sample, edges[k], edges[k + 1])
    }));
  })
);
const { number, text } = columnsOf(rows);
const lines = (family: string) => (r: (typeof rows)[number]) =>
  r.region.lines.find((line) => line.family === family)?.counts ?? NaN;
await writeTable(
  arrowTable(
    eelsMeta({
      title: "X-ray map over a nanovoid",
      description:
        "Counts of O K and Mn K in rings around a nanovoid, fitted with all lines, and O over Mn by Cliff and Lorimer, beside the truth, for one dose and for ten and a hundred times it.",
      method:
        "Twin of a map by energy-dispersive X-ray spectroscopy with counting noise; spectra summed over rings and fitted with all families of lines on a continuum.",
      parameters: { instrument: defaultEdsInstrument, samples },
      page: microscopyPage,
      code: [
        "src/science/eels/eds-analysis.ts",
        "src/science/eels/eds-twin.ts",
        "src/science/eels/eds-sample.ts"
      ]
    }),
    {
      sample: text("rim without oxygen, or the void alone", (r) => r.id),
      dose: number("", "over the dose of the map on the page", (r) => r.dose),
      from_nm: number("nm", "inner radius of the ring", (r) => r.from / nm),
      to_nm: number("nm", "outer radius of the ring", (r) => r.to / nm),
      pixels: number("", "pixels in the ring", (r) => r.region.pixels),
      oxygen_counts: number("", "counts of O K by the fit", lines("O K")),
      manganese_counts: number("", "counts of Mn K by the fit", lines("Mn K")),
      recovered: number("", "O over Mn by atoms", (r) => r.region.ratio.value),
      standard_error: number("", "of the counts", (r) => r.region.ratio.error),
      true_value: number("", "mean over the ring's area, as set", (r) => r.truth),
      deficit_sigma: number(
        "",
        "outermost ring less this ring, in standard errors of the difference",
        (r) => (r.far.value - r.region.ratio.value) / Math.hypot(r.far.error, r.region.ratio.error)
      )
    }
  )
);
