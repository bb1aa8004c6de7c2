import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { examples } from "../../../src/components/sql/examples.js";
import {
  InvalidQuery,
  openSession,
  type Database,
  type Session
} from "../../../src/components/sql/session.js";
import { catalogue as siteCatalogue } from "../../../src/data/lib/catalogue-entry.js";
import { findJobs } from "../../../tools/lib/loaders.js";
import { nodeDuckDB } from "./duckdb-node.js";
import { testTables } from "./tables.js";

const { catalogue, bytes } = testTables();
let database: Database;
let fetched: string[] = [];

beforeAll(async () => {
  database = await nodeDuckDB();
}, 60_000);

function open(limit?: number): Session {
  fetched = [];
  return openSession({
    catalogue,
    start: async () => {
      // A fresh database for each session: the tables of the one before are dropped.
      const connection = await database.connect();
      for (const { name } of catalogue) await connection.query(`DROP TABLE IF EXISTS "${name}"`);
      await connection.close();
      return database;
    },
    fetchTable: ({ path }) => {
      fetched.push(path);
      return Promise.resolve(bytes.get(path) ?? new Uint8Array());
    },
    ...(limit !== undefined && { limit })
  });
}

const rows = async (session: Session, query: string): Promise<unknown[]> =>
  (await session.run(query)).table.toArray().map((row: { toJSON: () => unknown }) => row.toJSON());

async function sentence(session: Session, query: string): Promise<string> {
  const error: unknown = await session.run(query).catch((error: unknown) => error);
  if (!(error instanceof InvalidQuery)) throw new Error(`no mistake found in: ${query}`);
  return error.message;
}

describe("examples over small tables", () => {
  test.each(examples.map(({ title, query }) => [title, query]))("%s", async (_, query) => {
    const { table, truncated } = await open().run(query);
    expect(table.numRows).toBeGreaterThan(0);
    expect(truncated).toBe(false);
  });

  test("the ratio example divides 10 C by 0.1 C at the same depth", async () => {
    const query = examples.find(({ title }) => title.startsWith("How many times"))?.query ?? "";
    for (const row of (await rows(open(), query)) as { ratio: number }[])
      expect(row.ratio).toBeCloseTo(100, 9);
  });
});

const source = fileURLToPath(new URL("../../../src", import.meta.url));
const made = findJobs(source)
  .jobs.map(({ path }) => ({ path, file: join(source, ".observablehq", "cache", path) }))
  .filter(({ path }) => path.endsWith(".arrow"));

// The data build has made them before `npm test` comes here; a run of vitest alone may come before it.
describe.skipIf(made.some(({ file }) => !existsSync(file)))("examples over the tables of the site", () => {
  let session: Session;
  beforeAll(() => {
    const tables = made.map(({ path, file }) => ({ path, bytes: readFileSync(file) }));
    session = openSession({
      catalogue: siteCatalogue(tables),
      start: () => nodeDuckDB(),
      fetchTable: ({ path }) => Promise.resolve(readFileSync(join(source, ".observablehq", "cache", path)))
    });
  });
  test.each(examples.map(({ title, query }) => [title, query]))("%s", async (_, query) => {
    const answer = (await rows(session, query)) as Record<string, unknown>[];
    expect(answer.length).toBeGreaterThan(0);
    for (const row of answer.slice(0, 5)) expect(Object.values(row)).not.toContain(NaN);
  });
});

test("only the tables that a query names are fetched, and each once", async () => {
  const session = open();
  await session.run("SELECT count(*) FROM claims");
  await session.run("SELECT count(*) FROM claims, parameters");
  expect(fetched).toEqual(["data/claims.arrow", "data/parameters.arrow"]);
});

test("a table that the finder missed is fetched when DuckDB asks for it", async () => {
  const session = open();
  // A table macro hides the name from the finder in no statement of ours, query() does.
  expect(await rows(session, "SELECT n FROM query('SELECT count(*) AS n FROM claims')")).toEqual([{ n: 4 }]);
  expect(fetched).toEqual(["data/claims.arrow"]);
});

test("what a query changes is undone", async () => {
  const session = open();
  expect(await rows(session, "DELETE FROM claims; SELECT count(*) AS n FROM claims")).toEqual([{ n: 0 }]);
  expect(await rows(session, "SELECT count(*) AS n FROM claims")).toEqual([{ n: 4 }]);
  expect(await rows(session, "CREATE TABLE mine AS FROM claims; SELECT count(*) AS n FROM mine")).toEqual([
    { n: 4 }
  ]);
  expect(await sentence(session, "SELECT * FROM mine")).toMatch(/^unknown table: mine/);
  expect(await sentence(session, "COMMIT; DROP TABLE claims")).toMatch(/^unsupported statement: COMMIT/);
});

test("a result larger than the limit is cut and says so", async () => {
  const session = open(1000);
  const cut = await session.run("SELECT * FROM range(100000)");
  expect([cut.table.numRows, cut.truncated]).toEqual([1000, true]);
  const exact = await session.run("SELECT * FROM range(1000)");
  expect([exact.table.numRows, exact.truncated]).toEqual([1000, false]);
});

test("a result without rows keeps its columns", async () => {
  const { table } = await open().run("SELECT * FROM claims WHERE false");
  expect(table.schema.fields.map(({ name }) => name)).toEqual(["id", "verdict"]);
});

test("the place of a mistake is counted in the whole text", async () => {
  const query = "SELECT 1;\n-- second\n  SELECT id,\n  nothing FROM claims";
  const error: unknown = await open()
    .run(query)
    .catch((error: unknown) => error);
  if (!(error instanceof InvalidQuery)) throw new Error("no mistake found");
  expect(error.detail).toEqual({
    sentence: "unknown column: nothing; did you mean claims.verdict?",
    line: 4,
    column: 3,
    excerpt: "  nothing FROM claims\n  ^"
  });
});

test("files, addresses, extensions and settings are closed", async () => {
  const session = open();
  expect(await sentence(session, "SELECT * FROM 'https://example.org/a.csv'")).toMatch(/^unsupported source/);
  expect(await sentence(session, "SELECT * FROM read_csv('/etc/passwd')")).toMatch(/^unsupported source/);
  expect(await sentence(session, "COPY claims TO 'claims.csv'")).toMatch(/^unsupported source/);
  expect(await sentence(session, "SET enable_external_access=true")).toMatch(
    /^(unsupported statement|invalid query)/
  );
  expect(await sentence(session, "SELECT json_extract('{}', '$')")).toMatch(
    /^unsupported function: json_extract/
  );
});

test("an empty text asks for a query", async () => {
  for (const text of ["", " ;; ", "-- nothing"])
    expect(await sentence(open(), text)).toMatch(/^missing query/);
});

test("a stopped run ends with the reason of its signal", async () => {
  const stop = new AbortController();
  stop.abort(new Error("stopped"));
  await expect(open().run("SELECT 1", { signal: stop.signal })).rejects.toThrow("stopped");
});

test("units come with columns that are straight from a table", async () => {
  const { units } = await open().run(
    "SELECT radius_um AS r, max(hoop_stress_MPa), 2 * lithium FROM stress_1C GROUP BY ALL"
  );
  expect(Object.fromEntries(units)).toEqual({ r: "µm", "max(hoop_stress_MPa)": "MPa" });
});
