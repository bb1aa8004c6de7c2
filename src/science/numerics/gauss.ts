// Gauss–Legendre nodes and weights on [−1, 1]: exact for polynomials up to degree 2·count − 1.
// Roots of P_n by Newton from the asymptotic guess cos(π(i + 3/4)/(n + 1/2)); weights 2/((1 − x²) P_n′(x)²).

export interface GaussRule {
  /** ascending */
  nodes: Float64Array;
  /** they add up to 2 */
  weights: Float64Array;
}

/** @throws where count is not a positive integer */
export function gaussLegendre(count: number): GaussRule {
  if (!(Number.isInteger(count) && count > 0)) {
    throw new Error(`invalid number of Gauss points: ${count}; must be a positive integer`);
  }
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; ++i) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 100; ++iteration) {
      let p = 1;
      let previous = 0;
      for (let n = 1; n <= count; ++n) [p, previous] = [((2 * n - 1) * x * p - (n - 1) * previous) / n, p];
      slope = (count * (previous - x * p)) / (1 - x * x);
      const step = p / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** ∫ f over [a, b] by the rule. */
export function integrate(f: (x: number) => number, a: number, b: number, rule: GaussRule): number {
  const half = 0.5 * (b - a);
  let sum = 0;
  for (let i = 0; i < rule.nodes.length; ++i) sum += rule.weights[i] * f(a + half * (rule.nodes[i] + 1));
  return half * sum;
}
