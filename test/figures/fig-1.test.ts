// The numbers that the prose of Figure 1 states, held against the tables that its panels are drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";

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
    const fast = at(10, 1).discharge_mAh_g;
    expect(prose).toContain(`a twelfth of the discharge (${fast.toFixed(0)} mAh/g)`);
    expect(1 / (1 - fast / slow.discharge_mAh_g)).toBeCloseTo(12.5, 0);
  });

  it("splits the loss half-way through the fast charge, and calls the slow one small", () => {
    const charge = firstCycle.filter((r) => r.rate_C === 10 && r.phase === "charge");
    const half = charge[charge.length - 1].capacity_mAh_g / 2;
    const middle = charge.reduce((best, r) =>
      Math.abs(r.capacity_mAh_g - half) < Math.abs(best.capacity_mAh_g - half) ? r : best
    );
    const mV = (volt: number) => (1000 * volt).toFixed(0);
    expect(prose).toContain(
      `charge transfer takes ${mV(middle.kinetic_V)} mV, diffusion ${mV(middle.diffusion_V)}, lithium metal ${mV(middle.counter_V)}, the separator ${mV(middle.ohmic_V)}`
    );
    const slow = firstCycle.filter((r) => r.rate_C === 0.1 && r.phase === "charge");
    const losses = slow[Math.floor(slow.length / 2)];
    expect(losses.kinetic_V + losses.diffusion_V + losses.counter_V + losses.ohmic_V).toBeLessThan(5e-3);
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

  it("states the set fall over twenty cycles", () => {
    const [slow, fast] = [at(0.1, 20), at(10, 20)];
    const decay = (row: Row) => Math.abs(row.decay_mV_cycle).toFixed(1);
    const left = (row: Row) => (100 * row.retention).toFixed(0);
    expect(prose).toContain(
      `${decay(slow)} mV a cycle and ${left(slow)} % at 0.1 C, ${decay(fast)} mV and ${left(fast)} % at 10 C`
    );
  });

  it("says which diffusivity gives the capacities commonly said, and that nothing else does", () => {
    const of = (parameter: string) => sensitivity.filter((r) => r.parameter === parameter && r.rate_C === 10);
    const reaching = (target: number) => {
      const points = of("diffusivity");
      const above = points.findIndex((r) => r.discharge_mAh_g >= target);
      const [a, b] = [points[above - 1], points[above]];
      const s = (target - a.discharge_mAh_g) / (b.discharge_mAh_g - a.discharge_mAh_g);
      return a.value * (b.value / a.value) ** s;
    };
    const [low, high] = [reaching(80), reaching(130)];
    expect(prose).toContain(`${(low * 1e14).toFixed(0)} to ${(high * 1e14).toFixed(0)} × 10⁻¹⁴ m²/s`);
    expect(Math.round(5e-13 / high)).toBe(13);
    expect(Math.abs(5e-13 / low - 25)).toBeLessThan(1);
    for (const parameter of new Set(sensitivity.map((r) => r.parameter)))
      if (parameter !== "diffusivity")
        for (const row of of(parameter)) expect(row.discharge_mAh_g, parameter).toBeGreaterThan(130);
  });
});
