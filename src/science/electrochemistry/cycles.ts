// From stretches to cycles: a charge and the discharge after it (steps of one sign are added up), coulombic and energy
// efficiency, and how capacity and mean voltage fall over the cycles, by least squares with standard errors.

import type { Segment } from "./segments.js";

/** Capacities in Ah, energies in Wh. */
export interface Cycle {
  /** from 1, in the order of the record */
  number: number;
  charge: number;
  discharge: number;
  chargeEnergy: number;
  dischargeEnergy: number;
  /** V; ∫V dQ/Q */
  chargeVoltage: number;
  dischargeVoltage: number;
  /** discharge over charge; null where one is missing */
  coulombicEfficiency: number | null;
  energyEfficiency: number | null;
  /** V; highest and lowest reached */
  upperVoltage: number;
  lowerVoltage: number;
}

/**
 * Pairs each charge with the discharge after it. A record that begins with a discharge begins with a cycle without charge.
 * @throws where the record holds neither charge nor discharge
 */
export function cyclesOfSegments(segments: readonly Segment[]): Cycle[] {
  const cycles: Cycle[] = [];
  let last: Segment["kind"] = "rest";
  for (const s of segments) {
    if (s.kind === "rest") continue;
    const begins = cycles.length === 0 || (s.kind === "charge" && last === "discharge");
    if (begins) cycles.push(empty(cycles.length + 1));
    const cycle = cycles[cycles.length - 1];
    if (s.kind === "charge") {
      cycle.charge += s.capacity;
      cycle.chargeEnergy += s.energy;
    } else {
      cycle.discharge += s.capacity;
      cycle.dischargeEnergy += s.energy;
    }
    cycle.upperVoltage = Math.max(cycle.upperVoltage, s.startVoltage, s.endVoltage);
    cycle.lowerVoltage = Math.min(cycle.lowerVoltage, s.startVoltage, s.endVoltage);
    last = s.kind;
  }
  if (cycles.length === 0)
    throw new Error(
      "missing charge and discharge: the current is zero throughout the record; check its column and unit"
    );
  for (const cycle of cycles) {
    cycle.chargeVoltage = cycle.chargeEnergy / cycle.charge;
    cycle.dischargeVoltage = cycle.dischargeEnergy / cycle.discharge;
    if (cycle.charge > 0 && cycle.discharge > 0) {
      cycle.coulombicEfficiency = cycle.discharge / cycle.charge;
      cycle.energyEfficiency = cycle.dischargeEnergy / cycle.chargeEnergy;
    }
  }
  return cycles;
}

const empty = (number: number): Cycle => ({
  ...{ number, charge: 0, discharge: 0, chargeEnergy: 0, dischargeEnergy: 0 },
  ...{ chargeVoltage: NaN, dischargeVoltage: NaN, coulombicEfficiency: null, energyEfficiency: null },
  ...{ upperVoltage: -Infinity, lowerVoltage: Infinity }
});

export interface Trend {
  /** per cycle */
  slope: number;
  standardError: number;
  intercept: number;
}

/** Least-squares line through values against the cycle's number. @throws where there are fewer than three */
export function trendOf(numbers: ArrayLike<number>, values: ArrayLike<number>): Trend {
  const n = numbers.length;
  if (n < 3) throw new Error(`missing cycles: a trend needs at least three, the record has ${n}`);
  const mean = (v: ArrayLike<number>) => Array.from(v).reduce((a, b) => a + b, 0) / n;
  const [x0, y0] = [mean(numbers), mean(values)];
  let [xx, xy, rest] = [0, 0, 0];
  for (let i = 0; i < n; ++i) {
    xx += (numbers[i] - x0) ** 2;
    xy += (numbers[i] - x0) * (values[i] - y0);
  }
  const slope = xy / xx;
  for (let i = 0; i < n; ++i) rest += (values[i] - y0 - slope * (numbers[i] - x0)) ** 2;
  return { slope, standardError: Math.sqrt(rest / (n - 2) / xx), intercept: y0 - slope * x0 };
}
