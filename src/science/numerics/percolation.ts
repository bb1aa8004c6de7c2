// Percolation: whether a phase joins opposite faces of its volume, and the share of random sites at which it first does.
// Sites are opened one by one in random order and joined to their open neighbours by disjoint sets with two sets for the
// faces: Newman & Ziff, Phys. Rev. Lett. 85 (2000) 4104, doi 10.1103/PhysRevLett.85.4104. On the simple cubic lattice the
// threshold is 0.3116077: Xu, Wang, Lv & Deng, Front. Phys. 9 (2014) 113, doi 10.1007/s11467-013-0403-z.

import type { Random } from "./rng.js";
import { root, unite } from "./union-find.js";
import { checkShape, type Shape } from "./volume-shape.js";

/** Labels that have voxels on both faces across each index; a label may span more than one way. */
export function spanningLabels(labels: Int32Array, shape: Shape): [number[], number[], number[]] {
  checkShape("labels", labels.length, shape);
  const [na, nb, nc] = shape;
  const strides = [nb * nc, nc, 1] as const;
  const across = (axis: 0 | 1 | 2): number[] => {
    const [u, v] = axis === 0 ? ([1, 2] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
    const far = (shape[axis] - 1) * strides[axis];
    const [near, both] = [new Set<number>(), new Set<number>()];
    for (const face of [0, far])
      for (let i = 0; i < shape[u]; ++i)
        for (let j = 0; j < shape[v]; ++j) {
          const label = labels[face + i * strides[u] + j * strides[v]];
          if (label > 0) {
            if (face === 0) near.add(label);
            if (face === far && near.has(label)) both.add(label);
          }
        }
    return [...both].sort((i, j) => i - j);
  };
  return na * nb * nc > 0 ? [across(0), across(1), across(2)] : [[], [], []];
}

/** Share of the n³ sites of a simple cubic lattice that are open when they first join the two faces across the first index. */
export function siteThreshold(n: number, uniform: Random): number {
  if (!(Number.isInteger(n) && n >= 2))
    throw new Error(`invalid lattice: ${n} sites along an edge; must be 2 or more`);
  const sites = n ** 3;
  const [first, last] = [sites, sites + 1];
  const parent = Int32Array.from({ length: sites + 2 }, (_, i) => i);
  const order = Int32Array.from({ length: sites }, (_, i) => i);
  const open = new Uint8Array(sites);
  for (let k = 0; k < sites; ++k) {
    const other = k + Math.floor(uniform() * (sites - k));
    const p = order[other];
    order[other] = order[k];
    open[p] = 1;
    const c = p % n;
    const b = ((p - c) / n) % n;
    const a = (p - c - b * n) / (n * n);
    if (a === 0) unite(parent, p, first);
    else if (open[p - n * n]) unite(parent, p, p - n * n);
    if (a === n - 1) unite(parent, p, last);
    else if (open[p + n * n]) unite(parent, p, p + n * n);
    if (b > 0 && open[p - n]) unite(parent, p, p - n);
    if (b < n - 1 && open[p + n]) unite(parent, p, p + n);
    if (c > 0 && open[p - 1]) unite(parent, p, p - 1);
    if (c < n - 1 && open[p + 1]) unite(parent, p, p + 1);
    if (root(parent, first) === root(parent, last)) return (k + 1) / sites;
  }
  return 1;
}
