// Slips 3, 5 and 7 to 10: what is made, named and measured.
import type { FigureFrame } from "../figure-frame.js";
import type { TableLike } from "../table-meta.js";
import { chartsPanel } from "./charts-panel.js";
import { rowsPanel } from "./rows-panel.js";

/** @param table slips_synthesis */
export const synthesisPanel = (table: TableLike, width: number): FigureFrame =>
  chartsPanel(table, {
    ...{ id: "slip-synthesis", label: "Slip 3", title: "What the precipitate carries along", width },
    series: "precipitant",
    charts: [
      {
        x: { column: "kept_percent", label: "share of the liquor's alkali that stays (%)" },
        y: { column: "carried", label: "alkali too many per formula unit" }
      }
    ],
    caption:
      "Per mole of metal the precipitation leaves two moles of alkali in the liquor. Lithium carbonate would add lithium where washing is poor, sodium carbonate sodium.",
    alt: "Alkali in the product rises with the share of the liquor that is kept."
  });

/** @param table slips_voxels */
export const voxelsPanel = (table: TableLike): FigureFrame =>
  rowsPanel(table, {
    ...{ id: "slip-voxels", label: "Slip 4", title: "Two cubes" },
    alt: "Contents and noise of a voxel under both readings",
    caption:
      "Noise of one voxel from the photons of the composition twin, 131 tilts and filtered back-projection, with nothing smoothed. The analysis of the twin regularises, and so gets more on target from the larger cube than stands here.",
    columns: [
      { column: "reading", label: "Read as" },
      { column: "width_nm", label: "Edge", unit: "nm" },
      { column: "element", label: "Element" },
      { column: "atoms", label: "Atoms" },
      { column: "edge_step", label: "Step in optical density", figures: 2 },
      { column: "noise_percent", label: "Noise of the element", unit: "%", figures: 2 },
      { column: "ratio_noise_percent", label: "Noise of TM/O", unit: "%", figures: 2 },
      { column: "on_target_percent", label: "Uniform material within 5 %", unit: "%", figures: 2 }
    ]
  });

/** @param table slips_citations */
export const citationsPanel = (table: TableLike): FigureFrame =>
  rowsPanel(table, {
    ...{ id: "slip-citations", label: "Slip 5", title: "What is named where" },
    alt: "Where the supplementary figures 3, 14, 21, 22 and 25 are named, and for what",
    caption: "Read in the text and the captions, in our words. The whole list is a table on the SQL page.",
    provenance: "reported",
    keep: (row) => [3, 14, 21, 22, 25].includes(Number(row["figure"])),
    columns: [
      { column: "figure", label: "Figure" },
      { column: "panels", label: "Panels", say: (value) => (value === "" ? "all" : String(value)) },
      { column: "place", label: "Place" },
      { column: "role", label: "As" },
      { column: "purpose", label: "For" }
    ]
  });

/** @param table slips_edges */
export const edgesPanel = (table: TableLike, width: number): FigureFrame => {
  const x = { column: "energy_eV", label: "energy loss (eV)" };
  const y = { column: "counts", label: "counts, over those at the left" };
  return chartsPanel(table, {
    ...{ id: "slip-edges", label: "Slip 7 · a", title: "Two edges at three widths", width },
    series: "resolution_eV",
    seriesLabel: (eV) => `${eV} eV`,
    charts: [
      {
        name: "Li K; thin lines: without lithium",
        x,
        y,
        beside: "without_lithium",
        keep: (r) => r["edge"] === "Li K"
      },
      { name: "O K with its pre-peak", x, y, keep: (r) => r["edge"] === "O K" }
    ],
    caption:
      "Region A without noise. Even at the best width Li K is a change of slope on the edges of the metals; at 4.7 eV the two lines of the pre-peak are one hump.",
    alt: "Spectra at 4.7, 1 and 0.47 eV: detail is lost as the width grows."
  });
};

/** @param table slips_resolution */
export const resolutionCurves = (table: TableLike, width: number): FigureFrame => {
  const x = { column: "resolution_eV", label: "width of the zero-loss peak (eV)" };
  return chartsPanel(table, {
    ...{ id: "slip-resolution", label: "Slip 7 · b", title: "What a fit still gives", width, legend: false },
    series: "region",
    seriesLabel: () => "region A",
    charts: [
      {
        name: "Least change of Li/Mn",
        x,
        y: { column: "smallest_lithium_percent", label: "three standard errors (%)", domain: [0, 3] }
      },
      {
        name: "Maxima of the pre-peak",
        x,
        y: { column: "pre_peak_maxima", label: "maxima, 526 to 534 eV", domain: [0, 3] },
        dots: true
      }
    ],
    caption:
      "A fit that is given the true shapes of the edges loses little as the width grows, since an amount is in the whole spectrum. What must be seen, two lines as two, is gone between 1.5 and 2 eV.",
    alt: "The least visible change grows slowly with the width; two maxima become one between 1.5 and 2 eV."
  });
};

/** @param table slips_relaxation */
export const relaxationPanel = (table: TableLike, width: number): FigureFrame =>
  chartsPanel(table, {
    ...{ id: "slip-relaxation", label: "Slip 8 · a", title: "The model once the current stops", width },
    series: "rest",
    charts: [
      {
        x: { column: "radius", label: "distance from the centre, over the radius" },
        y: { column: "lithium", label: "lithium per formula unit" }
      }
    ],
    caption:
      "Lithium of the diffusion model after a charge at 10 C and a rest of 0 to 60 s. An electrode is washed, dried and cut before it is mapped.",
    alt: "The gradient at the end of the charge flattens within twenty seconds."
  });

/** @param table slips_maps */
export const mapsTestPanel = (table: TableLike): FigureFrame =>
  rowsPanel(table, {
    ...{ id: "slip-maps", label: "Slip 8 · b", title: "The Fickian test" },
    alt: "What the test of a Fickian profile says of the model and of the uneven particle",
    caption:
      "Counts of the ion maps' twin over 17.2 µm, medians over particles. The first two rows hold what the diffusion model gives, without pores or cracks. An estimate of a share may pass 100 %.",
    columns: [
      { column: "sample", label: "Particle" },
      { column: "fall_percent", label: "Centre less surface, set", unit: "%" },
      { column: "parabola_percent", label: "By r²", unit: "%" },
      { column: "residual_percent", label: "Left over", unit: "%", figures: 2 }
    ]
  });

/** @param table slips_fragments */
export const fragmentsPanel = (table: TableLike, width: number): FigureFrame => {
  const x = {
    column: "width",
    label: "width of the domains, twin = 1",
    type: "log" as const,
    domain: [0.8, 5] as [number, number]
  };
  const state = (id: string) => (row: Record<string, string | number>) => row["state"] === id;
  return chartsPanel(table, {
    ...{
      id: "slip-fragments",
      label: "Slip 9",
      title: "Twelve fragments of one material",
      width,
      legend: false
    },
    series: "state",
    seriesLabel: (id) => (id === "pristine" ? "pristine" : "10 C, 4.8 V"),
    charts: [
      {
        ...{ name: "On target, pristine", x, dots: true, keep: state("pristine"), ruleY: 93.6 },
        y: { column: "target_percent", label: "share of the volume (%)" }
      },
      {
        ...{ name: "Oxygen-rich, 10 C, 4.8 V", x, dots: true, keep: state("10C-4.8V"), ruleY: 17 },
        y: { column: "oxygen_rich_percent", label: "share of the volume (%)" }
      }
    ],
    caption:
      "True shares in fragments of the twin that differ in shape and in where their domains lie; the mean of each twelve is the printed share (dashed). The width of the domains is assumed: the spread grows with its power of three halves.",
    alt: "Shares of twelve fragments scatter about the printed value, more the wider the domains."
  });
};

/** @param table slips_absorption */
export const absorptionPanel = (table: TableLike): FigureFrame =>
  rowsPanel(table, {
    ...{ id: "slip-absorption", label: "Slip 10 · a", title: "Two tables of absorption" },
    alt: "Steps in optical density of a voxel of 25 nm by two tables",
    caption:
      "At the energies of the composition twin, which are assumed. Neither table knows the near-edge structure. Ratios to the pristine particle are free of the difference.",
    columns: [
      { column: "element", label: "Element" },
      { column: "energy_below_eV", label: "Below", unit: "eV" },
      { column: "energy_above_eV", label: "Above", unit: "eV" },
      { column: "chantler", label: "Chantler" },
      { column: "elam", label: "Elam" },
      { column: "difference_percent", label: "Difference", unit: "%", figures: 2 }
    ]
  });
