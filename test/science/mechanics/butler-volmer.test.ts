import { expect, test } from "vitest";
import fc from "fast-check";
import { butlerVolmer, overpotential } from "../../../src/science/material/kinetics.js";
import { surfaceKinetics } from "../../../src/science/mechanics/butler-volmer.js";
import { pchip } from "../../../src/science/numerics/pchip.js";

const T = 298;
const falling = pchip([0, 0.4, 0.8, 1.2], [4.8, 4.1, 3.6, 2]);
const weight = Float64Array.from([0.1, 0.4, 0.2, 0.3]);

test("a uniform surface needs the overpotential of the inverse", () => {
  const kinetics = { exchangeCurrent: 10, anodicTransfer: 0.5, cathodicTransfer: 0.5 };
  const surface = surfaceKinetics(weight, kinetics, T);
  const state = surface.respond([0.6, 0.6, 0.6, 0.6], -28, falling);
  const eta = overpotential(kinetics, -28, T);
  expect(state.potential - falling.value(0.6)).toBeCloseTo(eta, 13);
  expect(surface.meanOverpotential(state)).toBeCloseTo(eta, 13);
  for (const i of state.current) expect(i).toBeCloseTo(-28, 11);
});

test("the constraint holds to 1e-10, and each current is Butler–Volmer's at its own state", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(number(0.2, 1.1), { minLength: 4, maxLength: 4 }),
      number(-1, 3),
      number(-3, 4),
      fc.boolean(),
      number(0.2, 0.8),
      number(0.2, 0.8),
      (lithium, currentPower, exchangePower, negative, anodicTransfer, cathodicTransfer) => {
        const kinetics = { exchangeCurrent: 10 ** exchangePower, anodicTransfer, cathodicTransfer };
        const mean = (negative ? -1 : 1) * 10 ** currentPower;
        const { potential, current } = surfaceKinetics(weight, kinetics, T).respond(lithium, mean, falling);
        const largest = Math.max(...current.map(Math.abs), Math.abs(mean));
        const total = current.reduce((sum, i, s) => sum + weight[s] * i, 0);
        // where the surface is uneven, currents far above the mean pass within it: the sum is good to their rounding
        expect(Math.abs(total - mean)).toBeLessThan(1e-10 * Math.abs(mean) + 1e-14 * largest);
        current.forEach((i, s) => {
          const own = butlerVolmer(kinetics, potential - falling.value(lithium[s]), T);
          expect(Math.abs(own - i)).toBeLessThan(1e-8 * Math.max(largest, kinetics.exchangeCurrent));
        });
      }
    )
  );
});

test("conductance and slope are derivatives", () => {
  const kinetics = { exchangeCurrent: 3, anodicTransfer: 0.4, cathodicTransfer: 0.6 };
  const state = surfaceKinetics(weight, kinetics, T).respond([0.5, 0.6, 0.55, 0.7], 12, falling);
  state.equilibrium.forEach((E, s) => {
    const eta = state.potential - E;
    const h = 1e-6;
    const byEta = (butlerVolmer(kinetics, eta + h, T) - butlerVolmer(kinetics, eta - h, T)) / (2 * h);
    expect(state.conductance[s] / byEta).toBeCloseTo(1, 8);
  });
});
