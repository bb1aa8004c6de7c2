import type { PoreTable } from "./pores.js";

/** Classes with the largest pore told from the rest: 0 outside, 1 oxide, 2 pores apart, 3 the largest connected pore. */
export function shownClasses(classes: Uint8Array, { labels }: Pick<PoreTable, "labels">): Uint8Array {
  const shown = classes.slice();
  for (let p = 0; p < shown.length; ++p) if (labels[p] === 1) shown[p] = 3;
  return shown;
}
