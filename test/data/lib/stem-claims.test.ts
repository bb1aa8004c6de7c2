import { describe, expect, it } from "vitest";
import { stemClaims } from "../../../src/data/lib/stem-claims.js";
import { comparisonRows, trueLayers } from "../../../src/data/lib/stem-comparison.js";
import { runScene, sceneSample, stemScenes } from "../../../src/data/lib/stem.js";
import { trueMaps } from "../../../src/data/lib/stem-truth.js";
import { claims } from "../../../src/science/claims/claims.js";
import { judge } from "../../../src/science/claims/judge.js";

const surface = (transformed: number, inOrder: number) => ({
  ...{ transformed, inOrder, lines: 60, spread: 3, rockSalt: transformed / 2, spinel: transformed / 2 }
});

describe("claims on the atomic images", () => {
  it("are judged by their rules", () => {
    const judged = (id: string, own = stemClaims(surface(45, 0.95), surface(20, 0.9))) => {
      const claim = claims.find((c) => c.id === id);
      const computed = own.find((c) => c.id === id);
      if (!claim || !computed) throw new Error(`missing claim: ${id}`);
      return judge(claim, computed);
    };
    const verdict = (id: string) => judged(id).verdict;
    // the samples were set so: a twin cannot decide, it tells what could have been seen
    for (const id of ["Q1", "Q2"]) {
      expect(verdict(id)).toBe("undecidable");
      const wrong = stemClaims(surface(20, 0.1), surface(45, 0.9));
      expect(judged(id).reason).not.toBe(judged(id, wrong).reason);
      expect(judged(id).reason).toContain("such an instrument can see it");
    }
    expect(verdict("C42")).toBe("setting");
    expect(verdict("C43")).toBe("setting");
  });

  it("say what was set", () => {
    const [, q2] = stemClaims(surface(45, 1), surface(20, 1));
    expect(q2.value).toBeCloseTo(20 / 45, 10);
    expect(q2.set?.value).toBeCloseTo(
      trueLayers("fast-surface").transformed / trueLayers("slow").transformed,
      10
    );
  });
});

describe("tables of the atomic images", () => {
  it("have a row for each comparison of a lamella, and its truth on the maps", () => {
    const scene = { ...stemScenes[0], size: 256 };
    const run = runScene(scene);
    const rows = comparisonRows(run, null);
    const found = rows.find(({ quantity }) => quantity === "metal columns found");
    expect(found?.found).toBeGreaterThan(0.95 * (found?.truth ?? NaN));
    expect(rows.filter(({ quantity }) => quantity === "exx")).toHaveLength(1);
    const truth = trueMaps(sceneSample(scene).sample, run.result.strain, run.result.phases);
    expect(Math.max(...truth.exx.map(Math.abs))).toBe(0);
    expect(new Set(truth.phase)).toEqual(new Set([1]));
  });
});
