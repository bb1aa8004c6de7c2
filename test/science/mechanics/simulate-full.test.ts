import { describe, expect, test } from "vitest";
import { overpotential } from "../../../src/science/material/kinetics.js";
import { openCircuit } from "../../../src/science/material/open-circuit.js";
import {
  defaultFullParameters,
  type FullParameters
} from "../../../src/science/mechanics/full-parameters.js";
import { geometryOf } from "../../../src/science/mechanics/geometry-of.js";
import { stressModel } from "../../../src/science/mechanics/model.js";
import { chargedLithium } from "../../../src/science/mechanics/parameters.js";
import { simulate } from "../../../src/science/mechanics/simulate.js";
import { cycles, simulateFull, type FullResult } from "../../../src/science/mechanics/simulate-full.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";

const parameters = (over: Partial<FullParameters> = {}) => ({ ...defaultFullParameters(), ...over });
const modelOf = (p: FullParameters, resolution: number) => {
  const geometry = geometryOf(p);
  return stressModel(meshParticle(geometry, { resolution }), geometry.radius, p.poissonRatio);
};
const sphere = parameters({ poreCount: 0 });
const model = modelOf(sphere, 0.7);
const charged = chargedLithium(sphere);
const until = (depth: number) => [{ phase: "discharge" as const, until: depth }];
/** At a depth of discharge. */
const at = ({ frames }: FullResult, depth: number) => {
  const k = frames.findIndex((frame) => Math.abs(frame.depthOfDischarge - depth) < 1e-9);
  expect(k).toBeGreaterThan(-1);
  return k;
};

describe("a sphere with a void, 10 C", async () => {
  const result = await simulateFull(sphere, { model, frames: [0.05, 0.2, 0.5, 0.9] });

  test("has the lithium of the model with a uniform flux, to 1e-6", async () => {
    const uniform = await simulate(sphere, { model, frames: [0.05, 0.2, 0.5, 0.9] });
    for (let k = 1; k <= 4; ++k) {
      const [a, b] = [result.frames[k].lithium, uniform.frames[k].lithium];
      const range = Math.max(...b) - Math.min(...b);
      expect(range).toBeGreaterThan(0.04);
      // single precision of the frames is 3e-8 of x
      expect(Math.max(...a.map((x, i) => Math.abs(x - b[i])))).toBeLessThan(1e-6);
    }
    // the stress differs by the cube root and by V0 alone: less than S
    const ratio = result.bridge.hoop[2] / uniform.bridge.hoop[2];
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1);
  });

  test("conserves lithium and meets the galvanostatic constraint to 1e-10", () => {
    expect(result.diagnostics.lithiumBalance).toBeLessThan(1e-10);
    expect(result.galvanostaticResidual).toBeLessThan(1e-10);
    expect(result.kineticResidual).toBeLessThan(2e-9);
    expect(Math.max(...result.currentSpread)).toBeLessThan(1e-3);
  });

  test("the overpotential is the asinh of the current density", () => {
    const eta = overpotential(sphere, -result.diagnostics.currentDensity, sphere.temperature);
    for (const value of result.surfaceOverpotential) expect(value).toBeCloseTo(eta, 6);
    expect(eta).toBeCloseTo(-0.059, 3);
  });

  test("ends at 2.0 V, found to 1e-6 V, and says so", () => {
    const last = result.frames.length - 1;
    expect(Math.abs(result.voltage[last] - 2)).toBeLessThan(1e-6);
    expect(result.stopped?.reason).toBe("the cell voltage reached its cut-off of discharge (2 V)");
    expect(result.stopped?.depthOfDischarge).toBeGreaterThan(0.96);
    expect(result.stopped?.time).toBeCloseTo(result.frames[last].time, 9);
    expect(result.frames[last].depthOfDischarge).toBeCloseTo((result.frames[last].time * 10) / 3600, 9);
  });

  test("does not depend on the tolerance beyond it", async () => {
    const finer = await simulateFull(sphere, { model, frames: [0.05, 0.2, 0.5, 0.9], tolerance: 3e-5 });
    expect(finer.diagnostics.steps).toBeGreaterThan(1.5 * result.diagnostics.steps);
    const range = 0.06;
    for (let k = 1; k <= 4; ++k) {
      const [a, b] = [result.frames[k].lithium, finer.frames[k].lithium];
      expect(Math.max(...a.map((x, i) => Math.abs(x - b[i])))).toBeLessThan(1e-3 * range);
      expect(Math.abs(result.voltage[k] - finer.voltage[k])).toBeLessThan(1e-3);
    }
    expect(result.stopped?.time).toBeCloseTo(finer.stopped?.time ?? 0, 1);
  });

  test("frames do not share their stress", () => {
    expect(result.frames[3].hoopStress).not.toBe(result.frames[2].hoopStress);
  });
});

test("at a low rate the voltage tends to the equilibrium potential, in proportion to the rate", async () => {
  const gap = async (rate: number) => {
    const run = await simulateFull({ ...sphere, rate }, { model, frames: [0.3], programme: until(0.3) });
    const k = at(run, 0.3);
    return run.openCircuitVoltage[k] - run.voltage[k];
  };
  const [slow, slower] = [await gap(0.1), await gap(0.01)];
  expect(slow).toBeGreaterThan(0);
  expect(slow).toBeLessThan(3e-3);
  expect(slower / slow).toBeCloseTo(0.1, 2);
});

test("charge and discharge in turns repeat, between the cut-offs, on branches of their own", async () => {
  const result = await simulateFull(sphere, { model, programme: cycles(2), frames: 4 });
  expect(result.stops.map((stop) => stop.halfCycle)).toEqual([0, 1, 2, 3]);
  expect(result.stops[1].reason).toBe("the cell voltage reached its cut-off of charge (4.8 V)");
  expect(result.stops[2].depthOfDischarge).toBeCloseTo(result.stops[0].depthOfDischarge, 6);
  expect(result.diagnostics.lithiumBalance).toBeLessThan(1e-10);
  const half = (phase: string) =>
    result.frames.findIndex(
      (f) => f.halfCycle > 0 && f.phase === phase && Math.abs(f.depthOfDischarge - 0.5) < 1e-9
    );
  expect(result.voltage[half("charge")] - result.voltage[half("discharge")]).toBeGreaterThan(0.4);
  const spread = Math.max(...result.voltage) - Math.min(...result.voltage);
  expect(spread).toBeCloseTo(2.8, 6);
});

test("warmth raises D and lowers the overpotential's curvature: more capacity before the cut-off", async () => {
  const cold = await simulateFull({ ...sphere, temperature: 273 }, { model, frames: 4 });
  const warm = await simulateFull({ ...sphere, temperature: 333 }, { model, frames: 4 });
  expect(warm.stopped?.depthOfDischarge ?? 1).toBeGreaterThan((cold.stopped?.depthOfDischarge ?? 1) + 0.01);
});

describe("a large pore at the equator, near to the surface", async () => {
  const p = parameters({
    particleRadius: 3e-6,
    poreCount: 1,
    poreRadius: 0.7e-6,
    gap: 1e-6,
    diffusivity: 5e-15
  });
  const result = await simulateFull(p, { frames: [0.2, 0.4], programme: until(0.4), resolution: 0.7 });
  const { nodes, polarAngle, current } = result.surfaceCurrent;

  test("the surface above it fills sooner, so that less current enters there", () => {
    const k = at(result, 0.4);
    const { lithium } = result.frames[k];
    const above = polarAngle.findIndex((angle) => angle >= Math.PI / 2 - 1e-9);
    expect(lithium[nodes[above]]).toBeGreaterThan(lithium[nodes[0]] + 0.005);
    expect(Math.abs(current[k][above])).toBeLessThan(0.5 * Math.abs(current[k][0]));
    expect(result.currentSpread[k]).toBeGreaterThan(0.5);
  });

  test("evenly on both sides of the equator, as the geometry is", () => {
    const k = at(result, 0.4);
    const last = nodes.length - 1;
    for (const s of [0, 5, 20]) expect(current[k][s] / current[k][last - s]).toBeCloseTo(1, 3);
  });

  test("node by node the current follows the local lithium alone", () => {
    const k = at(result, 0.4);
    const { lithium } = result.frames[k];
    const byLithium = [...nodes.keys()].sort((a, b) => lithium[nodes[a]] - lithium[nodes[b]]);
    const sorted = byLithium.map((s) => current[k][s]);
    const tiny = 1e-5 * result.diagnostics.currentDensity;
    sorted.slice(1).forEach((i, s) => expect(i).toBeGreaterThan(sorted[s] - tiny));
  });

  test("lithium and the constraint hold all the same", () => {
    expect(result.diagnostics.lithiumBalance).toBeLessThan(1e-10);
    expect(result.galvanostaticResidual).toBeLessThan(1e-10);
  });
});

describe("volume tables", () => {
  const programme = until(0.2);
  const hoop = async (rate: number, volume: "linear" | "nmc811" | "hexagonal-discharge") => {
    const run = await simulateFull({ ...sphere, rate }, { model, frames: [0.2], programme, volume });
    return run.bridge.hoop[at(run, 0.2)];
  };

  test("a straight table leaves the ratio of 10 C to 0.1 C at 100, one with a bend does not", async () => {
    const straight = (await hoop(10, "hexagonal-discharge")) / (await hoop(0.1, "hexagonal-discharge"));
    expect(Math.abs(straight - 100)).toBeLessThan(0.1);
    const bent = (await hoop(10, "nmc811")) / (await hoop(0.1, "nmc811"));
    expect(Math.abs(bent - 100)).toBeGreaterThan(3);
  });

  test("the result names the table and the state that strains are measured from", async () => {
    const run = await simulateFull(sphere, {
      model,
      frames: [0.02],
      programme: until(0.02),
      volume: "hexagonal"
    });
    expect(run.volumeTable).toMatchObject({ label: "hexagonal a and c, first charge", status: "assumed" });
    expect(run.volumeTable.referenceLithium).toBeCloseTo(charged, 12);
    expect(Math.max(...run.frames[0].vonMises)).toBeLessThan(1);
  });

  test("a table that ends where the surface arrives ends the half-cycle", async () => {
    const lithium = [0.4, 0.6, 0.8, 1, 1.2];
    const own = { lithium, change: lithium.map((x) => 0.03 * x), source: "a test" };
    const run = await simulateFull(
      { ...sphere, dischargedLithium: 1.2, lowerVoltage: 1.5, upperVoltage: 5 },
      { model, frames: 4, volume: own, programme: [{ phase: "discharge", until: 0.3 }, { phase: "charge" }] }
    );
    expect(run.stops[0]).toMatchObject({
      halfCycle: 1,
      reason: "the surface left the volume table (own table), which ends at x = 0.4"
    });
  });
});

test("stress-driven transport levels lithium out, and lowers the stress", async () => {
  const p = { ...sphere, volumeChange: 0.1 };
  const options = { model: modelOf(sphere, 0.5), frames: [0.2], programme: until(0.2) };
  const [off, on] = [
    await simulateFull(p, options),
    await simulateFull(p, { ...options, stressDriven: true })
  ];
  const range = ({ frames }: FullResult) => Math.max(...frames[1].lithium) - Math.min(...frames[1].lithium);
  expect(range(on)).toBeLessThan(0.97 * range(off));
  expect(on.bridge.hoop[1]).toBeLessThan(0.97 * off.bridge.hoop[1]);
  expect(on.diagnostics.lithiumBalance).toBeLessThan(1e-10);
});

test("kinetics without a solution end the run with where and why, and keep the frames up to there", async () => {
  const curve = openCircuit("discharge", charged, 1.2);
  const broken = { ...curve, value: (x: number) => (x > 0.8 ? NaN : curve.value(x)) };
  const result = await simulateFull(sphere, {
    model,
    frames: 10,
    equilibrium: { charge: broken, discharge: broken }
  });
  expect(result.failure?.message).toMatch(
    /^the surface kinetics have no solution after t = \d+\.\d+ s of discharge, at 4\d\.\d\d % depth of discharge/
  );
  expect(result.stopped?.reason).toBe(result.failure?.message);
  const last = result.frames[result.frames.length - 1];
  expect(Math.max(...last.lithium)).toBeCloseTo(0.8, 3);
  expect(result.frames.length).toBeGreaterThan(4);
  expect(result.voltage).toHaveLength(result.frames.length);
});

describe("bad input", () => {
  test("a rate that a particle with so slow diffusion cannot begin with", async () => {
    await expect(simulateFull({ ...sphere, diffusivity: 1e-16 }, { model })).rejects.toThrow(
      /^unsupported rate: 10 C; the surface is full after 0\.40 % of the capacity; lower the rate/
    );
    await expect(
      simulateFull({ ...sphere, separatorThickness: 1e-3, conductivity: 0.05, rate: 50 }, { model })
    ).rejects.toThrow(
      "unsupported rate: 50 C; within 1 % of the capacity the cell voltage reached its cut-off of discharge (2 V): the discharge cannot begin"
    );
  });

  test("tables, tolerances, programmes and models that do not fit", async () => {
    const table = { lithium: [1, 0.9], change: [0, NaN], source: "a test" };
    await expect(simulateFull(sphere, { model, volume: table })).rejects.toThrow(
      "invalid volume table: row 2"
    );
    await expect(simulateFull(sphere, { model, tolerance: 1 })).rejects.toThrow("invalid tolerance: 1");
    await expect(simulateFull(sphere, { model, programme: [] })).rejects.toThrow("missing half-cycle");
    await expect(simulateFull({ ...sphere, poissonRatio: 0.3 }, { model })).rejects.toThrow("invalid model");
  });

  test("stops when asked", async () => {
    const signal = AbortSignal.abort();
    await expect(simulateFull(sphere, { model, signal })).rejects.toThrow(/abort/i);
  });
});
