// The numbers that the prose of the two diffraction pages states, held against their tables.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { group } from "d3";
import { describe, expect, it } from "vitest";
import { basalRows, operandoClaims } from "../../src/data/lib/operando-claims.js";
import { braggAngle } from "../../src/science/diffraction/x-ray-line.js";
import { frameParameters } from "../../src/science/diffraction/operando-instrument.js";
import { neutronParameters } from "../../src/science/diffraction/neutron-instrument.js";
import { latticeAt } from "../../src/science/material/lattice.js";
import { agedSample } from "../../src/science/particle/aged-samples.js";

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

describe.skipIf(!all("neutron-coverage"))("the standard errors (need the tables: npm run data)", () => {
  it("cover each refined quantity as often as they say, over 200 seeds", () => {
    const pulls = group(rows("neutron-coverage"), ({ quantity }) => quantity);
    expect(pulls.size).toBe(8);
    const covered = [...pulls].map(([quantity, of]) => {
      expect(of.length, quantity).toBe(200);
      return { quantity, share: of.filter(({ pull }) => Math.abs(pull) < 1.96).length / of.length };
    });
    const binomial = Math.sqrt((0.95 * 0.05) / 200);
    for (const { quantity, share } of covered)
      expect(Math.abs(share - 0.95), quantity).toBeLessThan(3 * binomial);
    const mean = covered.reduce((sum, { share }) => sum + share, 0) / covered.length;
    expect(mean).toBeGreaterThan(0.93);
    expect(mean).toBeLessThan(0.97);
  });
});

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

describe("the prose on the one lattice of the samples at 10 C", () => {
  /** Domains, the rest, and both ends of the gradient, on the curve that the samples follow. */
  const of = (id: string, branch: "charge" | "discharge") => {
    const { lithium, lithiumOfDomains, lithiumElsewhere, lithiumGradient, distorted } = agedSample(id);
    const half = (lithiumGradient * lithium) / 2;
    const [domains, rest, centre, surface] = [
      lithiumOfDomains,
      lithiumElsewhere,
      lithium + half,
      lithium - half
    ].map((x) => ({ x, ...latticeAt(x, 10, branch) }));
    return { domains, rest, centre, surface, share: distorted };
  };
  const fresh = of("10C-discharged", "discharge");
  const apart = ({ domains, rest }: typeof fresh, edge: "a" | "c") =>
    100 * Math.abs(domains[edge] / rest[edge] - 1);

  it("states how far the domains' lattice is from the rest's", () => {
    for (const page of [neutrons, operando]) {
      expect(page).toContain(`${(100 * fresh.share).toFixed(0)} % of`);
      expect(page).toContain(`domains with ${fresh.domains.x.toFixed(3)} lithium`);
      expect(page).toContain(fresh.rest.x.toFixed(3));
      expect(page).toContain(fresh.domains.c.toFixed(3));
      expect(page).toContain(`${fresh.rest.c.toFixed(3)} Å`);
    }
    const width = 100 * neutronParameters.resolution.value;
    expect(neutrons).toContain(
      `These ${apart(fresh, "c").toFixed(2)} % are ${(apart(fresh, "c") / width).toFixed(1)} times the width`
    );
    expect(neutrons).toContain(`${apart(fresh, "a").toFixed(2)} % apart`);
    const aged = of("10C-20cycles", "discharge");
    expect(neutrons).toContain(
      `After twenty cycles it is ${apart(aged, "c").toFixed(2)} % and ${(100 * aged.share).toFixed(0)} % of the volume`
    );
  });

  it("states what that does to (003) and (006)", () => {
    const { wavelength, u, w } = frameParameters;
    const shift = (l: number) => {
      const [from, to] = [fresh.domains, fresh.rest].map(({ c }) => braggAngle(wavelength.value, c / l));
      const width = Math.sqrt(w.value + u.value * Math.tan((to * Math.PI) / 360) ** 2);
      return { shift: to - from, width };
    };
    const [basal, second] = [shift(3), shift(6)];
    expect(operando).toContain(
      `moves (003) by ${basal.shift.toFixed(2)}°, less than the ${basal.width.toFixed(2)}° of its width`
    );
    expect(operando).toContain(`at (006) it is ${second.shift.toFixed(2)}°, more than the width`);
    expect(second.shift).toBeGreaterThan(second.width);
  });

  it("states what a gradient does in the first frame at 10 C", () => {
    const widths = [1.18, 1.1].map(
      (x) => latticeAt(x - 0.02, 10, "charge").c - latticeAt(x + 0.02, 10, "charge").c
    );
    expect(operando).toContain(
      `a gradient of 0.04 lithium by ${widths[1].toFixed(2)} to ${widths[0].toFixed(2)} Å there`
    );
  });

  it("calls it small on charge", () => {
    for (const id of ["10C-4.4V", "10C-4.6V", "10C-4.8V", "10C-20cycles-4.8V"]) {
      const { domains, rest, centre, surface } = of(id, "charge");
      for (const [a, b] of [
        [domains, rest],
        [centre, surface]
      ])
        expect(Math.abs(a.c / b.c - 1), id).toBeLessThan(0.001);
      expect(domains.x - rest.x, id).toBeGreaterThan(0.02);
      expect(domains.x - rest.x, id).toBeLessThan(0.145);
      expect(centre.x - surface.x, id).toBeGreaterThan(0.035);
      expect(centre.x - surface.x, id).toBeLessThan(0.055);
    }
  });
});

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
