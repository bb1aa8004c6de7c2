// Noiseless images of a lamella: each column adds the kernels of its atoms at the pixels around it. The scan's own errors
// move whole lines: pixel (i, j) is taken at (i p + o_x(j), j p + o_y(j)).

import { atomicNumber, ringCrossSection } from "../material/electron-scattering.js";
import { normal } from "../numerics/normal.js";
import { random } from "../numerics/rng.js";
import type { ProjectedColumns } from "../particle/lattice-models-columns.js";
import { type Species, species } from "../particle/lattice-models-sites.js";
import { attenuationShare, checkInstrument, type StemInstrument } from "./instrument.js";
import { kernelItems, kernelMaker, kernelRadius } from "./probe.js";
import type { StemSignal } from "./raw.js";

/** Å by which each line is off, along x and y */
export interface ScanOffsets {
  x: Float64Array;
  y: Float64Array;
}

/** Jitter, drift and slow distortion of the lines. @param seed of the jitter */
export function scanOffsets({ rows, lineJitter, drift, wobble }: StemInstrument, seed: number): ScanOffsets {
  const uniform = random(seed);
  const slow = (row: number, shift: number) => wobble * Math.sin((6 * Math.PI * row) / rows + shift);
  const x = Float64Array.from(
    { length: rows },
    (_, row) => lineJitter * normal(uniform) + (drift * row) / rows + slow(row, 0)
  );
  const y = Float64Array.from({ length: rows }, (_, row) => lineJitter * normal(uniform) + slow(row, 1));
  return { x, y };
}

/** Share of the beam that an atom of each of `species` sends into the dark-field detector, Å²: σ_Mn (Z/25)ⁿ. */
export function haadfWeights({ kilovolt, haadfInner, haadfOuter, exponent }: StemInstrument): number[] {
  const manganese = ringCrossSection("Mn", kilovolt, 1e-3 * haadfInner, 1e-3 * haadfOuter);
  return species.map((element) => manganese * (atomicNumber[element] / atomicNumber.Mn) ** exponent);
}

/** Smears are rounded to this, Å, so that columns share kernels. */
const smearStep = 0.05;

/**
 * @returns share of the beam in the detector (haadf) or phase in radians (idpc), [y][x]
 * @throws where the instrument's settings make no sense
 */
export function expectedImage(
  sample: ProjectedColumns,
  instrument: StemInstrument,
  signal: StemSignal,
  offsets?: ScanOffsets
): Float64Array {
  checkInstrument(instrument);
  const { columns, rows, pixel } = instrument;
  const maker = kernelMaker(instrument);
  const weights = signal === "haadf" ? haadfWeights(instrument) : species.map(() => 1);
  const depth =
    signal === "haadf"
      ? attenuationShare(instrument, sample.thickness)
      : Math.min(1, instrument.coherentDepth / sample.thickness);
  const profileOf = profiles(sample, (element, smear) => maker[signal](element, smear), weights);
  const image = new Float64Array(columns * rows);
  if (signal === "haadf") image.fill(instrument.pedestal);
  const scale = (kernelItems - 1) / kernelRadius ** 2;
  const farthest = offsets ? largest(offsets.y) : 0;
  for (let i = 0; i < sample.count; ++i) {
    const { profile, amount: atoms } = profileOf(i);
    const amount = atoms * depth;
    const [x, y] = [sample.x[i], sample.y[i]];
    const top = Math.max(0, Math.ceil((y - kernelRadius - farthest) / pixel));
    const bottom = Math.min(rows - 1, Math.floor((y + kernelRadius + farthest) / pixel));
    for (let row = top; row <= bottom; ++row) {
      const dy = row * pixel + (offsets ? offsets.y[row] : 0) - y;
      const left = kernelRadius * kernelRadius - dy * dy;
      if (left <= 0) continue;
      const reach = Math.sqrt(left);
      const start = x - (offsets ? offsets.x[row] : 0);
      const from = Math.max(0, Math.ceil((start - reach) / pixel));
      const to = Math.min(columns - 1, Math.floor((start + reach) / pixel));
      for (let column = from, at = row * columns + from; column <= to; ++column, ++at) {
        const dx = column * pixel - start;
        const t = (dx * dx + dy * dy) * scale;
        const whole = t | 0;
        const low = profile[whole];
        image[at] += amount * (low + (t - whole) * (profile[whole + 1] - low));
      }
    }
  }
  return image;
}

/** What a column adds for each of its atoms, kept for all columns of the same composition (to 1 in 256) and smear. */
function profiles(
  sample: ProjectedColumns,
  kernel: (element: Species, smear: number) => Float64Array,
  weights: readonly number[]
): (column: number) => { profile: Float64Array; amount: number } {
  const kernels = new Map<number, Float64Array[]>();
  const known = new Map<string, Float64Array>();
  const shares = new Float64Array(species.length);
  return (column) => {
    let amount = 0;
    for (let s = 0; s < species.length; ++s) amount += sample.atoms[species.length * column + s];
    const smear = Math.round(sample.smear[column] / smearStep);
    let key = `${smear}`;
    for (let s = 0; s < species.length; ++s) {
      shares[s] = Math.round((256 * sample.atoms[species.length * column + s]) / amount) / 256;
      key += `,${shares[s]}`;
    }
    let profile = known.get(key);
    if (!profile) {
      let tables = kernels.get(smear);
      if (!tables)
        kernels.set(smear, (tables = species.map((element) => kernel(element, smear * smearStep))));
      const made = new Float64Array(kernelItems + 1);
      shares.forEach((share, s) => {
        const factor = share * weights[s];
        if (factor > 0) tables[s].forEach((value, k) => (made[k] += factor * value));
      });
      known.set(key, (profile = made));
    }
    return { profile, amount };
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
