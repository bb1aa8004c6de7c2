// The quick model beside multislice, along a line through a metal, an oxygen and a lithium column of the layered oxide, at
// growing depth. Dark field: share of the beam in the ring. Phase contrast: the momentum along the line, integrated,
// φ(s) − φ(0) = 2π ∫ ⟨k⟩ ds, which the quick model gives as φ ⊗ |probe|². Atoms vibrate by frozen displacements (seeded), and
// who sits on a shared site is drawn for each slice.

import { ringCrossSection, type ScatteringElement } from "../material/electron-scattering.js";
import { layeredOxide } from "../material/structures.js";
import { normal } from "../numerics/normal.js";
import { random } from "../numerics/rng.js";
import { type AtomBlock, atomBlock, layeredEdges } from "../particle/lattice-models-cell.js";
import type { TaskOptions } from "../task.js";
import { attenuationShare, type StemInstrument } from "./instrument.js";
import {
  angularLimit,
  multisliceSetup,
  probeWave,
  sendThrough,
  type SliceAtom,
  slicePotential,
  transmission,
  type WaveGrid
} from "./multislice.js";
import { kernelAt, kernelMaker, kernelRadius, vibration } from "./probe.js";

export interface ReferencePoint {
  /** Å along the line from the metal column towards lithium, and depth */
  place: number;
  depth: number;
  /** share of the beam in the dark-field ring */
  haadf: number;
  haadfModel: number;
  /** rad, over that at the metal column */
  idpc: number;
  idpcModel: number;
  lost: number;
}

export interface ReferenceOptions {
  /** places along the line, Å; default: from the metal to the lithium column, 17 steps */
  places?: readonly number[];
  /** Å; multiples of the period along the beam are taken */
  depths?: readonly number[];
  /** pixels of the grid along each side */
  size?: number;
  /** different slices to draw from */
  variants?: number;
  seed?: number;
}

/** Distance of lithium from metal along the line: half of the cell's height. */
export const lithiumPlace = layeredOxide().cell.c / 2;
/** And of oxygen. */
export const oxygenPlace =
  (layeredOxide().sites.find(({ element }) => element === "O")?.z ?? 0.25) * layeredOxide().cell.c;

/** Rows by depth, then place. The source is taken as a point in both. */
export function multisliceReference(
  instrument: StemInstrument,
  options: ReferenceOptions = {},
  { signal, onProgress }: TaskOptions = {}
): { points: ReferencePoint[]; outer: number } {
  const {
    places = evenly(lithiumPlace, 16),
    depths = [2.853, 28, 57, 100],
    size = 256,
    variants = 8,
    seed = 1
  } = options;
  const block = atomBlock(layeredOxide(), layeredEdges, [2, 1, 1]);
  const [width, height, period] = block.size;
  const grid: WaveGrid = { width, height, columns: size, rows: size };
  const setup = multisliceSetup(grid, instrument.kilovolt);
  const outer = Math.min(instrument.haadfOuter, angularLimit(grid, instrument.kilovolt));
  if (!(outer > instrument.haadfInner))
    throw new Error(
      `invalid grid: ${size} pixels carry the wave to ${outer.toFixed(0)} mrad; must reach beyond the inner edge of the dark field (${instrument.haadfInner} mrad): take the next power of two`
    );
  const uniform = random(seed);
  const slices = Array.from({ length: variants }, () =>
    transmission(slicePotential(setup, drawSlice(block, uniform)), instrument.kilovolt)
  );
  const order = Array.from({ length: 4096 }, () => Math.floor(uniform() * variants));
  const counts = depths.map((depth) => Math.max(1, Math.round(depth / period)));
  const detectors = {
    rings: [[instrument.haadfInner, outer]] as const,
    momentum: [instrument.idpcInner, instrument.idpcOuter] as const
  };
  const model = quickModel(instrument, block, outer);
  const points: ReferencePoint[] = [];
  const integral = depths.map(() => ({ sum: 0, before: 0 }));
  places.forEach((place, index) => {
    signal?.throwIfAborted();
    onProgress?.(index / places.length, "probes through the crystal");
    const wave = probeWave(setup, instrument.convergence, 0, place);
    const readings = sendThrough(
      setup,
      wave,
      { slices, order: (k) => order[k % order.length], thickness: period },
      counts,
      detectors
    );
    const step = index === 0 ? 0 : place - places[index - 1];
    const first = model(places[0]);
    const here = model(place);
    readings.forEach(({ depth, rings, momentum, lost }, d) => {
      const total = integral[d];
      total.sum += 0.5 * step * (total.before + momentum[1]);
      total.before = momentum[1];
      const periods = depth / period;
      points.push({
        ...{
          place,
          depth,
          lost,
          haadf: rings[0],
          haadfModel: periods * here.haadf * attenuationShare(instrument, depth)
        },
        idpc: 2 * Math.PI * total.sum,
        idpcModel: periods * (here.idpc - first.idpc)
      });
    });
  });
  points.sort((a, b) => a.depth - b.depth || a.place - b.place);
  return { points, outer };
}

const evenly = (to: number, steps: number): number[] =>
  Array.from({ length: steps + 1 }, (_, i) => (to * i) / steps);

/** One atom or none at each position, displaced as it vibrates. */
function drawSlice(block: AtomBlock, uniform: () => number): SliceAtom[] {
  const atoms: SliceAtom[] = [];
  let [at, draw] = ["", 0];
  for (const { x, y, z, element, occupancy, bIso } of [...block.atoms].sort(
    (a, b) => a.x - b.x || a.y - b.y || a.z - b.z
  )) {
    const place = `${x.toFixed(3)} ${y.toFixed(3)} ${z.toFixed(3)}`;
    if (place !== at) [at, draw] = [place, uniform()];
    if (draw >= 0 && draw < occupancy) {
      const u = Math.sqrt(bIso / (8 * Math.PI ** 2));
      atoms.push({
        element: element as ScatteringElement,
        x: x + u * normal(uniform),
        y: y + u * normal(uniform)
      });
      draw = -1;
    } else if (draw >= 0) draw -= occupancy;
  }
  return atoms;
}

/** Signals of one period of the crystal at a place on the line x = 0. */
function quickModel(instrument: StemInstrument, block: AtomBlock, outer: number) {
  const maker = kernelMaker({ ...instrument, sourceSize: 0 });
  const elements = Object.keys(vibration) as ScatteringElement[];
  const kernels = new Map(
    elements.map((element) => [
      element,
      {
        haadf: maker
          .haadf(element)
          .map(
            (value) =>
              value *
              ringCrossSection(element, instrument.kilovolt, 1e-3 * instrument.haadfInner, 1e-3 * outer)
          ),
        idpc: maker.idpc(element)
      }
    ])
  );
  const [width, height] = block.size;
  return (place: number): { haadf: number; idpc: number } => {
    const sum = { haadf: 0, idpc: 0 };
    for (const { x, y, element, occupancy } of block.atoms) {
      const tables = kernels.get(element as ScatteringElement);
      if (!tables) continue;
      const dx = x - width * Math.round(x / width);
      const dy = y - place - height * Math.round((y - place) / height);
      const r = Math.hypot(dx, dy);
      if (r >= kernelRadius) continue;
      sum.haadf += occupancy * kernelAt(tables.haadf, r);
      sum.idpc += occupancy * kernelAt(tables.idpc, r);
    }
    return sum;
  };
}
