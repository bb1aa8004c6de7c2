import { describe, expect, it } from "vitest";
import { columnMeta, tableMeta } from "../../src/components/table-meta.js";

const schema = (metadata: Record<string, string>) => ({
  schema: {
    metadata: new Map(Object.entries(metadata)),
    fields: [{ name: "r", type: "Float64", metadata: new Map([["unit", "µm"]]) }, { name: "c" }]
  }
});

describe("table metadata", () => {
  it("reads what the data build wrote", () =>
    expect(
      tableMeta(
        schema({
          title: "Stress",
          provenance: "predicted",
          parameters: '{"rate":10}',
          versions: '{"node":"20"}',
          input_hash: "abc",
          sources: '["one","two"]',
          code: '["src/science/x.ts"]',
          page: "/figures/x"
        })
      )
    ).toEqual({
      title: "Stress",
      description: "",
      method: "",
      provenance: "predicted",
      parameters: { rate: 10 },
      seed: "",
      versions: { node: "20" },
      inputHash: "abc",
      sources: ["one", "two"],
      page: "/figures/x",
      code: ["src/science/x.ts"]
    }));
  it("takes broken JSON for nothing, a bare source for one", () =>
    expect(
      tableMeta(schema({ provenance: "reported", parameters: "{", sources: "the study" }))
    ).toMatchObject({
      parameters: {},
      sources: ["the study"]
    }));
  it("insists on one of the five provenances", () => {
    expect(() => tableMeta(schema({ title: "T", provenance: "guessed" }))).toThrow(
      'invalid provenance in table "T": "guessed"; must be one of reported, calibrated, recovered, predicted, measured'
    );
    expect(() => tableMeta(schema({ provenance: "toString" }))).toThrow("invalid provenance");
  });
  it("reads a column, and names the known ones where it is not there", () => {
    expect(columnMeta(schema({}), "r")).toEqual({ name: "r", unit: "µm", description: "", type: "Float64" });
    expect(() => columnMeta(schema({}), "x")).toThrow("unknown column: x; the table has r, c");
  });
});
