import { expect, it } from "vitest";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { proveSphere } from "../../../src/science/mechanics/proof.js";

it("agrees with the exact hollow sphere on the default mesh, as the page says", async () => {
  const fourier = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];
  const proof = await proveSphere(defaultStressParameters(), fourier);
  expect(proof.lithiumError).toBeLessThan(1e-3);
  expect(proof.voidHoopError).toBeLessThan(2e-3);
  expect(proof.hoopError).toBeLessThan(5e-3);
  expect(proof.radialError).toBeLessThan(5e-3);
  expect(new Set(proof.fourier).size).toBe(fourier.length);
});

it("agrees for a solid sphere too", async () => {
  const proof = await proveSphere({ ...defaultStressParameters(), voidRadius: 0 }, [0.1, 1]);
  expect(proof.lithiumError).toBeLessThan(1e-3);
  expect(proof.hoopError).toBeLessThan(5e-3);
});
