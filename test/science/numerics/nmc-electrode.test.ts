// A measured electrode: X-ray tomography of a nickel–manganese–cobalt oxide positive electrode, segmented, with a binder
// phase generated in its pores; National Renewable Energy Laboratory, battery microstructures library. The expected
// numbers were made with scipy.
import { expect, test } from "vitest";
import { electrode, electrodeFile, readVolume } from "../../../src/data/lib/validation/electrode.js";
import { connectedComponents } from "../../../src/science/numerics/labels.js";
import { measured } from "../../data/lib/measured-parts.js";

measured(electrode, 19, ({ read, checks, obtained }) => {
  test("shares, pieces and faces are equal, not near", () => {
    for (const { what, tolerance } of checks())
      if (!what.includes("distance")) expect(tolerance, what).toBe(0);
    expect(obtained("pieces of the oxide, joined by faces")).toBe(144);
    expect(obtained("faces of the oxide")).toBe(3473055);
    expect(obtained("largest distance of the oxide from its surface")).toBeCloseTo(19.6468827, 5);
  });

  test("its phases are labelled at once as they are one by one", async () => {
    const { voxels, shape } = await readVolume(read(electrodeFile));
    expect([...shape].sort()).toEqual([251, 301, 301]);
    const { count } = connectedComponents(
      voxels.map((value) => value + 1),
      shape
    );
    const single = ["pores", "oxide", "binder"].map((name) =>
      obtained(`pieces of the ${name}, joined by faces`)
    );
    expect(count).toBe(single.reduce((sum, n) => sum + n, 0));
  });
});
