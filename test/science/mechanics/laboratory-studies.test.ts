import { describe, expect, it } from "vitest";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { hoopAt, rateRatioRuns, ratioCases } from "../../../src/science/mechanics/rate-ratio.js";
import { exactVoidHoop, refinementStudy } from "../../../src/science/mechanics/refinement-study.js";

const base = { ...defaultStressParameters(), rate: 10 };

describe("the refinement study", () => {
  it("bounds the true error of a hollow sphere on every mesh, by the spread and by the indicator", async () => {
    const rows = await refinementStudy({ ...base, poreCount: 0 }, [0.5, Math.SQRT1_2, 1, Math.SQRT2]);
    expect(rows.map(({ nodes }) => nodes)).toEqual([...rows.map(({ nodes }) => nodes)].sort((a, b) => a - b));
    for (const { hoop, exact, indicator, spreadBound } of rows) {
      const error = Math.abs(hoop - (exact ?? NaN));
      expect(error).toBeLessThan(indicator);
      if (spreadBound !== null) expect(error).toBeLessThan(spreadBound);
    }
    expect(rows[0].spreadBound).toBeNull();
    expect(rows[3].spreadBound).not.toBeNull();
  }, 60_000);

  it("knows the exact stress: 36.3 MPa at the void for the default material at 10 C", () => {
    expect(exactVoidHoop(base, 0.2)).toBeCloseTo(36.309e6, -4);
    expect(exactVoidHoop({ ...base, rate: 0.1 }, 0.2) * 100).toBeCloseTo(36.32e6, -5);
  });
});

describe("the ratio of the rates", () => {
  const ratioOf = async (name: string, depth = 0.2) => {
    const cases = ratioCases.filter((each) => each.name === name).map((each) => ({ ...each, charge: false }));
    const [slow, fast] = await rateRatioRuns({ cases, frames: 20, resolution: 0.5 });
    return hoopAt(fast, depth) / hoopAt(slow, depth);
  };

  it("is 100 where all is linear, once the gradient has formed", async () => {
    expect(await ratioOf("uniform")).toBeCloseTo(100, 1);
  }, 60_000);

  it("is not where the volume curve bends, nor where diffusion is slow", async () => {
    expect(await ratioOf("nmc811")).toBeGreaterThan(105);
    expect(await ratioOf("slow")).toBeLessThan(15);
  }, 60_000);

  it("has no value beyond the end of a run", async () => {
    const cases = ratioCases.filter(({ name }) => name === "slow");
    const [run] = await rateRatioRuns({ cases, rates: [10], frames: 20, resolution: 0.5 });
    expect(run.stopped).toContain("full of lithium");
    expect(hoopAt(run, 0.5)).toBeNaN();
    expect(hoopAt(run, 0.1)).toBeGreaterThan(0);
  }, 60_000);
});
