// What stands under an edge and how high the edge is, as sums over the energies, so that the noise of every point can be
// carried through: the background Σ_k c_k b_k(E) with c = C·OD by least squares in the window below the edge, and the edge
// step S·OD, the mean over the window above it of what rises over the tabulated continuum through the same points.

import { composition } from "../material/composition.js";
import { absorbingElements, type AttenuationTable, molarAttenuation } from "../material/x-ray-absorption.js";
import { weightedLeastSquares } from "../numerics/weighted-least-squares.js";
import { type BackgroundShape, edgeWindows } from "./settings.js";
import { type EdgeElement, pointsInside } from "./windows.js";

export interface EdgeOperator {
  /** b_k(E) [background][energy] */
  shapes: Float64Array[];
  /** C [background][energy] */
  coefficients: Float64Array[];
  /** S [energy] */
  step: Float64Array;
}

/** @param energies of the measurement, eV @throws where they do not reach below and above the edge */
export function edgeOperator(
  element: EdgeElement,
  energies: Float64Array,
  shape: BackgroundShape,
  table: AttenuationTable
): EdgeOperator {
  const { pre, post } = edgeWindows[element];
  const below = pointsInside(energies, pre, shape === "line" ? 3 : 2);
  const shapes = backgroundShapes(element, energies, shape, table);
  // what was measured below the edges is so short that the step over a constant or a line may have either sign
  const [tabulated] =
    shape === "tabulated" ? shapes : backgroundShapes(element, energies, "tabulated", table);
  const [level] = coefficientsIn([tabulated], below);
  const [from, to] = pointsInside(energies, post);
  const step = new Float64Array(energies.length);
  for (let e = from; e < to; ++e) {
    step[e] += 1 / (to - from);
    for (let i = 0; i < step.length; ++i) step[i] -= (tabulated[e] * level[i]) / (to - from);
  }
  return { shapes, coefficients: coefficientsIn(shapes, below), step };
}

/** C [background][energy]: the fits of unit spectra to the points first … end − 1. */
function coefficientsIn(shapes: Float64Array[], [first, end]: readonly [number, number]): Float64Array[] {
  const columns = shapes.length;
  const design = Float64Array.from(
    { length: (end - first) * columns },
    (_, i) => shapes[i % columns][first + Math.floor(i / columns)]
  );
  const coefficients = shapes.map(({ length }) => new Float64Array(length));
  for (let e = first; e < end; ++e) {
    const unit = Float64Array.from({ length: end - first }, (_, i) => (i === e - first ? 1 : 0));
    const share = weightedLeastSquares(design, columns, unit).coefficients;
    for (let k = 0; k < columns; ++k) coefficients[k][e] = share[k];
  }
  return coefficients;
}

/** Shapes of the background, about one in size. */
function backgroundShapes(
  element: EdgeElement,
  energies: Float64Array,
  shape: BackgroundShape,
  table: AttenuationTable
): Float64Array[] {
  const ones = new Float64Array(energies.length).fill(1);
  const middle = energies[energies.length >> 1];
  if (shape === "constant") return [ones];
  if (shape === "line") return [ones, energies.map((energy) => (energy - middle) / 10)];
  // that of the element itself stands in its references
  const others = absorbingElements.filter((other) => other !== element);
  const values = energies.map((energy) =>
    others.reduce((sum, other) => sum + composition[other] * molarAttenuation(other, energy, table), 0)
  );
  const scale = values[energies.length >> 1];
  return [values.map((value) => value / scale)];
}
