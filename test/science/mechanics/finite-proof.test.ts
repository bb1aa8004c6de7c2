import { expect, test } from "vitest";
import { proveFiniteSphere, strongGrowth } from "../../../src/science/mechanics/finite-proof.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";

test.each([0, 0.5e-6, 2e-6])(
  "a void of %d m: within 0.1 % of the radial solution, as the page says",
  (voidRadius) => {
    for (const law of ["st-venant-kirchhoff", "neo-hooke"] as const) {
      for (const growth of [strongGrowth, (share: number) => 0.2 - 0.2 * share ** 2]) {
        const proof = proveFiniteSphere({ ...defaultStressParameters(), voidRadius }, growth, { law });
        expect(proof.hoopError).toBeLessThan(1e-3);
        expect(proof.radialError).toBeLessThan(1e-3);
        expect(proof.voidHoopError).toBeLessThan(1e-3);
        expect(proof.radius[0]).toBeCloseTo(voidRadius, 15);
        expect(proof.hoop.length).toBe(proof.radius.length);
      }
    }
  }
);
