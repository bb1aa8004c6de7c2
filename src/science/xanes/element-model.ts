// How the spectra of one element become weights, the same for every pixel: references and background in the window, the plan of
// the fit, and for each set of references left in the linear way from optical densities at all energies to the weights,
// which is what carries the noise of the counts to them (assess.ts).

import { type ActiveSet, fitPlan, type FitPlan } from "../numerics/nnls-plan.js";
import { degreesOfFreedom } from "../numerics/nnls.js";
import { type EdgeOperator, edgeOperator } from "./edge-operator.js";
import { illustrativeReferences, referenceColumns, type ReferenceSet } from "./references.js";
import { type FitSettings, windowOf } from "./settings.js";
import { type EdgeElement, pointsInside } from "./windows.js";

/** How the spectra of an element are turned into weights; the same for every pixel. */
export interface ElementModel {
  element: EdgeElement;
  energies: Float64Array;
  /** first energy in the window, and the one after its last */
  first: number;
  end: number;
  ids: string[];
  labels: string[];
  valences: number[];
  /** [reference][energy], without background, of an edge step of one */
  references: Float64Array[];
  operator: EdgeOperator;
  plan: FitPlan;
  /** energies whose densities go into the weights, and into the edge step */
  carrying: Int32Array;
  stepping: Int32Array;
  /** what follows from each set of references left in, by its bits */
  sets: Map<number, SetOfReferences>;
  settings: FitSettings;
}

interface SetOfReferences {
  /** 1 where a column is left in [column] */
  leftIn: Uint8Array;
  /** R = T M, zero where a column is left out [column][carrying energy] */
  rows: Float64Array;
  /** T a [column] */
  start: Float64Array;
  degreesOfFreedom: number;
}

/** The model of an element. @param weights of the energies in the window @throws where windows or references do not fit the energies */
export function elementModel(
  element: EdgeElement,
  energies: Float64Array,
  settings: FitSettings,
  weights: (first: number, end: number) => Float64Array | undefined
): ElementModel {
  const { background, normalise, sumToOne, nonNegative, table } = settings;
  if (sumToOne && !normalise)
    throw new Error(
      "unsupported settings: weights that add to one without normalisation; divide by the edge step too"
    );
  const set: ReferenceSet =
    settings.references?.[element] ?? illustrativeReferences(element, energies, { table });
  const [first, end] = pointsInside(energies, windowOf(element, settings), 4);
  const operator = edgeOperator(element, energies, background.shape, table);
  const references = scaled(referenceColumns(set, energies), operator, set, settings);
  const columns = Float64Array.from(
    { length: (end - first) * references.length },
    (_, i) => references[i % references.length][first + Math.floor(i / references.length)]
  );
  const free = background.from === "window" ? operator.shapes.map((b) => b.subarray(first, end)) : [];
  const plan = fitPlan(columns, references.length, {
    sumToOne,
    nonNegative,
    free,
    weights: weights(first, end)
  });
  const toWeights = weightRows(plan, operator, first, energies.length, background.from === "pre-edge");
  const indices = Array.from(energies.keys());
  const carrying = Int32Array.from(indices.filter((e) => toWeights.some((row) => row[e] !== 0)));
  const stepping = Int32Array.from(indices.filter((e) => operator.step[e] !== 0));
  const sets = new Map(plan.sets.map((left) => [left.mask, setOf(plan, left, toWeights, carrying)]));
  const ids = set.spectra.map(({ id }) => id);
  const labels = set.spectra.map(({ label }) => label);
  const valences = set.spectra.map(({ valence }) => valence);
  return {
    element,
    energies,
    first,
    end,
    ids,
    labels,
    valences,
    references,
    operator,
    plan,
    carrying,
    stepping,
    sets,
    settings
  };
}

/** M [column][energy], from densities at all energies to the weights of the unconstrained fit times the scale. */
function weightRows(
  plan: FitPlan,
  { shapes, coefficients }: EdgeOperator,
  first: number,
  energies: number,
  takesAway: boolean
): Float64Array[] {
  return Array.from({ length: plan.columns }, (_, k) => {
    const row = new Float64Array(energies);
    const own = plan.projector.subarray(k * plan.energies, (k + 1) * plan.energies);
    row.set(own, first);
    if (takesAway)
      shapes.forEach((b, j) => {
        const inWindow = own.reduce((sum, p, i) => sum + p * b[first + i], 0);
        for (let e = 0; e < energies; ++e) row[e] -= inWindow * coefficients[j][e];
      });
    return row;
  });
}

function setOf(
  plan: FitPlan,
  { mask, pivot }: ActiveSet,
  toWeights: Float64Array[],
  carrying: Int32Array
): SetOfReferences {
  const { columns, references, start } = plan;
  const all = Array.from({ length: columns }, (_, k) => k);
  // free columns are always left in
  const leftIn = Uint8Array.from(all, (k) => (k >= references || ((mask >> k) & 1) === 1 ? 1 : 0));
  const many = carrying.length;
  const rows = new Float64Array(columns * many);
  const offset = new Float64Array(columns);
  for (const k of all) {
    if (leftIn[k] === 0) continue;
    for (const j of all) {
      const share = pivot[k * columns + j];
      offset[k] += share * start[j];
      for (let i = 0; i < many; ++i) rows[k * many + i] += share * toWeights[j][carrying[i]];
    }
  }
  return {
    leftIn,
    rows,
    start: offset,
    degreesOfFreedom: degreesOfFreedom(plan, { mask })
  };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
};

/** References without what lies under their edge, over their edge step: the mean of all where they are molar, so that weights are as atoms. */
function scaled(
  columns: Float64Array[],
  { shapes, coefficients, step }: EdgeOperator,
  { molar, spectra }: ReferenceSet,
  { background }: FitSettings
): Float64Array[] {
  const steps = columns.map((values) => dot(step, values));
  const mean = steps.reduce((sum, s) => sum + s, 0) / steps.length;
  return columns.map((values, k) => {
    const scale = molar ? mean : steps[k];
    if (!(scale > 0))
      throw new Error(
        `invalid reference ${spectra[k].label}: its edge step is ${Number(scale.toPrecision(3))}; must be positive: give absorption over the whole measured range`
      );
    const under = background.from === "none" ? [] : coefficients.map((c) => dot(c, values));
    return values.map((value, e) => (value - under.reduce((sum, c, j) => sum + c * shapes[j][e], 0)) / scale);
  });
}

/** What is fitted of a pixel: its densities in the window, less the background where that is taken away, over the scale. */
export function normalisedWindow(model: ElementModel, spectrum: Float64Array, scale: number): Float64Array {
  const { first, end, operator, settings } = model;
  const under =
    settings.background.from === "pre-edge" ? operator.coefficients.map((c) => dot(c, spectrum)) : [];
  return Float64Array.from({ length: end - first }, (_, i) => {
    const b = under.reduce((sum, c, k) => sum + c * operator.shapes[k][first + i], 0);
    return (spectrum[first + i] - b) / scale;
  });
}
