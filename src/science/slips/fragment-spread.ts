// How much the shares of the composition classes differ between fragments of one material. Each fragment of the twin is
// calibrated to the share of its state, so that there is no spread by construction; here one pair of thresholds gives all of
// them together that share, and every seed is another fragment cut from the same material. What remains is
// chance alone: domains are few in a fragment. Particles that aged differently would add to it.

import { calibrate, domainWaves, patternOf, type Thresholds } from "../particle/fragment-domains.js";
import { fieldOfView } from "../particle/fragment.js";
import { samplePoints, shareMeter } from "../particle/fragment-points.js";
import { fragmentShape } from "../particle/fragment-shape.js";
import { sampledState } from "../particle/states.js";
import type { TaskOptions } from "../task.js";

/** voxels along an edge: 19.6 nm wide, those at which the twin's own shares are set */
const size = 64;

export interface FragmentShares {
  seed: number;
  /** shares of the volume, 0 to 1 */
  oxygenPoor: number;
  oxygenRich: number;
  target: number;
}

/**
 * Shares of as many fragments as there are seeds.
 * @param options.width of the domains, over that of the twin
 * @throws where the state is unknown, the width not positive, or the signal stops it
 */
export function fragmentShares(
  stateId: string,
  seeds: readonly number[],
  { width = 1, signal, onProgress }: TaskOptions & { width?: number } = {}
): FragmentShares[] {
  if (!(width > 0)) throw new Error(`invalid width of the domains: ${width}; must be positive`);
  const state = sampledState(stateId);
  const pattern = patternOf(state);
  const wanted = { poor: state.shares.oxygenPoor.value, rich: state.shares.oxygenRich.value };
  const meters = seeds.map((seed, k) => {
    signal?.throwIfAborted();
    onProgress?.(k / seeds.length, "fragments");
    const waves = domainWaves(pattern, seed).map(({ kx, ky, kz, phase }) => ({
      ...{ kx: kx / width, ky: ky / width, kz: kz / width },
      phase
    }));
    return shareMeter(samplePoints(fragmentShape(seed), waves, pattern, { size, edge: fieldOfView }), size);
  });
  const each = (thresholds: Thresholds) => meters.map((shares) => shares(thresholds));
  const common = calibrate(wanted, (thresholds) => {
    const all = each(thresholds);
    const mean = (side: "poor" | "rich") => all.reduce((sum, of) => sum + of[side], 0) / all.length;
    return { poor: mean("poor"), rich: mean("rich") };
  });
  return each(common).map(({ poor, rich }, k) => ({
    ...{ seed: seeds[k] ?? k, oxygenPoor: poor, oxygenRich: rich },
    target: 1 - poor - rich
  }));
}

export interface Spread {
  mean: number;
  /** standard deviation between fragments: what one fragment's share does not tell */
  deviation: number;
  /** fragments that bring the standard error to `wanted` */
  needed: number;
  /** p (1 − p)/σ²: as many independent pieces as would scatter like that */
  pieces: number;
}

/** @param wanted standard error of the mean, as a share */
export function spreadOf(shares: readonly number[], wanted = 0.01): Spread {
  const mean = shares.reduce((sum, s) => sum + s, 0) / shares.length;
  const squares = shares.reduce((sum, s) => sum + (s - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (shares.length - 1));
  return {
    ...{ mean, deviation, needed: Math.max(1, Math.ceil((deviation / wanted) ** 2)) },
    pieces: (mean * (1 - mean)) / deviation ** 2
  };
}
