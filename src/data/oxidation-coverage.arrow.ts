// How often the standard errors of the valences hold the truth, over 200 seeds of the noise on a coarser camera.
import { oxidation } from "../science/particle/oxidation.js";
import { coverage, pullMoments, pullsOverSeeds } from "../science/xanes/coverage.js";
import { defaultStackInstrument } from "../science/xanes/instrument.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const [state, size, seeds] = ["0.1C-4.8V", 32, 200];
const usual = defaultStackInstrument(size);
// as many photons as one bin of the maps gets, and every second energy: 200 seeds are to take a fraction of a minute
const instrument = { ...usual, photons: Math.round(usual.photons / 4), energyStep: 0.5 };
const analyses = [{ name: "not negative" }, { name: "free", fit: { nonNegative: false } }];
const all = pullsOverSeeds(oxidation(state, { size }), {
  ...{ instrument, analyses, seeds: Array.from({ length: seeds }, (_, k) => k + 1) },
  prepare: { binning: 1 }
});
const groups = new Map<string, typeof all>();
for (const each of all) {
  const key = `${each.analysis} ${each.truth} ${each.element}`;
  groups.set(key, [...(groups.get(key) ?? []), each]);
}
const rows = [...groups.values()].flatMap((own) =>
  (["pixels", "zones"] as const).flatMap((scope) => {
    const pulls = own.map((each) => each[scope]);
    return coverage(pulls).map((row) => ({ ...own[0], ...row, scope, ...pullMoments(pulls) }));
  })
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Coverage of the standard errors",
      description:
        "Share of the intervals of valences that hold the truth, over 200 seeds, beside the share that they should hold: pixels and zones, against the sample and against images without noise.",
      parameters: { state, size, seeds, photons: instrument.photons, energyStep: instrument.energyStep },
      code: ["src/science/xanes/coverage.ts", "src/science/xanes/assess.ts"]
    }),
    {
      weights: text(
        "whether the fit may give negative weights: not negative, or free",
        (r) => r.analysis ?? ""
      ),
      truth: text("the sample, or what is found in images without noise (expectation)", (r) => r.truth ?? ""),
      scope: text("valences of pixels, or means over zones", (r) => r.scope),
      element: text("element", (r) => r.element ?? ""),
      nominal: number("", "share of the intervals that should hold the truth", (r) => r.nominal),
      actual: number("", "share that does", (r) => r.actual),
      low: number("", "lower end of the share's interval of one standard error", (r) => r.low),
      high: number("", "upper end of it", (r) => r.high),
      intervals: number("", "intervals looked at", (r) => r.intervals),
      pull_mean: number("", "mean of (found − true)/standard error", (r) => r.mean),
      pull_deviation: number("", "standard deviation of it", (r) => r.deviation)
    }
  )
);
