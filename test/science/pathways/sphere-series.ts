/**
 * Lithium in a solid sphere that begins uniform, under a constant inward flux J from t = 0 (Crank, The Mathematics of Diffusion,
 * §6.3.3): x − x0 = (J R/D) [3 τ + ρ²/2 − 3/10 − 2 Σ sin(q ρ)/(ρ q² sin q) e^{−q² τ}], τ = D t/R², ρ = r/R, tan q = q.
 */
export function sphereSeries(rho: number, tau: number, terms = 60): number {
  let sum = 3 * tau + rho * rho * 0.5 - 0.3;
  for (let n = 1; n <= terms; ++n) {
    let q = Math.PI * (n + 0.5);
    for (let k = 0; k < 40; ++k) q = Math.PI * (n + 0.5) - Math.atan(1 / q);
    const shape = rho > 1e-9 ? Math.sin(q * rho) / (rho * q * q * Math.sin(q)) : 1 / (q * Math.sin(q));
    sum -= 2 * shape * Math.exp(-q * q * tau);
  }
  return sum;
}
