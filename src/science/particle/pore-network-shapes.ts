// The pores and cracks of a particle as shapes in metres, drawn from a seed: a function of the state alone, so that every
// resolution sees the same particle. Pores that stand apart keep a gap; cracks start at the core, as the study has it.

import { type Random, random } from "../numerics/rng.js";
import { normal } from "../numerics/normal.js";
import { noiseWaves, type Wave } from "./noise-field.js";
import type { PoreState } from "./pore-network-states.js";

const um = 1e-6;
type Vector = readonly [number, number, number];

/** A ball; m, from the particle's centre, [z, x, y]. */
export interface BallPore {
  centre: Vector;
  radius: number;
  kind: "core" | "pore" | "cavity";
}

/**
 * A wavy sheet through the centre in a sector about `direction`: of opening 2 w(ρ, θ) at the distance ρ from the centre and
 * the angle θ from the direction, w = w₀ √(1 − ρ²/l²) √(1 − θ²/θ₀²).
 */
export interface Crack {
  normal: Vector;
  direction: Vector;
  /** m, half of the widest opening */
  halfOpening: number;
  /** m */
  reach: number;
  /** rad */
  sector: number;
  waves: readonly Wave[];
  /** m */
  waviness: number;
}

export interface PoreShapes {
  radius: number;
  balls: BallPore[];
  cracks: Crack[];
}

const length = ([a, b, c]: Vector) => Math.hypot(a, b, c);
const scaled = ([a, b, c]: Vector, s: number): Vector => [a * s, b * s, c * s];
const cross = (u: Vector, v: Vector): Vector => [
  u[1] * v[2] - u[2] * v[1],
  u[2] * v[0] - u[0] * v[2],
  u[0] * v[1] - u[1] * v[0]
];

function anyDirection(uniform: Random): Vector {
  const cosine = 2 * uniform() - 1;
  const sine = Math.sqrt(1 - cosine * cosine);
  const azimuth = 2 * Math.PI * uniform();
  return [cosine, sine * Math.cos(azimuth), sine * Math.sin(azimuth)];
}

/** Gap between pores that stand apart, and least distance of a pore from the outer surface, m. */
const [gap, cover] = [0.25 * um, 0.4 * um];

/** Largest radius of a pore that stands alone, m, and so how far apart the centres of two can be that come too near. */
const largest = 0.9 * um;
const cell = 2 * largest + gap;

/** @param seed another particle of the same kind; 1 unless given */
export function poreShapes({ parameters: p, id }: PoreState, seed = 1): PoreShapes {
  const uniform = random((seed * 64 + ["pristine", "0.1C", "10C"].indexOf(id) * 8) >>> 0);
  const radius = p.particleRadius.value;
  const balls: BallPore[] = [{ centre: [0, 0, 0], radius: p.voidRadius.value, kind: "core" }];
  for (let k = 0; k < p.corePores.value; ++k) {
    const from = 0.5 * um + 1.3 * um * uniform();
    balls.push({
      centre: scaled(anyDirection(uniform), from),
      radius: (0.12 + 0.2 * uniform()) * um,
      kind: "core"
    });
  }
  const cracks = drawCracks(p, random((seed * 64 + 40 + ["pristine", "0.1C", "10C"].indexOf(id)) >>> 0));
  for (let k = 0; k < p.cavities.value; ++k) {
    const { direction, normal: n, reach, sector } = cracks[k % cracks.length];
    const along = Math.min(0.85 * radius, (0.25 + 0.6 * uniform()) * reach);
    const angle = (2 * uniform() - 1) * 0.6 * sector;
    const side = cross(n, direction);
    const size = 0.35 + 0.4 * uniform();
    // a few balls that overlap make one irregular pore
    for (let j = 0; j < 4; ++j) {
      const off = scaled(anyDirection(uniform), 0.7 * size * um * uniform());
      const centre: Vector = [0, 1, 2].map(
        (i) => along * (Math.cos(angle) * direction[i] + Math.sin(angle) * side[i]) + off[i]
      ) as unknown as Vector;
      balls.push({ centre, radius: size * um * (0.6 + 0.4 * uniform()), kind: "cavity" });
    }
  }
  scatter(balls, p, uniform);
  return { radius, balls, cracks };
}

function drawCracks(p: PoreState["parameters"], uniform: Random): Crack[] {
  const count = p.cracks.value;
  return Array.from({ length: count }, (_, k) => {
    const direction = anyDirection(uniform);
    const other = anyDirection(uniform);
    const n = cross(direction, other);
    return {
      normal: scaled(n, 1 / length(n)),
      direction,
      halfOpening: 0.5 * p.crackOpening.value * (0.7 + 0.3 * uniform()),
      reach: p.crackReach.value * (count > 1 && k === count - 1 ? 1.5 : 0.85 + 0.15 * uniform()),
      sector: 0.9 + 0.3 * uniform(),
      waves: noiseWaves(uniform, [2 * um, 5 * um], 12),
      waviness: 0.18 * um
    };
  });
}

/** Pores apart from one another and from the core, ever rarer outwards: density ∝ exp(−r/L). */
function scatter(balls: BallPore[], p: PoreState["parameters"], uniform: Random): void {
  const radius = p.particleRadius.value;
  const cells = new Map<number, BallPore[]>();
  // no particle is 60 cells wide
  const key = ([z, x, y]: Vector) =>
    (Math.floor(z / cell) * 64 + Math.floor(x / cell)) * 64 + Math.floor(y / cell);
  const remember = (ball: BallPore) => {
    const own = cells.get(key(ball.centre));
    if (own) own.push(ball);
    else cells.set(key(ball.centre), [ball]);
  };
  balls.forEach(remember);
  const isClear = (centre: Vector, own: number) => {
    const at = key(centre);
    for (const step of around)
      for (const { centre: c, radius: r } of cells.get(at + step) ?? []) {
        const least = own + r + gap;
        if ((centre[0] - c[0]) ** 2 + (centre[1] - c[1]) ** 2 + (centre[2] - c[2]) ** 2 <= least * least)
          return false;
      }
    return true;
  };
  const wanted = p.pores.value;
  for (let tries = 0, found = 0; found < wanted && tries < 200 * wanted; ++tries) {
    const own = p.poreRadius.value * Math.exp(p.poreSpread.value * normal(uniform));
    const from = radius * Math.cbrt(uniform());
    const kept = uniform() < Math.exp(-from / p.poreReach.value);
    const centre = scaled(anyDirection(uniform), from);
    if (!kept || own < 0.04 * um || own > largest || from + own + cover > radius || !isClear(centre, own))
      continue;
    const ball: BallPore = { centre, radius: own, kind: "pore" };
    balls.push(ball);
    remember(ball);
    ++found;
  }
}

/** From a cell's key to those of its 27 neighbours, itself among them. */
const around = [-1, 0, 1].flatMap((i) =>
  [-1, 0, 1].flatMap((j) => [-1, 0, 1].map((k) => (i * 64 + j) * 64 + k))
);
