// Parts of a model of counts over energy, each with its own parameters and their derivatives, and their fit together:
//   n(E) = Σ terms,   min Σ (N − n)²/(n + σ_r²),
// fitted twice, since the variance of a Poisson count is that of the model, not that of the count itself.

import { levenbergMarquardt, type FitParameter, type FitResult } from "../numerics/levenberg-marquardt.js";

export interface Term {
  parameters: readonly FitParameter[];
  /** adds the value [channel] and writes the derivatives [own parameter][channel] */
  evaluate: (
    p: Float64Array | readonly number[],
    value: Float64Array,
    gradient: Float64Array[] | null
  ) => void;
}

/** A (E/E_0)^(−r): `A` in counts at E_0. */
export function powerLawTerm(
  energies: Float64Array,
  reference: number,
  start: { amplitude: number; exponent: number }
): Term {
  const logs = energies.map((e) => Math.log(e / reference));
  return {
    parameters: [
      { name: "background", value: start.amplitude },
      { name: "exponent", value: start.exponent, min: -2, max: 12 }
    ],
    evaluate([amplitude, exponent], value, gradient) {
      for (let i = 0; i < logs.length; ++i) {
        const shape = Math.exp(-exponent * logs[i]);
        value[i] += amplitude * shape;
        if (gradient) {
          gradient[0][i] = shape;
          gradient[1][i] = -amplitude * shape * logs[i];
        }
      }
    }
  };
}

/** An amount times a known shape. */
export function shapeTerm(name: string, shape: Float64Array, value = 0): Term {
  return {
    parameters: [{ name, value }],
    evaluate([amount], sum, gradient) {
      for (let i = 0; i < shape.length; ++i) sum[i] += amount * shape[i];
      gradient?.[0].set(shape);
    }
  };
}

/** A Gaussian line drawn by `blur` (the low losses): area, centre, standard deviation. */
export function lineTerm(
  name: string,
  energies: Float64Array,
  blur: (values: Float64Array) => Float64Array,
  start: { area: number; energy: FitParameter; sigma: FitParameter }
): Term {
  return {
    parameters: [
      { name: `${name} area`, value: start.area },
      { ...start.energy, name: `${name} energy` },
      { ...start.sigma, name: `${name} width` }
    ],
    evaluate([area, centre, sigma], value, gradient) {
      const x = energies.map((e) => (e - centre) / sigma);
      const unit = x.map((u) => Math.exp(-0.5 * u * u) / (sigma * Math.sqrt(2 * Math.PI)));
      const line = blur(unit);
      for (let i = 0; i < line.length; ++i) value[i] += area * line[i];
      if (!gradient) return;
      gradient[0].set(line);
      gradient[1].set(blur(unit.map((v, i) => (area * v * x[i]) / sigma)));
      gradient[2].set(blur(unit.map((v, i) => (area * v * (x[i] * x[i] - 1)) / sigma)));
    }
  };
}

export interface TermsFit extends FitResult {
  /** n [channel] */
  model: Float64Array;
  /** what each term adds [term][channel] */
  parts: Float64Array[];
  /** number of a parameter by its name. @throws where there is none */
  of: (name: string) => { value: number; error: number };
}

export interface TermsProblem {
  terms: readonly Term[];
  /** counts [channel] */
  counts: ArrayLike<number>;
  readoutVariance: number;
  /** least variance of a channel by the model, default 0.5: where hardly anything is counted a model may fall below zero */
  floor?: number;
}

/** @throws where the data and the terms do not fit together */
export function fitTerms({ terms, counts, readoutVariance, floor = 0.5 }: TermsProblem): TermsFit {
  const points = counts.length;
  const offsets: number[] = [];
  let count = 0;
  for (const { parameters } of terms) {
    offsets.push(count);
    count += parameters.length;
  }
  const parameters = terms.flatMap((term) => term.parameters);
  const run = (start: readonly FitParameter[], variance: Float64Array) => {
    const inverse = variance.map((v) => 1 / Math.sqrt(v));
    return levenbergMarquardt({
      parameters: start,
      points,
      evaluate(p, residuals, jacobian) {
        const value = new Float64Array(points);
        terms.forEach((term, t) => {
          const own = term.parameters.length;
          const gradient = jacobian
            ? Array.from({ length: own }, (_, k) =>
                jacobian.subarray((offsets[t] + k) * points, (offsets[t] + k + 1) * points)
              )
            : null;
          term.evaluate(p.subarray(offsets[t], offsets[t] + own), value, gradient);
          if (gradient)
            for (const row of gradient) for (let i = 0; i < points; ++i) row[i] = row[i] * inverse[i];
        });
        for (let i = 0; i < points; ++i) residuals[i] = (value[i] - counts[i]) * inverse[i];
      }
    });
  };
  const valuesOf = (p: Float64Array) => {
    const parts = terms.map((term, t) => {
      const part = new Float64Array(points);
      term.evaluate(p.subarray(offsets[t], offsets[t] + term.parameters.length), part, null);
      return part;
    });
    const model = Float64Array.from({ length: points }, (_, i) =>
      parts.reduce((sum, part) => sum + part[i], 0)
    );
    return { parts, model };
  };
  const first = run(
    parameters,
    Float64Array.from(counts, (n) => Math.max(n, 1) + readoutVariance)
  );
  const second = run(
    parameters.map((parameter, i) => ({ ...parameter, value: first.values[i] })),
    valuesOf(first.values).model.map((n) => Math.max(n, floor) + readoutVariance)
  );
  return {
    ...second,
    ...valuesOf(second.values),
    of(name) {
      const i = second.names.indexOf(name);
      if (i < 0) throw new Error(`unknown parameter: ${name}; must be one of ${second.names.join(", ")}`);
      return { value: second.values[i], error: second.standardErrors[i] };
    }
  };
}
