// The numbers that the prose of the two diffraction pages states, held against their tables.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { basalRows, operandoClaims } from "../../src/data/lib/operando-claims.js";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const file = (name: string) => read(`.observablehq/cache/data/${name}.arrow`);
const neutrons = readFileSync(read("supplementary/diffraction.md"), "utf8");
const operando = readFileSync(read("supplementary/operando-diffraction.md"), "utf8");

type Row = Record<string, number> & Record<"state" | "quantity" | "treatment" | "branch", string>;
const rows = (name: string): Row[] =>
  tableFromIPC(readFileSync(file(name)))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());
const all = (...names: string[]) => names.every((name) => existsSync(file(name)));

describe.skipIf(!all("neutron-fits", "neutron-refined", "neutron-limits", "neutron-bias"))(
  "the prose on neutrons (needs the tables: npm run data)",
  () => {
    const fitOf = (state: string): Row => {
      const row = rows("neutron-fits").find((r) => r.state === state);
      if (!row) throw new Error(`missing refinement of ${state}`);
      return row;
    };

    it("states the oxygen lost, found and true", () => {
      const first = fitOf("0.1C-discharged");
      expect(neutrons).toContain(
        `The loss of ${first.true_oxygen_loss.toFixed(1)} % at 0.1 C, to which the model is calibrated, comes back as ${first.oxygen_loss.toFixed(1)} %, with an error of ${first.oxygen_loss_error.toFixed(1)} %`
      );
      const [middle, charged] = ["0.1C-4.6V", "0.1C-4.8V"].map(fitOf);
      expect(neutrons).toContain(
        `at 4.6 V already, ${middle.true_oxygen_loss.toFixed(1)} %, and ${charged.true_oxygen_loss.toFixed(1)} % at 4.8 V`
      );
      expect(neutrons).toContain(
        `it gives ${middle.oxygen_loss.toFixed(1)} ± ${middle.oxygen_loss_error.toFixed(1)} %`
      );
      const odd = fitOf("10C-4.8V");
      expect(neutrons).toContain(
        `${(-odd.oxygen_loss).toFixed(1)} ± ${odd.oxygen_loss_error.toFixed(1)} % of oxygen too much`
      );
      // a hundredth of a percent
      for (const state of ["10C-4.8V", "10C-20cycles"])
        expect(Math.abs(fitOf(state).true_oxygen_loss - 0.01)).toBeLessThan(0.005);
    });

    it("states the trapped lithium, found and true", () => {
      const [slow, fast] = ["0.1C-20cycles", "10C-20cycles"].map((state) => {
        const row = rows("neutron-refined").find((r) => r.state === state && r.quantity === "lithiumTet");
        if (!row) throw new Error(`missing tetrahedral lithium of ${state}`);
        return { value: 2 * row.recovered, error: 2 * row.standard_error, truth: 2 * row.truth };
      });
      expect(neutrons).toContain(
        `${slow.truth.toFixed(2)} lithium stays trapped in tetrahedral places, after twenty fast ones ${fast.truth.toFixed(3)}`
      );
      const said = ({ value, error }: typeof slow) => `${value.toFixed(3)} ± ${error.toFixed(3)}`;
      expect(neutrons).toContain(`finds ${said(slow)} and ${said(fast)}`);
    });

    it("states what is not known: B of the metals, nickel on the lithium layer", () => {
      const of = (variant: string) =>
        rows("neutron-limits").find(
          (r) => (r as Record<string, unknown>)["variant"] === variant && r.hours === 3
        );
      const [usual, free] = [of("default"), of("bMetal")];
      const ratio = (free?.oxygen_error ?? NaN) / (usual?.oxygen_error ?? NaN);
      expect(ratio).toBeGreaterThan(1.6);
      expect(ratio).toBeLessThan(2);
      // one measurement in four
      expect(1 / (free?.power ?? NaN)).toBeCloseTo(4, 0);
      const bias = rows("neutron-bias").find(
        (r) => (r as Record<string, unknown>)["held"] === "mixing" && Math.abs(r.offset - 0.005) < 1e-9
      );
      expect(((bias?.oxygen_bias ?? NaN) * 0.004) / 0.005).toBeCloseTo(4, 0);
    });
  }
);

describe.skipIf(!all("operando-lattice"))("the prose on operando diffraction (needs the tables)", () => {
  const of = (rate: number, treatment: string) =>
    rows("operando-lattice").filter(
      (r) => r.rate_C === rate && r.treatment === treatment && r.branch === "charge"
    );

  it("counts the patterns of a charge", () => {
    expect(of(0.1, "own moments")).toHaveLength(29);
    expect(of(10, "own moments")).toHaveLength(6);
    expect(operando).toContain(
      "twenty-nine scans fit into the charge of 306 mAh/g; at 10 C six frames do into 188"
    );
  });

  it("says how far a scan that is taken for one moment is off, and the last one that is not", () => {
    const off = (r: Row) => Math.abs(r.c_A - r.true_c_A);
    const worst = of(0.1, "one moment").reduce((a, b) => (off(b) > off(a) ? b : a));
    expect(operando).toContain(`off by up to ${off(worst).toFixed(3)} Å, forty standard errors`);
    expect(Math.round(off(worst) / worst.c_error_A / 10)).toBe(4);
    const own = of(0.1, "own moments");
    const last = own[own.length - 1];
    for (const row of own) if (row !== last) expect(off(row)).toBeLessThan(5 * row.c_error_A);
    expect(operando).toContain(`is ${off(last).toFixed(3)} Å off`);
    for (const row of [...own, ...of(10, "own moments")]) expect(row.basal_c_error_A).toBeLessThan(0.001);
  });

  it("states how far c falls from 4.6 V", () => {
    const claim = operandoClaims(basalRows(rows("operando-lattice"))).find(({ id }) => id === "C07");
    expect(operando).toContain(`it is ${Math.abs(claim?.value ?? NaN).toFixed(3)} Å, found and true`);
    expect((claim?.set?.value ?? NaN).toFixed(3)).toBe((claim?.value ?? NaN).toFixed(3));
  });
});
