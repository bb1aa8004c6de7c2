import { beforeAll, describe, expect, it } from "vitest";
import {
  bridgeResponse,
  loadNumber,
  responseAxes,
  responseRange,
  type BridgeResponse
} from "../../../src/science/mechanics/bridge-response.js";
import {
  printedStress,
  requiredProduct,
  requiredVolumeChange,
  slopeCandidates
} from "../../../src/science/mechanics/iso-stress.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { tabulateResponse } from "../../../src/science/mechanics/response-table.js";
import {
  sampleParameters,
  stressSensitivity,
  uncertainInputs,
  valueAt
} from "../../../src/science/mechanics/sensitivity.js";
import { simulate } from "../../../src/science/mechanics/simulate.js";

const µm = 1e-6;
const base = defaultStressParameters();
// a part of the range, so that few meshes do
const range = {
  ...responseRange,
  gap: [0.1 * µm, 0.5 * µm] as [number, number],
  poreRadius: [0.15 * µm, 0.3 * µm] as [number, number]
};
let response: BridgeResponse;
beforeAll(async () => {
  response = bridgeResponse(
    await tabulateResponse(base, responseAxes(range, [4, 3, 2, 16]), { resolution: 0.7 })
  );
}, 120_000);

describe("the response of the bridge", () => {
  it("gives the stress of a run with other E, S, D, rate, gap, pore and ν to 1 %, while the gradient forms and after", async () => {
    const parameters = {
      ...base,
      youngsModulus: 150e9,
      volumeChange: 0.07,
      diffusivity: 2e-13,
      rate: 6,
      gap: 0.23 * µm,
      poreRadius: 0.21 * µm,
      poissonRatio: 0.28
    };
    const depths = [0.01, 0.03, 0.1, 0.3];
    const { bridge } = await simulate(parameters, {
      frames: depths,
      programme: [{ phase: "discharge", until: 0.3 }]
    });
    depths.forEach((depth, i) => {
      expect(Math.abs(response.hoop(parameters, depth) / bridge.hoop[i + 1] - 1)).toBeLessThan(0.01);
    });
  }, 60_000);

  it("scales exactly: with E and S, with the rate at a given Fourier number, with 1/D in the quasi-steady state", () => {
    const stress = response.hoop(base, 0.3);
    expect(response.hoop({ ...base, youngsModulus: 2 * base.youngsModulus }, 0.3)).toBeCloseTo(2 * stress, 3);
    expect(response.hoop({ ...base, volumeChange: 0.06 }, 0.3)).toBeCloseTo(2 * stress, 3);
    expect(response.hoop({ ...base, rate: 5 }, 0.15) * 2).toBeCloseTo(stress, 3);
    const slow = response.hoop({ ...base, rate: 0.1 }, 0.3);
    expect(response.hoop({ ...base, rate: 0.1, diffusivity: 2 * base.diffusivity }, 0.3) * 2).toBeCloseTo(
      slow,
      3
    );
    expect(loadNumber(base)).toBeCloseTo(0.35556, 5);
  });

  it("is linear in time before the lithium has come to the core", () => {
    const early = response.hoop(base, 1e-4);
    expect(response.hoop(base, 5e-5)).toBeCloseTo(early / 2, 6);
    expect(early).toBeGreaterThan(0);
  });

  it("says where it does not hold", () => {
    expect(() => response.at(2 * µm, 0.2 * µm, 0.25)).toThrow("unsupported gap: 2 µm; must be from 0.1 µm");
    expect(() => response.at(0.2 * µm, 0.2 * µm, 0.45)).toThrow("unsupported Poisson's ratio: 0.45");
  });
});

describe("the iso-stress surface", () => {
  it("is met by a run with the volume change that it names", async () => {
    const parameters = { ...base, youngsModulus: 140e9, gap: 0.3 * µm };
    const volumeChange = requiredVolumeChange(response, parameters);
    const { bridge } = await simulate(
      { ...parameters, volumeChange },
      { frames: [0.2], programme: [{ phase: "discharge", until: 0.2 }] }
    );
    expect(Math.abs(bridge.hoop[1] / printedStress - 1)).toBeLessThan(0.01);
  }, 60_000);

  it("fixes the product of stiffness and volume change only", () => {
    const soft = requiredProduct(response, { ...base, youngsModulus: 50e9 });
    const stiff = requiredProduct(response, { ...base, youngsModulus: 400e9 });
    expect(soft / stiff).toBeCloseTo(1, 10);
  });

  it("has the slopes of the published tables beside it", () => {
    const [nmc811] = slopeCandidates(250);
    expect(nmc811.to).toBeCloseTo(0.218, 2);
    expect(nmc811.from).toBeLessThan(0.02);
  });
});

describe("the sensitivity of the stress", () => {
  const within = {
    gap: range.gap,
    poreRadius: range.poreRadius
  };

  it("maps the unit cube to the ranges, and the slope per lithium to one discharge", () => {
    const point = uncertainInputs.map(() => 0);
    const p = sampleParameters(base, uncertainInputs, point);
    expect([p.youngsModulus, p.gap, p.capacity]).toEqual([78e9, 0.05 * µm, 200]);
    expect(p.volumeChange).toBeCloseTo((0.016 * 200) / 314.6, 5);
    const [E] = uncertainInputs;
    expect(valueAt(E, 0.5)).toBeCloseTo(Math.sqrt(78e9 * 375e9), 0);
    expect(within.gap[0]).toBeLessThan(within.gap[1]);
  });

  it("is nearly additive in the logarithm, where the index of a factor is the variance of its logarithm", () => {
    const { indices, inputs, variance } = stressSensitivity(response, base, {
      known: ["gap", "poreRadius", "diffusivity"],
      logarithm: true,
      count: 1024
    });
    const sum = indices.reduce((s, { first }) => s + first, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(0.02);
    const at = inputs.findIndex(({ name }) => name === "youngsModulus");
    const expected = Math.log10(375 / 78) ** 2 / 12 / variance;
    expect(Math.abs(indices[at].first - expected)).toBeLessThan(0.02);
  });
});
