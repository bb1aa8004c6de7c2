/** Which supplementary figure is named where in the study and for what, in our words: a reading of its text, nothing computed. */

export type Place = "main text" | "caption" | "methods" | "data availability";

export interface Citation {
  /** numbers of the figures named together */
  figures: readonly number[];
  /** "" where the figure is named as a whole */
  panels: string;
  place: Place;
  /** what it is named for, or what the text says of it */
  purpose: string;
  /** evidence for a statement, or a picture of how something was done */
  role: "evidence" | "drawing" | "list";
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k);
const evidence = (figures: readonly number[], panels: string, purpose: string, place: Place = "main text") =>
  ({ figures, panels, place, purpose, role: "evidence" }) satisfies Citation;
const drawing = (figures: readonly number[], panels: string, purpose: string, place: Place = "methods") =>
  ({ figures, panels, place, purpose, role: "drawing" }) satisfies Citation;

export const citations: readonly Citation[] = [
  evidence(range(1, 13), "", "loss of oxygen by neutrons: patterns and refinements"),
  evidence([3], "b", "lithium trapped after 20 cycles, by neutrons"),
  evidence([14], "a, b", "share of lithium that still moves, lower at the fast rate"),
  evidence([14], "a", "what oxygen-rich domains mean for lithium going back"),
  evidence([14], "c", "occupancy of oxygen along the high-voltage plateau"),
  evidence([14], "c, d", "loss of oxygen, first cycle and after 20"),
  evidence([14], "e", "lattice parameter c over the charge"),
  evidence([15], "", "oxygen lacking in nanovoids, electron energy loss"),
  evidence([16], "", "oxygen lacking in nanovoids, X-ray emission"),
  evidence([17], "", "distorted lattice all over particles cycled fast"),
  evidence([18], "", "strain of the lattice, geometrical phase analysis"),
  evidence([19], "", "the (003) line during both charges"),
  evidence([20], "", "reference spectra of the oxidation states", "caption"),
  evidence([20], "", "reference spectra, and the fit with them", "methods"),
  evidence([21, 22], "", "gradient of the valence from the surface inwards"),
  drawing([21], "a", "the microscope"),
  drawing([21], "b", "how a tomogram is recorded and reconstructed"),
  drawing([21], "c", "how a map of oxidation states is recorded"),
  drawing([22, 23], "", "the five zones of equal area", "caption"),
  drawing([23], "b", "what a voxel stands for", "main text"),
  drawing([23], "c", "what a pixel stands for", "main text"),
  evidence([24], "b, c", "oxidised oxygen after 20 cycles, resonant emission"),
  evidence([26], "a", "ion maps of the first cycle, slow"),
  evidence([26], "b", "ion maps of the first cycle, fast"),
  drawing([27], "", "geometry of the stress model and paths of lithium", "caption"),
  evidence([27], "", "the stress model"),
  drawing([28], "", "where point A is", "caption"),
  evidence([28], "", "tension at point A"),
  {
    figures: [...range(1, 16), 19, 20, 24, 25],
    panels: "",
    place: "data availability",
    purpose: "source data at hand",
    role: "list"
  }
];

/** Times that a figure is named outside the list of source data. @param panel counts only where that panel is named */
export function timesCited(
  figure: number,
  { panel = "", role }: { panel?: string; role?: Citation["role"] } = {}
): number {
  return citations.filter(
    (own) =>
      own.role !== "list" &&
      own.figures.includes(figure) &&
      (panel === "" || own.panels.split(", ").includes(panel)) &&
      (role === undefined || own.role === role)
  ).length;
}

export const supplementaryFigures = range(1, 28);
