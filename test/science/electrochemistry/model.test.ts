import fc from "fast-check";
import { expect, test } from "vitest";
import { capacityPerLithium } from "../../../src/science/material/composition.js";
import { cellLosses } from "../../../src/science/material/half-cell.js";
import { overpotential } from "../../../src/science/material/kinetics.js";
import type { HalfCycleCurve } from "../../../src/science/electrochemistry/curve.js";
import {
  branchAfter,
  branchCurve,
  equilibriumOf,
  firstLoop,
  laterLoop
} from "../../../src/science/electrochemistry/equilibrium.js";
import { agedLoop, defaultFadeParameters, fadedShape } from "../../../src/science/electrochemistry/fade.js";
import {
  checkHalfCellParameters,
  defaultHalfCellParameters,
  halfCellParameters
} from "../../../src/science/electrochemistry/parameters.js";
import { particleSizes } from "../../../src/science/electrochemistry/particle-sizes.js";
import type { Parameter } from "../../../src/science/parameters.js";
import { random } from "../../../src/science/numerics/rng.js";
import { gaussLegendre, integrate } from "../../../src/science/numerics/gauss.js";
import {
  lithiumProfile,
  particleStepper,
  uniformState
} from "../../../src/science/electrochemistry/particles.js";
import { sphereModes } from "../../../src/science/electrochemistry/sphere-modes.js";
import { cyclesOf, simulateHalfCell } from "../../../src/science/electrochemistry/simulate.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { extendedShape } from "../../../src/science/material/open-circuit.js";
import { finiteVolumes } from "./finite-volumes.js";

const p = defaultHalfCellParameters();
/** the same without the resistance between particle and electrolyte */
const bare = { ...p, filmResistance: 0 };
const last = (v: Float64Array) => v[v.length - 1];
/** value of a column where another, ascending, has a value */
function at(x: Float64Array, y: Float64Array, where: number): number {
  const i = x.findIndex((v) => v >= where);
  return y[i - 1] + ((y[i] - y[i - 1]) * (where - x[i - 1])) / (x[i] - x[i - 1]);
}

test("what the room shares with the stress pages has the same values there", () => {
  const stress = defaultStressParameters();
  for (const name of ["rate", "particleRadius", "diffusivity", "temperature", "capacity", "density"] as const)
    expect(p[name]).toBe(stress[name]);
  expect(() => checkHalfCellParameters(p)).not.toThrow();
  expect(() => simulateHalfCell({ ...p, particleRadius: 1 })).toThrow(
    "invalid particle radius: 1000000 µm; must be from 0.05 µm to 20 µm"
  );
  for (const { source } of Object.values(halfCellParameters)) expect(source.length).toBeGreaterThan(10);
});

test("lithium changes by ∫I dt, at any rate, radius, diffusivity and spread of sizes", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -14, max: -12, noNaN: true }),
      fc.double({ min: 0, max: 0.6, noNaN: true }),
      (rate, D, sizeSpread) => {
        const run = simulateHalfCell({ ...p, rate: 10 ** rate, diffusivity: 10 ** D, sizeSpread });
        expect(run.chargeBalance).toBeLessThan(1e-9);
        for (const { capacity, lithium } of run.halfCycles)
          expect(
            Math.abs(Math.abs(last(lithium) - lithium[0]) * capacityPerLithium() - last(capacity))
          ).toBeLessThan(1e-9 * last(capacity));
      }
    ),
    { numRuns: 12, seed: 7 }
  );
});

test("a slow half-cycle tends to E_eq", () => {
  const off = (rate: number) => {
    const [charge, discharge] = simulateHalfCell({ ...bare, rate, hysteresisLithium: 0.001 }).halfCycles;
    const up = branchCurve(firstLoop(), "charge", 1, p.trappedLithium);
    const down = branchCurve(firstLoop(), "discharge", 1, p.trappedLithium);
    const worst = ({ lithium, voltage }: HalfCycleCurve, E: (x: number) => number) =>
      // away from the ends, where E_eq is steep, and from the change of branch
      Math.max(...lithium.map((x, i) => (x > 0.26 && x < 0.95 ? Math.abs(voltage[i] - E(x)) : 0)));
    return Math.max(worst(charge, up), worst(discharge, down));
  };
  expect(off(0.1)).toBeLessThan(3e-3);
  // the losses are linear in a small current
  expect(off(0.01) / off(0.1)).toBeCloseTo(0.1, 2);
});

test("one particle: voltage in closed form from the series of constant flux, with a film and without", () => {
  const rate = 10;
  const [charge, filmed] = [bare, p].map((q) => simulateHalfCell({ ...q, rate }).halfCycles[0]);
  // dx̄/dt and the load jR/D = (dx̄/dt) R²/(3D)
  const speed = (-rate * p.capacity) / capacityPerLithium() / 3600;
  const load = (speed * p.particleRadius ** 2) / (3 * p.diffusivity);
  const E = branchCurve(firstLoop(), "charge", 0, p.trappedLithium);
  const losses = cellLosses(p, rate * p.capacity);
  // A/m² of the sphere's surface: I ρ R/3
  const surfaceCurrent = (rate * p.capacity * p.density * p.particleRadius) / 3;
  const eta = overpotential(
    { exchangeCurrent: p.exchangeCurrent, anodicTransfer: 0.5, cathodicTransfer: 0.5 },
    surfaceCurrent,
    p.temperature
  );
  // the film's drop is that of a resistor
  const film = surfaceCurrent * p.filmResistance;
  expect(film).toBeGreaterThan(0.2);
  // 4000 roots of tan q = q, each by bisection
  const roots = Array.from({ length: 4000 }, (_, n) => {
    let [low, high] = [Math.PI * (n + 1), Math.PI * (n + 1.5)];
    for (let k = 0; k < 60; ++k) {
      const q = 0.5 * (low + high);
      if (Math.sin(q) - q * Math.cos(q) > 0 === (n % 2 === 0)) low = q;
      else high = q;
    }
    return low;
  });
  for (const [curve, drop, instants] of [
    [charge, 0, [0.01, 0.02, 0.1, 0.5, 2]],
    // the film ends the charge earlier
    [filmed, film, [0.01, 0.02, 0.1, 0.5, 1.5]]
  ] as const)
    for (const fourier of instants) {
      const time = (fourier * p.particleRadius ** 2) / p.diffusivity;
      const row = curve.time.findIndex((t) => t >= time);
      // the row nearest after: compare at its own time
      const own = (curve.time[row] * p.diffusivity) / p.particleRadius ** 2;
      const there =
        1.2 +
        load * (3 * own + 0.2 - roots.reduce((sum, q) => sum + (2 / (q * q)) * Math.exp(-q * q * own), 0));
      expect(
        Math.abs(
          curve.voltage[row] - (E(there) + eta + drop + losses.ohmicDrop - losses.counterOverpotential)
        )
      ).toBeLessThan(2e-5);
      expect(curve.ohmic[row]).toBeCloseTo(losses.ohmicDrop + drop, 10);
    }
});

test("a step is exact for a flux that is linear in time", () => {
  const [R, D, length] = [8e-6, 5e-13, 7];
  const modes = sphereModes(4);
  const model = {
    ...particleSizes(R, 0),
    ...{ diffusivity: D, modes, hysteresisLithium: 0.05 },
    current: {
      ...{ count: 1, weight: Float64Array.of(3 / R), currentPerFlux: -4.8e9, temperature: 298 },
      filmResistance: 0,
      kinetics: { exchangeCurrent: 10, anodicTransfer: 0.5, cathodicTransfer: 0.5 }
    }
  };
  const stepper = particleStepper(model, equilibriumOf(firstLoop(), p.trappedLithium));
  const rule = gaussLegendre(30);
  for (const [j0, j1] of [
    [-1e-9, 0],
    [0, -1e-9],
    [-4e-10, -7e-10]
  ]) {
    const [from, to] = [uniformState(model, 0.8, 1), uniformState(model, 0.8, 1)];
    from.flux[0] = j0;
    from.modes[0].set([1e-3, -2e-3, 5e-4, 1e-4]);
    stepper.step(from, length, (3 / R) * j1, Float64Array.of(j1), to);
    modes.roots.forEach((q, n) => {
      const decay = (D * q * q) / (R * R);
      const driven = integrate(
        (t) => Math.exp(-decay * (length - t)) * (j0 + ((j1 - j0) * t) / length),
        0,
        length,
        rule
      );
      const expected = from.modes[0][n] * Math.exp(-decay * length) + (2 / R) * driven;
      expect(Math.abs(to.modes[0][n] - expected)).toBeLessThan(1e-12);
    });
    expect(to.mean[0]).toBeCloseTo(0.8 + (3 / R) * length * 0.5 * (j0 + j1), 14);
    // the profile has the surface's value at its end and the mean of the sphere as its mean
    const mean = integrate((r) => 3 * r * r * lithiumProfile(model, to, 0, [r])[0], 0, 1, rule);
    expect(mean).toBeCloseTo(to.mean[0], 10);
    expect(lithiumProfile(model, to, 0, [1])[0]).toBeCloseTo(to.surface[0], 12);
  }
});

test("an independent finite-volume model gives the same cell, with one size and with three", () => {
  for (const sizeSpread of [0, 0.5]) {
    const q = { ...p, sizeSpread, diffusivity: 2e-13 };
    const { halfCycles, sizes } = simulateHalfCell(q, {
      sizes: 3,
      programme: [{ phase: "charge" }],
      tolerance: 1e-6,
      voltageStep: 0.002
    });
    const reference = finiteVolumes(q, sizes, branchCurve(firstLoop(), "charge", 0, p.trappedLithium), 200);
    const [charge] = halfCycles;
    for (let k = 1; k < reference.time.length; ++k)
      expect(
        Math.abs(at(charge.time, charge.voltage, reference.time[k]) - reference.voltage[k])
      ).toBeLessThan(1.2e-4);
  }
}, 60_000);

test("steps: halving the tolerances moves a capacity by less than 1e-4 of itself", () => {
  const of = (tolerance: number, voltageStep: number) =>
    simulateHalfCell({ ...p, sizeSpread: 0.5 }, { tolerance, voltageStep }).halfCycles.map(({ capacity }) =>
      last(capacity)
    );
  const [coarse, fine] = [of(1e-5, 0.02), of(1e-6, 0.004)];
  coarse.forEach((capacity, k) => expect(Math.abs(capacity / fine[k] - 1)).toBeLessThan(1e-4));
});

test("a half-cycle ends at its cut-off to 1e-9 V and says why; one that cannot begin is refused", () => {
  const { halfCycles } = simulateHalfCell({ ...p, upperVoltage: 4.6, lowerVoltage: 2.5, sizeSpread: 0.3 });
  expect(Math.abs(last(halfCycles[0].voltage) - 4.6)).toBeLessThan(1e-9);
  expect(Math.abs(last(halfCycles[1].voltage) - 2.5)).toBeLessThan(1e-9);
  expect(halfCycles[0].reason).toBe("the cell voltage reached its cut-off of charge (4.6 V)");
  expect(() => simulateHalfCell({ ...p, diffusivity: 1e-16, rate: 50 })).toThrow(
    "unsupported rate: 50 C; within 1 % of the capacity"
  );
  // fast enough that the surface is empty before 5 V
  const empty = simulateHalfCell({
    ...p,
    upperVoltage: 5,
    exchangeCurrent: 1e4,
    particleRadius: 1e-6,
    rate: 0.05
  }).halfCycles[0];
  expect(empty.reason).toMatch(/cut-off of charge \(5 V\)|surface is empty/);
});

test("turning midway changes E_eq without a jump, whichever way and wherever", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 20, max: 280, noNaN: true }),
      fc.double({ min: 5, max: 100, noNaN: true }),
      (turn, back) => {
        const { halfCycles } = simulateHalfCell(
          { ...p, rate: 0.01, sizeSpread: 0.4 },
          {
            programme: [
              { phase: "charge", until: turn },
              { phase: "discharge", until: back },
              { phase: "charge", until: back / 2 }
            ]
          }
        );
        for (let k = 1; k < halfCycles.length; ++k) {
          const [before, after] = [halfCycles[k - 1], halfCycles[k]];
          expect(Math.abs(after.equilibrium[0] - last(before.equilibrium))).toBeLessThan(2e-3);
          // what is left is the losses' change of sign at 0.01 C
          expect(Math.abs(after.voltage[0] - last(before.voltage))).toBeLessThan(4e-3);
        }
      }
    ),
    { numRuns: 15, seed: 3 }
  );
  // the rule itself: e-fold per x_h, and back to the same branch after much lithium
  expect(branchAfter(1, 0.05, 0.05)).toBeCloseTo(Math.exp(-1), 14);
  expect(branchAfter(0.3, 0, 0.05)).toBe(0.3);
  expect(branchAfter(0, -10, 0.05)).toBe(1);
});

test("the charge branch lies above the discharge branch, and slopes are those of the values", () => {
  for (const loop of [firstLoop(), laterLoop(), agedLoop(0.3, defaultFadeParameters())]) {
    const { at: E, ends } = equilibriumOf(loop, p.trappedLithium);
    const [from, to] = ends(1);
    // beyond the charged end too, where a cell goes whose cut-off is above 4.8 V
    for (let x = from - 0.0531; x < to; x += 0.01) {
      const memory = { branch: 0.4, activation: 1 };
      const { value, slope, byBranch } = { ...E(x, memory) };
      expect(byBranch).toBeGreaterThan(-1e-9);
      expect(slope).toBeLessThanOrEqual(0);
      const h = 1e-7;
      expect((E(x + h, memory).value - E(x - h, memory).value) / (2 * h)).toBeCloseTo(slope, 2);
      expect(E(x, { ...memory, branch: 0.9 }).value - value).toBeCloseTo(0.5 * byBranch, 10);
    }
  }
});

test("the split adds up to the voltage, with the losses of Ohm and of the metal", () => {
  const { halfCycles } = simulateHalfCell({ ...p, sizeSpread: 0.3 });
  for (const { voltage, equilibrium, diffusion, kinetic, ohmic, counter, phase } of halfCycles)
    voltage.forEach((V, i) => {
      expect(equilibrium[i] + diffusion[i] + kinetic[i] + ohmic[i] + counter[i]).toBeCloseTo(V, 12);
      expect(Math.sign(kinetic[i])).toBe(phase === "charge" ? 1 : -1);
      expect(Math.sign(counter[i])).toBe(phase === "charge" ? 1 : -1);
    });
});

test("sizes: the quadrature has the moments of a log-normal distribution", () => {
  const { radius, share } = particleSizes(8e-6, 0.4);
  for (const power of [0, 1, 2, -1, -2])
    expect(share.reduce((sum, w, k) => sum + w * (radius[k] / 8e-6) ** power, 0)).toBeCloseTo(
      Math.exp((power * 0.4) ** 2 / 2),
      5
    );
  // a spread that is next to nothing is one size
  const [a, b] = [0, 1e-4].map((sizeSpread) =>
    last(simulateHalfCell({ ...p, sizeSpread }).halfCycles[0].capacity)
  );
  expect(a).toBeCloseTo(b, 3);
});

test("ageing: capacity and mean voltage fall, and without it cycles repeat", () => {
  const shape = extendedShape("discharge");
  const span = (s: readonly (readonly [number, number])[]) => s[s.length - 1][0] - s[0][0];
  const fade = { ...defaultFadeParameters(), returned: 1 };
  // all that is lost at high voltage comes back at low voltage, but for the tails of the two steps beyond the window
  expect(span(fadedShape(shape, 0.3, fade))).toBeCloseTo(span(shape), 1);
  expect(span(fadedShape(shape, 0.3, { ...fade, returned: 0 }))).toBeLessThan(span(shape) - 15);
  const fresh = simulateHalfCell({ ...p, rate: 1 }, { programme: cyclesOf(4) }).halfCycles;
  expect(last(fresh[7].capacity)).toBeCloseTo(last(fresh[5].capacity), 3);
  const aged = simulateHalfCell(
    { ...p, rate: 0.1 },
    { programme: cyclesOf(6), fade: defaultFadeParameters() }
  ).halfCycles;
  const discharges = aged.filter(({ phase }) => phase === "discharge").map(({ capacity }) => last(capacity));
  for (let k = 1; k < discharges.length; ++k) expect(discharges[k]).toBeLessThan(discharges[k - 1]);
  expect(aged.map(({ cycle }) => cycle)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
});

test("any cell that the page's inputs allow runs to its ends, within a moment", () => {
  const names = [
    "rate",
    "diffusivity",
    "exchangeCurrent",
    "particleRadius",
    "sizeSpread",
    "loading",
    "lowerVoltage",
    "upperVoltage"
  ] as const;
  const uniform = random(5);
  for (let n = 0; n < 60; ++n) {
    const q = { ...p };
    for (const name of names) {
      const { min, max, scale }: Parameter = halfCellParameters[name];
      q[name] = scale === "log" ? min * (max / min) ** uniform() : min + (max - min) * uniform();
    }
    try {
      const { halfCycles, chargeBalance } = simulateHalfCell(q);
      for (const { failed, steps } of halfCycles) {
        expect(failed).toBe(false);
        expect(steps).toBeLessThan(6000);
      }
      expect(chargeBalance).toBeLessThan(1e-9);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("unsupported rate"))) throw error;
    }
  }
});

test("a run can be stopped", () => {
  const controller = new AbortController();
  expect(() =>
    simulateHalfCell(p, {
      programme: cyclesOf(20),
      signal: controller.signal,
      onProgress: (fraction) => fraction > 0.3 && controller.abort(new Error("enough"))
    })
  ).toThrow("enough");
});
