// A reader's volume → classes → pores, by the analysis of the nanotomograms: Otsu's threshold or one's own, a particle with its surface
// closed over mouths of cracks, or a piece of a porous body that fills the volume.
import { connectedComponents } from "../../science/numerics/labels.js";
import { histogram, modesAbout, otsuThreshold } from "../../science/numerics/thresholds.js";
import { poreNumbers } from "../../science/porosity/analysis.js";
import { poreTable, type Pore } from "../../science/porosity/pores.js";
import { segment } from "../../science/porosity/segment.js";
import { defaultSegmentSettings } from "../../science/porosity/settings.js";
import { shownClasses } from "../../science/porosity/shown-classes.js";
import type { TaskOptions } from "../../science/task.js";
import { loadStack } from "./load-stack.js";
import type { ImageSource } from "./image-source.js";

export interface VolumeRequest {
  /** images and pixels to a voxel */
  binning: number;
  /** nm, of a voxel of the file */
  voxel: number;
  pores: "dark" | "bright";
  /** what fills the volume: a particle with void around it, or a porous body alone */
  sample: "particle" | "body";
  /** in the numbers of the file; Otsu's where null */
  threshold: number | null;
  /** voxels */
  smallestPore: number;
  /** voxels: cracks narrower than twice this do not open a particle's surface */
  closing: number;
}

export interface VolumeAnswer {
  /** [z][x][y] */
  shape: [number, number, number];
  /** nm, after binning */
  voxel: number;
  /** 0 outside, 1 solid, 2 pores apart, 3 largest pore, [z][x][y] */
  classes: Uint8Array;
  /** in the numbers of the file */
  threshold: number;
  otsu: number;
  histogram: { from: number; to: number; counts: Float64Array };
  pores: Pick<Pore, "number" | "volume" | "diameter" | "elongation" | "open" | "atBorder">[];
  rows: { what: string; value: number; error: number; unit: string }[];
  notes: string[];
}

/** Voxels that are analysed at most, and up to which areas and elongations are measured too. */
export const mostVoxels = 18e6;
const fineVoxels = 4e6;

export async function volumeAnswer(
  images: ImageSource,
  request: VolumeRequest,
  task: TaskOptions = {}
): Promise<VolumeAnswer> {
  const { binning: by, voxel: edge, threshold } = request;
  if (!(edge > 0)) throw new Error(`invalid voxel: ${edge} nm; must be a positive length`);
  const { shape, grey } = await loadVolume(images, by, task);
  const { signal, onProgress } = task;
  signal?.throwIfAborted();
  onProgress?.(0.4, "thresholds");
  const notes: string[] = [];
  if (by > 1) notes.push(`${by} × ${by} × ${by} voxels were merged into one.`);
  const range = finiteRange(grey, notes);
  const bins = histogram(grey, { ...range, bins: 256 });
  const otsu = otsuThreshold(bins);
  const used = threshold ?? otsu;
  if (!(used > range.min && used < range.max))
    throw new Error(
      `invalid threshold: ${used}; must be between ${range.min} and ${range.max}, the grey values of the file`
    );
  // void at 0 and solid at 1, as the analysis has them
  const { low, high } = modesAbout(bins, used);
  const scale = request.pores === "dark" ? 1 / (high - low) : -1 / (high - low);
  const zero = request.pores === "dark" ? low : high;
  for (let p = 0; p < grey.length; ++p) grey[p] = ((grey[p] ?? 0) - zero) * scale;
  const at = (used - zero) * scale;
  const voxel = edge * by * 1e-9;
  const classes =
    request.sample === "particle"
      ? segment(
          { grey, shape, voxel },
          { threshold: at, smallestPore: request.smallestPore, closing: request.closing * voxel }
        ).classes
      : bodyClasses(grey, shape, at, request.smallestPore);
  signal?.throwIfAborted();
  onProgress?.(0.6, "measuring pores");
  const coarse = grey.length > fineVoxels;
  if (coarse) notes.push("Elongations are measured in volumes up to 4 million voxels: merge more of them.");
  const table = poreTable(classes, shape, voxel, defaultSegmentSettings, coarse);
  const n = poreNumbers(classes, shape, voxel, table);
  const body = request.sample === "body";
  const row = (what: string, value: number, unit = "") => ({ what, value, error: NaN, unit });
  const border = table.pores.filter(({ atBorder }) => atBorder).length;
  if (border > 0) notes.push(`${border} pores touch the border of the volume: their size is a lower bound.`);
  return {
    ...{ shape: [...shape], voxel: edge * by, classes: shownClasses(classes, table), threshold: used, otsu },
    histogram: { from: bins.min, to: bins.max, counts: bins.counts },
    pores: table.pores.slice(0, 5000).map(({ number, volume, diameter, elongation, open, atBorder }) => ({
      ...{ number, volume, diameter, elongation, open, atBorder }
    })),
    rows: [
      row(body ? "share of pores" : "porosity of the particle", n.porosity),
      row("pores", n.count),
      row("largest pore", n.largestVolume * 1e18, "µm³"),
      row("share of the void in the largest pore", n.networkShare),
      row("median diameter", n.medianDiameter * 1e9, "nm"),
      row("area of pores by volume", n.specificArea * 1e-6, "1/µm"),
      ...(body ? [] : [row("share of the void that opens to the surface", n.openShare)])
    ],
    notes
  };
}

/** Means of cubes of voxels, [z][x][y]: images follow along z, their columns along x, their rows along y. */
async function loadVolume(images: ImageSource, by: number, task: TaskOptions) {
  if (images.count < 2)
    throw new Error("missing slices: the file holds one image; a volume needs two or more");
  const [nz, nx, ny] = [
    Math.floor(images.count / by),
    Math.floor(images.columns / by),
    Math.floor(images.rows / by)
  ];
  if (nz * nx * ny > mostVoxels)
    throw new Error(
      `unsupported volume: ${nz} × ${nx} × ${ny} voxels; must be ${mostVoxels / 1e6} million at most: merge more of them into one`
    );
  if (!(nz >= 2 && nx >= 2 && ny >= 2))
    throw new Error(
      `invalid binning: ${by} leaves ${nz} × ${nx} × ${ny} voxels; must leave two along each edge`
    );
  const grey = new Float32Array(nz * nx * ny);
  const told = task.onProgress && ((f: number, what: string) => task.onProgress?.(0.4 * f, what));
  // slice by slice, so that only the merged volume is held
  for (let z = 0; z < nz; ++z)
    for (let k = 0; k < by; ++k) {
      const index = z * by + k;
      told?.(z / nz, `reading slice ${index + 1}`);
      const one = { ...images, count: 1, read: () => images.read(index) };
      const { values } = await loadStack(one, by, task.signal ? { signal: task.signal } : {});
      for (let p = 0, to = z * nx * ny; p < values.length; ++p, ++to)
        grey[to] = (grey[to] ?? 0) + (values[p] ?? 0) / by;
    }
  return { grey, shape: [nz, nx, ny] as const };
}

function finiteRange(grey: Float32Array, notes: string[]): { min: number; max: number } {
  let [min, max, bad] = [Infinity, -Infinity, 0];
  for (const g of grey) {
    if (!Number.isFinite(g)) ++bad;
    else {
      if (g < min) min = g;
      if (g > max) max = g;
    }
  }
  if (!(max > min))
    throw new Error(
      "invalid volume: all its grey values are alike; a threshold needs two classes: choose another file"
    );
  if (bad > 0) {
    notes.push(`${bad} voxels hold no number; they count as the darkest.`);
    for (let p = 0; p < grey.length; ++p) if (!Number.isFinite(grey[p])) grey[p] = min;
  }
  return { min, max };
}

/** A body that fills the volume: what is below the threshold is pore, but for specks. */
function bodyClasses(
  grey: Float32Array,
  shape: readonly [number, number, number],
  threshold: number,
  smallest: number
): Uint8Array {
  const dark = new Uint8Array(grey.length);
  for (let p = 0; p < grey.length; ++p) dark[p] = (grey[p] ?? 0) < threshold ? 1 : 0;
  const { labels, sizes } = connectedComponents(dark, shape, {
    neighbours: defaultSegmentSettings.neighbours
  });
  return dark.map((_, p) => {
    const label = labels[p] ?? 0;
    return label > 0 && (sizes[label] ?? 0) >= smallest ? 2 : 1;
  });
}
