import { describe, expect, it } from "vitest";
import { claimColumns } from "../../../src/data/lib/claims-table.js";
import { arrowTable } from "../../../src/data/lib/arrow-table.js";
import type { ComputedClaim } from "../../../src/science/claims/claim.js";
import { claims } from "../../../src/science/claims/claims.js";

const computed = (id: string): ComputedClaim => ({
  id,
  kind: "predicted",
  value: 4,
  unit: "%",
  error: null,
  note: ""
});

describe("the claims table", () => {
  it("holds a row a claim, and null where nothing is computed", () => {
    const columns = claimColumns(claims, [computed("C04")]);
    expect(columns["id"]?.values).toEqual(claims.map(({ id }) => id));
    expect(columns["computed_value"]?.values.filter((v) => v !== null)).toEqual([4]);
    expect(columns["verdict"]?.values[3]).toBe("agrees");
    expect(columns["computed"]?.values[3]).toBe("4 %");
  });

  it("can be written, with unit and description for every column", () => {
    const meta = {
      title: "t",
      description: "",
      method: "",
      provenance: "predicted",
      parameters: {}
    } as const;
    const table = arrowTable({ ...meta, sources: [], page: "/claims", code: [] }, claimColumns(claims, []));
    expect(table.numRows).toBe(60);
    for (const { metadata, name } of table.schema.fields)
      expect(metadata.get("description"), name).toBeTruthy();
  });

  it("links only pages that are written", () => {
    const { page, page_ready: ready } = claimColumns(claims, []);
    claims.forEach((_, i) =>
      expect(ready?.values[i], String(page?.values[i])).toBe(
        /fig-[1-5]-|diffraction|microscopy|sims|porosity/.test(String(page?.values[i]))
      )
    );
  });

  it("refuses a computed claim that nobody made, or made twice", () => {
    expect(() => claimColumns(claims, [computed("C99")])).toThrow(
      "unknown computed claim: C99; must be a claim's id"
    );
    expect(() => claimColumns(claims, [computed("C04"), computed("C04")])).toThrow(
      "ambiguous computed claim: C04; give it once"
    );
  });
});
