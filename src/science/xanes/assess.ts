// What follows from the weights of a fit: effective valence, standard errors from the counts, and χ². With x = T (a + M OD/s)
// the weights of the references left in and s = S·OD the edge step, R = T M and d = x − T a,
//   ∂x_k/∂OD = (R_k − d_k S)/s,   v = Σ z_k x_k/Σ x,   ∂v/∂OD = Σ_k g_k ∂x_k/∂OD,  g_k = (z_k − v)/Σ x,
// and the variance of q = r·OD − d S·OD, with r any of R_k or Σ g_k R_k, is Σ_E (r² − 2 d r S + d² S²) var. Written out so,
// energies where r or S vanish are not visited, which are most of them. The errors take the set of references left in as
// given, see numerics/nnls-errors.ts.

import type { ElementModel } from "./element-model.js";

export interface Assessment {
  /** [column]; NaN where they were not asked for */
  errors: Float64Array;
  valence: number;
  valenceError: number;
  reducedChiSquared: number;
}

export interface Fitted {
  /** [column] */
  weights: Float64Array;
  /** bits of the references left in */
  mask: number;
  /** as it was fitted; that of the spectrum begins at `from` [energy in the window] */
  data: Float32Array | Float64Array;
  from: number;
  /** of the optical density; that of the spectrum begins at `at` [energy] */
  variance: Float32Array | Float64Array;
  at: number;
  /** edge step, or 1 where nothing was divided */
  scale: number;
}

/**
 * A function that assesses spectra fitted with a model.
 * @param weightErrors false leaves out the errors of the weights, and keeps that of the valence
 * @returns what it says of one, in an object that the next call overwrites
 * @throws where a set of references is none of the plan
 */
export function assessor(model: ElementModel, weightErrors = true): (fitted: Fitted) => Assessment {
  const { plan, operator, valences, first, end, settings, sets, carrying, stepping } = model;
  const { columns, design } = plan;
  const many = carrying.length;
  const squares = Float64Array.from(stepping, (e) => operator.step[e] ** 2);
  // the study's windows hardly touch the energies of the edge step
  const shared = Int32Array.from(carrying.keys()).filter((i) => operator.step[carrying[i]] !== 0);
  const step = Float64Array.from(shared, (i) => operator.step[carrying[i]]);
  const noise = new Float64Array(many);
  const slope = new Float64Array(many);
  const result: Assessment = {
    errors: new Float64Array(columns).fill(NaN),
    valence: NaN,
    valenceError: NaN,
    reducedChiSquared: NaN
  };
  /** √ of the variance, r from `at` on. @param d times the step is taken away, whose own variance is `ofStep` */
  const deviation = (r: Float64Array, at: number, d: number, ofStep: number) => {
    let [even, odd, cross, i] = [0, 0, 0, 0];
    for (; i + 1 < many; i += 2) {
      even += r[at + i] * r[at + i] * noise[i];
      odd += r[at + i + 1] * r[at + i + 1] * noise[i + 1];
    }
    if (i < many) even += r[at + i] * r[at + i] * noise[i];
    if (d !== 0)
      for (let j = 0; j < shared.length; ++j) cross += r[at + shared[j]] * step[j] * noise[shared[j]];
    return Math.sqrt(Math.max(0, even + odd - 2 * d * cross + d * d * ofStep));
  };
  return ({ weights, mask, data, from, variance, at, scale }) => {
    const set = sets.get(mask);
    if (!set) throw new Error(`unknown set of references: ${mask}; must be one of the plan`);
    for (let i = 0; i < many; ++i) noise[i] = variance[at + carrying[i]];
    let ofStep = 0;
    if (settings.normalise)
      for (let i = 0; i < squares.length; ++i) ofStep += squares[i] * variance[at + stepping[i]];
    let [sum, moment] = [0, 0];
    for (let k = 0; k < valences.length; ++k) {
      sum += weights[k];
      moment += weights[k] * valences[k];
    }
    result.valence = sum > 0 ? moment / sum : NaN;
    slope.fill(0);
    let d = 0;
    for (let k = 0; k < columns; ++k) {
      const byStep = settings.normalise && set.leftIn[k] === 1 ? weights[k] - set.start[k] : 0;
      if (weightErrors) result.errors[k] = deviation(set.rows, k * many, byStep, ofStep) / scale;
      if (k >= valences.length || set.leftIn[k] === 0) continue;
      const share = (valences[k] - result.valence) / sum;
      d += share * byStep;
      for (let i = 0, row = k * many; i < many; ++i, ++row) slope[i] += share * set.rows[row];
    }
    result.valenceError = sum > 0 ? deviation(slope, 0, d, ofStep) / scale : NaN;
    let chiSquared = 0;
    for (let i = from, e = at + first, row = 0; e < at + end; ++i, ++e) {
      let off = data[i];
      for (let k = 0; k < columns; ++k, ++row) off -= design[row] * weights[k];
      chiSquared += (off * off) / variance[e];
    }
    result.reducedChiSquared = (chiSquared * scale * scale) / set.degreesOfFreedom;
    return result;
  };
}
