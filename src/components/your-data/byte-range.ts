// Ranges of a file as its own pointers ask for them: a damaged file points anywhere, also to places that are no numbers.

/**
 * The bytes from `offset` on; fewer where the file ends before.
 * @param what a few words on what is read, "TIFF"
 * @throws one sentence, where the range is none or begins behind the end
 */
export async function byteRange(
  file: Blob,
  offset: number,
  length: number,
  what: string
): Promise<ArrayBuffer> {
  if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0)
    throw new Error(
      `invalid ${what}: it points to ${length} bytes from byte ${offset}; must be whole numbers: it is damaged, copy or export it again`
    );
  if (offset >= file.size && length > 0)
    throw new Error(
      `invalid ${what}: it points to byte ${offset} and has ${file.size}; it is cut off: copy it again`
    );
  return file.slice(offset, Math.min(offset + length, file.size)).arrayBuffer();
}
