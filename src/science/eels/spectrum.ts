// A recorded energy-loss spectrum, and the checks that every analysis of it begins with.

export interface LossSpectrum {
  /** eV, centre of the first channel */
  start: number;
  /** eV a channel */
  step: number;
  /** electrons [channel] */
  counts: Float64Array;
  /** variance of the read-out of a channel, electrons² */
  readoutVariance: number;
  /** electrons that a channel holds at most; Infinity where it is not known */
  saturation: number;
}

/** eV */
export type LossWindow = readonly [from: number, to: number];

export const energiesOf = ({ start, step, counts }: Pick<LossSpectrum, "start" | "step" | "counts">) =>
  Float64Array.from({ length: counts.length }, (_, i) => start + i * step);

export const lastEnergy = ({ start, step, counts }: LossSpectrum): number =>
  start + (counts.length - 1) * step;

/** Variance of each channel as the counts tell it: those of a Poisson process, at least one, and the read-out's. */
export const varianceOf = ({ counts, readoutVariance }: LossSpectrum): Float64Array =>
  counts.map((n) => Math.max(n, 1) + readoutVariance);

/** @throws where the spectrum has no channels, a channel is not a number, or one has reached saturation */
export function checkSpectrum(s: LossSpectrum, what: string): void {
  if (s.counts.length < 8)
    throw new Error(`missing channels: ${what} has ${s.counts.length}; there must be 8 or more`);
  if (!(s.step > 0 && Number.isFinite(s.start)))
    throw new Error(
      `invalid energies of ${what}: from ${s.start} eV in steps of ${s.step} eV; must be finite and rising`
    );
  const bad = s.counts.findIndex((n) => !Number.isFinite(n));
  if (bad >= 0)
    throw new Error(
      `invalid counts of ${what}: ${s.counts[bad]} in channel ${bad} at ${at(s, bad)} eV; must be numbers: mask the channel or take it from its neighbours`
    );
  const full = s.counts.findIndex((n) => n >= s.saturation);
  if (full >= 0)
    throw new Error(
      `invalid counts of ${what}: channel ${full} at ${at(s, full)} eV is saturated (${s.saturation} electrons); expose it for a shorter time`
    );
}

const at = ({ start, step }: LossSpectrum, i: number): string => (start + i * step).toFixed(1);

/**
 * First and last-plus-one channel of a window.
 * @throws where the spectrum does not cover the window, or fewer than three channels lie in it
 */
export function channelsIn(s: LossSpectrum, [from, to]: LossWindow, what: string): [number, number] {
  if (!(to > from)) throw new Error(`invalid ${what}: ${from} to ${to} eV; must end above its beginning`);
  const slack = s.step / 2;
  if (from < s.start - slack || to > lastEnergy(s) + slack)
    throw new Error(
      `invalid ${what}: ${from} to ${to} eV, but the spectrum goes from ${s.start.toFixed(1)} to ${lastEnergy(s).toFixed(1)} eV; choose a window inside, or record the spectrum from below the edge`
    );
  const [first, end] = [from, to].map((e, k) => Math.ceil((e - s.start) / s.step - 1e-9) + k * 0);
  if (end - first < 3)
    throw new Error(`invalid ${what}: ${end - first} channels; must hold three or more, widen it`);
  return [first, end];
}

/** @throws where two windows share energies */
export function checkApart(a: LossWindow, b: LossWindow, what: string): void {
  if (a[0] < b[1] && b[0] < a[1])
    throw new Error(
      `invalid windows: ${what} overlap, ${a[0]}–${a[1]} eV and ${b[0]}–${b[1]} eV; end the background below the edge`
    );
}

/** Sum over neighbouring channels, `by` at a time; what does not fill a channel is left out. */
export function binned(s: LossSpectrum, by: number): LossSpectrum {
  if (!Number.isInteger(by) || by < 1)
    throw new Error(`invalid binning: ${by}; must be a whole number from 1`);
  if (by === 1) return s;
  const counts = new Float64Array(Math.floor(s.counts.length / by));
  for (let i = 0; i < counts.length * by; ++i) {
    const j = Math.floor(i / by);
    counts[j] = counts[j] + s.counts[i];
  }
  return {
    start: s.start + ((by - 1) / 2) * s.step,
    step: s.step * by,
    counts,
    readoutVariance: s.readoutVariance * by,
    saturation: s.saturation * by
  };
}
