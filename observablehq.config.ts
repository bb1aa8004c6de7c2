import { existsSync } from "node:fs";
import { join } from "node:path";
import { mathBlocks } from "./src/components/math-blocks.js";
import { pageHead } from "./src/components/page-head.js";
import { citationMarks } from "./src/components/publication/citation-marks.js";
import { pageFooter } from "./src/components/publication/page-footer.js";
import { readForks } from "./src/data/lib/forks.js";

const root = "src";

interface Page {
  name: string;
  path: string;
}

/** A page that is not written yet is left out of the menu, so that it never leads nowhere. */
const written = ({ path }: Page): boolean => existsSync(join(root, `${path.replace(/\/$/, "/index")}.md`));

const section = (name: string, pages: Page[]): { name: string; pages: Page[] } => ({
  name,
  pages: pages.filter(written)
});

const icon =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><circle cx='16' cy='16' r='14' fill='%23444f7a'/><circle cx='16' cy='16' r='6' fill='%23fff'/></svg>";

export default {
  root,
  output: "dist",
  base: process.env["BASE_PATH"] ?? "/",
  title: "Li-rich cathodes, two ways to age",
  home: "Two ways to age",
  pages: [
    ...[
      { name: "Two pathways", path: "/pathways" },
      { name: "Claims", path: "/claims" },
      { name: "From the paper to the pages", path: "/paper-to-page" }
    ].filter(written),
    section("Figures", [
      { name: "1 · Electrochemistry and lattice", path: "/figures/fig-1-electrochemistry-and-lattice" },
      { name: "2 · Composition tomography", path: "/figures/fig-2-composition-tomography" },
      { name: "3 · Oxidation states", path: "/figures/fig-3-oxidation-states" },
      { name: "4 · Ion maps and electron spectra", path: "/figures/fig-4-sims-and-spectra" },
      { name: "5 · Voids and stress", path: "/figures/fig-5-voids-and-stress" }
    ]),
    section("Supplementary", [
      { name: "Neutron diffraction", path: "/supplementary/diffraction" },
      { name: "Operando diffraction", path: "/supplementary/operando-diffraction" },
      { name: "Electron microscopy", path: "/supplementary/electron-microscopy" },
      { name: "Ion maps", path: "/supplementary/sims" },
      { name: "Nanotomograms", path: "/supplementary/porosity" },
      { name: "The stress laboratory", path: "/supplementary/stress-laboratory" },
      { name: "Slips of the print", path: "/supplementary/slips" }
    ]),
    ...[
      { name: "Validation", path: "/validation" },
      { name: "References", path: "/references" }
    ].filter(written),
    section("Explore", [
      { name: "SQL", path: "/explore/sql" },
      { name: "Your data", path: "/explore/your-data" },
      { name: "Design your experiment", path: "/explore/design-your-experiment" }
    ]),
    section("Hypotheses", [
      { name: "How to fork", path: "/hypotheses/index" },
      ...readForks(root).map(({ title, path }) => ({ name: title, path }))
    ])
  ].filter((entry) => !("pages" in entry) || entry.pages.length > 0),
  style: "style.css",
  // The defaults of these three would reach for other hosts.
  globalStylesheets: [],
  duckdb: { extensions: { json: null, parquet: null } },
  footer: ({ path }: { path: string }) => pageFooter(path),
  head: ({ path }: { path: string }) =>
    `<link rel="icon" href="data:image/svg+xml,${icon.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll('"', "'")}">` +
    pageHead(path),
  markdownIt: <M extends Parameters<typeof mathBlocks>[0] & Parameters<typeof citationMarks>[0]>(md: M): M =>
    citationMarks(mathBlocks(md)),
  search: true,
  pager: true
};
