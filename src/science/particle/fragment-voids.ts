// Nanovoids of the slow rate: small spheres without oxide inside the oxygen-poor domains.

import { random } from "../numerics/rng.js";
import { deviationsAt, type Thresholds } from "./fragment-domains.js";
import type { FragmentPoints } from "./fragment-points.js";
import { coverage } from "./fragment-shape.js";

const nm = 1e-9;
/** m, assumed; the study tells of voids of nanometres and of oxygen missing around them */
const radii = { least: 5 * nm, most: 12 * nm };
/** m³, mean over radii that are spread evenly between those two: π (b⁴ − a⁴) / 3 (b − a) */
export const meanVoidVolume =
  (Math.PI * (radii.most ** 4 - radii.least ** 4)) / (3 * (radii.most - radii.least));

/** A sphere: centre in units of the cube's edge from its corner, [z, x, y]; radius in m. */
export interface Nanovoid {
  centre: readonly [number, number, number];
  radius: number;
}

/** Voids at random points of the oxygen-poor domains that lie wholly inside; fewer where no room is found. */
export function placeVoids(
  count: number,
  seed: number,
  points: FragmentPoints,
  thresholds: Thresholds
): Nanovoid[] {
  const uniform = random((seed * 8 + 4) >>> 0);
  const { size, index, inside, noise, term } = points;
  const voids: Nanovoid[] = [];
  for (let attempt = 0; attempt < 1000 * count && voids.length < count; ++attempt) {
    const i = Math.floor(uniform() * index.length);
    const radius = radii.least + (radii.most - radii.least) * uniform();
    const poor = deviationsAt(points.pattern, noise[i], term[i], thresholds).poor;
    if (inside[i] < 1 || poor === 0) continue;
    const [z, x, y] = [Math.floor(index[i] / size ** 2), Math.floor(index[i] / size) % size, index[i] % size];
    const within = () => uniform();
    voids.push({
      centre: [(z + within()) / size, (x + within()) / size, (y + within()) / size],
      radius
    });
  }
  return voids;
}

/** Takes the voids out of a volume of densities, in place; voxels partly inside one keep their share. */
export function carveVoids(
  volume: Float32Array,
  size: number,
  edge: number,
  voids: readonly Nanovoid[]
): void {
  const h = edge / size;
  for (const { centre, radius } of voids) {
    const reach = Math.ceil(radius / h + 0.5);
    const [cz, cx, cy] = centre.map((c) => c * size - 0.5);
    const around = (c: number): [number, number] => [
      Math.max(0, Math.floor(c) - reach),
      Math.min(size - 1, Math.ceil(c) + reach)
    ];
    const [[z0, z1], [x0, x1], [y0, y1]] = [around(cz), around(cx), around(cy)];
    for (let z = z0; z <= z1; ++z)
      for (let x = x0; x <= x1; ++x)
        for (let y = y0; y <= y1; ++y)
          volume[(z * size + x) * size + y] *=
            1 - coverage(Math.hypot(z - cz, x - cx, y - cy) * h - radius, h);
  }
}
