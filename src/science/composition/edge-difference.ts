// Projected molar densities P_e = ∫ n_e dz (mol/m²) from optical densities at energies E_k. Across the edge of X
//   D_X = OD(post_X) − OD(pre_X) = Σ_e [μ_e(post_X) − μ_e(pre_X)] P_e,
// and the elements other than X do not drop out: the continuum of Mn falls across the edge of Co by as much as cobalt's
// own jump. "edgeDifference" solves these four equations for the four elements, P = M⁻¹ D; whatever absorbs alike on
// both sides of each edge (stray offsets, most of a carbon film) drops out. "leastSquares" takes all eight OD for what
// they are, P = (AᵀA)⁻¹Aᵀ OD with A_ke = μ_e(E_k): less noise, and all that is not O, Mn, Co or Ni goes into them.
// Both are fixed linear combinations of images, P_e = Σ_k w_ek OD_k, so that the variance is Σ_k w_ek² var(OD_k).
// Lithium is left out of the equations: `lithiumBias` says what that does.

import { molarAttenuation, type AttenuationTable } from "../material/x-ray-absorption.js";
import { solveDense } from "../numerics/chebyshev.js";
import type { Edge, EdgeElement } from "./raw.js";

export const edgeElements = ["O", "Mn", "Co", "Ni"] as const;
export type ElementMethod = "edgeDifference" | "leastSquares";
export type ByElement<T> = Record<EdgeElement, T>;

export function byElement<T>(make: (element: EdgeElement, index: number) => T): ByElement<T> {
  const [O, Mn, Co, Ni] = edgeElements.map(make);
  return { O, Mn, Co, Ni };
}

export interface Unmixing {
  /** w_ek, mol/m² per OD, for each element one weight per energy */
  weights: ByElement<Float64Array>;
  /** ‖M‖ ‖M⁻¹‖ of the matrix that is inverted (in the norm of the largest row sum), m²/mol cancelling */
  condition: number;
}

/** @param energies eV @throws where an element has no pair of energies, or its pair tells nothing of it */
export function unmixing(
  edges: readonly Edge[],
  energies: Float64Array,
  { table, method }: { table: AttenuationTable; method: ElementMethod }
): Unmixing {
  const ordered = edgeElements.map((element) => {
    const edge = edges.find((candidate) => candidate.element === element);
    if (!edge) throw new Error(`missing edge: ${element}; needs one photon energy below it and one above`);
    return edge;
  });
  const mu = (element: EdgeElement, k: number) => molarAttenuation(element, energies[k], table);
  const count = energies.length;
  // the square system M P = R OD, R being 4 × energies
  const square = new Float64Array(16);
  const right = new Float64Array(4 * count);
  if (method === "edgeDifference")
    ordered.forEach(({ pre, post }, i) => {
      edgeElements.forEach((element, j) => (square[4 * i + j] = mu(element, post) - mu(element, pre)));
      right[count * i + post] += 1;
      right[count * i + pre] -= 1;
    });
  else
    edgeElements.forEach((row, i) => {
      for (let k = 0; k < count; ++k) right[count * i + k] = mu(row, k);
      edgeElements.forEach((column, j) => {
        for (let k = 0; k < count; ++k) square[4 * i + j] += mu(row, k) * mu(column, k);
      });
    });
  const inverse = invert(square);
  const condition = rowSumNorm(square) * rowSumNorm(inverse);
  if (!(condition < 1e8))
    throw new Error(
      `invalid photon energies: ${Array.from(energies).join(", ")} eV do not tell O, Mn, Co and Ni apart; ` +
        "each pair must have the edge of its element in between"
    );
  const weights = byElement((_, i) =>
    Float64Array.from({ length: count }, (_, k) =>
      [0, 1, 2, 3].reduce((sum, j) => sum + inverse[4 * i + j] * right[count * j + k], 0)
    )
  );
  return { weights, condition };
}

function invert(square: Float64Array): Float64Array {
  const inverse = new Float64Array(16);
  for (let j = 0; j < 4; ++j) {
    const column = solveDense(
      square.slice(),
      Float64Array.from([0, 1, 2, 3], (i) => (i === j ? 1 : 0))
    );
    for (let i = 0; i < 4; ++i) inverse[4 * i + j] = column[i];
  }
  return inverse;
}

function rowSumNorm(matrix: Float64Array): number {
  return Math.max(
    ...[0, 1, 2, 3].map((i) => [0, 1, 2, 3].reduce((sum, j) => sum + Math.abs(matrix[4 * i + j]), 0))
  );
}

/** Σ_k w_k OD_k, image by image. @param values [energy][…], `length` numbers an energy */
export function combine(values: Float32Array, length: number, weights: Float64Array): Float32Array {
  const out = new Float32Array(length);
  weights.forEach((w, k) => {
    if (w === 0) return;
    const from = k * length;
    for (let p = 0; p < length; ++p) out[p] += w * values[from + p];
  });
  return out;
}

/** D_X of one edge. @param values OD, [energy][…], `length` numbers an energy */
export function edgeDifference(values: Float32Array, length: number, { pre, post }: Edge): Float32Array {
  const out = new Float32Array(length);
  for (let p = 0; p < length; ++p) out[p] = values[post * length + p] - values[pre * length + p];
  return out;
}

/**
 * Relative error of each element's density by leaving lithium out, for a material of these molar densities (mol/m³).
 * Of the pristine compound, edge difference, Chantler's table: O −0.2 %, Mn −0.2 %, Co −1.0 %, Ni −0.4 %, so that TM/O is
 * low by 0.1 %, and changes by less than 0.1 % (Elam: 0.25 %) when three quarters of the lithium leave. Least squares
 * have less noise, 0.6 of it in TM/O, but O +1.4 %, Ni +3.2 %, and a change of TM/O by 0.7 % with the lithium.
 */
export function lithiumBias(
  densities: ByElement<number> & { Li: number },
  edges: readonly Edge[],
  energies: Float64Array,
  options: { table: AttenuationTable; method: ElementMethod }
): ByElement<number> {
  const { weights } = unmixing(edges, energies, options);
  return byElement((element) => {
    const extra = weights[element].reduce(
      (sum, w, k) => sum + w * molarAttenuation("Li", energies[k], options.table),
      0
    );
    return (extra * densities.Li) / densities[element];
  });
}
