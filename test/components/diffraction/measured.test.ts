// A measured neutron pattern through the path that a reader's own file takes: La0.5Ba0.5CoO3 at HRPT, 2θ, with a CIF by hand.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ownRefinement, ownRows } from "../../../src/components/diffraction/own-refinement.js";
import { readPatternFile } from "../../../src/science/diffraction/read-pattern.js";
import { refine } from "../../../src/science/diffraction/rietveld.js";

const folder = join(process.env["LRTMO_REAL_DATA"] ?? "../shared/data", "npd-lbco-hrpt");
const there = existsSync(folder);
if (!there)
  console.warn(`skipped: the neutron pattern of La0.5Ba0.5CoO3 is not in ${folder} (LRTMO_REAL_DATA)`);

const cell = ["a", "b", "c"].map((edge) => `_cell_length_${edge} 3.89`);
const angles = ["alpha", "beta", "gamma"].map((angle) => `_cell_angle_${angle} 90`);
const tags = "label type_symbol fract_x fract_y fract_z occupancy B_iso_or_equiv".split(" ");
const cif = [
  "data_cobaltite",
  ...cell,
  ...angles,
  "_space_group_name_H-M_alt 'P m -3 m'",
  "loop_",
  ...tags.map((tag) => `_atom_site_${tag}`),
  "La La 0 0 0 0.5 0.5",
  "Ba Ba 0 0 0 0.5 0.5",
  "Co Co 0.5 0.5 0.5 1 0.5",
  "O O 0 0.5 0.5 1 0.5"
].join("\n");

interface Expected {
  easydiffraction_fixed_profile_test: Record<string, number> & { result: Record<string, number> };
}

it.runIf(there)("gives the published cell, zero, widths and B from a start beside them", () => {
  const published = (JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected)
    .easydiffraction_fixed_profile_test;
  const text = readFileSync(join(folder, "hrpt_lbco.xye"), "utf8");
  const { pattern, notes } = readPatternFile(text, { axis: "two-theta" });
  expect(notes).toEqual([]);
  const settings = ownRefinement({ ask: "own", pattern, cif, radiation: "neutrons", wavelength: 1.494 });
  const result = refine(pattern, settings);
  expect(result.fit.status).toBe("converged");
  const rows = new Map(ownRows(result, settings).map((row) => [row.name, row]));
  const near = (name: string, value: number, errors: number) => {
    const row = rows.get(name);
    if (!row) throw new Error(`missing ${name}`);
    expect(
      Math.abs(row.value - value),
      `${name} ${row.value} ± ${row.error}, published ${value}`
    ).toBeLessThan(errors * row.error);
  };
  near("a", published["cell_a"], 4);
  near("zero", published["zero"], 4);
  for (const width of ["U", "V", "W", "Y"]) near(width, published[width], 3);
  near("La.bIso", published.result["B_LaBa"], 3);
  near("Co.bIso", published.result["B_Co"], 3);
  near("O.bIso", published.result["B_O"], 3);
  expect(result.chiSquared).toBeLessThan(published.result["chi2red"] * 1.03);
});
