// Disjoint sets in one array: parent[i] ≤ i, and a root is its own parent, so that each set's root is its least member.
// Tarjan, J. ACM 22, 215 (1975), https://doi.org/10.1145/321879.321884; path halving by Tarjan & van Leeuwen,
// J. ACM 31, 245 (1984), https://doi.org/10.1145/62.2160.

/** The least member of the set of i; shortens the path to it. */
export function root(parent: Int32Array, i: number): number {
  let p = parent[i];
  while (p !== i) {
    const above = parent[p];
    parent[i] = above;
    i = above;
    p = parent[i];
  }
  return i;
}

/** Joins the sets of i and j. */
export function unite(parent: Int32Array, i: number, j: number): void {
  const a = root(parent, i);
  const b = root(parent, j);
  if (a < b) parent[b] = a;
  else parent[a] = b;
}

/**
 * Numbers the sets from 1 in the order of their least members, in place of the parents.
 * @param count of members; the array may be longer
 * @returns the number of sets
 */
export function numberSets(parent: Int32Array, count: number): number {
  let sets = 0;
  // A parent comes before its child, so it already holds the number of the set.
  for (let i = 0; i < count; ++i) parent[i] = parent[i] === i ? ++sets : parent[parent[i]];
  return sets;
}
