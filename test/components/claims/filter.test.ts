import { describe, expect, it } from "vitest";
import {
  choices,
  matches,
  noFilter,
  readFilter,
  writeFilter
} from "../../../src/components/claims/filter.js";
import { claimRows } from "../../../src/components/claims/rows.js";
import { arrowTable } from "../../../src/data/lib/arrow-table.js";
import { claimColumns } from "../../../src/data/lib/claims-table.js";
import { claims } from "../../../src/science/claims/claims.js";

const meta = { title: "t", description: "", method: "", provenance: "predicted", parameters: {} } as const;
const c04 = { id: "C04", kind: "recovered", value: 4, unit: "%", error: 0.1, note: "" } as const;
const table = arrowTable({ ...meta, sources: [], page: "", code: [] }, claimColumns(claims, [c04]));
const rows = claimRows(table);
const ids = (filter: Partial<typeof noFilter>) =>
  rows.filter((row) => matches(row, { ...noFilter, ...filter })).map(({ id }) => id);

describe("filtering the board", () => {
  it("shows all without a filter", () => expect(ids({})).toHaveLength(60));
  it("finds every word, in any case and place", () => {
    expect(ids({ search: "HOOP bridge" })).toEqual(["C23"]);
    expect(ids({ search: "c24" })).toEqual(["C24"]);
    expect(ids({ search: "<b>" })).toEqual([]);
  });
  it("joins its parts", () => {
    expect(ids({ kind: "recovered" })).toEqual(["C04"]);
    expect(ids({ kind: "recovered", verdict: "disagrees" })).toEqual([]);
    expect(ids({ technique: "mechanics" })).toEqual(["C23", "C24", "C25", "C48", "C49"]);
    expect(ids({ kind: "none" })).toHaveLength(59);
  });
});

describe("the address", () => {
  it("keeps a filter, and what others put there", () => {
    const filter = {
      verdict: "agrees",
      kind: "recovered",
      technique: "diffraction",
      search: "oxygen & more"
    };
    const query = writeFilter(filter, "?other=1");
    expect(query).toContain("other=1");
    expect(readFilter(query, rows)).toEqual(filter);
    expect(writeFilter(noFilter, query)).toBe("?other=1");
    expect(writeFilter(noFilter)).toBe("");
  });
  it("takes an unknown or hostile value for none", () => {
    const query = `?verdict=<script>&kind=__proto__&technique=toString&search=${"x".repeat(500)}`;
    expect(readFilter(query, rows)).toEqual({ ...noFilter, search: "x".repeat(100) });
  });
  it("offers what the rows hold", () => {
    expect(choices(rows).kind).toEqual(["none", "recovered"]);
    expect(choices(rows).verdict).toContain("not yet computed");
  });
});

it("names a column that an old table lacks", () => {
  const old = { numRows: 1, schema: { fields: [] }, getChild: () => null };
  expect(() => claimRows(old)).toThrow(
    "missing column id in the claims table; build it anew with npm run data"
  );
});
