import { describe, expect, it } from "vitest";
import { ownReference } from "../../../src/components/xanes/own-reference.js";
import { summarisePulls } from "../../../src/components/xanes/pulls-plot.js";
import { bandProfile } from "../../../src/components/xanes/rixs-profile.js";

describe("a reader's own reference", () => {
  it("is read, and brought from keV to eV", () => {
    const own = ownReference("# energy(keV) mu\n0.63 1\n0.64 2\n0.67 3\n", "mine.dat", [635, 665]);
    expect(own).toMatchObject({ name: "mine.dat", column: "mu" });
    expect(Array.from(own.energies)).toEqual([630, 640, 670]);
    expect(Array.from(own.values)).toEqual([1, 2, 3]);
  });

  it("says what is wrong with the range or a value", () => {
    expect(() => ownReference("640 1\n650 2\n", "mine.dat", [635, 665])).toThrow(
      "invalid range of mine.dat: 640 to 650 eV; must cover 635 to 665 eV"
    );
    expect(() => ownReference("630 1\n650 nan\n670 2", "mine.dat", [635, 665])).toThrow(
      "invalid value in mine.dat: NaN at 650 eV"
    );
  });
});

it("the profile of a band sums its counts, with their counting errors", () => {
  const map = { excitation: [530, 531], emission: [522, 523, 524, 525], counts: [1, 2, 3, 4, 5, 6, 10, 8] };
  expect(bandProfile(map, [523, 524])).toEqual([
    { energy: 530, counts: 5, error: Math.sqrt(5) },
    { energy: 531, counts: 16, error: 4 }
  ]);
  expect(() => bandProfile({ ...map, counts: [1] }, [523, 524])).toThrow(
    "invalid map: 1 counts; must be 2 × 4"
  );
});

it("pulls are summarised without those that are no numbers", () => {
  expect(summarisePulls([1, 3, NaN, -7, Infinity])).toEqual({
    count: 3,
    mean: -1,
    deviation: Math.sqrt((4 + 16 + 36) / 2),
    beyond: 1
  });
});
