import { expect, it } from "vitest";
import * as fc from "fast-check";
import { bibtex, escapeLatex } from "../../src/components/cite.js";

const citation = {
  id: "fig-5d",
  label: "Figure 5d, e",
  title: "Hoop stress at 50 % & 10 C",
  url: "https://example.org/a?rate=3&q={x}#fig-5d",
  site: "Two ways to age",
  provenance: "predicted",
  meta: { method: "Finite elements", seed: "7", inputHash: "0123456789abcdef" },
  accessed: new Date("2026-01-02T03:04:05Z")
};

it("says what, how, in which state and when", () =>
  expect(bibtex(citation)).toBe(`@misc{lrtmo-fig-5d,
  author = {{The contributors to Two ways to age}},
  title = {{Figure 5d, e: Hoop stress at 50 \\% \\& 10 C}},
  howpublished = {Two ways to age},
  year = {2026},
  url = {https://example.org/a?rate=3&q=%7Bx%7D#fig-5d},
  note = {values: predicted; method: Finite elements; seed 7; code and data 0123456789ab; accessed 2026-01-02}
}
`));

it("keeps its braces balanced, whatever the title", () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, url) => {
      const text = bibtex({ ...citation, title, url }).replace(/\\[{}]/g, "");
      expect(text.split("{").length).toBe(text.split("}").length);
    })
  ));

it("escapes LaTeX", () =>
  expect(escapeLatex("#a_b^c~\\")).toBe("\\#a\\_b\\textasciicircum{}c\\textasciitilde{}\\textbackslash{}"));
