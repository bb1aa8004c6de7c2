// The questions that pages send to the SQL page: each must run over the real tables and find something.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CatalogueEntry } from "../../src/data/lib/catalogue-entry.js";
import { openSession } from "../../src/components/sql/session.js";
import { nodeDuckDB } from "../components/sql/duckdb-node.js";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const cache = `${source}/.observablehq/cache`;
const questions = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md") || file.endsWith("questions.ts"))
  .flatMap((file) =>
    [
      ...readFileSync(`${source}/${file}`, "utf8").matchAll(
        /question: "([^"]+)",\s*query:\s*(?:`([^`]+)`|"([^"]+)")/g
      )
    ].map(([, question, long, short]) => ({ page: file, question, query: long ?? short }))
  );

describe.skipIf(!existsSync(`${cache}/data/catalogue.json`))(
  "questions on pages (need the tables: npm run data)",
  () => {
    // one engine for all, as a reader's page has one
    const session = () => {
      const catalogue = JSON.parse(readFileSync(`${cache}/data/catalogue.json`, "utf8")) as CatalogueEntry[];
      return openSession({
        catalogue,
        start: nodeDuckDB,
        fetchTable: ({ path }) => Promise.resolve(new Uint8Array(readFileSync(`${cache}/${path}`)))
      });
    };
    let opened: ReturnType<typeof openSession> | undefined;

    it("are found in the pages", () => expect(questions.length).toBeGreaterThan(5));

    it.each(questions)("$page: $question", async ({ query }) => {
      opened ??= session();
      const { table } = await opened.run(query, {});
      expect(table.numRows).toBeGreaterThan(0);
    });
  }
);
