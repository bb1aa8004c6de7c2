import { describe, expect, it } from "vitest";
import type { RefinedAnswer } from "../../../src/components/diffraction/live-request.js";
import { liveCif, ownCif, stateCif } from "../../../src/components/diffraction/refined-cif.js";
import { refinedAnswer } from "../../../src/components/diffraction/refined-answer.js";
import { readCif, writeCif } from "../../../src/science/diffraction/cif.js";
import { settingsKnowing } from "../../../src/science/diffraction/neutron-known.js";
import { neutronReadings } from "../../../src/science/diffraction/neutron-analysis.js";
import { cellContents, type Crystal } from "../../../src/science/material/crystal.js";
import { latticeCrystal } from "../../../src/science/particle/lattice-states.js";
import { entry } from "./made-up.js";

const state = "0.1C-4.8V";
const { raw, result } = entry(state);
const answer = refinedAnswer(raw.pattern, result, [], 1);
const numbers = new Map(
  neutronReadings(result).map(({ quantity, ...number }) => [quantity as string, number])
);

/** Every number of a crystal by its name in the model. */
const numbersOf = ({ cell, sites }: Crystal): [string, number][] => [
  ...(Object.entries(cell) as [string, number][]),
  ...sites.flatMap((s) =>
    (["x", "y", "z", "occupancy", "bIso"] as const).map((n): [string, number] => [`${s.label}.${n}`, s[n]])
  )
];

/** Each number of the file is the refinement's, within the digits that its standard error leaves. */
function expectRefined(text: string, found: Pick<RefinedAnswer, "names" | "values" | "errors">): void {
  const crystal = readCif(text);
  expect(crystal.sites.length).toBe(8);
  for (const [name, value] of numbersOf(crystal)) {
    const i = found.names.indexOf(name);
    const error = found.errors[i] > 0 ? found.errors[i] : 0;
    expect(Math.abs(value - found.values[i]), name).toBeLessThanOrEqual(0.0501 * error + 1e-9);
  }
}

describe("a refined structure as CIF", () => {
  it("is that of the refinement, out of the table of a state and out of an answer alike", () => {
    const fromTable = stateCif(state, numbers, result);
    const fromAnswer = liveCif(state, settingsKnowing(state), answer);
    expect([fromTable.name, fromAnswer.name]).toEqual([`refined_${state}`, `refined_${state}_live`]);
    for (const { name, text } of [fromTable, fromAnswer]) {
      expectRefined(text, answer);
      expect(readCif(text).name).toBe(name);
      expect(readCif(text).spaceGroup).toBe("R-3m");
      expect(text).toContain("not of a measurement");
      // a CIF is ASCII
      expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    }
    const data = (text: string) => text.slice(text.indexOf("_cell_length_a"));
    expect(data(fromTable.text)).toBe(data(fromAnswer.text));
  });

  it("tells standard errors of what was refined, and of what follows it, and none of what was held", () => {
    const { text } = stateCif(state, numbers, result);
    const a = /_cell_length_a (\S+)\n_cell_length_b (\S+)/.exec(text);
    expect(a?.[1]).toMatch(/^2\.8\d+\(\d\d\)$/);
    expect(a?.[2]).toBe(a?.[1]);
    const site = (label: string) => new RegExp(`^${label} .*$`, "m").exec(text)?.[0].split(" ") ?? [];
    // label, element, x, y, z, occupancy, B
    const error = /\(\d+\)$/;
    expect(site("O1").map((word) => error.test(word))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true
    ]);
    expect(site("Ni2")[5]).not.toMatch(error);
    expect(site("Ni2")[6]).toBe(site("Li2")[6]);
    expect(site("Ni2")[6]).toMatch(error);
    expect(site("Mn1").some((word) => error.test(word))).toBe(false);
  });

  it("says where the fit did not converge, and where the table lacks a number", () => {
    const { text } = liveCif(state, settingsKnowing(state), { ...answer, status: "singular" });
    expect(text).toContain("# The refinement did not converge: singular.");
    expect(() => stateCif(state, new Map(), result)).toThrow(`missing oxygen of ${state}`);
  });

  it("keeps the atoms of a reader's own crystal, but for what was refined", () => {
    const start = latticeCrystal(state);
    const { name, text } = ownCif(writeCif(start), answer);
    expect(name).toBe("refined_0.1_C_4.8_V");
    expectRefined(text, answer);
    const [own, before] = [cellContents(readCif(text)), cellContents(start)];
    expect(own["Mn"]).toBeCloseTo(before["Mn"], 9);
    expect(own["O"]).toBeCloseTo(6 * result.value("O1.occupancy"), 1);
  });
});
