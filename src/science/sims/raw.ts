// What the spectrometer records, and what must be true of it before it is analysed. A reader's own maps
// come through here too, from the page of one's own data (src/components/your-data/ions-analysis.ts).

/** The three masses that are mapped. */
export const ions = ["Li", "Mn", "O"] as const;
export type Ion = (typeof ions)[number];

/** Maps of one field, all [y][x]. */
export interface IonMaps {
  width: number;
  height: number;
  /** m, edge of a pixel */
  pixel: number;
  /** counts */
  counts: Record<Ion, ArrayLike<number>>;
  /** grey values of the electron image of the same field */
  electrons?: ArrayLike<number>;
}

const names: Record<Ion, string> = { Li: "⁷Li", Mn: "⁵⁵Mn", O: "¹⁶O" };

/** @throws where maps are of different sizes, hold what is no count, or are empty */
export function checkMaps({ width, height, pixel, counts }: IonMaps): void {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width >= 8 && height >= 8))
    throw new Error(`invalid size of the maps: ${width} × ${height} pixels; must be whole numbers from 8 up`);
  if (!(pixel > 0 && Number.isFinite(pixel)))
    throw new Error(`invalid pixel of the maps: ${pixel} m; must be positive: give the edge of a pixel`);
  for (const ion of ions) {
    const map = counts[ion] as ArrayLike<number> | undefined;
    if (!map) throw new Error(`missing map of ${names[ion]}: give the counts of ⁷Li, ⁵⁵Mn and ¹⁶O`);
    if (map.length !== width * height)
      throw new Error(
        `invalid map of ${names[ion]}: ${map.length} pixels; must be ${width} × ${height} as the others: crop or bin all maps alike`
      );
    let total = 0;
    for (let p = 0; p < map.length; ++p) {
      if (!(map[p] >= 0 && map[p] < Infinity))
        throw new Error(
          `invalid count in the map of ${names[ion]}: ${map[p]} at pixel (${p % width}, ${Math.floor(p / width)}); must be 0 or more`
        );
      total += map[p];
    }
    if (total === 0)
      throw new Error(`invalid map of ${names[ion]}: not one count; choose another peak or polarity`);
  }
}
