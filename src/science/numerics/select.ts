// The k-th smallest of many numbers without sorting them all: Hoare's "find" (Algorithm 65, Commun. ACM 4 (1961) 321,
// doi:10.1145/366622.366647), with the median of three as pivot.

/**
 * The number that would stand at place k if the first `end` numbers were sorted; they are left in another order, with
 * none greater than it before place k and none smaller after.
 * @param values none NaN
 * @throws where k is no place among them
 */
export function selectSmallest(values: Float32Array, k: number, end = values.length): number {
  if (!(Number.isInteger(k) && k >= 0 && k < end && end <= values.length))
    throw new Error(`invalid place: ${k} among ${end} of ${values.length} numbers; must be one of them`);
  let [low, high] = [0, end - 1];
  while (low < high) {
    const pivot = middleOf(values[low], values[(low + high) >> 1], values[high]);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i] < pivot) ++i;
      while (values[j] > pivot) --j;
      if (i <= j) {
        const value = values[i];
        values[i++] = values[j];
        values[j--] = value;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k];
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
