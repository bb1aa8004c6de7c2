import { describe, expect, test } from "vitest";
import { finiteFrameRecorder } from "../../../src/science/mechanics/finite-frames.js";
import { readingLine } from "../../../src/science/mechanics/line.js";
import { stressModel } from "../../../src/science/mechanics/model.js";
import { NewtonFailure } from "../../../src/science/mechanics/finite-newton.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { geometryOf, simulate } from "../../../src/science/mechanics/simulate.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";

const parameters = defaultStressParameters();
const geometry = geometryOf(parameters);
const model = stressModel(
  meshParticle(geometry, { resolution: 0.5 }),
  geometry.radius,
  parameters.poissonRatio
);
const frames = [0.05, 0.2, 0.6];

describe("a discharge at finite strain", async () => {
  const run = (volumeChange: number, strain: "small" | "finite") =>
    simulate({ ...parameters, volumeChange }, { model, frames, strain });
  const [small, finite, thin, thinFinite] = [
    await run(0.2, "small"),
    await run(0.2, "finite"),
    await run(0.005, "small"),
    await run(0.005, "finite")
  ];

  test("has the frames, the line and the bridge of one at small strain", () => {
    expect(finite.frames.map((f) => f.depthOfDischarge)).toEqual(small.frames.map((f) => f.depthOfDischarge));
    expect(finite.line.radius).toEqual(small.line.radius);
    expect([finite.bridge.r, finite.bridge.z]).toEqual([small.bridge.r, small.bridge.z]);
    for (const [k, hoop] of finite.line.hoop.entries()) {
      expect(hoop.map((v) => Number(Number.isNaN(v)))).toEqual(
        small.line.hoop[k].map((v) => Number(Number.isNaN(v)))
      );
    }
    expect(finite.frames[0].hoopStress.every((v) => Math.abs(v) < 1)).toBe(true);
  });

  test("differs from it by a few per cent at 20 %, and in proportion to ΔV/V0", () => {
    const deviation = (a: typeof small, b: typeof small, k: number) =>
      b.bridge.hoop[k] / a.bridge.hoop[k] - 1;
    expect(deviation(small, finite, 2)).toBeLessThan(-0.02);
    expect(deviation(small, finite, 2)).toBeGreaterThan(-0.06);
    expect(deviation(small, finite, 2) / deviation(thin, thinFinite, 2) / 40).toBeCloseTo(1, 0);
  });

  test("loses its likeness with the depth of discharge: the body swells, the differences of growth do not", () => {
    // F_e sees (1 + v)/(1 + v̄) alone, so the quasi-steady stress falls as 1/(1 + S · depth)
    const [at20, at60] = [finite.bridge.hoop[2], finite.bridge.hoop[3]];
    expect(at60 / at20).toBeCloseTo((1 + 0.2 * 0.2) / (1 + 0.2 * 0.6), 2);
  });
});

test("a frame without equilibrium is named, and the frames before it are kept", () => {
  const reading = readingLine(model.unitMesh, {
    radius: 1,
    voidRadius: geometry.voidRadius / geometry.radius,
    pores: geometry.pores.map((p) => ({
      radius: p.radius / geometry.radius,
      r: p.r / geometry.radius,
      z: p.z / geometry.radius
    }))
  });
  const recorder = finiteFrameRecorder(parameters, model, reading, (x) => x, {
    growthOf: (x) => x,
    iterations: 12
  });
  const count = model.mesh.nodeCount;
  const { coordinates: x } = model.unitMesh;
  recorder.record(0, "discharge", 0, new Float64Array(count).fill(0.1));
  const hard = Float64Array.from({ length: count }, (_, i) =>
    Math.hypot(x[2 * i], x[2 * i + 1]) < 0.8 ? 6 : -0.9
  );
  expect(() => recorder.record(1, "discharge", 0, hard)).toThrow(NewtonFailure);
  expect(recorder.result().frames.length).toBe(1);
  expect(recorder.last?.growth[0]).toBe(0.1);
});
