// Error ellipses of two numbers out of a covariance.
import { neutronQuantities, type NeutronQuantity } from "../../science/diffraction/neutron-analysis.js";
import type { Precision } from "../../science/diffraction/information.js";

export interface ErrorEllipse {
  label: string;
  /** place among all that are shown, which gives its colour */
  index: number;
  centre: readonly [x: number, y: number];
  /** variances and covariance */
  covariance: readonly [xx: number, xy: number, yy: number];
}

/**
 * Points of (p − c)ᵀ C⁻¹ (p − c) = size², closed: c + size·L (cos t, sin t) with C = L Lᵀ.
 * @throws where the covariance is not positive definite
 */
export function ellipsePoints(
  { centre, covariance, label }: ErrorEllipse,
  size: number,
  count = 96
): [x: number, y: number][] {
  const [xx, xy, yy] = covariance;
  const rest = yy - (xy * xy) / xx;
  if (!(xx > 0 && rest > 0))
    throw new Error(
      `invalid covariance of ${label}: ${xx}, ${xy}, ${yy}; both variances must be above 0 and |correlation| below 1`
    );
  const [a, b, c] = [Math.sqrt(xx), xy / Math.sqrt(xx), Math.sqrt(rest)];
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = (2 * Math.PI * i) / count;
    return [centre[0] + size * a * Math.cos(t), centre[1] + size * (b * Math.cos(t) + c * Math.sin(t))];
  });
}

/** Null where one of the two is held or cannot be told. */
export function ellipseOf(
  precision: Precision,
  quantity: NeutronQuantity,
  truth: readonly [oxygen: number, other: number],
  { label, index }: Pick<ErrorEllipse, "label" | "index">
): ErrorEllipse | null {
  const [oxygen, other] = [neutronQuantities.oxygen.parameter, neutronQuantities[quantity].parameter];
  const [x, y] = [precision.error(oxygen), precision.error(other)];
  if (!(x > 0 && y > 0)) return null;
  const correlation = precision.correlation(oxygen, other);
  if (!(Math.abs(correlation) < 1 - 1e-9)) return null;
  return { label, index, centre: truth, covariance: [x * x, correlation * x * y, y * y] };
}
