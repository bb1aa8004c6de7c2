// The sample of the operando experiment: the first charge and discharge at a constant current, lithium against time
// x(t) = x₀ ∓ (rate · Q₁c/Q_Li) t between the contents of the aged particle that all techniques see (aged-samples.ts), and the
// lattice that belongs to it. All of it may be one solid solution; or, as an option, one phase turns into another of a
// different c over a stated time, both being there meanwhile. Lengths in Å, times in s.

import { capacityPerLithium } from "../material/composition.js";
import { hour } from "../material/constants.js";
import { latticeAt, type Branch, type CyclingRate } from "../material/lattice.js";
import type { Parameter } from "../parameters.js";
import { agedSample } from "../particle/aged-samples.js";

export const operandoSampleParameters = {
  capacity: {
    ...{ symbol: "Q_1C", label: "capacity that defines 1 C", value: 250, unit: "mAh/g", min: 150, max: 330 },
    status: "assumed",
    source: "not given in the study; assumed, as on the page of the stress"
  }
} as const satisfies Record<string, Parameter>;

export interface HalfCycle {
  branch: Branch;
  /** s */
  from: number;
  to: number;
  /** lithium per formula unit at both ends */
  lithiumFrom: number;
  lithiumTo: number;
}

/** A phase that is there at a moment. */
export interface LatticePhase {
  share: number;
  a: number;
  c: number;
}

/** One phase turns into another: their shares change evenly over the duration. */
export interface Transition {
  /** s, when the new phase first appears */
  start: number;
  /** s; 0 is a jump */
  duration: number;
  /** Å, c of the new phase less that of the old */
  jump: number;
}

export interface OperandoSample {
  rate: CyclingRate;
  /** s, of charge and discharge together */
  duration: number;
  halfCycles: readonly HalfCycle[];
  lithiumAt: (time: number) => number;
  /** mAh/g passed since the start, whatever its sign */
  capacityAt: (time: number) => number;
  phasesAt: (time: number) => LatticePhase[];
}

/** @param options capacity: mAh/g that defines 1 C @throws where it is not positive */
export function operandoSample(
  rate: CyclingRate,
  options: { capacity?: number; transition?: Transition } = {}
): OperandoSample {
  const { capacity = operandoSampleParameters.capacity.value, transition } = options;
  if (!(capacity > 0)) throw new Error(`invalid capacity of 1 C: ${capacity} mAh/g; must be positive`);
  if (transition && !(transition.duration >= 0))
    throw new Error(`invalid duration of the transition: ${transition.duration} s; must be 0 or more`);
  /** lithium a second */
  const speed = (rate * capacity) / capacityPerLithium() / hour;
  const charged = `${rate}C-4.8V`;
  const ends = { charge: ["pristine", charged], discharge: [charged, `${rate}C-discharged`] } as const;
  const halfCycles: HalfCycle[] = [];
  for (const branch of ["charge", "discharge"] as const) {
    const [lithiumFrom, lithiumTo] = ends[branch].map((id) => agedSample(id).lithium);
    const from = halfCycles.at(-1)?.to ?? 0;
    const to = from + Math.abs(lithiumTo - lithiumFrom) / speed;
    halfCycles.push({ branch, from, to, lithiumFrom, lithiumTo });
  }
  const duration = halfCycles[halfCycles.length - 1].to;
  const at = (time: number) => {
    const half = halfCycles.find(({ to }) => time < to) ?? halfCycles[halfCycles.length - 1];
    const share = Math.min(1, Math.max(0, (time - half.from) / (half.to - half.from)));
    return { half, lithium: half.lithiumFrom + share * (half.lithiumTo - half.lithiumFrom) };
  };
  return {
    ...{ rate, duration, halfCycles },
    lithiumAt: (time) => at(time).lithium,
    capacityAt: (time) => (Math.min(Math.max(time, 0), duration) * rate * capacity) / hour,
    phasesAt(time) {
      const { half, lithium } = at(time);
      const { a, c } = latticeAt(lithium, rate, half.branch);
      const share = transition ? transformed(transition, time) : 0;
      const jump = transition?.jump ?? 0;
      return [
        { share: 1 - share, a, c },
        { share, a, c: c + jump }
      ].filter((phase) => phase.share > 0);
    }
  };
}

/** Share of the new phase. */
export function transformed({ start, duration }: Transition, time: number): number {
  if (duration === 0) return time < start ? 0 : 1;
  return Math.min(1, Math.max(0, (time - start) / duration));
}
