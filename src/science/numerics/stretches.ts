// Stretches of equal bytes, four bytes at a time: long empty or full parts of a volume cost a word each four voxels.

/** A byte array, and the same memory as words of four bytes. */
export interface Bytes {
  bytes: Uint8Array;
  words: Int32Array;
}

/** Shares the array's memory where it begins on a word, else copies it. */
export function asWords(array: Uint8Array): Bytes {
  const bytes = array.byteOffset % 4 === 0 ? array : array.slice();
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2) };
}

/** The first place from `from` to `end` where the byte is not `value`; `end` where there is none. */
export function stretchEnd({ bytes, words }: Bytes, value: number, from: number, end: number): number {
  let p = from;
  for (; p < end && (p & 3) !== 0; ++p) if (bytes[p] !== value) return p;
  const word = Math.imul(value, 0x01010101);
  const lastWord = end - 3;
  while (p < lastWord && words[p >> 2] === word) p += 4;
  while (p < end && bytes[p] === value) ++p;
  return p;
}
