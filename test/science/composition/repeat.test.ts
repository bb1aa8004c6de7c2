import { expect, test } from "vitest";
import { defaultInstrument, tiltSeries } from "../../../src/science/composition/instrument.js";
import { meanAndDeviation, referenceKey, repeat } from "../../../src/science/composition/repeat.js";
import { fragment } from "../../../src/science/particle/fragment.js";

const size = 32;
const degree = Math.PI / 180;

test("doses, seeds, variants and thresholds make one row each, and more light fewer false classes", () => {
  const instrument = {
    ...defaultInstrument(size),
    tilts: tiltSeries(65 * degree, 5 * degree),
    fullWell: 1e12
  };
  const task = {
    instrument,
    photons: [2e3, 2e6],
    seeds: [1, 2],
    variants: [
      { name: "hann", settings: { binning: 1, reconstruction: { algorithm: "fbp", filter: "hann" } } },
      { name: "ramp", settings: { binning: 1, reconstruction: { algorithm: "fbp", filter: "ramp" } } }
    ],
    thresholds: [0.02, 0.05]
  } as const;
  const sample = fragment("uniform", { size });
  const seen: string[] = [];
  const { rows, references } = repeat(sample, task, {}, (_, { photons, seed, variant }) =>
    seen.push(`${variant} ${photons} ${seed}`)
  );
  expect(rows).toHaveLength(16);
  expect(new Set(seen).size).toBe(8);
  const falseAt = (photons: number) =>
    meanAndDeviation(
      rows
        .filter((row) => row.photons === photons && row.threshold === 0.05)
        .map((row) => row.falseClassification)
    );
  expect(falseAt(2e6).mean).toBeLessThan(0.5 * falseAt(2e3).mean);
  for (const row of rows) {
    expect(row.trueTarget).toBe(1);
    expect(row.target + row.oxygenPoor + row.oxygenRich).toBeCloseTo(1, 12);
  }
  // the same again, with the references handed back: the seeds' mean in place of each one's own
  const again = repeat(sample, { ...task, references });
  expect(references[referenceKey(2e6, "hann")].ratio).toBeCloseTo(0.4, 1);
  expect(again.rows[0].trueTarget).toBe(1);
  expect(again.rows[0].target).toBeCloseTo(rows[0].target, 1);
  expect(repeat(sample, task).rows).toEqual(rows);
});

test("mean and standard deviation", () => {
  expect(meanAndDeviation([1, 2, 3])).toEqual({ mean: 2, deviation: 1 });
  expect(meanAndDeviation([4]).deviation).toBeNaN();
});
