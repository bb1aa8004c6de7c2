// A reader's ion maps → areas rich in Li and O and poor in Mn, and how far they overlap, by the analysis of Figure 4.
import type { TaskOptions } from "../../science/task.js";
import { analyseDomains } from "../../science/sims/analysis.js";
import { domainNames } from "../../science/sims/domains.js";
import { ions, type Ion } from "../../science/sims/raw.js";
import type { Normalisation } from "../../science/sims/settings.js";
import { binned } from "./image-source.js";

/** An image of the open part, or the only one of another dataset. */
export type MapSource = { index: number } | { path: string };

export interface IonImage {
  /** as the reader knows it: "image 2" or the path of a dataset */
  name: string;
  columns: number;
  rows: number;
  /** counts, row by row */
  values: Float32Array;
}

export interface IonsSettings {
  /** nm, of a pixel of the file */
  pixel: number;
  /** pixels whose counts are added up, along an edge */
  binning: number;
  normalisation: Normalisation;
  /** nm, full width at half height */
  smoothing: number;
  /** nm from edges and pores that are left out */
  margin: number;
  /** share of the measured area that is called rich (Mn: poor) */
  share: number;
}

export interface IonsAnswer {
  nx: number;
  ny: number;
  /** nm, after binning */
  pixel: number;
  /** [x][y]; NaN where nothing is measured */
  maps: { name: string; unit: string; values: Float32Array }[];
  overlaps: { areas: string; overlap: number; mean: number; deviation: number; p: number }[];
  rows: { what: string; value: number; error: number; unit: string }[];
  notes: string[];
}

const mostPixels = 2 ** 20;
const says: Record<Ion, string> = { Li: "⁷Li", Mn: "⁵⁵Mn", O: "¹⁶O" };

/** @throws one sentence on maps of different sizes, empty ones, and settings that make no sense */
export function ionsAnswer(
  images: Readonly<Record<Ion, IonImage>>,
  { pixel, binning, smoothing, margin, ...settings }: IonsSettings,
  { signal, onProgress }: TaskOptions = {}
): IonsAnswer {
  const { columns, rows } = images.Li;
  for (const ion of ions) {
    const own = images[ion];
    if (own.columns !== columns || own.rows !== rows)
      throw new Error(
        `invalid map of ${says[ion]}: ${own.name} has ${own.columns} × ${own.rows} pixels, that of ⁷Li ${columns} × ${rows}; must be of one size: crop or bin them alike`
      );
  }
  const most = Math.min(columns, rows);
  if (!(Number.isInteger(binning) && binning >= 1 && binning <= most))
    throw new Error(`invalid binning: ${binning}; must be a whole number from 1 to ${most}`);
  const [nx, ny] = [Math.floor(columns / binning), Math.floor(rows / binning)];
  if (nx * ny > mostPixels)
    throw new Error(
      `unsupported maps: ${nx} × ${ny} pixels; must be ${(mostPixels / 1e6).toFixed(0)} million at most: merge more of them into one`
    );
  // means of squares of pixels, back to sums: what is merged was counted together
  const summed = (ion: Ion) =>
    binned(images[ion].values, columns, rows, binning).map((mean) => mean * binning ** 2);
  const counts = { Li: summed("Li"), Mn: summed("Mn"), O: summed("O") };
  signal?.throwIfAborted();
  onProgress?.(0.3, "areas and overlaps");
  const edge = pixel * binning;
  const { area, maps, domains, overlaps } = analyseDomains(
    { width: nx, height: ny, pixel: edge * 1e-9, counts },
    { ...settings, smoothing: smoothing * 1e-9, margin: margin * 1e-9 }
  );
  // images run along their rows, maps on pages along their columns
  const turned = (values: ArrayLike<number>) =>
    Float32Array.from({ length: nx * ny }, (_, k) => {
      const p = (k % ny) * nx + Math.floor(k / ny);
      return area.mask[p] ? (values[p] ?? NaN) : NaN;
    });
  const inside = area.mask.reduce((sum, m) => sum + m, 0);
  const totals = ions.map((ion) => counts[ion].reduce((sum, n) => sum + n, 0));
  const together = domains.Li.area.map((a, p) => a + (domains.O.area[p] ?? 0) + (domains.Mn.area[p] ?? 0));
  const notes = [
    `${((100 * inside) / (nx * ny)).toFixed(0)} % of the field is compared: what is neither empty nor within ${margin} nm of an edge or a pore.`
  ];
  if (binning > 1) notes.push(`The counts of ${binning} × ${binning} pixels were added up.`);
  if (ions.some((ion) => counts[ion].some((n) => !Number.isInteger(n))))
    notes.push("Some numbers are not whole: if they are no counts, ranks and overlaps hold, noise does not.");
  const row = (what: string, value: number, unit = "") => ({ what, value, error: NaN, unit });
  return {
    ...{ nx, ny, pixel: edge, notes },
    maps: [
      { name: "how many of the three areas", unit: "", values: turned(together) },
      ...ions.map((ion) => ({ name: `${says[ion]}, smoothed`, unit: "", values: turned(maps[ion]) })),
      ...ions.map((ion) => ({
        name: `${domainNames[ion]} area`,
        unit: "",
        values: turned(domains[ion].area)
      }))
    ],
    overlaps: overlaps.map(({ pair: [a, b], test: { overlap, mean, deviation, p } }) => ({
      ...{ areas: `${domainNames[a]} and ${domainNames[b]}`, overlap, mean, deviation, p }
    })),
    rows: [
      ...ions.map((ion, k) => row(`${says[ion]}: all counts`, totals[k])),
      ...ions.map((ion) => row(`${domainNames[ion]}: inside over outside, less 1`, domains[ion].contrast)),
      row("radius of a disc of the same area", area.radius * edge * 1e-3, "µm")
    ]
  };
}
