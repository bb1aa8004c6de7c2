import { describe, expect, it } from "vitest";
import { implicitStep } from "../../../src/science/pathways/diffusion.js";
import { meanOf, shellsOf } from "../../../src/science/pathways/grid.js";
import { mechanisms } from "../../../src/science/pathways/mechanisms.js";
import { modelOf, pristineState } from "../../../src/science/pathways/model.js";
import { defaultPathwayParameters, pristineLithium } from "../../../src/science/pathways/parameters.js";
import { stepperOf } from "../../../src/science/pathways/step.js";
import { driveOf } from "../../../src/science/pathways/voltage.js";
import { sphereSeries } from "./sphere-series.js";

const p = defaultPathwayParameters();
const speed = 6e-4;

/** The whole model's stepper with every mechanism off, against the series; largest error over the range of the profile. */
function error(shells: number, steps: number, tau = 0.1): number {
  const model = modelOf(p, shells, mechanisms);
  const stepper = stepperOf(model);
  const drive = driveOf(model, 1, true, speed, 0);
  const state = pristineState(model);
  const time = (tau * p.particleRadius ** 2) / model.diffusivity;
  for (let k = 0; k < steps; ++k) state.values.set(stepper.step(state, time / steps, drive).state.values);
  const scale = (drive.flux * p.particleRadius) / model.diffusivity;
  const range = 0.5 * Math.abs(scale);
  let worst = 0;
  model.shells.middles.forEach((r, i) => {
    const exact = pristineLithium + scale * sphereSeries(r / p.particleRadius, tau);
    worst = Math.max(worst, Math.abs(state.field.regular[i] - exact) / range);
  });
  return worst;
}

describe("transport", () => {
  it("with every mechanism off is the exact diffusion into a sphere under constant flux", () => {
    expect(error(40, 200)).toBeLessThan(2e-3);
  });

  it("converges with the square of the shells' thickness", () => {
    const [coarse, fine] = [error(20, 2000), error(40, 2000)];
    expect(Math.log2(coarse / fine)).toBeGreaterThan(1.8);
    expect(Math.log2(coarse / fine)).toBeLessThan(2.6);
  });

  it("converges with the square of the step", () => {
    // against a run of the same shells with steps so short that only theirs is left
    const final = (steps: number) => {
      const model = modelOf(p, 16, mechanisms);
      const stepper = stepperOf(model);
      const drive = driveOf(model, 1, true, speed, 0);
      const state = pristineState(model);
      for (let k = 0; k < steps; ++k) state.values.set(stepper.step(state, 20 / steps, drive).state.values);
      return state.field.regular[15];
    };
    const exact = final(1280);
    const order = Math.log2(Math.abs(final(40) - exact) / Math.abs(final(80) - exact));
    expect(order).toBeGreaterThan(1.7);
    expect(order).toBeLessThan(2.5);
  });

  it("puts into the shells what crosses the surface, whatever the flux law", () => {
    const shells = shellsOf(3e-6, 17);
    const y = Float64Array.from({ length: 17 }, (_, i) => Math.sin(i));
    const diffusivity = new Float64Array(18).fill(1e-14);
    const before = meanOf(shells, y);
    const flux = implicitStep(shells, { y, diffusivity, time: 40, flux: { constant: 2e-10, slope: 3e-10 } });
    expect(meanOf(shells, y) - before).toBeCloseTo((flux * 3 * 40) / 3e-6, 12);
    expect(flux).toBeCloseTo(2e-10 - 3e-10 * y[16], 20);
  });

  it("has shells that fill the sphere, finer towards the surface", () => {
    const { weights, faces } = shellsOf(8e-6, 40);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
    expect(faces[40] - faces[39]).toBeLessThan(0.1 * (faces[1] - faces[0]));
    expect(() => shellsOf(8e-6, 1)).toThrow(
      "invalid number of shells: 1; must be a whole number of at least 2"
    );
  });
});
