// Straight cuts of a graph whose vertices have places in the plane: along a direction every position of the line is
// judged in one sweep over the edges, and the line that leaves the shortest separator between like parts wins.

import type { Graph } from "./elimination-tree.js";

/** Sets `side` of the vertices in `part` to 0, 1 or 2 (the separator). Returns whether a line parts them at all. */
export type Cutter = (part: Int32Array, side: Uint8Array) => boolean;

const mostBins = 512;

/** Parts of fewer vertices are cut along one direction only. */
const small = 100;

/** A separator of this many times the root of the number of vertices is good enough to look no further. */
const good = 1.1;

/** Visits 0 … count − 1 in short stretches: V8 compiles a loop poorly when its first run is a long one. */
function inStretches(count: number, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += 256) visit(from, Math.min(from + 256, count));
}

/**
 * A cutter of parts of a graph.
 * @param end neighbours of vertex v in the same part: graph.neighbours[graph.start[v]] … [end[v] − 1]
 * @param coordinates r and z of each vertex, interleaved
 */
export function lineCutter(
  { count, start, neighbours }: Graph,
  end: Int32Array,
  coordinates: Float64Array
): Cutter {
  // Along a direction, vertices fall into bins; cut b lies after bin b.
  const bin = new Int32Array(count);
  const place = new Float64Array(count);
  const range = new Float64Array(2);
  const total = new Int32Array(mostBins);
  const leftEdge = new Int32Array(mostBins);
  const rightEdge = new Int32Array(mostBins);
  const judged = { r: 0, z: 0 };
  const best = { score: Infinity, r: 1, z: 0, after: 0, left: true };

  function project(part: Int32Array, from: number, to: number, r: number, z: number): void {
    let low = range[0];
    let high = range[1];
    for (let k = from; k < to; ++k) {
      const s = coordinates[2 * part[k]] * r + coordinates[2 * part[k] + 1] * z;
      place[k] = s;
      low = s < low ? s : low;
      high = s > high ? s : high;
    }
    range[0] = low;
    range[1] = high;
  }

  function sort(part: Int32Array, from: number, to: number, low: number, scale: number): void {
    for (let k = from; k < to; ++k) bin[part[k]] = (place[k] - low) * scale;
  }

  function fillBins(part: Int32Array, r: number, z: number): number {
    range[0] = Infinity;
    range[1] = -Infinity;
    inStretches(part.length, (from, to) => project(part, from, to, r, z));
    const bins = Math.min(mostBins, Math.floor(16 + 4 * Math.sqrt(part.length)));
    const scale = range[1] > range[0] ? (bins - 1e-6) / (range[1] - range[0]) : 0;
    inStretches(part.length, (from, to) => sort(part, from, to, range[0], scale));
    return bins;
  }

  // A vertex in bin b whose neighbours lie in bins low … high is on the left edge of the cuts b … high − 1,
  // and on the right edge of the cuts low … b − 1.
  function sweep(part: Int32Array, from: number, to: number): void {
    for (let k = from; k < to; ++k) {
      const v = part[k];
      const b = bin[v];
      let low = b;
      let high = b;
      for (let p = start[v], stop = end[v]; p < stop; ++p) {
        const c = bin[neighbours[p]];
        low = c < low ? c : low;
        high = c > high ? c : high;
      }
      ++total[b];
      ++leftEdge[b];
      --leftEdge[high];
      ++rightEdge[low];
      --rightEdge[b];
    }
  }

  function judge(part: Int32Array, r: number, z: number): void {
    judged.r = r;
    judged.z = z;
    const bins = fillBins(part, r, z);
    total.fill(0, 0, bins);
    leftEdge.fill(0, 0, bins);
    rightEdge.fill(0, 0, bins);
    inStretches(part.length, (from, to) => sweep(part, from, to));
    let before = 0;
    let left = 0;
    let right = 0;
    for (let b = 0; b < bins - 1; ++b) {
      before += total[b];
      left += leftEdge[b];
      right += rightEdge[b];
      const scoreLeft = separatorScore(left, before - left, part.length - before);
      const scoreRight = separatorScore(right, before, part.length - before - right);
      const score = Math.min(scoreLeft, scoreRight);
      if (score >= best.score) continue;
      best.score = score;
      best.r = r;
      best.z = z;
      best.after = b;
      best.left = score === scoreLeft;
    }
  }

  function label(part: Int32Array, side: Uint8Array, from: number, to: number): void {
    const { after, left } = best;
    for (let k = from; k < to; ++k) {
      const v = part[k];
      const own = bin[v] > after;
      side[v] = own ? 1 : 0;
      if (own === left) continue;
      for (let p = start[v]; p < end[v]; ++p) {
        if (bin[neighbours[p]] > after === own) continue;
        side[v] = 2;
        break;
      }
    }
  }

  return (part, side) => {
    best.score = Infinity;
    const enough = good * Math.sqrt(part.length);
    const candidates = directions(coordinates, part);
    for (let k = 0; k < candidates.length && best.score > enough; k += 2) {
      judge(part, candidates[k], candidates[k + 1]);
      if (part.length < small && best.score < Infinity) break;
    }
    if (best.score === Infinity) return false;
    if (best.r !== judged.r || best.z !== judged.z) fillBins(part, best.r, best.z);
    inStretches(part.length, (from, to) => label(part, side, from, to));
    return true;
  };
}

/** Short separators are good, and so are equal parts. */
function separatorScore(separator: number, a: number, b: number): number {
  return a > 0 && b > 0 ? (separator * (a + b) * (a + b)) / (4 * a * b) : Infinity;
}

/** Unit vectors to cut across, interleaved: the part's long axis and, where it is not slender, those of the plane. */
function directions(coordinates: Float64Array, part: Int32Array): number[] {
  const sums = new Float64Array(5);
  inStretches(part.length, (from, to) => addMoments(coordinates, part, from, to, sums));
  const [r, z, rr, rz, zz] = sums;
  const spreadR = rr - (r * r) / part.length;
  const spreadZ = zz - (z * z) / part.length;
  const shear = rz - (r * z) / part.length;
  const angle = 0.5 * Math.atan2(2 * shear, spreadR - spreadZ);
  const slenderness = Math.hypot(spreadR - spreadZ, 2 * shear) / (spreadR + spreadZ);
  if (slenderness > 0.75) return [Math.cos(angle), Math.sin(angle), 1, 0, 0, 1];
  return spreadR > spreadZ
    ? [1, 0, Math.cos(angle), Math.sin(angle), 0, 1]
    : [0, 1, Math.cos(angle), Math.sin(angle), 1, 0];
}

/** Adds Σ r, Σ z, Σ r², Σ r z, Σ z², all from the first vertex of the part. */
function addMoments(
  coordinates: Float64Array,
  part: Int32Array,
  from: number,
  to: number,
  sums: Float64Array
): void {
  const r0 = coordinates[2 * part[0]];
  const z0 = coordinates[2 * part[0] + 1];
  for (let k = from; k < to; ++k) {
    const r = coordinates[2 * part[k]] - r0;
    const z = coordinates[2 * part[k] + 1] - z0;
    sums[0] += r;
    sums[1] += z;
    sums[2] += r * r;
    sums[3] += r * z;
    sums[4] += z * z;
  }
}
