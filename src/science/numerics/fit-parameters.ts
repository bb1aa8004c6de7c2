// Parameters of a fit by name: fixed ones, bounds, and ties p_j = offset + Σ factor·p_k to others. The free parameters q
// make all of them, p = p₀ + T q, so that a gradient and a normal matrix of p fold into those of q: Tᵀg and TᵀNT.

export interface FitParameter {
  name: string;
  /** where the fit starts */
  value: number;
  min?: number;
  max?: number;
  /** held at its value */
  fixed?: boolean;
}

/** A parameter that follows others, which may be free or fixed, not tied themselves. */
export interface Tie {
  name: string;
  offset?: number;
  of: readonly { name: string; factor: number }[];
}

export interface ParameterMap {
  names: readonly string[];
  /** p₀ [parameter]: fixed values and the constant part of ties */
  constant: Float64Array;
  /** indices of the free ones */
  free: readonly number[];
  /** indices of those that any free one moves, itself among them: the columns of the Jacobian that are needed */
  moving: readonly number[];
  /** T [parameter][free] */
  transform: Float64Array;
  min: Float64Array;
  max: Float64Array;
}

/** @throws where names repeat or are unknown, a tie leads to a tied one, a value is no number or lies beyond its bounds */
export function parameterMap(parameters: readonly FitParameter[], ties: readonly Tie[] = []): ParameterMap {
  const names = parameters.map(({ name }) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  if (index.size < names.length)
    throw new Error(
      `ambiguous parameter: ${names.find((name, i) => names.indexOf(name) < i) ?? ""} stands twice; give each a name of its own`
    );
  const at = (name: string) => {
    const i = index.get(name);
    if (i === undefined) throw new Error(`unknown parameter: ${name}; must be one of ${names.join(", ")}`);
    return i;
  };
  const tied = new Map(ties.map((tie) => [at(tie.name), tie]));
  for (const { name, value, min = -Infinity, max = Infinity } of parameters) {
    if (tied.has(at(name))) continue;
    if (!(value >= min && value <= max))
      throw new Error(
        `invalid start of parameter ${name}: ${value}; must be a number between ${min} and ${max}`
      );
  }
  const free = parameters.flatMap(({ fixed }, i) => (fixed || tied.has(i) ? [] : [i]));
  const transform = new Float64Array(names.length * free.length);
  free.forEach((i, k) => (transform[i * free.length + k] = 1));
  const constant = Float64Array.from(parameters, ({ value, fixed }) => (fixed ? value : 0));
  for (const [i, { offset = 0, of }] of tied) {
    constant[i] = offset;
    for (const { name, factor } of of) {
      const j = at(name);
      if (tied.has(j))
        throw new Error(
          `unsupported tie: ${names[i]} follows ${name}, which follows others itself; tie both to the same ones`
        );
      const k = free.indexOf(j);
      if (k < 0) constant[i] += factor * parameters[j].value;
      else transform[i * free.length + k] += factor;
    }
  }
  const moving = names.flatMap((_, i) =>
    free.some((_, k) => transform[i * free.length + k] !== 0) ? [i] : []
  );
  return {
    ...{ names, constant, free, moving, transform },
    min: Float64Array.from(free, (i) => parameters[i].min ?? -Infinity),
    max: Float64Array.from(free, (i) => parameters[i].max ?? Infinity)
  };
}

/** All parameters [parameter] from the free ones. */
export function expand({ constant, free, transform }: ParameterMap, q: ArrayLike<number>): Float64Array {
  const n = free.length;
  return constant.map((start, i) => {
    let value = start;
    for (let k = 0; k < n; ++k) value += transform[i * n + k] * q[k];
    return value;
  });
}

/** T C Tᵀ [parameter][parameter] of a covariance C [free][free]. */
export function expandCovariance(
  { names, free, moving, transform }: ParameterMap,
  C: Float64Array
): Float64Array {
  const [m, n] = [names.length, free.length];
  const half = new Float64Array(m * n);
  for (const i of moving)
    for (let k = 0; k < n; ++k) {
      const t = transform[i * n + k];
      if (t !== 0) for (let l = 0; l < n; ++l) half[i * n + l] += t * C[k * n + l];
    }
  const full = new Float64Array(m * m);
  for (const i of moving)
    for (const j of moving)
      for (let l = 0; l < n; ++l) {
        const t = transform[j * n + l];
        if (t !== 0) full[i * m + j] += half[i * n + l] * t;
      }
  return full;
}
