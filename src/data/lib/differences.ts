/** Lines that differ between two texts, by their longest common subsequence. */
export interface Difference {
  /** line in the second text where the change stands, counted from 1 */
  line: number;
  removed: string[];
  added: string[];
}

/** Changes that lead from one text to the other, top to bottom; neighbouring lines are one change. */
export function differences(before: string, after: string): Difference[] {
  const a = before.split(/\r?\n/);
  const b = after.split(/\r?\n/);
  const length = commonLengths(a, b);
  const changes: Difference[] = [];
  let open: Difference | undefined;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      open = undefined;
      ++i;
      ++j;
      continue;
    }
    if (!open) changes.push((open = { line: j + 1, removed: [], added: [] }));
    const below = length[i + 1]?.[j] ?? -1;
    const beside = length[i]?.[j + 1] ?? -1;
    if (left !== undefined && (right === undefined || below >= beside)) {
      open.removed.push(left);
      ++i;
    } else if (right !== undefined) {
      open.added.push(right);
      ++j;
    }
  }
  return changes;
}

/** length[i][j] is how many lines a[i…] and b[j…] have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; --i) {
    const [row, below] = [length[i], length[i + 1]];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; --j) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return length;
}
