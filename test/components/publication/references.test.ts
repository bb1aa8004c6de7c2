import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { citationMarks } from "../../../src/components/publication/citation-marks.js";
import {
  allReferences,
  byDoi,
  namedIn,
  referenceLine,
  referenceNumber
} from "../../../src/components/publication/reference-text.js";
import { references } from "../../../src/components/publication/references.js";
import { listFiles } from "../../../tools/lib/files.js";

const source = new URL("../../../src", import.meta.url).pathname;
const code = ["science", "data", "components"].flatMap((folder) =>
  listFiles(join(source, folder), (path) => path.endsWith(".ts"))
    .filter((path) => !path.startsWith("publication/"))
    .map((path) => ({
      path: `src/${folder}/${path}`,
      text: readFileSync(join(source, folder, path), "utf8")
    }))
);

/** A DOI, which a line break of a comment may part from its "doi", without what closes the sentence. */
const doiPattern = /\b10\.\d{4,5}\/[^\s"'`,;<>\\]*[^\s"'`,;:<>\\.]/g;

/** Without brackets that were opened before it. */
const balanced = (doi: string): string => {
  const open = doi.split("(").length;
  const closed = doi.split(")").length;
  return closed > open ? balanced(doi.replace(/\)[^)]*$/, "")) : doi;
};

describe("the list of references", () => {
  it("holds every DOI that the code names", () => {
    const missing = code.flatMap(({ path, text }) =>
      (text.match(doiPattern) ?? [])
        .map(balanced)
        .filter((doi) => !byDoi(doi))
        .map((doi) => `missing reference: ${doi} in ${path}; add it to method-references.ts or references.ts`)
    );
    expect(missing).toEqual([]);
  });

  it("knows every source of a parameter that names authors", () => {
    const unknown = code
      .filter(({ path }) => path.startsWith("src/science/"))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bsource:\s*(?:"([^"]+)"|`([^`]+)`)/g)].map(([, plain, template]) => ({
          path,
          text: plain ?? template ?? ""
        }))
      )
      .filter(({ text }) => / et al\.|\(?\b(19|20)\d\d\)?/.test(text) && !/^assumed|\$\{/.test(text))
      .filter(({ text }) => namedIn(text).length === 0 && !/doi:10\./.test(text))
      .map(({ path, text }) => `${path}: ${text}`);
    expect(unknown).toEqual([]);
  });

  it("has every key and DOI once", () => {
    const keys = allReferences.map(({ key }) => key);
    const dois = allReferences.flatMap(({ doi }) => (doi === undefined ? [] : [doi.toLowerCase()]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(dois).size).toBe(dois.length);
    for (const doi of dois) expect(doi).toMatch(/^10\.\d{4,5}\/\S+$/);
  });

  it("has no name that the code does not use", () => {
    const all = code.map(({ text }) => text).join("\n");
    const idle = references.flatMap(({ names }) => names ?? []).filter((name) => !all.includes(name));
    expect(idle).toEqual([]);
  });
});

it("a reference is a line", () => {
  expect(referenceLine({ key: "a", authors: "A. et al.", year: 2018, title: "T", where: "J. 1, 2" })).toBe(
    "A. et al. (2018). T. J. 1, 2."
  );
  expect(referenceLine({ key: "a", authors: "COMSOL", where: "software" })).toBe("COMSOL. software.");
});

it("the longest name in a text wins, and names do not overlap", () => {
  const text = "COMSOL tutorial, citing Ko et al., J. Electrochem. Soc. 166, A2939; PyBaMM Xu2019";
  expect(namedIn(text).map(({ reference, start, end }) => [reference.key, text.slice(start, end)])).toEqual([
    ["comsol", "COMSOL tutorial"],
    ["ko-jes", "Ko et al., J. Electrochem. Soc. 166, A2939"],
    ["pybamm", "PyBaMM"]
  ]);
});

describe("marks in pages", () => {
  const render = (text: string, path = "/figures/fig-1") =>
    citationMarks(new MarkdownIt() as unknown as Parameters<typeof citationMarks>[0] & MarkdownIt).render(
      text,
      {
        path
      }
    );

  it("become numbers that lead to the list", () => {
    const html = render("The table [@koerver-2018; @ma-2015].");
    const number = referenceNumber("koerver-2018");
    expect(html).toContain(`href="../references#ref-koerver-2018"`);
    expect(html).toContain(`>${number}</a><span>,</span><a`);
    expect(html).toContain('The table<sup class="citations">');
    expect(render("[@ma-2015]", "/index")).toContain(`href="./references#ref-ma-2015"`);
  });

  it("leave links, code and addresses alone", () => {
    expect(render("[a](b) `[@ma-2015]` [x@y]")).not.toContain("citation");
  });

  it("refuse a key that no reference has", () => {
    expect(() => render("[@nobody-1900]")).toThrow("unknown reference: nobody-1900; add it to");
  });

  it("the list has one item a reference, escaped", () => {
    const html = render("```references values\n```\n\n```references methods\n```");
    expect(html.match(/<li id="ref-/g)).toHaveLength(allReferences.length);
    expect(html).toContain(`start="${references.length + 1}"`);
    expect(html).toContain("Wu, K., Otoo, E. &amp; Suzuki, K.");
  });
});
