// Stress on free surfaces, where the traction is known to vanish: only the stress along the surface, σ_tt, and the hoop
// stress σ_θθ remain, and both follow from strains within the surface,
//   ε_tt = (∂u/∂s)·t,  ε_θθ = u_r/r   (ε_θθ = ε_tt on the axis),
//   σ_tt = E/(1 − ν²) [ε_tt − e + ν(ε_θθ − e)],  σ_θθ the same with the two exchanged.
// ∂/∂s comes from the surface's nodes alone, from the cubic in arc length that fits nine of them best (Savitzky & Golay
// 1964, doi:10.1021/ac60214a047): far more accurate than gradients recovered from one side, and blind to the zigzag that
// a displacement's error has between corners and middles. Where a surface ends on the axis (or the equator of a half mesh) it goes on as its mirror image.

import type { TriangleMesh } from "../numerics/triangle-mesh.js";

export interface FreeSurface {
  /** nodes on free surfaces */
  nodes: Int32Array;
  /** ε_tt of node i = Σ_k weightR[w i + k] u_r[stencil[w i + k]] + weightZ[w i + k] u_z[stencil[w i + k]], w = stencilWidth */
  stencil: Int32Array;
  weightR: Float64Array;
  weightZ: Float64Array;
  /** unit tangent, two numbers a node */
  tangent: Float64Array;
}

const reach = 4;
export const stencilWidth = 2 * reach + 1;

interface Chain {
  nodes: number[];
  closed: boolean;
}

/** Boundary edges that are not symmetry lines, joined end to end. */
function chains(mesh: TriangleMesh, symmetryTags: number[]): Chain[] {
  const { boundaryEdges: edges, boundaryTags, boundaryEdgeCount } = mesh;
  const after = new Map<number, [middle: number, end: number]>();
  const ends = new Set<number>();
  for (let e = 0; e < boundaryEdgeCount; ++e) {
    if (symmetryTags.includes(boundaryTags[e])) continue;
    after.set(edges[3 * e], [edges[3 * e + 2], edges[3 * e + 1]]);
    ends.add(edges[3 * e + 1]);
  }
  const found: Chain[] = [];
  const starts = [...after.keys()].sort((a, b) => Number(ends.has(a)) - Number(ends.has(b)));
  const seen = new Set<number>();
  for (const start of starts) {
    if (seen.has(start)) continue;
    const nodes = [start];
    seen.add(start);
    for (let next = after.get(start); next; next = after.get(next[1])) {
      nodes.push(next[0]);
      if (next[1] === start) break;
      nodes.push(next[1]);
      seen.add(next[1]);
    }
    found.push({ nodes, closed: ends.has(start) });
  }
  return found;
}

/** @param symmetryTags tags of boundary edges that are not surfaces: the axis, the equator of a half mesh */
export function freeSurface(mesh: TriangleMesh, symmetryTags: number[]): FreeSurface {
  const x = mesh.coordinates;
  const nodes: number[] = [];
  const stencil: number[] = [];
  const weightR: number[] = [];
  const weightZ: number[] = [];
  const tangent: number[] = [];
  for (const chain of chains(mesh, symmetryTags)) {
    const count = chain.nodes.length;
    // index along the chain → node, and the sign of its two components when it is a mirror image
    const at = (i: number): { node: number; signR: number; signZ: number } => {
      if (chain.closed) return { node: chain.nodes[((i % count) + count) % count], signR: 1, signZ: 1 };
      const folded = i < 0 ? -i : i >= count ? 2 * (count - 1) - i : i;
      const end = chain.nodes[i < 0 ? 0 : count - 1];
      const mirrored = folded !== i;
      const inAxis = Math.abs(x[2 * end]) <= Math.abs(x[2 * end + 1]);
      return {
        node: chain.nodes[folded],
        signR: mirrored && inAxis ? -1 : 1,
        signZ: mirrored && !inAxis ? -1 : 1
      };
    };
    for (let i = 0; i < count; ++i) {
      const near = Array.from({ length: stencilWidth }, (_, k) => at(i + k - reach));
      const r = near.map((p) => p.signR * x[2 * p.node]);
      const z = near.map((p) => p.signZ * x[2 * p.node + 1]);
      const s = [0];
      for (let k = 1; k < stencilWidth; ++k) s.push(s[k - 1] + Math.hypot(r[k] - r[k - 1], z[k] - z[k - 1]));
      const d = slopeWeights(s, reach);
      const dot = (f: number[]) => d.reduce((sum, w, k) => sum + w * f[k], 0);
      const [tr, tz] = [dot(r), dot(z)];
      const length = Math.hypot(tr, tz);
      nodes.push(chain.nodes[i]);
      tangent.push(tr / length, tz / length);
      for (let k = 0; k < stencilWidth; ++k) {
        stencil.push(near[k].node);
        weightR.push((d[k] * near[k].signR * tr) / length ** 2);
        weightZ.push((d[k] * near[k].signZ * tz) / length ** 2);
      }
    }
  }
  return {
    nodes: Int32Array.from(nodes),
    stencil: Int32Array.from(stencil),
    weightR: Float64Array.from(weightR),
    weightZ: Float64Array.from(weightZ),
    tangent: Float64Array.from(tangent)
  };
}

/** Weights of the derivative at s[at] of the cubic that fits all points best. */
function slopeWeights(s: number[], at: number): number[] {
  const size = s[s.length - 1] - s[0];
  const u = s.map((sk) => (sk - s[at]) / size);
  // normal equations of 1, u, u², u³, solved for the row of the slope by Gauss–Jordan elimination
  const terms = [0, 1, 2, 3];
  const rows = terms.map((i) => [
    ...terms.map((j) => u.reduce((sum, v) => sum + v ** (i + j), 0)),
    ...terms.map((j) => (i === j ? 1 : 0))
  ]);
  for (const i of terms) {
    const pivot = rows[i][i];
    for (let k = 0; k < 8; ++k) rows[i][k] /= pivot;
    for (const j of terms) {
      if (j === i) continue;
      const f = rows[j][i];
      for (let k = 0; k < 8; ++k) rows[j][k] -= f * rows[i][k];
    }
  }
  const slope = rows[1].slice(4);
  return u.map((v) => (slope[0] + slope[1] * v + slope[2] * v * v + slope[3] * v ** 3) / size);
}
