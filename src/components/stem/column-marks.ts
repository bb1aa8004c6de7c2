// Columns of atoms that the analysis found, and regions, as marks over the pictures.
import { svg } from "npm:htl";
import { signedColour } from "../colours.js";
import { haloed } from "../tomography/scale-bar.js";
import type { FoundColumn } from "./found-columns.js";
import type { Box } from "./raster.js";
import type { Marks } from "./tile.js";

/** A dot on each column in the colour of a signed value. */
export const dots =
  (columns: readonly FoundColumn[], value: (column: FoundColumn) => number, limit: number): Marks =>
  (place, scale) =>
    columns
      .filter((column) => Number.isFinite(value(column)))
      .map((column) => {
        const [cx, cy] = place(column.x, column.y);
        const r = Math.max(1.5, 0.75 * scale);
        return svg`<circle cx=${cx} cy=${cy} r=${r} fill=${signedColour(value(column), limit)}></circle>`;
      });

/** Rings on the columns that are chosen. */
export const rings =
  (columns: readonly FoundColumn[], dash: (column: FoundColumn) => string): Marks =>
  (place, scale) =>
    columns.map((column) => {
      const [cx, cy] = place(column.x, column.y);
      const r = Math.max(2, 0.9 * scale);
      return svg`<g><circle cx=${cx} cy=${cy} r=${r} stroke="black" stroke-opacity="0.6" stroke-width="2.6"></circle>
        <circle cx=${cx} cy=${cy} r=${r} stroke="white" stroke-width="1.2" stroke-dasharray=${dash(column)}></circle></g>`;
    });

/** Named squares. */
export const boxes =
  (list: readonly { box: Box; name: string }[]): Marks =>
  (place, scale) =>
    list.map(({ box: [left, top, side], name }) => {
      const [x, y] = place(left, top);
      const rect = (stroke: string, wide: number) =>
        svg`<rect x=${x} y=${y} width=${side * scale} height=${side * scale} stroke=${stroke} stroke-width=${wide}></rect>`;
      return svg`<g>${rect("black", 3.5)}${rect("white", 1.5)}<text x=${x + 5} y=${y + 15} font-size="13" style=${haloed}>${name}</text></g>`;
    });

/** Several kinds of marks as one. */
export const together =
  (...all: readonly Marks[]): Marks =>
  (place, scale) =>
    all.flatMap((marks) => marks(place, scale));
