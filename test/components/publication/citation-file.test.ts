import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { companion, study } from "../../../src/components/publication/about.js";

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");

interface Work {
  type?: string;
  title: string;
  authors: { name?: string; "family-names"?: string; "given-names"?: string }[];
  year?: number;
  month?: number;
  version?: string;
  license?: string;
  doi?: string;
  journal?: string;
  "date-released"?: unknown;
  "date-published"?: unknown;
  notes?: string;
}
interface Cff extends Work {
  "cff-version": string;
  message: string;
  abstract: string;
  keywords: string[];
  "preferred-citation": Work;
  references: Work[];
}

/** Framework's own reader of YAML; dates stay as they are written. */
const yaml = createRequire(import.meta.resolve("gray-matter"))("js-yaml") as {
  load: (text: string, options: { schema: unknown }) => unknown;
  JSON_SCHEMA: unknown;
};
const cff = yaml.load(read("CITATION.cff"), { schema: yaml.JSON_SCHEMA }) as Cff;

/** Keys that version 1.2.0 of the format allows, at the top and in a reference. */
const shared =
  "abstract authors commit contact date-released doi identifiers keywords license license-url repository " +
  "repository-artifact repository-code title type url version";
const top = `cff-version message preferred-citation references ${shared}`.split(" ");
const reference =
  `abbreviation collection-doi collection-title conference copyright data-type database date-accessed date-downloaded ` +
  `date-published department edition editors editors-series end entry filename format institution isbn issn issue ` +
  `issue-date issue-title journal languages loc-end loc-start location medium month nihmsid notes number number-volumes ` +
  `pages patent-states pmcid publisher recipients scope section senders start status term thesis-type translators ` +
  `volume volume-title year year-original ${shared}`;

describe("CITATION.cff", () => {
  it("has what the format requires, and no key that it does not know", () => {
    expect(cff["cff-version"]).toBe("1.2.0");
    for (const key of Object.keys(cff)) expect(top).toContain(key);
    for (const work of [cff["preferred-citation"], ...cff.references]) {
      for (const key of Object.keys(work)) expect(reference.split(" ")).toContain(key);
      expect(work.type).toMatch(/^(article|software|dataset|website|generic)$/);
      expect(work.authors.length).toBeGreaterThan(0);
    }
    expect(cff.type).toMatch(/^(software|dataset)$/);
    expect(cff.message).not.toBe("");
    for (const { authors } of [cff, cff["preferred-citation"], ...cff.references])
      for (const author of authors) expect(author.name ?? author["family-names"]).toBeTruthy();
    expect(cff["date-released"]).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("says of the companion what the site says", () => {
    const own = cff["preferred-citation"];
    for (const work of [cff, own]) {
      expect(work.title).toBe(`${companion.title}: ${companion.subtitle}`);
      expect(work.authors).toEqual([{ name: companion.author }]);
      expect(work.version).toBe(companion.version);
      expect(work.license).toBe(companion.license);
      expect(work["date-released"]).toBe(companion.released);
    }
    expect([own.year, own.month]).toEqual([2026, 11]);
    expect(`${String(own.year)}-${String(own.month)}`).toBe(companion.released.slice(0, 7));
    expect(cff.keywords).toEqual(companion.keywords);
    expect(cff.abstract.trim()).toBe(companion.description);
    expect((JSON.parse(read("package.json")) as { version: string }).version).toBe(companion.version);
    expect(read("LICENSE")).toContain(companion.author.replace(/^The/, "the"));
  });

  it("names the study apart, with its own authors and DOI", () => {
    expect(cff.references).toHaveLength(1);
    const [article] = cff.references;
    expect(article).toMatchObject({
      type: "article",
      title: study.title,
      journal: study.journal,
      doi: study.doi,
      year: Number(study.year),
      month: Number(study.month),
      "date-published": study.published
    });
    expect(article?.authors.map((a) => [a["family-names"], a["given-names"]])).toEqual(study.authors);
    expect(cff["preferred-citation"].notes).toContain(study.doi);
    expect(cff["preferred-citation"].doi).toBeUndefined();
  });
});
