/** Columns of atoms and regions that the analysis found, out of their table and their file. */
import type { Columns } from "../csv.js";
import type { TableLike } from "../table-meta.js";
import type { Box } from "./raster.js";
import { number, rowsOf, word } from "./table-rows.js";

export interface FoundColumn {
  x: number;
  y: number;
  /** "regular", "low intensity" or "twisted" */
  region: string;
  /** "regular", "metal-deficient", "twisted" or "void"; "none" where the sample has no column there */
  truth: string;
  deficit: number;
  rotation: number;
  trueRotation: number;
  spacing: number;
  /** NaN where the sample is not layered */
  trueSpacing: number;
  tilt: number;
  phase: string;
  dx: number;
  dy: number;
}

/** @param table stem-columns */
export const foundColumns = (table: TableLike, scene: string): FoundColumn[] =>
  rowsOf(table)
    .filter((row) => word(row, "scene") === scene)
    .map((row) => ({
      ...{ x: number(row, "x_A"), y: number(row, "y_A"), region: word(row, "region") },
      ...{ truth: word(row, "true_domain"), deficit: number(row, "deficit") },
      ...{ rotation: number(row, "rotation_deg"), trueRotation: number(row, "true_rotation_deg") },
      ...{ spacing: number(row, "spacing_A"), trueSpacing: number(row, "true_spacing_A") },
      ...{ tilt: number(row, "tilt_deg"), phase: word(row, "true_phase") },
      ...{ dx: number(row, "true_dx_A"), dy: number(row, "true_dy_A") }
    }));

/** Columns as a table to take away. */
export const columnTable = (name: string, columns: readonly FoundColumn[]): Columns => ({
  name,
  columns: (
    [
      ["x", "Å", "to the right, along the layers"],
      ["y", "Å", "down, across the layers"],
      ["dx", "Å", "found less true x"],
      ["dy", "Å", "found less true y"],
      ["spacing", "Å", "mean distance to the slabs above and below"],
      ["trueSpacing", "Å", "true distance of the slabs; none where the sample is not layered"],
      ["tilt", "°", "slope of the own slab"],
      ["rotation", "°", "rotation of the lattice, found"],
      ["trueRotation", "°", "rotation of the lattice, true"],
      ["deficit", "", "neighbourhood’s mean intensity over the median, less 1"],
      ["region", "", "region found"],
      ["truth", "", "domain in the sample"],
      ["phase", "", "structure in the sample"]
    ] as const
  ).map(([key, unit, description]) => ({
    ...{ name: key, unit, description },
    values: columns.map((column) => column[key])
  }))
});

/** A region that the analysis found: centre, radius and box in Å. */
export interface FoundRegion {
  kind: string;
  x: number;
  y: number;
  radius: number;
  box: Box;
  deficit: number;
  rotation: number;
  deviations: number;
  columns: number;
}

/** @param facts of one lamella in the file of maps */
export function foundRegions(facts: unknown): FoundRegion[] {
  const regions = (facts as { regions?: FoundRegion[] } | undefined)?.regions;
  if (!regions) throw new Error("missing regions in the file of maps; build the data anew with npm run data");
  return regions;
}

/** Å from an image's edge, where maps are wrong, that are left out. */
const rim = 8;

/** Columns in the layers, away from the edges and from the surface. */
export function bulkColumns(table: TableLike, scene: string): FoundColumn[] {
  const all = foundColumns(table, scene);
  const far = all.reduce((most, { x, y }) => Math.max(most, x, y), 0);
  const left = scene === "slow" ? 62 : rim;
  return all.filter(
    ({ x, y, phase }) => phase === "layered" && x > left && y > rim && x < far - rim && y < far - rim
  );
}
