// The numbers that the prose of Figure 2 states, held against the table that the figure is drawn from.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const table = read(".observablehq/cache/data/composition-shares.arrow");
const prose = readFileSync(read("figures/fig-2-composition-tomography.md"), "utf8");

interface Row {
  state: string;
  class: string;
  threshold_percent: number;
  true_percent: number;
  recovered_percent: number;
  found_target: number;
  found_oxygen_poor: number;
  found_oxygen_rich: number;
}

describe.skipIf(!existsSync(table))("the prose of Figure 2 (needs the tables: npm run data)", () => {
  const all = existsSync(table)
    ? tableFromIPC(readFileSync(table))
        .toArray()
        .map((row: { toJSON: () => Row }) => row.toJSON())
    : [];
  const rows = (state: string, name: string) =>
    all.filter((r) => r.state === state && r.class === name && Math.abs(r.threshold_percent - 5) < 1e-9);
  const sum = (of: readonly Row[], value: (row: Row) => number) =>
    of.reduce((total, r) => total + value(r), 0);
  const share = (state: string, name: string) => {
    const of = rows(state, name);
    return sum(of, (r) => r.recovered_percent) / of.length;
  };
  /** Share of the voxels truly of a class that were taken for target. */
  const missed = (state: string, name: string) => {
    const of = rows(state, name);
    return (
      sum(of, (r) => r.found_target) /
      sum(of, (r) => r.found_target + r.found_oxygen_poor + r.found_oxygen_rich)
    );
  };

  it("states how much of one composition leaves the target class", () => {
    expect(prose).toContain(
      `Of a particle of one composition ${(100 - share("uniform", "target")).toFixed(1)} %`
    );
  });

  it("says half of the deviating voxels are missed when pristine, and half and four fifths at 10 C", () => {
    for (const name of ["oxygen-poor", "oxygen-rich"])
      expect(Math.abs(missed("pristine", name) - 0.5), name).toBeLessThan(0.1);
    expect(Math.abs(missed("10C-4.8V", "oxygen-rich") - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(missed("10C-4.4V", "oxygen-rich") - 0.8)).toBeLessThan(0.1);
  });

  it("says that oxygen-poor regions come back at 0.1 C, and stay on discharge", () => {
    expect(prose).toContain("At 0.1 C the oxygen-poor regions come back in full");
    expect(prose).toContain("that they stay on discharge does too");
    const truth = (state: string) => {
      const of = rows(state, "oxygen-poor");
      return sum(of, (r) => r.true_percent) / of.length;
    };
    for (const state of ["0.1C-4.6V", "0.1C-4.8V", "0.1C-discharged"])
      expect(Math.abs(share(state, "oxygen-poor") - truth(state)), state).toBeLessThan(1);
    expect(
      Math.abs(share("0.1C-discharged", "oxygen-poor") - share("0.1C-4.8V", "oxygen-poor"))
    ).toBeLessThan(1);
  });

  it("says what the model takes over from the study", () => {
    expect(prose).toContain("93.6 % target when pristine, 17 % oxygen-rich at 10 C and 4.8 V");
    const of = (state: string, name: string) => rows(state, name)[0]?.true_percent ?? NaN;
    expect(of("pristine", "target")).toBeCloseTo(93.6, 1);
    expect(of("10C-4.8V", "oxygen-rich").toFixed(0)).toBe("17");
  });

  it("says at which states more, or less, is found than in the pristine particle", () => {
    expect(share("0.1C-4.4V", "oxygen-poor")).toBeGreaterThan(share("pristine", "oxygen-poor"));
    expect(share("10C-4.4V", "oxygen-rich")).toBeLessThan(share("pristine", "oxygen-rich"));
  });
});
