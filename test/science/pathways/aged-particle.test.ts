import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agedSample, agedSamples } from "../../../src/science/particle/aged-samples.js";
import { latticeStates } from "../../../src/science/particle/lattice-states.js";
import { agedParticle } from "../../../src/science/pathways/aged-particle.js";
import { agedSamplesText } from "../../../src/science/pathways/aged-samples-text.js";
import { reduced } from "../../../src/science/pathways/calibrate.js";
import { defaultPathwayParameters } from "../../../src/science/pathways/parameters.js";
import { studySamples } from "../../../src/science/pathways/study-samples.js";
import { stateOf } from "../../../src/science/pathways/targets.js";

const p = defaultPathwayParameters();
const short = { ...reduced, cycles: 1 };
const charged = (run: ReturnType<typeof agedParticle>) => {
  const sample = stateOf(run, "4.8V");
  if (!sample) throw new Error("missing state at 4.8 V");
  return sample;
};

describe("the samples of both rates", () => {
  it("are in the repository as the model makes them", () => {
    const file = readFileSync("src/science/particle/aged-samples.ts", "utf8");
    expect(file).toBe(agedSamplesText(studySamples()));
  }, 60_000);

  it("have the names of the lattice's states", () => {
    expect(agedSamples.map(({ id }) => id)).toEqual(latticeStates.map(({ id }) => id));
    expect(() => agedSample("1C")).toThrow("unknown aged sample: 1C; must be one of pristine");
  });
});

describe("grid and steps", () => {
  it("hardly move the states: twelve shells against forty", () => {
    for (const rate of [0.1, 10]) {
      const [coarse, fine] = [agedParticle(p, { rate, ...short }), agedParticle(p, { rate, cycles: 1 })];
      expect(charged(coarse).lithium).toBeCloseTo(charged(fine).lithium, 2);
      expect(charged(coarse).distorted / charged(fine).distorted).toBeCloseTo(1, 1);
      expect(Math.abs(charged(coarse).oxygenLost - charged(fine).oxygenLost)).toBeLessThan(2e-4);
    }
  });

  it("converge: each doubling of the shells brings the distorted share several times closer", () => {
    const share = (shells: number) =>
      charged(agedParticle(p, { rate: 10, cycles: 1, shells, tolerance: 1e-5, voltageStep: 0.01 })).distorted;
    const exact = share(96);
    const [coarse, fine] = [Math.abs(share(12) - exact), Math.abs(share(24) - exact)];
    expect(Math.log2(coarse / fine)).toBeGreaterThan(1.5);
  }, 20_000);

  it("land on the voltages and on the cut-off", () => {
    const { history } = agedParticle(p, { rate: 1, ...short });
    const voltages = history.map(({ voltage }) => voltage);
    for (const voltage of [4.4, 4.6, 4.8, 2])
      expect(Math.min(...voltages.map((v) => Math.abs(v - voltage)))).toBeLessThan(1e-7);
  });
});

describe("limits that nothing was tuned to", () => {
  it("no distortion at a rate that tends to nought", () => {
    const shares = [10, 1, 0.1, 0.02].map(
      (rate) => charged(agedParticle(p, { rate, ...short })).distorted - 0.032
    );
    for (let k = 1; k < shares.length; ++k) expect(shares[k]).toBeLessThan(shares[k - 1]);
    expect(shares[3]).toBeLessThan(1e-4);
  });

  it("no loss of oxygen under a coating that covers all, and less under one that covers half", () => {
    const loss = (coating: number) =>
      charged(agedParticle({ ...p, coating }, { rate: 0.1, ...short })).oxygenLost;
    expect(loss(1)).toBe(0);
    expect(loss(0.5)).toBeLessThan(loss(0));
    // logarithmic: half of the surface gives by far more than half
    expect(loss(0.5)).toBeGreaterThan(0.7 * loss(0));
  });

  it("oxygen falls and distortion rises with the rate, throughout", () => {
    const samples = [0.05, 0.1, 0.3, 1, 3, 10].map((rate) => charged(agedParticle(p, { rate, ...short })));
    for (let k = 1; k < samples.length; ++k) {
      expect(samples[k].oxygenLost).toBeLessThan(samples[k - 1].oxygenLost);
      expect(samples[k].distorted).toBeGreaterThan(samples[k - 1].distorted);
      expect(samples[k].hoopStress).toBeGreaterThan(samples[k - 1].hoopStress);
    }
  });

  it("half the radius: a quarter of the stress, less distortion, more oxygen lost by volume", () => {
    const half = charged(agedParticle({ ...p, particleRadius: 4e-6 }, { rate: 5, ...short }));
    const whole = charged(agedParticle(p, { rate: 5, ...short }));
    expect(whole.hoopStress / half.hoopStress).toBeGreaterThan(3.5);
    expect(whole.hoopStress / half.hoopStress).toBeLessThan(4.8);
    expect(half.distorted - 0.032).toBeLessThan(0.2 * (whole.distorted - 0.032));
    expect(half.oxygenLost).toBeGreaterThan(whole.oxygenLost);
  });

  it("with every mechanism off nothing ages", () => {
    const off = [
      "surfaceRelease",
      "distortion",
      "lithiumTrapping",
      "densification",
      "stressCoupling"
    ] as const;
    const run = agedParticle(p, { rate: 1, ...reduced, cycles: 3, off });
    const last = run.samples[run.samples.length - 1];
    expect(last.oxygenLost).toBe(0);
    expect(last.distorted).toBeCloseTo(0.032, 12);
    expect(last.crackDamage).toBe(0);
    expect(last.surfaceLayer).toBe(p.nativeLayer);
    expect(run.cycles[2].dischargeCapacity).toBeCloseTo(run.cycles[1].dischargeCapacity, 1);
  });
});

describe("what is refused", () => {
  it("says what and how to mend it", () => {
    expect(() => agedParticle(p, { rate: 0 })).toThrow("invalid rate: 0 C; must be positive");
    expect(() => agedParticle(p, { rate: 1, cycles: 1.5 })).toThrow("invalid number of cycles: 1.5");
    expect(() => agedParticle({ ...p, coating: 2 }, { rate: 1 })).toThrow(
      /^invalid share of the surface on which a coating blocks the release: 2; must be from 0 to 1$/
    );
    expect(() => agedParticle(p, { rate: 1, off: ["magic" as "distortion"] })).toThrow(
      "unknown mechanism: magic"
    );
    const stopped = AbortSignal.abort(new Error("stopped"));
    expect(() => agedParticle(p, { rate: 1 }, { signal: stopped })).toThrow("stopped");
  });

  it("names a state that a rate does not reach, with why", () => {
    const run = agedParticle({ ...p, filmResistance: 0.05 }, { rate: 20, ...short });
    expect(run.samples.length).toBe(1);
    expect(run.missing.map(({ id }) => id)).toEqual(["20C-4.4V", "20C-4.6V", "20C-4.8V"]);
    expect(run.stopped).toMatch(/^the charge of cycle 1 cannot begin: the cell voltage reached its cut-off/);
    for (const { reason } of run.missing)
      expect(reason).toBe("the voltage is above it as soon as the current is on");
  });
});
