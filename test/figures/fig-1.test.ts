// The numbers that the prose of Figure 1 states, held against the tables that its panels are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { firstCapacities, valueFor } from "../../src/science/electrochemistry/sensitivity.js";
import { halfCellParameters } from "../../src/science/electrochemistry/parameters.js";
import { agedSample } from "../../src/science/particle/aged-samples.js";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const file = (name: string) => read(`.observablehq/cache/data/electrochemistry-${name}.arrow`);
const prose = readFileSync(read("figures/fig-1-electrochemistry-and-lattice.md"), "utf8");
const names = ["first-cycle", "sampled", "cycles", "sensitivity"];
const present = names.every((name) => existsSync(file(name)));

type Row = Record<string, number> & { phase: string; state: string; parameter: string };
const rows = (name: string): Row[] =>
  tableFromIPC(readFileSync(file(name)))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());

describe.skipIf(!present)("the prose of Figure 1 (needs the tables: npm run data)", () => {
  const [firstCycle, sampled, cycles, sensitivity] = present ? names.map(rows) : [[], [], [], []];
  const at = (rate: number, cycle: number) => {
    const row = cycles.find((r) => r.rate_C === rate && r.cycle === cycle);
    if (!row) throw new Error(`missing cycle ${cycle} at ${rate} C`);
    return row;
  };

  it("states the first cycle at both rates", () => {
    const slow = at(0.1, 1);
    expect(prose).toContain(
      `${slow.charge_mAh_g.toFixed(0)} mAh/g out on the first charge, ${slow.discharge_mAh_g.toFixed(0)} back, ${(100 * slow.coulombic_efficiency).toFixed(1)} %`
    );
    const fast = at(10, 1);
    expect(prose).toContain(
      `With it ${fast.charge_mAh_g.toFixed(0)} mAh/g go out and ${fast.discharge_mAh_g.toFixed(0)} come back, a third less than at 0.1 C`
    );
    expect(1 - fast.discharge_mAh_g / slow.discharge_mAh_g).toBeCloseTo(1 / 3, 1);
    const bare = firstCapacities({ rate: 10, filmResistance: 0 });
    expect(prose).toContain(
      `a twelfth of the discharge (${bare?.discharge.toFixed(0)} mAh/g, after ${bare?.charge.toFixed(0)} out)`
    );
    expect(1 / (1 - (bare?.discharge ?? NaN) / slow.discharge_mAh_g)).toBeCloseTo(12.5, 0);
    const second = at(10, 2).discharge_mAh_g;
    expect(prose).toContain(
      `a third larger than the first (${second.toFixed(0)} mAh/g for ${fast.discharge_mAh_g.toFixed(0)})`
    );
  });

  it("splits the loss half-way through the fast charge, and calls the slow one small", () => {
    const charge = firstCycle.filter((r) => r.rate_C === 10 && r.phase === "charge");
    const half = charge[charge.length - 1].capacity_mAh_g / 2;
    const middle = charge.reduce((best, r) =>
      Math.abs(r.capacity_mAh_g - half) < Math.abs(best.capacity_mAh_g - half) ? r : best
    );
    const mV = (volt: number) => (1000 * volt).toFixed(0);
    expect(prose).toContain(
      `film and separator take ${mV(middle.ohmic_V)} mV, charge transfer ${mV(middle.kinetic_V)}, diffusion ${mV(middle.diffusion_V)}, lithium metal ${mV(middle.counter_V)}`
    );
    const slow = firstCycle.filter((r) => r.rate_C === 0.1 && r.phase === "charge");
    const losses = slow[Math.floor(slow.length / 2)];
    expect(losses.kinetic_V + losses.diffusion_V + losses.counter_V + losses.ohmic_V).toBeLessThan(4e-3);
  });

  it("states the lithium of the sampled states", () => {
    const lithium = (state: string) => {
      const row = sampled.find((r) => r.state === state);
      if (!row) throw new Error(`missing sampled state: ${state}`);
      return row.lithium.toFixed(2);
    };
    expect(prose).toContain(
      `leaves *x* = ${lithium("10C-4.8V")} lithium in the particle, one at 0.1 C ${lithium("0.1C-4.8V")}`
    );
    expect(prose).toContain(
      `At 4.4 V they are ${lithium("10C-4.4V")} and ${lithium("0.1C-4.4V")}, at 4.6 V ${lithium("10C-4.6V")} and ${lithium("0.1C-4.6V")}`
    );
  });

  it("states how the aged particle of the pathway model differs from the half-cell", () => {
    const lithium = (state: string) => sampled.find((r) => r.state === state)?.lithium ?? NaN;
    for (const rate of [0.1, 10])
      for (const volt of [4.4, 4.6, 4.8])
        expect(Math.abs(lithium(`${rate}C-${volt}V`) - agedSample(`${rate}C-${volt}V`).lithium)).toBeLessThan(
          0.01
        );
    expect(prose).toContain(`comes back to ${lithium("10C-discharged").toFixed(3)} at 10 C`);
    expect(prose).toContain(`the pathway model to ${agedSample("10C-discharged").lithium}`);
    expect(prose).toContain(
      `at 0.1 C they are ${lithium("0.1C-discharged").toFixed(2)} and ${agedSample("0.1C-discharged").lithium.toFixed(2)}`
    );
    expect(prose).toContain(
      `${agedSample("10C-discharged").capacity_mAh_g} mAh/g in the first cycle and ${agedSample("10C-20cycles").capacity_mAh_g} after twenty`
    );
  });

  it("states the set fall over twenty cycles", () => {
    const [slow, fast] = [at(0.1, 20), at(10, 20)];
    const decay = (row: Row) => Math.abs(row.decay_mV_cycle).toFixed(1);
    const left = (row: Row) => ((100 * row.discharge_mAh_g) / at(row.rate_C, 2).discharge_mAh_g).toFixed(0);
    expect(prose).toContain(
      `${decay(slow)} mV a cycle and ${left(slow)} % of the second discharge at 0.1 C, ${decay(fast)} mV and ${left(fast)} % at 10 C`
    );
  });

  it("says which diffusivity gives the capacities commonly said, and what else does", () => {
    const of = (parameter: string) => sensitivity.filter((r) => r.parameter === parameter && r.rate_C === 10);
    const reaching = (parameter: string, target: number) => {
      const points = of(parameter);
      const k = points.findIndex(
        (r, i) => i > 0 && (r.discharge_mAh_g - target) * ((points[i - 1].discharge_mAh_g || 0) - target) <= 0
      );
      const [p, q] = [points[k - 1], points[k]];
      const s = (target - p.discharge_mAh_g) / (q.discharge_mAh_g - p.discharge_mAh_g);
      return p.value * (q.value / p.value) ** s;
    };
    const [low, high] = [reaching("diffusivity", 80), reaching("diffusivity", 130)];
    expect(prose).toContain(`must be ${(low * 1e14).toFixed(0)} to ${(high * 1e14).toFixed(0)} × 10⁻¹⁴ m²/s`);
    expect(Math.round(5e-13 / high)).toBe(5);
    expect(Math.round(5e-13 / low)).toBe(10);
    const bare = [80, 130].map((q) =>
      (1e14 * (valueFor("diffusivity", 10, q, { filmResistance: 0 }) ?? NaN)).toFixed(0)
    );
    expect(prose).toContain(`(${bare[0]} to ${bare[1]} × 10⁻¹⁴ m²/s without the film)`);
    const film = [130, 80].map((q) =>
      (reaching("filmResistance", q) / halfCellParameters.filmResistance.value).toFixed(1)
    );
    expect(prose).toContain(`the film ${film[0]} to ${film[1]} times as resistive`);
    const radius = [130, 80].map((q) => (1e6 * reaching("particleRadius", q)).toFixed(0));
    expect(prose).toContain(`the radius ${radius[0]} to ${radius[1]} µm in place of 8`);
    expect(Math.round(10 / reaching("exchangeCurrent", 130))).toBe(16);
    for (const row of of("loading")) expect(row.discharge_mAh_g).toBeGreaterThan(130);
    for (const row of of("exchangeCurrent")) expect(row.discharge_mAh_g).toBeGreaterThan(105);
  });
});
