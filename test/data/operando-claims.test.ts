import { describe, expect, it } from "vitest";
import { type BasalRow, basalRows, operandoClaims } from "../../src/data/lib/operando-claims.js";
import { agedSample } from "../../src/science/particle/aged-samples.js";

/** c straight in the charge, so that slopes and falls are known. */
const made = (noise: number): BasalRow[] =>
  [0.1, 10].flatMap((rate) =>
    Array.from({ length: rate === 0.1 ? 32 : 6 }, (_, k): BasalRow => {
      const capacity = (rate === 0.1 ? 10.417 : 31.25) * k;
      const lithium = 1.2 - capacity / 314.6;
      const up = rate === 0.1 ? 0.001 : 0.0025;
      const truth = 14.24 + up * capacity - Math.max(0, 0.5 - lithium) * 0.8 * (rate === 0.1 ? 1 : 0);
      return {
        ...{ rate, capacity, lithium, truth },
        time: 100 * k,
        error: 0.0005,
        c: truth + noise * (k % 2 ? 1 : -1)
      };
    })
  );

describe("claims of the operando diffraction", () => {
  it("compares the steepest rises, and takes the fall from 4.6 V to the last scan", () => {
    const rows = made(0);
    const claims = operandoClaims(rows);
    const find = (id: string) => claims.find((claim) => claim.id === id);
    expect(find("Q4")?.value).toBeCloseTo(2.5, 6);
    const slow = rows.filter(({ rate }) => rate === 0.1);
    const last = slow[slow.length - 1];
    const x46 = agedSample("0.1C-4.6V").lithium;
    const at46 = 14.24 + 0.001 * (1.2 - x46) * 314.6 - (0.5 - x46) * 0.8;
    expect(find("C07")?.value).toBeCloseTo(last.truth - at46, 3);
    expect(find("C07")?.set?.value).toBeCloseTo(last.truth - at46, 3);
    expect(find("C45")).toMatchObject({ kind: "reported", value: 1.54186, unit: "Å" });
    expect(find("C46")).toMatchObject({ kind: "reported", value: 45, unit: "s" });
  });

  it("says how much noise leaves open", () => {
    const noisy = operandoClaims(made(0.0005)).find(({ id }) => id === "Q4");
    expect(Math.abs((noisy?.value ?? 0) - 2.5)).toBeLessThan(2 * (noisy?.error ?? 0));
  });

  it("takes the charge only, with every line at its own moment", () => {
    const row = {
      rate_C: 10,
      basal_time_s: 5,
      time_s: 10,
      capacity_mAh_g: 20,
      basal_c_A: 14.3,
      basal_c_error_A: 1e-3
    };
    const base = { ...row, true_basal_c_A: 14.301 };
    const rows = basalRows([
      { ...base, treatment: "own moments", branch: "charge" },
      { ...base, treatment: "one moment", branch: "charge" },
      { ...base, treatment: "own moments", branch: "discharge" }
    ]);
    expect(rows).toEqual([
      {
        rate: 10,
        time: 5,
        lithium: expect.closeTo(1.2 - 10 / 314.6, 3) as number,
        capacity: 10,
        c: 14.3,
        error: 1e-3,
        truth: 14.301
      }
    ]);
    expect(() => operandoClaims(rows)).toThrow(/missing patterns of the charge/);
  });
});
