/** Maps on one grid as a table to take away: place, then a column for each. */
import type { Columns } from "../csv.js";
import type { Raster } from "./raster.js";

export interface GridColumn {
  name: string;
  unit: string;
  description: string;
  raster: Raster;
}

/** @param maps all on the same points */
export function gridTable(name: string, maps: readonly GridColumn[]): Columns {
  const { left, top, columns, step, values } = maps[0].raster;
  const place = (of: (p: number) => number) => Array.from(values, (_, p) => of(p));
  return {
    name,
    columns: [
      {
        ...{ name: "x", unit: "Å", description: "to the right, along the layers" },
        values: place((p) => left + step * (p % columns))
      },
      {
        ...{ name: "y", unit: "Å", description: "down, across the layers" },
        values: place((p) => top + step * Math.floor(p / columns))
      },
      ...maps.map(({ raster, ...own }) => ({ ...own, values: Array.from(raster.values) }))
    ]
  };
}
