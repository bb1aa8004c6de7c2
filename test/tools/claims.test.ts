import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableToIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrowTable } from "../../src/data/lib/arrow-table.js";
import { claimColumns } from "../../src/data/lib/claims-table.js";
import type { ComputedClaim } from "../../src/science/claims/claim.js";
import { claims } from "../../src/science/claims/claims.js";
import { claimLines, claimsText } from "../../tools/claims.js";

const c23: ComputedClaim = {
  id: "C23",
  kind: "predicted",
  value: 3.5e7,
  unit: "N/m²",
  error: 2e5,
  errorMeaning: "a coarser mesh",
  note: "defaults"
};
const meta = {
  title: "t",
  description: "",
  method: "",
  provenance: "predicted" as const,
  parameters: {},
  sources: [],
  page: "/claims",
  code: []
};
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-"));
  writeFileSync(
    join(folder, "claims.arrow"),
    tableToIPC(arrowTable(meta, claimColumns(claims, [c23])), "stream")
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run claims", () => {
  it("reads every claim with what is computed and the verdict", () => {
    const lines = claimLines(join(folder, "claims.arrow"));
    expect(lines).toHaveLength(60);
    expect(lines.find(({ id }) => id === "C23")).toEqual({
      id: "C23",
      kind: "predicted",
      reported: "3.17e8 N/m²",
      computed: "3.50e7 N/m²",
      error: 2e5,
      verdict: "disagrees",
      page: "/figures/fig-5-voids-and-stress#fig-5e"
    });
    expect(lines.find(({ id }) => id === "C05")).toMatchObject({
      kind: null,
      computed: null,
      verdict: "not yet computed"
    });
  });

  it("prints one line a claim and the counts of the verdicts", () => {
    const lines = claimsText(claimLines(join(folder, "claims.arrow"))).split("\n");
    expect(lines).toHaveLength(63);
    expect(lines[0]).toMatch(/^id +kind +reported +computed +error +verdict +page$/);
    expect(lines.at(-1)).toMatch(/^60 claims: .*1 disagrees/);
  });

  it("says what to do where the table is not built", () => {
    expect(() => claimLines(join(folder, "none.arrow"))).toThrow(
      "missing claims table; build it with: npm run data"
    );
  });
});
