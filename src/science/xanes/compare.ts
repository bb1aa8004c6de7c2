// Maps against the sample they were measured from: the mean valence of all atoms along the beam, in the frame of the maps
// (whose displacement is found by registering the edge step to the true amounts), pixel by pixel and zone by zone. Pulls are
// (found − true)/standard error; as the errors know the counts only, blur, stray light and saturation show up as pulls.

import { lagrangeShift } from "../numerics/lagrange-shift.js";
import type { OxidationMaps } from "./analysis.js";
import { type Amounts, binAmounts, projectedValence } from "./amounts.js";
import type { ElementMaps } from "./fit-element.js";
import { placeFinder } from "./register-stack.js";
import type { EdgeElement } from "./windows.js";
import { zoneStatistics } from "./zones.js";

export interface ZoneComparison {
  zone: number;
  truth: number;
  found: number;
  standardError: number;
  pull: number;
}

export interface ElementComparison {
  element: EdgeElement;
  /** true valence [x][y]; NaN where there is nothing of the element */
  truth: Float32Array;
  /** (found − true)/error [x][y]; NaN outside the mask */
  pulls: Float32Array;
  pixels: number;
  /** means over the pixels of the mask */
  trueMean: number;
  foundMean: number;
  /** of the mean found, from the counts */
  standardError: number;
  bias: number;
  /** of found − true */
  rms: number;
  medianError: number;
  /** shares of the pixels whose pull is below one and three in size */
  within1: number;
  within3: number;
  zones: ZoneComparison[];
}

/**
 * @param amounts of the sample, see `projectedAmounts`; their field is that of the maps
 * @param frame the same in the frame of the maps, where it is known: it is that of the prepared stacks, whatever the fit
 */
export function compareMaps(
  maps: OxidationMaps,
  amounts: Amounts,
  frame: Amounts = amountsInFrame(maps, amounts)
): ElementComparison[] {
  return maps.elements.map((element, k) => compareElement(element, frame, maps, k));
}

/** What the beam meets, on the pixels of the maps and where they have it. */
export function amountsInFrame(maps: OxidationMaps, amounts: Amounts): Amounts {
  return binAmounts(moved(maps, amounts), amounts.size / maps.elements[0].columns);
}

/** Where the maps lie, against the sample, in their own pixels. */
export function displacement(
  { elements, particle }: OxidationMaps,
  amounts: Amounts
): readonly [number, number] {
  const best = elements.reduce((a, b) => (sum(b.edgeStep) > sum(a.edgeStep) ? b : a));
  if (sum(particle) < 25 || best.columns < 8 || best.rows < 8) return [0, 0];
  const { elements: all } = binAmounts(amounts, amounts.size / best.columns);
  return placeFinder(all[best.model.element], best)(best.edgeStep, [0, 0]);
}

const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; ++i) total += values[i];
  return total;
};

function moved(maps: OxidationMaps, amounts: Amounts): Amounts {
  const [x, y] = displacement(maps, amounts);
  const fine = amounts.size / maps.elements[0].columns;
  // below this nothing is seen: a frame that was not moved stays as sharp as it is
  if (Math.hypot(x, y) < 1e-3) return amounts;
  const size = { columns: amounts.size, rows: amounts.size };
  const move = (image: Float32Array) =>
    lagrangeShift(image, size, x * fine, y * fine).map((value) => Math.max(0, value));
  const { Li, O, Mn, Co, Ni } = amounts.elements;
  return {
    ...amounts,
    species: Object.fromEntries(Object.entries(amounts.species).map(([id, image]) => [id, move(image)])),
    elements: { Li: move(Li), O: move(O), Mn: move(Mn), Co: move(Co), Ni: move(Ni) }
  };
}

function compareElement(
  { model, valence, valenceError }: ElementMaps,
  binned: Amounts,
  { zones, zoneMeans }: OxidationMaps,
  index: number
): ElementComparison {
  const truth = projectedValence(binned, model.element);
  const seen = truth.map((v, p) => (Number.isFinite(valence[p]) ? v : NaN));
  const inside = Array.from(seen.keys()).filter((p) => Number.isFinite(seen[p]));
  const mean = (of: (p: number) => number) => inside.reduce((total, p) => total + of(p), 0) / inside.length;
  const pulls = seen.map((v, p) => (valence[p] - v) / valenceError[p]);
  const errors = inside.map((p) => valenceError[p]).sort((a, b) => a - b);
  const trueZones = zoneStatistics({ valence: seen, valenceError: new Float32Array(seen.length) }, zones);
  const trueMean = mean((p) => seen[p]);
  const foundMean = mean((p) => valence[p]);
  return {
    element: model.element,
    truth,
    pulls,
    pixels: inside.length,
    trueMean,
    foundMean,
    standardError: Math.sqrt(mean((p) => valenceError[p] ** 2) / inside.length),
    bias: foundMean - trueMean,
    rms: Math.sqrt(mean((p) => (valence[p] - seen[p]) ** 2)),
    medianError: errors[errors.length >> 1] ?? NaN,
    within1: mean((p) => (Math.abs(pulls[p]) < 1 ? 1 : 0)),
    within3: mean((p) => (Math.abs(pulls[p]) < 3 ? 1 : 0)),
    zones: zoneMeans[index].map(({ zone, mean: found, standardError }, k) => ({
      zone,
      truth: trueZones[k].mean,
      found,
      standardError,
      pull: (found - trueZones[k].mean) / standardError
    }))
  };
}
