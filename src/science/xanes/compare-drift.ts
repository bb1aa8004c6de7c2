// What a registration found of the drift, beside the drift that was: places in the images of all elements, less the one
// displacement that they have in common, which is a choice of the frame and not an error.

import type { PreparedStack } from "./prepare.js";
import type { EdgeElement } from "./windows.js";

export interface PlaceComparison {
  element: EdgeElement;
  /** eV */
  energy: number;
  axis: "x" | "y";
  /** m */
  found: number;
  truth: number;
}

/**
 * @param truth of every stack, pixels of the raw images [energy][x, y], see `drift`
 * @param pixelSize of the raw images, m
 * @throws where a stack has no truth, or one of another length
 */
export function compareDrift(
  stacks: readonly Pick<PreparedStack, "element" | "energies" | "places">[],
  truth: readonly Float64Array[],
  pixelSize: number
): PlaceComparison[] {
  const rows = stacks.flatMap(({ element, energies, places }, k) => {
    const own = truth.at(k);
    if (own?.length !== places.length)
      throw new Error(
        `invalid true drift of ${element}: ${own?.length ?? 0} numbers; must be ${places.length}, x and y of every energy`
      );
    return Array.from(places, (place, i): PlaceComparison => ({
      ...{ element, energy: energies[i >> 1], axis: i % 2 === 0 ? "x" : "y" },
      ...{ found: place * pixelSize, truth: own[i] * pixelSize }
    }));
  });
  const offset = (axis: "x" | "y") => {
    const mine = rows.filter((row) => row.axis === axis);
    return mine.reduce((sum, { found, truth: t }) => sum + found - t, 0) / mine.length;
  };
  const common = { x: offset("x"), y: offset("y") };
  return rows.map((row) => ({ ...row, truth: row.truth + common[row.axis] }));
}
