// Bessel functions J₀ and J₁ of a real argument, to 1e-7: rational approximations below 8, asymptotic ones above.
// Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 9.4; coefficients as in Press et al., Numerical Recipes.

/** J₀(x) */
export function besselJ0(x: number): number {
  const ax = Math.abs(x);
  if (ax < 8) {
    const y = x * x;
    const above =
      57568490574 +
      y * (-13362590354 + y * (651619640.7 + y * (-11214424.18 + y * (77392.33017 - y * 184.9052456))));
    const below =
      57568490411 + y * (1029532985 + y * (9494680.718 + y * (59272.64853 + y * (267.8532712 + y))));
    return above / below;
  }
  const z = 8 / ax;
  const y = z * z;
  const shifted = ax - Math.PI / 4;
  const p = 1 + y * (-0.1098628627e-2 + y * (0.2734510407e-4 + y * (-0.2073370639e-5 + y * 0.2093887211e-6)));
  const q =
    -0.1562499995e-1 +
    y * (0.1430488765e-3 + y * (-0.6911147651e-5 + y * (0.7621095161e-6 - y * 0.934935152e-7)));
  return Math.sqrt(2 / (Math.PI * ax)) * (Math.cos(shifted) * p - z * Math.sin(shifted) * q);
}

/** J₁(x) */
export function besselJ1(x: number): number {
  const ax = Math.abs(x);
  if (ax < 8) {
    const y = x * x;
    const above =
      x *
      (72362614232 +
        y * (-7895059235 + y * (242396853.1 + y * (-2972611.439 + y * (15704.4826 - y * 30.16036606)))));
    const below =
      144725228442 + y * (2300535178 + y * (18583304.74 + y * (99447.43394 + y * (376.9991397 + y))));
    return above / below;
  }
  const z = 8 / ax;
  const y = z * z;
  const shifted = ax - 0.75 * Math.PI;
  const p = 1 + y * (0.183105e-2 + y * (-0.3516396496e-4 + y * (0.2457520174e-5 - y * 0.240337019e-6)));
  const q =
    0.04687499995 +
    y * (-0.2002690873e-3 + y * (0.8449199096e-5 + y * (-0.88228987e-6 + y * 0.105787412e-6)));
  const value = Math.sqrt(2 / (Math.PI * ax)) * (Math.cos(shifted) * p - z * Math.sin(shifted) * q);
  return x < 0 ? -value : value;
}
