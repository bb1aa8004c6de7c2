import { expect, test } from "vitest";
import { findTables } from "../../../src/components/sql/find-tables.js";

const names = ["claims", "parameters", "stress_bridge", "stress_10C"];

const cases: [query: string, found: string[]][] = [
  ["SELECT * FROM claims", ["claims"]],
  ["select * from CLAIMS c", ["claims"]],
  ["FROM claims", ["claims"]],
  [`SELECT * FROM "stress_10c"`, ["stress_10C"]],
  ["SELECT * FROM 'claims'", ["claims"]],
  ["SELECT * FROM main.claims, memory.main.parameters", ["claims", "parameters"]],
  ["SELECT * FROM claims AS parameters", ["claims"]],
  ["SELECT * FROM claims parameters", ["claims"]],
  ["SELECT verdict AS parameters FROM claims", ["claims"]],
  ["SELECT parameters, stress_10C FROM claims", ["claims"]],
  ["SELECT 'from parameters' FROM claims WHERE x = 'claims, stress_10C'", ["claims"]],
  ["SELECT 1 -- FROM claims", []],
  ["SELECT /* FROM claims /* FROM parameters */ */ 1", []],
  ["SELECT $$ FROM claims $$", []],
  [
    "SELECT * FROM claims JOIN parameters USING (id), stress_bridge",
    ["claims", "parameters", "stress_bridge"]
  ],
  ["SELECT * FROM (claims JOIN parameters ON true)", ["claims", "parameters"]],
  ["SELECT * FROM (SELECT * FROM claims), parameters", ["claims", "parameters"]],
  ["SELECT (SELECT max(x) FROM parameters) FROM claims", ["parameters", "claims"]],
  ["WITH a AS (SELECT * FROM claims) SELECT * FROM a, parameters", ["claims", "parameters"]],
  ["SELECT * FROM claims UNION ALL SELECT * FROM parameters", ["claims", "parameters"]],
  ["SELECT a FROM claims ORDER BY a, parameters", ["claims"]],
  ["SELECT a FROM range(3) claims", []],
  ["SELECT a FROM range(3), claims", ["claims"]],
  ["SELECT a IS DISTINCT FROM parameters FROM claims", ["claims"]],
  ["SELECT a IS NOT DISTINCT FROM parameters FROM claims", ["claims"]],
  ["DESCRIBE claims; SUMMARIZE parameters", ["claims", "parameters"]],
  ["PIVOT claims ON verdict", ["claims"]],
  ["CREATE TABLE mine AS FROM claims; SELECT * FROM mine", ["claims"]],
  ["SELECT * FROM claims2", []],
  ["", []],
  ["FROM", []],
  ["((((", []],
  ["))) FROM claims", ["claims"]]
];

test.each(cases)("%s", (query, found) => {
  expect(findTables(query, names)).toEqual(found);
});
