// Ion maps with other times and widths of the beam, for "Design your experiment".
import { crossSection } from "../science/particle/cross-section.js";
import { analyseDomains } from "../science/sims/analysis.js";
import { fickianTest } from "../science/sims/fickian.js";
import { measure } from "../science/sims/twin.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { simsStates, smallestOverlap } from "./lib/design-particles.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { sectionSize, shownInstrument, shownSeed, simsMeta } from "./lib/sims.js";

const usual = shownInstrument("");
const settings = [
  ...[3, 30, 300].map((time) => ({ time, blur: usual.blur })),
  ...[20e-9, 100e-9, 300e-9].map((blur) => ({ time: usual.time, blur }))
];
const rows = Object.values(simsStates).flatMap((state) => {
  const section = crossSection(state, { size: sectionSize });
  return settings.map(({ time, blur }) => {
    const raw = measure(section, { ...usual, time, blur }, shownSeed);
    const { area, overlaps } = analyseDomains(raw);
    const fickian = fickianTest(raw.counts.Li, area.mask, area.radial, raw.width, raw.height);
    return { state, time, blur, fickian, smallest: smallestOverlap(overlaps) };
  });
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Ion maps by time and width of the beam",
      description:
        "What a parabola leaves of the lithium of the first fast cycle, and the smaller overlap after 20, with other times and widths of the ion beam: runs between which the experiment designer interpolates.",
      parameters: { instrument: usual, settings },
      page: "/explore/design-your-experiment"
    }),
    {
      state: text("section", (r) => r.state),
      time_s: number("s", "of the beam on the field", (r) => r.time),
      blur_nm: number("nm", "full width of the beam at half its height", (r) => +(1e9 * r.blur).toFixed(6)),
      residual: number(
        "",
        "deviation of Li beyond counts and parabola over the mean",
        (r) => r.fickian.residual
      ),
      chi_squared: number("", "reduced χ² of the parabola", (r) => r.fickian.reducedChiSquared),
      blocks: number("", "blocks of pixels in that fit", (r) => r.fickian.blocks),
      overlap: number("", "smaller of the overlaps Li–O and O–Mn", (r) => r.smallest.overlap),
      chance: number("", "the same of turned maps, mean", (r) => r.smallest.mean),
      spread: number("", "their standard deviation", (r) => r.smallest.deviation)
    }
  )
);
