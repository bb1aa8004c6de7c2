// The quick model of the images beside multislice, along a line from a metal through an oxygen to a lithium column.
import { defaultStemInstrument } from "../science/stem/instrument.js";
import { lithiumPlace, multisliceReference, oxygenPlace } from "../science/stem/reference.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { shownSeed, stemMeta } from "./lib/stem.js";

const instrument = defaultStemInstrument();
const line = multisliceReference(instrument, {
  depths: [2.853, 14.3, 28.5, 45],
  seed: shownSeed,
  places: Array.from({ length: 37 }, (_, i) => (lithiumPlace * i) / 36)
});
const deep = multisliceReference(instrument, {
  ...{ places: [0, oxygenPlace, lithiumPlace], seed: shownSeed },
  depths: Array.from({ length: 20 }, (_, i) => 25 * (i + 1))
});
/** Other random stacks, to tell how much of it is chance. */
const otherSeeds = [2, 3, 4];
const others = otherSeeds.flatMap((seed) =>
  multisliceReference(instrument, { places: [0, oxygenPlace, lithiumPlace], seed, depths: [500] }).points.map(
    (point) => ({ ...point, idpc: NaN, idpcModel: NaN, kind: "other stack", seed })
  )
);
const rows = [
  ...line.points.map((point) => ({ ...point, kind: "line", seed: shownSeed })),
  // three places are too few to integrate the phase along
  ...deep.points.map((point) => ({ ...point, idpc: NaN, idpcModel: NaN, kind: "depth", seed: shownSeed })),
  ...others
];
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    stemMeta({
      title: "Multislice beside the quick model",
      description: `Layered oxide along [010] with frozen vibrations, a point source, ${instrument.kilovolt} kV; dark field from ${instrument.haadfInner} to ${Math.floor(line.outer)} mrad, as far as the grid carries.`,
      provenance: "predicted",
      code: [
        "src/science/stem/reference.ts",
        "src/science/stem/multislice.ts",
        "src/science/material/electron-scattering.ts"
      ]
    }),
    {
      kind: text(
        "line: along the line at four depths; depth: three columns at many; other stack: the same three at 50 nm, other slices",
        (r) => r.kind
      ),
      seed: number("", "seed of the stack: eight random slices, in random order", (r) => r.seed),
      place_A: number("Å", "from the metal column; oxygen at 3.68, lithium at 7.12", (r) => r.place),
      depth_A: number("Å", "thickness of the crystal", (r) => r.depth),
      haadf: number("", "share of the beam in the dark field, multislice", (r) => r.haadf),
      haadf_model: number("", "the same, quick model", (r) => r.haadfModel),
      idpc_rad: number(
        "rad",
        "integrated phase over that at the metal column, 7 to 29 mrad, multislice",
        (r) => r.idpc
      ),
      idpc_model_rad: number("rad", "the same, quick model, all angles", (r) => r.idpcModel),
      lost: number("", "share of the beam beyond the grid's limit", (r) => r.lost)
    }
  )
);
