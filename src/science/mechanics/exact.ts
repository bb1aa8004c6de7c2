// Exact solutions for a solid or hollow sphere a ≤ r ≤ b with a constant inward flux J at b, no flux at a, c = 0 at t = 0.
//   c = K t + s(r) + Σ A_n exp(−D λ_n² t) φ_n(r),  K = 3 b² J/(b³ − a³),
//   s = K/(3D) (r²/2 + a³/r) less its mean,  r φ_n = sin λ_n(r − a) + λ_n a cos λ_n(r − a),  φ_n′(b) = 0
// (Crank, The Mathematics of Diffusion, ch. 6; Carslaw & Jaeger §9.14), and its stress with free surfaces and the
// linear strain β c (Timoshenko & Goodier §151; Christensen & Newman 2006, doi:10.1007/s10008-006-0095-1):
//   σ_r = k [ (r³ − a³)/((b³ − a³) r³) I(b) − I(r)/r³ ],  I(r) = ∫_a^r c r² dr,  k = 2Eβ/(1 − ν),
//   σ_t = k [ (2r³ + a³)/(2(b³ − a³) r³) I(b) + I(r)/(2r³) − c/2 ].

export interface SphereProblem {
  /** radii a and b; a = 0 for a solid sphere */
  inner: number;
  outer: number;
  diffusivity: number;
  /** inward, amount per area and time */
  flux: number;
}

export interface SphereSolution extends SphereProblem {
  concentration(r: number, t: number): number;
  /** ∫_a^r c r² dr */
  moment(r: number, t: number): number;
}

/** Positive roots of φ′(b) = 0, ascending. */
function eigenvalues(a: number, b: number, count: number): Float64Array {
  const w = b - a;
  const f = (l: number) =>
    l * b * (Math.cos(l * w) - l * a * Math.sin(l * w)) - (Math.sin(l * w) + l * a * Math.cos(l * w));
  const roots = new Float64Array(count);
  const step = (0.05 * Math.PI) / w;
  // f ~ l³ at zero, so the search starts beyond it; the first root lies above π/w
  let low = (0.5 * Math.PI) / w;
  let fLow = f(low);
  for (let found = 0; found < count;) {
    let high = low + step;
    const fHigh = f(high);
    if (fLow * fHigh < 0) {
      let bottom = low;
      for (let k = 0; k < 60; ++k) {
        const middle = 0.5 * (bottom + high);
        if (fLow * f(middle) <= 0) high = middle;
        else bottom = middle;
      }
      roots[found++] = 0.5 * (bottom + high);
    }
    low += step;
    fLow = fHigh;
  }
  return roots;
}

/** The series; `terms` eigenfunctions serve from about D t/(b − a)² = 30/terms² on. */
export function sphereDiffusion(problem: SphereProblem, terms = 200): SphereSolution {
  const { inner: a, outer: b, diffusivity: D, flux: J } = problem;
  const w = b - a;
  const volume = b ** 3 - a ** 3;
  const K = (3 * b * b * J) / volume;
  const rawMoment = (r: number) => (K / (3 * D)) * ((r ** 5 - a ** 5) / 10 + (a ** 3 * (r * r - a * a)) / 2);
  const mean = (3 * rawMoment(b)) / volume;
  const shape = (r: number) => (K / (3 * D)) * ((r * r) / 2 + (a > 0 ? a ** 3 / r : 0)) - mean;
  const lambda = eigenvalues(a, b, terms);
  const phi = (l: number, r: number) =>
    a === 0 && r < 1e-6 * b ? l : (Math.sin(l * (r - a)) + l * a * Math.cos(l * (r - a))) / r;
  // Green's identity: ⟨s, φ⟩ = b² J φ(b)/(D λ²)
  const amplitude = lambda.map((l) => {
    const sin2 = Math.sin(2 * l * w) / (4 * l);
    const norm = w / 2 - sin2 + (l * a) ** 2 * (w / 2 + sin2) + a * Math.sin(l * w) ** 2;
    return (-b * b * J * phi(l, b)) / (D * l * l * norm);
  });
  const series = (t: number, term: (l: number) => number) => {
    let sum = 0;
    for (let n = 0; n < terms; ++n) {
      const decay = D * lambda[n] ** 2 * t;
      if (decay > 60) break;
      sum += amplitude[n] * Math.exp(-decay) * term(lambda[n]);
    }
    return sum;
  };
  return {
    ...problem,
    concentration: (r, t) => K * t + shape(r) + series(t, (l) => phi(l, r)),
    moment: (r, t) =>
      ((K * t - mean) * (r ** 3 - a ** 3)) / 3 +
      rawMoment(r) +
      // ∫ r² φ = −r² φ′/λ²
      series(t, (l) => {
        const [s, c] = [Math.sin(l * (r - a)), Math.cos(l * (r - a))];
        return (s + l * a * c - r * l * (c - l * a * s)) / (l * l);
      })
  };
}

export interface SphereMaterial {
  youngsModulus: number;
  poissonRatio: number;
  /** β: linear strain per concentration */
  strain: number;
}

/** Radial and tangential (hoop) stress at radius r and time t. */
export function sphereStress(
  solution: SphereSolution,
  material: SphereMaterial,
  r: number,
  t: number
): { radial: number; hoop: number } {
  const { inner: a, outer: b } = solution;
  const k = (2 * material.youngsModulus * material.strain) / (1 - material.poissonRatio);
  const volume = b ** 3 - a ** 3;
  const whole = solution.moment(b, t);
  const c = solution.concentration(r, t);
  // I(r)/r³ → c/3 at the centre of a solid sphere, where its closed form would cancel
  const inside = a === 0 && r < 1e-4 * b ? c / 3 : solution.moment(r, t) / r ** 3;
  const ratio = a === 0 ? 0 : (a / r) ** 3;
  return {
    radial: k * (((1 - ratio) / volume) * whole - inside),
    hoop: k * (((2 + ratio) / (2 * volume)) * whole + inside / 2 - c / 2)
  };
}
