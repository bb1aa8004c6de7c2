// Surfaces of both cycled lamellae at other doses, for "Design your experiment".
import { localPhases, surfaceSequence } from "../science/stem/local-phases.js";
import { measure } from "../science/stem/twin.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { sceneSample, stemMeta, stemScenes } from "./lib/stem.js";
import { trueLayers } from "./lib/stem-comparison.js";

const doses = [350, 2100, 20_000];
const seeds = [1, 2, 3];
const rows = (["slow", "fast-surface"] as const).flatMap((id) => {
  const scene = stemScenes.find((s) => s.id === id);
  if (!scene) throw new Error(`unknown lamella: ${id}`);
  const { sample, instrument } = sceneSample(scene);
  return doses.flatMap((dose) =>
    seeds.map((seed) => ({
      ...{ id, dose, seed, truth: trueLayers(id).transformed },
      ...surfaceSequence(
        localPhases(measure(sample, { ...instrument, frameTime: dose / instrument.doseRate }, seed))
      )
    }))
  );
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    stemMeta({
      title: "Surfaces of the lamellae by dose",
      description:
        "Share of the lines inwards that show rock salt, spinel, layered in this order, and thickness of what is not layered, at three doses: runs between which the experiment designer interpolates.",
      seed: 1,
      parameters: { doses, seeds },
      page: "/explore/design-your-experiment",
      code: ["src/science/stem/local-phases.ts", "src/science/stem/twin.ts"]
    }),
    {
      lamella: text("slow: 20 cycles at 0.1 C; fast-surface: at 10 C", (r) => r.id),
      dose_per_A2: number("1/Å²", "electrons of the image", (r) => r.dose),
      seed: number("", "seed of the noise", (r) => r.seed),
      in_order: number("", "share of the lines with the three phases in order", (r) => r.inOrder),
      transformed_A: number("Å", "mean thickness of what is not layered", (r) => r.transformed),
      spread_A: number("Å", "standard deviation of it between lines", (r) => r.spread),
      lines: number("", "lines inwards from the surface", (r) => r.lines),
      true_A: number("Å", "thickness in the sample", (r) => r.truth)
    }
  )
);
