/**
 * Everything that the study shows or says with a number, and the page where it is, or will be: 35 panels of the
 * main figures, 28 supplementary figures, 3 supplementary tables, 60 claims.
 *
 * A page shows an item by carrying its anchor as an id, `id="fig-5d"` or `{id: "fig-5d"}`; it shows a claim by
 * naming it (C23).
 */
import { claims } from "./claims.js";
import { pages } from "./pages.js";

export type ItemKind = "panel" | "figure" | "table" | "claim";

export interface InventoryItem {
  kind: ItemKind;
  /** "5d", "S27", "Table S3", "C23" */
  id: string;
  title: string;
  /** sub-panels of a supplementary figure that the text names; "" for none */
  panels: string;
  /** site path without anchor */
  page: string;
  /** id on that page; for a claim its id */
  anchor: string;
  /** its page must carry the anchor now */
  due: boolean;
}

/** Pages that must exist now; the others are planned. */
export const expectedPages: readonly string[] = [
  pages.home,
  pages.claims,
  pages.paperToPage,
  pages.fig1,
  pages.fig2,
  pages.fig3,
  pages.fig4,
  pages.fig5,
  pages.pathways,
  pages.validation,
  pages.references,
  pages.sql,
  pages.yourData,
  pages.designExperiment,
  pages.hypotheses,
  pages.rates,
  pages.sDiffraction,
  pages.sOperando,
  pages.sMicroscopy,
  pages.sSims,
  pages.sPorosity,
  pages.stressLaboratory,
  pages.slips,
  pages.gradedPores,
  pages.halfRadius,
  pages.coating,
  pages.stricterExperiment
];

/** Items that are done: their page must carry them. */
const due = new Set(
  "1a 1b 1c 1d 1e 1f 1g 1h 1i 1j 1k 1l 1m 2a 2b 2c 3a 3b 3c 3d 3e 4a 4b 4c 4d 4e 4f 4g 5a 5b 5c 5d 5e 5f 5g S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S15 S16 S17 S18 S19 S20 S21 S22 S23 S24 S25 S26 S27 S28"
    .split(" ")
    .concat("Table S1", "Table S2", "Table S3")
);

const figure: Record<string, string> = {
  1: pages.fig1,
  2: pages.fig2,
  3: pages.fig3,
  4: pages.fig4,
  5: pages.fig5
};

const panelTitles: [string, string][] = [
  ["1a", "cycling at 0.1 C and 10 C"],
  ["1b", "first charge and discharge, with the sampled voltages"],
  ["1c", "pristine lattice, HAADF"],
  ["1d", "pristine lattice, iDPC"],
  ["1e", "pristine lattice, scheme"],
  ["1f", "20 cycles at 0.1 C, HAADF: surface phases and nanovoids"],
  ["1g", "20 cycles at 0.1 C, scheme"],
  ["1h", "20 cycles at 10 C, HAADF"],
  ["1i", "20 cycles at 10 C, iDPC"],
  ["1j", "10 C, regular domain"],
  ["1k", "10 C, metal-deficient domain"],
  ["1l", "10 C, twisted domain"],
  ["1m", "10 C, scheme of the three domains"],
  ["2a", "composition classes in 3-D against voltage"],
  ["2b", "class proportions, 0.1 C"],
  ["2c", "class proportions, 10 C"],
  ["3a", "oxidation-state maps of Mn, Co, Ni and O"],
  ["3b", "radial oxidation state of Mn"],
  ["3c", "radial oxidation state of Co"],
  ["3d", "radial oxidation state of Ni"],
  ["3e", "radial oxidation state of O"],
  ["4a", "ion maps, pristine"],
  ["4b", "ion maps, 0.1 C, 20 cycles"],
  ["4c", "ion maps, 10 C, 20 cycles"],
  ["4d", "oxygen map, 10 C, regions A and B"],
  ["4e", "energy loss at the Li K edge"],
  ["4f", "energy loss at the O K edge"],
  ["4g", "energy loss at the Mn L edge"],
  ["5a", "pores and cracks, pristine"],
  ["5b", "pores and cracks, 0.1 C"],
  ["5c", "pores and cracks, 10 C"],
  ["5d", "hoop stress along the radius, 0.1 C"],
  ["5e", "hoop stress along the radius, 10 C"],
  ["5f", "von Mises stress, 0.1 C"],
  ["5g", "von Mises stress, 10 C"]
];

const neutron = "neutron diffraction pattern and refinement";

/** number, title, page, sub-panels named in the text */
const supplementaryTitles: [number, string, string, string?][] = [
  ...Array.from({ length: 13 }, (_, i): [number, string, string, string?] =>
    i === 2 ? [3, neutron, pages.sDiffraction, "b"] : [i + 1, neutron, pages.sDiffraction]
  ),
  [14, "lithium and oxygen occupancies, axis c", pages.sDiffraction, "a, b, c, d, e"],
  [15, "energy loss: oxygen in nanovoids", pages.sMicroscopy],
  [16, "X-ray maps: oxygen in nanovoids", pages.sMicroscopy],
  [17, "distorted lattice in the bulk, 10 C", pages.sMicroscopy],
  [18, "geometrical phase analysis", pages.sMicroscopy],
  [19, "operando diffraction, 0.1 C and 10 C", pages.sOperando],
  [20, "reference spectra of O, Mn, Co and Ni", pages.fig3],
  [21, "microscope and workflows", pages.fig2, "a, b, c"],
  [22, "valence gradient from surface to bulk", pages.fig3],
  [23, "voxel, pixel and equal-area zones", pages.fig3, "b, c"],
  [24, "RIXS maps after 20 cycles", pages.fig3, "b, c"],
  [25, "never cited in the text; content unknown", pages.fig3],
  [26, "ion maps at 4.8 V, first cycle", pages.sSims, "a, b"],
  [27, "model geometry, lithium flux, stress", pages.fig5],
  [28, "place of point A, concentration and stress there", pages.fig5]
];

const tableTitles: [number, string, string][] = [
  [1, "two photon energies an element", pages.fig2],
  [2, "energy grids and standard states", pages.fig3],
  [3, "parameters of the particle model", pages.fig5]
];

const item = (kind: ItemKind, id: string, anchor: string, title: string, page: string, panels = "") => ({
  kind,
  id,
  title,
  panels,
  page,
  anchor,
  due: due.has(id)
});

export const inventory: readonly InventoryItem[] = [
  ...panelTitles.map(([id, title]) => item("panel", id, `fig-${id}`, title, figure[id.charAt(0)] ?? "")),
  ...supplementaryTitles.map(([n, title, page, panels]) =>
    item("figure", `S${n}`, `fig-s${n}`, title, page, panels)
  ),
  ...tableTitles.map(([n, title, page]) => item("table", `Table S${n}`, `table-s${n}`, title, page)),
  ...claims.map(({ id, statement, page }) => item("claim", id, id, statement, page.replace(/#.*/, "")))
];
