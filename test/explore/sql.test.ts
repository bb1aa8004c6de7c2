// The page's attachments are literals, as Framework wants them; this test keeps them in step with the tables there are.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findTables } from "../../src/components/sql/find-tables.js";
import { examples } from "../../src/components/sql/examples.js";
import { tableName } from "../../src/data/lib/catalogue-entry.js";
import { findJobs } from "../../tools/lib/loaders.js";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const page = readFileSync(`${source}/explore/sql.md`, "utf8");
const tables = findJobs(source)
  .jobs.map(({ path }) => path)
  .filter((path) => path.endsWith(".arrow"));

test("the page attaches every table of the site under its path, and no other", () => {
  const literals = [...page.matchAll(/"(data\/[^"]+)": FileAttachment\("\.\.\/([^"]+)"\)/g)];
  for (const [, key, file] of literals) expect(key).toBe(file);
  expect(literals.map(([, key]) => key).sort()).toEqual([...tables].sort());
});

test("there are at least five examples, and each reads a table of the site", () => {
  expect(examples.length).toBeGreaterThanOrEqual(5);
  const names = tables.map(tableName);
  for (const { title, query } of examples) expect(findTables(query, names), title).not.toEqual([]);
});
