// The elimination tree of a symmetric matrix: parent(j) = the first row below the diagonal in column j of its factor.
// Liu, The role of elimination trees in sparse factorization, SIAM J. Matrix Anal. Appl. 11 (1990) 134–172.

/** Neighbours of each vertex of an undirected graph, as compressed rows. */
export interface Graph {
  count: number;
  start: Int32Array;
  neighbours: Int32Array;
}

/** Parent of each vertex when they are eliminated in ascending order; −1 at a root. */
export function eliminationTree({ count, start, neighbours }: Graph): Int32Array {
  const parent = new Int32Array(count).fill(-1);
  // Shortcut towards the root of the subtree built so far, shortened with every walk.
  const ancestor = new Int32Array(count).fill(-1);
  for (let j = 0; j < count; ++j) {
    for (let p = start[j]; p < start[j + 1]; ++p) {
      let i = neighbours[p];
      while (i !== -1 && i < j) {
        const next = ancestor[i];
        ancestor[i] = j;
        if (next === -1) parent[i] = j;
        i = next;
      }
    }
  }
  return parent;
}

/** Children before parents, each subtree contiguous: post[new] = old. */
export function postorder(parent: Int32Array): Int32Array {
  const count = parent.length;
  const firstChild = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  for (let j = count - 1; j >= 0; --j) {
    if (parent[j] === -1) continue;
    sibling[j] = firstChild[parent[j]];
    firstChild[parent[j]] = j;
  }
  const post = new Int32Array(count);
  const path = new Int32Array(count);
  let found = 0;
  for (let root = 0; root < count; ++root) {
    if (parent[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const j = path[depth];
      const child = firstChild[j];
      if (child === -1) {
        post[found++] = j;
        --depth;
      } else {
        firstChild[j] = sibling[child];
        path[++depth] = child;
      }
    }
  }
  return post;
}
