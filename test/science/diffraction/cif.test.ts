import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellContents, type Crystal } from "../../../src/science/material/crystal.js";
import { knownSpaceGroups, operationKey, spaceGroup } from "../../../src/science/material/symmetry.js";
import { layeredOxide } from "../../../src/science/material/structures.js";
import { readCif, writeCif } from "../../../src/science/diffraction/cif.js";

const example = `#------ a file as a database writes it
data_I
_audit_author_name 'O'Neill, J.'
_cell_length_a                   2.8530(2)
_cell_length_b                   2.8530(2)
_cell_length_c                   14.240(1)
_cell_angle_alpha 90
_cell_angle_beta  90.
_cell_angle_gamma 120
_publ_section_title
;
 A title over
 two lines with _tags and 'marks
;
_symmetry_space_group_name_H-M 'R -3 m :H'
loop_
_atom_site_label
_atom_site_type_symbol
_atom_site_fract_x
_atom_site_fract_y
_atom_site_fract_z
_atom_site_occupancy
_atom_site_U_iso_or_equiv
Mn1 Mn4+ 0 0 0 0.56 0.0051(2)
Li1 Li1+ 0 0 0.5 1 ?
O1  O2-  0 0 0.2585(3) . 0.0127 # a remark
`;

describe("reading a CIF", () => {
  it("takes cell, symmetry by name, sites; standard errors are left out", () => {
    const crystal = readCif(example);
    expect(crystal.name).toBe("I");
    expect(crystal.spaceGroup).toBe("R-3m");
    expect(crystal.operations.length).toBe(36);
    expect(crystal.cell).toEqual({ a: 2.853, b: 2.853, c: 14.24, alpha: 90, beta: 90, gamma: 120 });
    expect(crystal.sites.map(({ element }) => element)).toEqual(["Mn", "Li", "O"]);
    expect(crystal.sites[2]).toMatchObject({ z: 0.2585, occupancy: 1 });
    expect(crystal.sites[0].bIso).toBeCloseTo(0.0051 * 8 * Math.PI ** 2, 12);
    expect(crystal.sites[1].bIso).toBe(0);
    expect(cellContents(crystal)).toEqual({ Mn: 0.56 * 3, Li: 3, O: 6 });
  });

  it("takes the operations that are listed before the name", () => {
    const listed = example.replace(
      "_symmetry_space_group_name_H-M 'R -3 m :H'",
      "_symmetry_space_group_name_H-M 'Q 7'\nloop_\n_symmetry_equiv_pos_site_id\n_symmetry_equiv_pos_as_xyz\n1 x,y,z\n2 '-x, -y, -z'"
    );
    const crystal = readCif(listed);
    expect(crystal.operations.length).toBe(2);
    expect(crystal.spaceGroup).toBe("Q 7");
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    [
      "unknown symmetry",
      "R -3 m :H",
      "Q 7",
      /^unknown space group, line 15: “Q 7”; known by name are .*CIF that lists its symmetry operations/
    ],
    ["no symmetry", /_symmetry_space.*\n/, "", /^missing symmetry: .*_space_group_symop_operation_xyz/],
    ["no cell", /_cell_length_c.*\n/, "", /^missing cell: block I has no _cell_length_c; .*lengths in Å/],
    ["cell not given", "14.240(1)", "?", /^missing cell: .*_cell_length_c/],
    ["cell of no volume", "_cell_angle_gamma 120", "_cell_angle_gamma 190", /^invalid cell: /],
    [
      "a cell that is no number",
      "14.240(1)",
      "14,240",
      /^invalid _cell_length_c, line 6: “14,240”; must be a number/
    ],
    [
      "a coordinate not given",
      "0.2585(3)",
      "?",
      /^missing atom coordinates, line 26: O1 has no _atom_site_fract_z/
    ],
    ["no coordinates", /loop_[^]*$/, "", /^missing atom coordinates: the file has no loop/],
    ["short row", "0.0127 #", "#", /^invalid CIF, line 16: the loop has 20 values for 7 tags/],
    ["open quotation", "'R -3 m :H'", "'R -3 m :H", /^invalid CIF, line 15: the quotation .* is not closed/],
    ["open text", /;\n_symm[^]*$/, "", /^invalid CIF, line 11: the text that begins here is not closed/],
    [
      "tag without value",
      "_cell_angle_alpha 90",
      "_cell_angle_alpha",
      /^invalid CIF, line 7: _cell_angle_alpha has no value/
    ],
    [
      "value without tag",
      "_cell_angle_alpha 90",
      "_cell_angle_alpha 90 91",
      /^invalid CIF, line 7: “91” belongs to no tag/
    ],
    ["occupancy", "0 0.56", "0 56", /^invalid occupancy, line 24: 56 of Mn1; must be from 0 to 1/],
    ["element", "Mn4+ 0", "4Mn 0", /^invalid element, line 24: “4Mn”/]
  ])("refuses %s with a sentence", (_, from, to, message) => {
    const broken = example.replace(from, to);
    expect(broken).not.toBe(example);
    expect(() => readCif(broken)).toThrow(message);
  });

  it("refuses operations that are not a whole group", () => {
    const listed = example.replace(
      "_symmetry_space_group_name_H-M 'R -3 m :H'",
      "loop_\n_space_group_symop_operation_xyz\nx,y,z\n-y,x-y,z"
    );
    expect(() => readCif(listed)).toThrow(
      /^invalid symmetry operations, line 17: 2 different ones .* products are 3/
    );
    expect(() => readCif(listed.replace("-y,x-y,z", "-y,x-y,w"))).toThrow(
      /^invalid symmetry operation, line 18: “-y,x-y,w”/
    );
  });

  it("refuses an empty file", () => {
    expect(() => readCif("")).toThrow(/^missing CIF/);
  });
});

describe("writing a CIF", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const length = fc.double({ min: 2, max: 30, noNaN: true });
  const angle = fc.double({ min: 75, max: 105, noNaN: true });
  const site = fc.record({
    element: fc.constantFrom("Li", "O", "Mn", "Co", "Ni"),
    ...{ x: part, y: part, z: part, occupancy: part },
    bIso: fc.double({ min: 0, max: 5, noNaN: true })
  });
  const crystals = fc
    .record({
      cell: fc.record({ a: length, b: length, c: length, alpha: angle, beta: angle, gamma: angle }),
      symbol: fc.constantFrom(...knownSpaceGroups),
      sites: fc.array(site, { minLength: 1, maxLength: 6 })
    })
    .map(({ cell, symbol, sites }): Crystal => ({
      name: "any",
      spaceGroup: symbol,
      operations: spaceGroup(symbol).operations,
      cell,
      sites: sites.map((s, k) => ({ label: `${s.element}${k + 1}`, ...s }))
    }));

  it("gives back what was written", () => {
    fc.assert(
      fc.property(crystals, (crystal) => {
        const back = readCif(writeCif(crystal));
        expect(back.spaceGroup).toBe(crystal.spaceGroup);
        expect(back.operations.map(operationKey)).toEqual(
          expect.arrayContaining(crystal.operations.map(operationKey))
        );
        expect(back.operations.length).toBe(crystal.operations.length);
        for (const key of ["a", "b", "c", "alpha", "beta", "gamma"] as const)
          expect(back.cell[key]).toBeCloseTo(crystal.cell[key], 9);
        back.sites.forEach((s, k) => {
          expect([s.label, s.element]).toEqual([crystal.sites[k].label, crystal.sites[k].element]);
          for (const key of ["x", "y", "z", "occupancy", "bIso"] as const)
            expect(s[key]).toBeCloseTo(crystal.sites[k][key], 9);
        });
      }),
      { numRuns: 50 }
    );
  });

  it("rounds a number to two digits of its standard error, and gives it back within a twentieth of it", () => {
    const error = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(crystals, fc.array(error, { minLength: 8, maxLength: 8 }), (crystal, sizes) => {
        const [first] = crystal.sites;
        const names = [
          "a",
          "c",
          "gamma",
          ...["x", "y", "z", "occupancy", "bIso"].map((n) => `${first.label}.${n}`)
        ];
        const errors = new Map(names.map((name, i) => [name, sizes[i]]));
        const back = readCif(writeCif(crystal, { errors }));
        names.forEach((name, i) => {
          const number = (c: Crystal) => ({ ...c.cell, ...c.sites[0] })[name.split(".").at(-1) as "a" | "x"];
          // half of the last digit, where the error has two: at most 5 of its hundredths
          expect(Math.abs(number(back) - number(crystal))).toBeLessThanOrEqual(0.0501 * sizes[i]);
        });
        // the others are whole
        expect(back.cell.b).toBeCloseTo(crystal.cell.b, 9);
        back.sites.slice(1).forEach((s, k) => expect(s.z).toBeCloseTo(crystal.sites[k + 1].z, 9));
      }),
      { numRuns: 50 }
    );
  });

  it("writes standard errors in brackets, none where there is none, and remarks as comments", () => {
    const errors = new Map([
      ["a", 0.00012],
      ["O1.occupancy", 0.0037],
      ["O1.bIso", 12],
      ["Li2.occupancy", NaN],
      ["Li2.bIso", 0]
    ]);
    const text = writeCif(layeredOxide({ oxygen: 0.95932, bOxygen: 40 }), {
      errors,
      remarks: ["One.", "Two\nlines."]
    });
    expect(text).toMatch(/^# One\.\n# Two lines\.\ndata_layered_oxide/);
    expect(text).toContain("_cell_length_a 2.85300(12)\n");
    expect(text).toContain("_cell_length_b 2.853\n");
    expect(text).toContain("O1 O 0 0 0.2585 0.9593(37) 40(12)\n");
    expect(text).toContain("Li2 Li 0 0 0.5 0.97 1\n");
  });

  it("writes an occupancy a little below nought, as noise makes it, and reads it back", () => {
    const oxide = layeredOxide();
    const low = { ...oxide, sites: oxide.sites.map((s) => ({ ...s, occupancy: -0.0123 })) };
    expect(readCif(writeCif(low)).sites[0].occupancy).toBe(-0.0123);
    const lower = { ...oxide, sites: oxide.sites.map((s) => ({ ...s, occupancy: -0.2 })) };
    expect(() => readCif(writeCif(lower))).toThrow(/^invalid occupancy/);
  });

  it("writes the layered oxide so that it holds as many atoms", () => {
    const contents = cellContents(readCif(writeCif(layeredOxide())));
    expect(contents.O).toBeCloseTo(6, 9);
    expect(contents.Li).toBeCloseTo(3.6, 9);
  });
});
