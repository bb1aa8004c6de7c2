import { expect, it } from "vitest";
import * as fc from "fast-check";
import { bibtex, companionEntry, escapeLatex, studyEntry } from "../../src/components/cite.js";
import { companion } from "../../src/components/publication/about.js";

const citation = {
  id: "fig-5d",
  label: "Figure 5d, e",
  title: "Hoop stress at 50 % & 10 C",
  url: "https://example.org/a?rate=3&q={x}#fig-5d",
  site: "Two ways to age",
  provenance: "predicted",
  meta: { method: "Finite elements", seed: "7", inputHash: "0123456789abcdef" },
  accessed: new Date("2027-01-02T03:04:05Z")
};

it("says what, by whom, how, in which state and when, and names the study apart", () => {
  const text = bibtex(citation);
  expect(text.slice(0, text.indexOf("@article"))).toBe(`@misc{lrtmo-fig-5d,
  author = {{${companion.author}}},
  title = {{Figure 5d, e: Hoop stress at 50 \\% \\& 10 C}},
  howpublished = {Two ways to age: an executable companion},
  year = {${companion.released.slice(0, 4)}},
  month = {11},
  url = {https://example.org/a?rate=3&q=%7Bx%7D#fig-5d},
  urldate = {2027-01-02},
  related = {liu-2024},
  note = {Version ${companion.version}; values: predicted; method: Finite elements; seed 7; code and data 0123456789ab; companion to doi:10.1038/s41565-024-01773-4; accessed 2027-01-02}
}
`);
  expect(text).toContain("@article{liu-2024,\n  author = {Liu, Zhimeng and Zeng, Yuqiang and");
  expect(text).toContain("doi = {10.1038/s41565-024-01773-4}");
});

it("cites the companion as a whole", () => {
  const text = companionEntry("https://example.org/", citation.accessed);
  expect(text).toContain("title = {{Li-rich cathodes, two ways to age: an executable companion}}");
  expect(text).toContain("related = {liu-2024}");
  expect(studyEntry()).toContain("@article{liu-2024,");
});

it("keeps its braces balanced, whatever the title", () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, url) => {
      const text = bibtex({ ...citation, title, url }).replace(/\\[{}]/g, "");
      expect(text.split("{").length).toBe(text.split("}").length);
    })
  ));

it("escapes LaTeX", () =>
  expect(escapeLatex("#a_b^c~\\")).toBe("\\#a\\_b\\textasciicircum{}c\\textasciitilde{}\\textbackslash{}"));
