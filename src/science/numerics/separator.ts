// Refinement of a separator of a graph: a vertex leaves it for one side where that brings none, or just one, of the other
// side's vertices into it. The greedy part of Fiduccia & Mattheyses, Proc. 19th Design Automation Conf. (1982) 175–181.

import type { Graph } from "./elimination-tree.js";

const passes = 4;

/**
 * Shortens the separator in place.
 * @param end neighbours of vertex v in the same part: graph.neighbours[graph.start[v]] … [end[v] − 1]
 * @param side 0, 1 or 2 (the separator) for each vertex of the part
 */
export function refineSeparator(graph: Graph, end: Int32Array, part: Int32Array, side: Uint8Array): void {
  const size = [0, 0, 0];
  let separator: number[] = [];
  for (let k = 0; k < part.length; ++k) {
    ++size[side[part[k]]];
    if (side[part[k]] === 2) separator.push(part[k]);
  }
  for (let pass = 0; pass < passes; ++pass) {
    const before = separator.length;
    separator = separator.flatMap((v) => release(graph, end, v, side, size));
    if (separator.length === before && pass > 0) break;
  }
}

/** Lets v leave the separator where that does no harm. Returns what then stands in its place. */
function release(
  { start, neighbours }: Graph,
  end: Int32Array,
  v: number,
  side: Uint8Array,
  size: number[]
): number[] {
  if (side[v] !== 2) return [];
  const touching = [0, 0, 0];
  const last = [-1, -1, -1];
  for (let p = start[v]; p < end[v]; ++p) {
    const s = side[neighbours[p]];
    ++touching[s];
    last[s] = neighbours[p];
  }
  const lesser = size[0] < size[1] ? 0 : 1;
  for (const to of [lesser, 1 - lesser]) {
    const other = 1 - to;
    // An exchange that leaves the separator as long is worth it only where it evens out the parts.
    if (touching[other] > (to === lesser ? 1 : 0)) continue;
    side[v] = to;
    ++size[to];
    if (touching[other] === 0) return [];
    side[last[other]] = 2;
    --size[other];
    return [last[other]];
  }
  return [v];
}
