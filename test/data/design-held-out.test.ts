// What "Design your experiment" says between the settings of its table, against twins run at just these settings.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { beforeAll, describe, expect, it } from "vitest";
import { coarse, runRepeats, type RepeatAnswer } from "../../src/data/lib/composition-repeats.js";
import { compositionMeasures } from "../../src/data/lib/design-composition.js";
import { jointBias } from "../../src/data/lib/design-diffraction.js";
import { simsStates, smallestOverlap } from "../../src/data/lib/design-particles.js";
import { withDose } from "../../src/data/lib/eels.js";
import { neutronInstrument, shownState } from "../../src/data/lib/neutron.js";
import { sectionSize, shownInstrument } from "../../src/data/lib/sims.js";
import { precisionAt, stateInformation, variants } from "../../src/science/diffraction/identifiability.js";
import { defaultEelsInstrument } from "../../src/science/eels/instrument.js";
import { limitsOf } from "../../src/science/eels/limits.js";
import { eelsSample } from "../../src/science/eels/samples.js";
import { required } from "../../src/science/experiment-design/decide.js";
import { predict, type Prediction, type Question } from "../../src/science/experiment-design/predict.js";
import { questionsOf, runRows } from "../../src/science/experiment-design/read.js";
import { studyDesign, type Design } from "../../src/science/experiment-design/settings.js";
import { crossSection } from "../../src/science/particle/cross-section.js";
import { analyseDomains } from "../../src/science/sims/analysis.js";
import { measure } from "../../src/science/sims/twin.js";

const file = fileURLToPath(
  new URL("../../src/.observablehq/cache/data/design-responses.arrow", import.meta.url)
);

describe.skipIf(!existsSync(file))("the experiment designer (needs the tables: npm run data)", () => {
  let questions: Question[] = [];
  beforeAll(() => {
    const rows = tableFromIPC(readFileSync(file)).toArray() as { toJSON: () => Record<string, unknown> }[];
    questions = questionsOf(runRows(rows.map((row) => row.toJSON())));
  });
  const at = (id: string, changes: Partial<Design>): Prediction => {
    const question = questions.find((q) => q.id === id);
    if (!question) throw new Error(`unknown question: ${id}`);
    return predict(question, { ...studyDesign(), ...changes });
  };

  it("states every difference with the sign of the claim, but for what shows with the wrong one", () => {
    const reversed = questions.filter(
      ({ effect, alternative, base }) => Math.sign(effect - alternative) !== Math.sign(base.difference)
    );
    // fewer oxygen-rich voxels are found at 10 C and 4.4 V than in the pristine particle, though there are more
    expect(reversed.map(({ id }) => id)).toEqual(["C09"]);
  });

  it("knows the error of neutrons after four and a half hours, alone and with X-rays, and what bias is left", () => {
    const information = stateInformation(shownState, neutronInstrument);
    for (const [neutronPartner, id] of [
      [0, "default"],
      [1, "joint"]
    ] as const) {
      const variant = variants.find((v) => v.id === id);
      if (!variant) throw new Error(`unknown variant: ${id}`);
      const direct = 100 * precisionAt(information, 4.5, variant).error("O1.occupancy");
      const { noise } = at("C04a", { neutronHours: 4.5, neutronPartner });
      expect(Math.abs(noise / direct - 1)).toBeLessThan(0.01);
    }
    const bias = 100 * Math.abs(jointBias(neutronInstrument, 4.5));
    expect(Math.abs(at("C04a", { neutronHours: 4.5, neutronPartner: 1 }).bias / bias - 1)).toBeLessThan(0.05);
  });

  it("knows the error of the pre-peak at other exposures and resolutions, to a fifth", () => {
    for (const [eelsDose, eelsResolution, tolerance] of [
      [3, 4.7, 0.02],
      [0.3, 4.7, 0.02],
      [1, 2.5, 0.2],
      [3, 0.7, 0.1]
    ] as const) {
      const instrument = withDose({ ...defaultEelsInstrument, resolution: eelsResolution }, eelsDose);
      const [limit] = limitsOf(eelsSample("A"), instrument, {}, (raw) => raw, ["prePeak"]);
      const { noise, bias } = at("C22", { eelsDose, eelsResolution });
      expect(Math.abs(noise / (limit?.error ?? NaN) - 1)).toBeLessThan(tolerance);
      // the bias of the best analysis lies within that of all that were tried
      expect(Math.abs((limit?.found ?? NaN) - (limit?.truth ?? NaN))).toBeLessThan(bias);
    }
  });

  it("knows the overlap of the ion maps after 90 s, within its noise", () => {
    const section = crossSection(simsStates.overlap, { size: sectionSize });
    const raw = measure(section, { ...shownInstrument(""), time: 90 }, 3);
    const { overlap, mean } = smallestOverlap(analyseDomains(raw).overlaps);
    const { noise, bias, difference } = at("Q6", { simsTime: 90 });
    expect(Math.abs(overlap / mean - (1 + difference))).toBeLessThan(bias + 2 * noise);
  });

  describe("for a uniform particle at 10 000 photons, tilts to ±70°, another seed", () => {
    const thresholds = [4, 5, 6];
    let answer: RepeatAnswer | undefined;
    beforeAll(() => {
      answer = runRepeats({
        ...{ state: "uniform", tiltLimit: 70, photons: [10_000], seeds: [5] },
        ...{ variants: [{ name: "default", settings: coarse }], thresholds: thresholds.map((t) => t / 100) }
      });
    }, 120_000);

    it.each(thresholds)("knows what noise makes of one composition at a threshold of %d %", (t) => {
      const run = answer?.rows.find(({ threshold }) => Math.abs(threshold - t / 100) < 1e-9);
      const direct = 100 * (1 - (run?.target ?? NaN));
      const { bias, biasError, noise } = at("C05a", { txmPhotons: 10_000, txmTilt: 70, txmThreshold: t });
      expect(Math.abs(direct - bias)).toBeLessThan(biasError + 2 * noise);
    });
  });
});

const decided = fileURLToPath(
  new URL("../../src/.observablehq/cache/data/stricter-decisions.arrow", import.meta.url)
);

it.skipIf(!existsSync(decided))(
  "foresees every verdict of the stricter experiment (needs the tables)",
  () => {
    const rows = tableFromIPC(readFileSync(decided)).toArray() as { toJSON: () => Record<string, unknown> }[];
    const strict = rows.map((row) => row.toJSON()).filter((row) => row["experiment"] === "stricter");
    expect(strict).toHaveLength(2 * compositionMeasures.length);
    for (const row of strict) {
      const where = `${String(row["question"])} at ${String(row["threshold_percent"])} %`;
      expect(Number(row["predicted"]) >= required, where).toBe(row["decidable"]);
    }
  }
);

const strictShares = fileURLToPath(
  new URL("../../src/.observablehq/cache/data/stricter-shares.arrow", import.meta.url)
);

it.skipIf(!existsSync(strictShares))(
  "the fork's prose states what the tables hold (needs the tables)",
  () => {
    const prose = readFileSync(
      fileURLToPath(new URL("../../src/hypotheses/stricter-experiment.md", import.meta.url)),
      "utf8"
    );
    const rows = (
      tableFromIPC(readFileSync(strictShares)).toArray() as { toJSON: () => Record<string, unknown> }[]
    )
      .map((row) => row.toJSON())
      .filter((row) => Math.abs(Number(row["threshold_percent"]) - 5) < 1e-9);
    const share = (state: string, name: string) =>
      Number(rows.find((row) => row["state"] === state && row["class"] === name)?.["recovered_percent"]);
    expect(prose).toContain(`to ${(100 - share("uniform", "target")).toFixed(1)} %`);
    expect(prose).toContain(`${share("10C-4.8V", "oxygen-rich").toFixed(1)} % after`);
  }
);
