// Zones of a support by distance from its surface, and what each of them holds of each class: the answer to "is it at the
// surface or in the bulk?". Zone 0 is outside, 1 the one next to the surface.

export interface Zones {
  /** 0 outside the support, else the zone from 1 at the surface; the volume's shape */
  zones: Uint8Array;
  /** zone k holds the distances from above edges[k − 1] to edges[k]; edges[0] may be −Infinity, the last Infinity */
  edges: Float64Array;
  /** voxels of each zone; at 0 those outside */
  voxels: Float64Array;
}

function checkZoneCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= 255))
    throw new Error(`invalid number of zones: ${count}; must be a whole number from 1 to 255`);
}

function checkLengths(what: string, length: number, wanted: number): void {
  if (length !== wanted)
    throw new Error(`invalid ${what}: ${length} values; must be ${wanted}, as many as voxels`);
}

/**
 * Zones between given distances.
 * @param distance of each voxel from the surface, any rising measure of it (squares as well)
 * @param support ≠ 0 inside
 * @param edges rising; voxels of the support at or below the first or above the last lie in no zone
 * @throws where lengths differ, or edges do not rise
 */
export function zonesByDistance(
  distance: Float32Array,
  support: Uint8Array,
  edges: ArrayLike<number>
): Zones {
  checkLengths("support", support.length, distance.length);
  checkZoneCount(edges.length - 1);
  for (let k = 1; k < edges.length; ++k) {
    if (!(edges[k] > edges[k - 1]))
      throw new Error(`invalid edges: ${edges[k - 1]} then ${edges[k]} at ${k}; must rise`);
  }
  const zones = new Uint8Array(distance.length);
  const voxels = new Float64Array(edges.length);
  const last = edges.length - 1;
  for (let p = 0; p < zones.length; ++p) {
    const d = distance[p];
    if (support[p] !== 0 && d > edges[0] && d <= edges[last]) {
      let k = 1;
      while (d > edges[k]) ++k;
      zones[p] = k;
    }
    ++voxels[zones[p]];
  }
  return { zones, edges: Float64Array.from(edges), voxels };
}

/**
 * Shells of equal volume, as nearly as voxels at the same distance stay in the same shell: each ends at the distance that
 * brings the volume up to it nearest to its share.
 * @param distance of each voxel from the surface, any rising measure of it
 * @param support ≠ 0 inside
 * @param count of shells, 1 … 255
 * @throws where lengths differ, a distance in the support is not a number, or there are fewer distances than shells
 */
export function equalVolumeShells(distance: Float32Array, support: Uint8Array, count: number): Zones {
  checkLengths("support", support.length, distance.length);
  checkZoneCount(count);
  const sorted = distance.filter((_, p) => support[p] !== 0).sort();
  const n = sorted.length;
  if (n > 0 && Number.isNaN(sorted[n - 1]))
    throw new Error("invalid distance: NaN inside the support; must be a number");
  const edges = [-Infinity];
  for (let k = 1; k < count; ++k) {
    const share = (k * n) / count;
    const at = sorted[Math.min(n - 1, Math.floor(share))];
    // The voxels at this distance go to the nearer side, as one.
    const before = firstAtLeast(sorted, at);
    const after = firstAbove(sorted, at);
    const edge = share - before < after - share ? sorted[before - 1] : at;
    if (!(edge > edges[k - 1] && edge < sorted[n - 1])) {
      throw new Error(
        `invalid number of shells: ${count} of ${n} voxels; shell ${k} would be empty: ask for fewer shells`
      );
    }
    edges.push(edge);
  }
  return zonesByDistance(distance, support, [...edges, Infinity]);
}

/** First place in a sorted array for which the test holds; the length where it holds nowhere. */
function firstWhere(length: number, test: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
const firstAtLeast = (sorted: Float32Array, d: number) => firstWhere(sorted.length, (i) => sorted[i] >= d);
const firstAbove = (sorted: Float32Array, d: number) => firstWhere(sorted.length, (i) => sorted[i] > d);

/**
 * Voxels of each class in each zone.
 * @param classes class of each voxel, below classCount
 * @param zoneCount zones from 1 on
 * @returns [zone from 1][class], zoneCount rows of classCount
 * @throws where lengths differ, or a zone or class is out of range
 */
export function classesByZone(
  classes: Uint8Array,
  classCount: number,
  zones: Uint8Array,
  zoneCount: number
): Float64Array {
  checkLengths("classes", classes.length, zones.length);
  const counts = new Float64Array(zoneCount * classCount);
  for (let p = 0; p < zones.length; ++p) {
    if (zones[p] === 0) continue;
    if (zones[p] > zoneCount)
      throw new Error(`unknown zone: ${zones[p]} at voxel ${p}; there are ${zoneCount}`);
    if (classes[p] >= classCount)
      throw new Error(`unknown class: ${classes[p]} at voxel ${p}; must be below ${classCount}`);
    ++counts[(zones[p] - 1) * classCount + classes[p]];
  }
  return counts;
}
