// Twin of a cycling test: the model's cell as a cycler would have written it down. The cell truly passes its current; what is
// written has a scale and an offset of its own, the same throughout a test, and each voltage its noise:
//   I' = I (1 + g) + o,  V' = V + v + noise,  m' = m (1 + δ).

import { normal } from "../numerics/normal.js";
import { random } from "../numerics/rng.js";
import type { HalfCycleCurve } from "./curve.js";
import type { Cycler } from "./instrument.js";
import type { CyclingRecord } from "./record.js";

/** kg of active mass: 2 mg/cm² on a disk of 10 mm */
const trueMass = 1.6e-6;
const voltageTrigger = 0.005;

/** @param sample half-cycles of simulate.ts */
export function measure(sample: readonly HalfCycleCurve[], cycler: Cycler, seed: number): CyclingRecord {
  const uniform = random(seed);
  const draw = (sigma: number) => sigma * normal(uniform);
  const gain = 1 + draw(cycler.currentGain);
  const offsetShare = 2 * draw(cycler.currentOffset);
  const voltageOffset = draw(cycler.voltageOffset);
  const mass = trueMass * (1 + draw(cycler.massError));
  const rows: [time: number, current: number, voltage: number, cycle: number, step: number][] = [];
  sample.forEach(({ time, voltage, rate, specificCurrent, cycle }, step) => {
    const interval = 3600 / cycler.rows / rate;
    const current = specificCurrent * trueMass;
    const written = current * gain + offsetShare * Math.abs(current);
    let i = 0;
    const voltageAt = (t: number): number => {
      while (i < time.length - 2 && time[i + 1] < t) ++i;
      const s = Math.min(1, Math.max(0, (t - time[i]) / (time[i + 1] - time[i])));
      return voltage[i] + s * (voltage[i + 1] - voltage[i]);
    };
    const end = time[time.length - 1];
    let lastVoltage = -Infinity;
    let lastTime = -Infinity;
    const write = (t: number, V: number) => {
      rows.push([t, written, V + voltageOffset + draw(cycler.voltageNoise), cycle, step]);
      [lastTime, lastVoltage] = [t, V];
    };
    // looked at ten times an interval, written at each interval or where the voltage has moved
    for (let t = time[0]; t < end; t += interval / 10) {
      const V = voltageAt(t);
      if (t - lastTime >= interval * (1 - 1e-9) || Math.abs(V - lastVoltage) >= voltageTrigger) write(t, V);
    }
    if (time.length > 1) write(end, voltage[voltage.length - 1]);
  });
  const column = (k: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[k]);
  const label = (k: 3 | 4) => Int32Array.from(rows, (row) => row[k]);
  return {
    time: column(0),
    current: column(1),
    voltage: column(2),
    cycle: label(3),
    step: label(4),
    mass,
    notes: []
  };
}
