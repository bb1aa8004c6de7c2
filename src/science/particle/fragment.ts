// A milled fragment in a sampled state, as molar densities of its elements in voxels. Shape, domains, surface layer and
// voids are functions of the place in metres, so that every resolution holds the same fragment. One shape stands for
// all states (the study imaged another fragment for each): what differs between states is then composition alone.

import { composition, formulaUnitConcentration } from "../material/composition.js";
import { averageBlocks } from "./fragment-classes.js";
import { calibrate, domainWaves, patternOf, type Thresholds } from "./fragment-domains.js";
import { type FragmentPoints, fillsAt, samplePoints, shareMeter } from "./fragment-points.js";
import { fragmentShape } from "./fragment-shape.js";
import { carveVoids, placeVoids } from "./fragment-voids.js";
import { type SampledState, sampledState } from "./states.js";

export const fragmentElements = ["Li", "O", "Mn", "Co", "Ni"] as const;
export type FragmentElement = (typeof fragmentElements)[number];

/** m, edge of the cube that holds the fragment: 128 voxels of 9.8 nm, the pixel of the study's microscope */
export const fieldOfView = 128 * 9.8e-9;

/** Coarsest grid on which the fields are sampled; coarser fragments are averages of it. */
const sampledSize = 128;
/** Voxels along an edge at which the shares are calibrated: 19.6 nm, the multiple of the pixel nearest to the study's 25 nm. */
const calibratedSize = 64;

/** How the metals missing from an oxygen-rich domain are shared out: Mn above all. */
const missingMetal = { Mn: 0.9, Ni: 0.1 * (2 / 3), Co: 0.1 / 3 };

export interface Fragment {
  /** voxels along an edge of the cube */
  size: number;
  /** m */
  voxel: number;
  /** mol/m³, [z][x][y] */
  densities: Record<FragmentElement, Float32Array>;
}

/**
 * The fragment of a state.
 * @param of one of `sampledStates`, or a state of one's own, by `stateOf`
 * @param options.size voxels along an edge: a power of two from 8 to 512; the edge is `fieldOfView` at every size
 * @param options.seed of the shape and of the domains
 * @throws where the state is unknown or the size is none of these
 */
export function fragment(
  of: string | SampledState,
  { size, seed = 1 }: { size: number; seed?: number }
): Fragment {
  const state = typeof of === "string" ? sampledState(of) : of;
  if (!(size >= 8 && size <= 512 && Number.isInteger(Math.log2(size))))
    throw new Error(`invalid size of the fragment: ${size}; must be a power of two from 8 to 512`);
  const shape = fragmentShape(seed);
  const pattern = patternOf(state);
  const waves = domainWaves(pattern, seed);
  const coarse = samplePoints(shape, waves, pattern, { size: sampledSize, edge: fieldOfView });
  const wanted = { poor: state.shares.oxygenPoor.value, rich: state.shares.oxygenRich.value };
  const thresholds = calibrate(wanted, shareMeter(coarse, calibratedSize));
  const points =
    size > sampledSize ? samplePoints(shape, waves, pattern, { size, edge: fieldOfView }) : coarse;
  const densities = fill(state, points, thresholds);
  const voids = placeVoids(Math.round(state.nanovoids.value), seed, coarse, thresholds);
  const factor = Math.max(1, points.size / size);
  const finish = (volume: Float32Array) => {
    carveVoids(volume, points.size, fieldOfView, voids);
    return factor === 1 ? volume : averageBlocks(volume, points.size, factor);
  };
  const { Li, O, Mn, Co, Ni } = densities;
  return {
    size,
    voxel: fieldOfView / size,
    densities: { Li: finish(Li), O: finish(O), Mn: finish(Mn), Co: finish(Co), Ni: finish(Ni) }
  };
}

function fill(state: SampledState, points: FragmentPoints, thresholds: Thresholds): Fragment["densities"] {
  const units = formulaUnitConcentration();
  const volume = () => new Float32Array(points.size ** 3);
  const densities = { Li: volume(), O: volume(), Mn: volume(), Co: volume(), Ni: volume() };
  const metals = composition.Mn + composition.Co + composition.Ni;
  points.index.forEach((at, i) => {
    const { oxide, oxygen, rich } = fillsAt(points, i, thresholds);
    const missing = metals * rich;
    densities.Li[at] = units * state.lithium.value * oxide;
    densities.O[at] = units * composition.O * oxygen;
    densities.Mn[at] = units * oxide * (composition.Mn - missing * missingMetal.Mn);
    densities.Co[at] = units * oxide * (composition.Co - missing * missingMetal.Co);
    densities.Ni[at] = units * oxide * (composition.Ni - missing * missingMetal.Ni);
  });
  return densities;
}
