import { describe, expect, test } from "vitest";
import { capacityPerLithium } from "../../../src/science/material/composition.js";
import { sphereDiffusion, sphereStress } from "../../../src/science/mechanics/exact.js";
import { stressModel } from "../../../src/science/mechanics/model.js";
import { defaultStressParameters, type StressParameters } from "../../../src/science/mechanics/parameters.js";
import { chargeDischarge } from "../../../src/science/mechanics/programme.js";
import { geometryOf, simulate, type StressResult } from "../../../src/science/mechanics/simulate.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";

const parameters = (over: Partial<StressParameters> = {}) => ({ ...defaultStressParameters(), ...over });
const coarse = { resolution: 0.5 };
const MPa = 1e-6;

const voidOnly = geometryOf(parameters({ poreCount: 0 }));
const model = stressModel(meshParticle(voidOnly), voidOnly.radius, 0.25);

/** Hoop stress at the void of the hollow sphere, from the exact series, in the units of the model. */
function exactHoop(
  { rate, volumeChange, youngsModulus, poissonRatio }: StressParameters,
  depth: number
): number {
  const { radius, voidRadius } = voidOnly;
  const time = (depth * 3600) / rate;
  // depth of discharge as the concentration: its mean grows by rate/3600 s
  const flux = ((rate / 3600) * (radius ** 3 - voidRadius ** 3)) / (3 * radius ** 2);
  const sphere = sphereDiffusion({ inner: voidRadius, outer: radius, diffusivity: 5e-13, flux });
  return sphereStress(sphere, { youngsModulus, poissonRatio, strain: volumeChange / 3 }, voidRadius, time)
    .hoop;
}

describe("a void without pores, 10 C", async () => {
  const p = parameters({ poreCount: 0 });
  const result = await simulate(p, { model });

  test("hoop stress at the void follows the exact hollow sphere within 0.2 % of its plateau", () => {
    const plateau = exactHoop(p, 0.9);
    for (const k of [1, 2, 5, 10, 20, 50]) {
      const exact = exactHoop(p, result.frames[k].depthOfDischarge);
      expect(Math.abs(result.bridge.hoop[k] - exact) / plateau).toBeLessThan(0.002);
    }
  });

  test("and the finite elements of the parameter survey, which are good to 4 %", () => {
    const survey: [frame: number, MPa: number][] = [
      [1, 10.7],
      [2, 20.6],
      [5, 34],
      [10, 37]
    ];
    for (const [k, value] of survey) {
      expect(result.frames[k].depthOfDischarge).toBeCloseTo(k / 100, 10);
      expect(Math.abs((result.bridge.hoop[k] * MPa) / value - 1)).toBeLessThan(0.04);
    }
  });

  test("lithium is conserved, from the flux to the nodes", () => {
    expect(result.diagnostics.lithiumBalance).toBeLessThan(1e-10);
    const { currentDensity, solidVolume, outerArea } = result.diagnostics;
    // A = (A/kg) · kg
    expect((currentDensity * outerArea) / (10 * 250 * p.density * solidVolume)).toBeCloseTo(1, 12);
    // study's parameters give about 28.3 A/m² for a solid sphere of 4240 kg/m³
    expect(currentDensity).toBeCloseTo(28.18, 1);
  });

  test("surface minus void: the difference of x that diffusion needs at 10 C", () => {
    const x = result.line.lithium[30];
    const depth = ((x[x.length - 1] - x[0]) * capacityPerLithium()) / p.capacity;
    expect(depth).toBeCloseTo(0.059, 2);
  });

  test("ends where the surface is full, and says so", () => {
    expect(result.stopped).toMatchObject({
      halfCycle: 0,
      reason: "the surface is full of lithium (1.2 per formula unit)"
    });
    expect(result.stopped?.depthOfDischarge).toBeGreaterThan(0.97);
    expect(result.stopped?.depthOfDischarge).toBeLessThan(0.98);
    const last = result.frames[result.frames.length - 1];
    expect(Math.max(...last.lithium)).toBeCloseTo(1.2, 5);
  });

  test("the line starts at the void and ends at the outer surface, free of radial stress at both", () => {
    const { radius, sphericalRadial, hoop } = result.line;
    expect(radius[0]).toBeCloseTo(0.5e-6, 12);
    expect(radius[radius.length - 1]).toBeCloseTo(8e-6, 12);
    const radial = sphericalRadial[20];
    expect(Math.abs(radial[0] / hoop[20][0])).toBeLessThan(1e-2);
    expect(Math.abs(radial[radial.length - 1] / hoop[20][0])).toBeLessThan(1e-2);
  });

  test("linear in the rate: a hundred times the stress of 0.1 C once both are quasi-steady", async () => {
    const slow = await simulate({ ...p, rate: 0.1 }, { model, frames: [0.2] });
    expect(slow.diagnostics.lithiumBalance).toBeLessThan(1e-10);
    expect(result.bridge.hoop[20] / slow.bridge.hoop[1]).toBeCloseTo(100, 2);
  });

  test("linear in stiffness and swelling, inverse in diffusivity", async () => {
    const other = { ...p, youngsModulus: 156e9, volumeChange: 0.06, diffusivity: 2.5e-13 };
    const { bridge } = await simulate(other, { model, frames: [0.5] });
    expect(bridge.hoop[1] / result.bridge.hoop[50]).toBeCloseTo(8, 3);
  });

  test("frames in the quasi-steady state share the arrays of their stress", () => {
    expect(result.frames[90].hoopStress).toBe(result.frames[89].hoopStress);
    expect(result.frames[2].hoopStress).not.toBe(result.frames[1].hoopStress);
    expect(result.frames[90].lithium).not.toBe(result.frames[89].lithium);
  });
});

describe("two pores on the axis", async () => {
  const result = await simulate(parameters(), {
    ...coarse,
    frames: [0.01, 0.2],
    programme: [{ phase: "discharge", until: 0.2 }]
  });

  test("point A is the middle of the gap", () => {
    expect(result.bridge.r).toBeCloseTo(0, 12);
    expect(result.bridge.z).toBeCloseTo(0.6e-6, 12);
    expect(result.frames.map((f) => f.depthOfDischarge.toFixed(3))).toEqual(["0.000", "0.010", "0.200"]);
  });

  test("the line has no values within the pore", () => {
    const { radius, hoop } = result.line;
    const within = [...radius].map((r) => r > 0.701e-6 && r < 1.099e-6);
    expect(within.some(Boolean)).toBe(true);
    hoop[2].forEach((value, i) => expect(Number.isNaN(value)).toBe(within[i]));
  });

  test("stress across the gap vanishes at its surfaces, and the mean hoop stress is that of the survey, 41 MPa", () => {
    const { radius, hoop } = result.line;
    const gap = [...radius.keys()].filter((i) => radius[i] < 0.7001e-6);
    const mean = gap.reduce((sum, i) => sum + hoop[2][i], 0) / gap.length;
    // the survey gives ±15 %
    expect(Math.abs((mean * MPa) / 41 - 1)).toBeLessThan(0.15);
    expect(result.bridge.vonMises[2]).toBeGreaterThan(0);
  });
});

test("a charge begins discharged, ends empty of what a discharge puts in, and its stress has the opposite sign", async () => {
  const result = await simulate(parameters({ poreCount: 0 }), {
    model,
    frames: 4,
    programme: chargeDischarge
  });
  const depths = result.frames.map((f) => `${f.phase} ${f.depthOfDischarge.toFixed(2)}`);
  expect(depths.slice(0, 6)).toEqual([
    "charge 1.00",
    "charge 0.75",
    "charge 0.50",
    "charge 0.25",
    "charge 0.00",
    "discharge 0.25"
  ]);
  expect(result.bridge.hoop[2]).toBeLessThan(0);
  expect(result.bridge.hoop[2] / result.bridge.hoop[6]).toBeCloseTo(-1, 4);
  expect(result.stops).toHaveLength(1);
  expect(result.diagnostics.lithiumBalance).toBeLessThan(1e-10);
});

test("reports progress, lets others work, and stops when asked", async () => {
  const seen: number[] = [];
  let ticks = 0;
  const onProgress = (fraction: number) => void seen.push(fraction);
  const tick = () => {
    ++ticks;
    return Promise.resolve();
  };
  const p = parameters({ poreCount: 0 });
  await simulate(p, { model, frames: 2, onProgress, tick });
  expect(ticks).toBeGreaterThan(10);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen[seen.length - 1]).toBe(1);

  const controller = new AbortController();
  let fractions = 0;
  const run: Promise<StressResult> = simulate(p, {
    model,
    signal: controller.signal,
    onProgress: () => {
      if (++fractions === 5) controller.abort();
    }
  });
  await expect(run).rejects.toThrow(/abort/i);
  expect(fractions).toBe(5);
});

describe("bad input", () => {
  test.each<[string, Partial<StressParameters>, string]>([
    ["NaN", { rate: NaN }, "invalid rate: NaN; must be from 0.01 C to 50 C"],
    [
      "a void larger than the particle",
      { voidRadius: 5e-6, particleRadius: 4e-6 },
      "invalid void radius: 5 µm; must be smaller"
    ],
    [
      "a modulus out of range",
      { youngsModulus: 1e12 },
      "invalid Young's modulus: 1000 GPa; must be from 10 GPa to 400 GPa"
    ],
    ["half a pore", { poreCount: 1.5 }, "invalid number of pores: 1.5; must be a whole number from 0 to 8"],
    [
      "more capacity than lithium",
      { capacity: 377, dischargedLithium: 1 },
      "invalid capacity: 377 mAh/g; must be at most 314 mAh/g"
    ]
  ])("%s", async (_, over, message) => {
    await expect(simulate(parameters(over), coarse)).rejects.toThrow(message);
  });

  test("a rate that fills the surface at once", async () => {
    const p = parameters({ diffusivity: 1e-16, poreCount: 0 });
    await expect(simulate(p, { model })).rejects.toThrow(
      /^unsupported rate: 10 C; the surface is full after 0\.\d+ % of the capacity; lower the rate/
    );
  });

  test("a programme or tolerance that makes no sense", async () => {
    await expect(simulate(parameters(), { programme: [] })).rejects.toThrow("missing half-cycle");
    await expect(simulate(parameters(), { programme: [{ phase: "charge", until: -1 }] })).rejects.toThrow(
      "invalid end of charge: -1"
    );
    await expect(simulate(parameters(), { tolerance: 0 })).rejects.toThrow("invalid tolerance: 0");
    await expect(simulate(parameters({ poreCount: 0 }), { model, frames: 0.5 })).rejects.toThrow(
      "invalid number of frames: 0.5"
    );
  });

  test("a model of another Poisson's ratio", async () => {
    await expect(simulate(parameters({ poreCount: 0, poissonRatio: 0.3 }), { model })).rejects.toThrow(
      "invalid model: made for a Poisson's ratio of 0.25"
    );
  });
});
