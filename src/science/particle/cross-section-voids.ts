// Pores and cracks of a cut particle as functions of the place: discs, and cracks that wander outwards from the core as
// chains of short straight pieces, wide at their middle and closed at their ends. Lengths in m, origin at the centre.

import type { Random } from "../numerics/rng.js";
import type { SectionContent } from "./cross-section-states.js";

interface Disc {
  x: number;
  y: number;
  radius: number;
}

const pieces = 24;

/** Discs along a crack, close enough to touch. */
function crack(uniform: Random, { radius, crackWidth }: SectionContent, at: number, of: number): Disc[] {
  let angle = 2 * Math.PI * ((at + 0.6 * uniform()) / of);
  const length = radius * (0.45 + 0.4 * uniform());
  let [x, y] = [0.08 * radius * Math.cos(angle), 0.08 * radius * Math.sin(angle)];
  const discs: Disc[] = [];
  for (let k = 0; k < pieces; ++k) {
    angle += 0.35 * (uniform() - 0.5);
    const half = (crackWidth / 2) * (0.25 + 0.75 * Math.sin((Math.PI * (k + 0.5)) / pieces));
    const steps = Math.ceil(length / pieces / (0.6 * half));
    for (let s = 0; s < steps; ++s) {
      x += (length / pieces / steps) * Math.cos(angle);
      y += (length / pieces / steps) * Math.sin(angle);
      discs.push({ x, y, radius: half });
    }
  }
  return discs;
}

/** Round pores, more of them near the surface: the square of the distance from the centre is drawn, then drawn outwards. */
function pore(uniform: Random, { radius, poreRadius }: SectionContent): Disc {
  const r = 0.96 * radius * uniform() ** 0.4;
  const angle = 2 * Math.PI * uniform();
  const size = poreRadius * (0.35 + 0.65 * uniform());
  return { x: r * Math.cos(angle), y: r * Math.sin(angle), radius: size };
}

/**
 * 1 where there is no matter inside the outline, else 0.
 * @param size points along an edge @param step m between points @returns [y][x]
 */
export function voidMask(content: SectionContent, uniform: Random, size: number, step: number): Uint8Array {
  const discs = [
    ...Array.from({ length: content.pores }, () => pore(uniform, content)),
    ...Array.from({ length: content.cracks }, (_, k) => crack(uniform, content, k, content.cracks)).flat()
  ];
  const mask = new Uint8Array(size * size);
  const place = (i: number) => (i + 0.5 - size / 2) * step;
  for (const { x, y, radius } of discs) {
    const [fromX, toX] = range(x, radius, size, step);
    const [fromY, toY] = range(y, radius, size, step);
    for (let j = fromY; j <= toY; ++j)
      for (let i = fromX; i <= toX; ++i)
        if ((place(i) - x) ** 2 + (place(j) - y) ** 2 <= radius * radius) mask[j * size + i] = 1;
  }
  return mask;
}

function range(centre: number, radius: number, size: number, step: number): [number, number] {
  const index = (x: number) => x / step + size / 2 - 0.5;
  return [
    Math.max(0, Math.ceil(index(centre - radius))),
    Math.min(size - 1, Math.floor(index(centre + radius)))
  ];
}
