import { expect, test } from "vitest";
import { searchCatalogue, selectFrom, sqlName } from "../../../src/components/sql/catalogue.js";
import { columnUnits } from "../../../src/components/sql/column-units.js";
import { testTables } from "./tables.js";

const { catalogue } = testTables();

test("every word of a search must occur, in names, titles or columns", () => {
  const names = (search: string) => searchCatalogue(catalogue, search).map(({ name }) => name);
  expect(names("")).toHaveLength(catalogue.length);
  expect(names("verdict")).toEqual(["claims"]);
  expect(names("MPa bridge")).toEqual(["stress_bridge"]);
  expect(names("µm 10 C")).toEqual(["stress_10C"]);
  expect(names("zebra")).toEqual([]);
});

test("names are quoted only where they must be", () => {
  expect(["rate", "order", "a b", 'a"b', "10C"].map(sqlName)).toEqual([
    "rate",
    '"order"',
    '"a b"',
    '"a""b"',
    '"10C"'
  ]);
});

test("the first query of a table names its columns", () => {
  expect(
    selectFrom({ name: "claims", columns: catalogue.find(({ name }) => name === "claims")?.columns ?? [] })
  ).toBe("SELECT\n  id,\n  verdict\nFROM claims\nLIMIT 100");
});

test.each([
  ["SELECT hoop_stress_MPa FROM stress_1C", { hoop_stress_MPa: "MPa" }],
  ["SELECT s.hoop_stress_MPa AS h, s.radius_um r FROM stress_1C s", { h: "MPa", r: "µm" }],
  ['SELECT "radius_um" FROM stress_1C -- comment', { radius_um: "µm" }],
  ["SELECT hoop_stress_MPa / 1000 AS hoop_stress_MPa FROM stress_1C", {}],
  ["SELECT max(hoop_stress_MPa) AS peak, count(*) AS n FROM stress_1C", { peak: "MPa" }],
  [
    "SELECT max(abs(hoop_stress_MPa)) AS peak, max(s.radius_um) AS r FROM stress_1C s",
    { peak: "MPa", r: "µm" }
  ],
  ["SELECT max(hoop_stress_MPa * 2) AS peak FROM stress_1C", {}],
  ["SELECT var_pop(hoop_stress_MPa) AS v FROM stress_1C", {}],
  ["SELECT radius_um AS hoop_stress_MPa FROM stress_1C", { hoop_stress_MPa: "µm" }],
  ["FROM stress_bridge", { rate_C: "C", hoop_stress_MPa: "MPa", von_mises_MPa: "MPa" }],
  ["SELECT * FROM (SELECT 2 * hoop_stress_MPa AS hoop_stress_MPa FROM stress_1C)", {}],
  ["WITH a AS (SELECT 1 AS radius_um) SELECT radius_um FROM a, stress_1C", {}],
  ["SELECT radius_um FROM range(3), stress_1C", { radius_um: "µm" }],
  ["UPDATE stress_1C SET radius_um = 2; SELECT radius_um FROM stress_1C", {}],
  ["SELECT radius_um FROM nowhere", {}],
  ["SELECT", {}]
])("%s", (query, units) => {
  const found = Object.fromEntries(columnUnits(query, catalogue));
  if (/\*|^FROM/.test(query)) expect(found).toMatchObject(units);
  else expect(found).toEqual(units);
  if (Object.keys(units).length === 0) expect(found).toEqual({});
});
