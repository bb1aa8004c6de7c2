// First-cycle capacity against one parameter at a time, the others at their defaults; and the value of a parameter at which a
// capacity would come out, by bisection on its logarithm.

import { defaultHalfCellParameters, halfCellParameters, type HalfCellParameterName } from "./parameters.js";
import { simulateHalfCell } from "./simulate.js";

export interface SensitivityRow {
  parameter: HalfCellParameterName;
  symbol: string;
  label: string;
  unit: string;
  value: number;
  rate: number;
  /** first charge and discharge, mAh/g; null where the cell could not begin */
  charge: number | null;
  discharge: number | null;
}

/** Ranges that are swept, SI, with logarithmic steps. */
export const sweptRanges = {
  diffusivity: [1e-15, 1e-12],
  exchangeCurrent: [0.1, 100],
  particleRadius: [0.1e-6, 20e-6],
  loading: [0.002, 0.2],
  filmResistance: [1e-4, 0.05]
} as const satisfies Partial<Record<HalfCellParameterName, readonly [number, number]>>;

export type SweptParameter = keyof typeof sweptRanges;

/** Capacities of the first cycle, mAh/g; null where it could not begin. */
export function firstCapacities(
  changes: Partial<Record<HalfCellParameterName, number>>
): { charge: number; discharge: number } | null {
  try {
    const [charge, discharge] = simulateHalfCell({
      ...defaultHalfCellParameters(),
      ...changes
    }).halfCycles.map(({ capacity }) => capacity[capacity.length - 1]);
    return { charge, discharge };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("unsupported rate")) return null;
    throw error;
  }
}

export function sweep(parameter: SweptParameter, rate: number, count: number): SensitivityRow[] {
  const [from, to] = sweptRanges[parameter];
  const { symbol, label, unit } = halfCellParameters[parameter];
  return Array.from({ length: count }, (_, k) => {
    const value = from * (to / from) ** (k / (count - 1));
    const found = firstCapacities({ [parameter]: value, rate });
    return {
      parameter,
      symbol,
      label,
      unit,
      value,
      rate,
      charge: found?.charge ?? null,
      discharge: found?.discharge ?? null
    };
  });
}

/**
 * The value of a parameter within its swept range that gives a first discharge at a rate; null where none does.
 * @param others what else departs from the defaults
 */
export function valueFor(
  parameter: SweptParameter,
  rate: number,
  discharge: number,
  others: Partial<Record<HalfCellParameterName, number>> = {}
): number | null {
  let [low, high]: [number, number] = [...sweptRanges[parameter]];
  const at = (value: number) =>
    (firstCapacities({ ...others, [parameter]: value, rate })?.discharge ?? 0) - discharge;
  const rising = at(high) > at(low);
  if (at(low) * at(high) > 0) return null;
  for (let k = 0; k < 40; ++k) {
    const middle = Math.sqrt(low * high);
    if (at(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return Math.sqrt(low * high);
}
