// What is done to the particle: half-cycles at constant current, each until a depth of discharge, and when to look.

export type Phase = "discharge" | "charge";

/** One half-cycle. It ends at a mean depth of discharge, or earlier where the surface is full or empty. */
export interface HalfCycle {
  phase: Phase;
  /** mean depth of discharge to end at; 1 for a discharge and 0 for a charge where it is not given */
  until?: number;
  /** C; the simulation's rate where it is not given */
  rate?: number;
}

export const discharge: HalfCycle[] = [{ phase: "discharge" }];
export const chargeDischarge: HalfCycle[] = [{ phase: "charge" }, { phase: "discharge" }];
export const dischargeCharge: HalfCycle[] = [{ phase: "discharge" }, { phase: "charge" }];

/** Depth of discharge that a half-cycle ends at. */
export function endOf({ phase, until }: HalfCycle): number {
  return until ?? (phase === "discharge" ? 1 : 0);
}

/** @throws one sentence where a half-cycle ends outside 0 … 1 or has no valid rate */
export function checkProgramme(programme: HalfCycle[]): void {
  if (programme.length === 0)
    throw new Error("missing half-cycle; the programme needs a discharge or a charge");
  for (const half of programme) {
    const end = endOf(half);
    if (!(end >= 0 && end <= 1)) {
      throw new Error(`invalid end of ${half.phase}: ${end}; must be a depth of discharge from 0 to 1`);
    }
    if (half.rate !== undefined && !(half.rate > 0 && Number.isFinite(half.rate))) {
      throw new Error(`invalid rate of ${half.phase}: ${half.rate} C; must be positive`);
    }
  }
}

/**
 * Depths of discharge to look at, from `start` (left out) to `end` (kept), in the order in which they are reached.
 * @param frames a number of equal parts of the full range 0 … 1, or a list of depths
 */
export function framesBetween(start: number, end: number, frames: number | number[]): number[] {
  if (typeof frames === "number" && !(Number.isInteger(frames) && frames > 0)) {
    throw new Error(`invalid number of frames: ${frames}; must be a positive integer`);
  }
  const all = typeof frames === "number" ? Array.from({ length: frames + 1 }, (_, k) => k / frames) : frames;
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const within = all.filter((depth) => depth > low + 1e-9 && depth < high - 1e-9);
  within.push(end);
  return within.sort((a, b) => (end > start ? a - b : b - a));
}
