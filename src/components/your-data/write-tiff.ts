// Images as an uncompressed TIFF of several pages of 32-bit floating numbers. TIFF Revision 6.0 (Adobe, 1992).

/** @param images row by row, one after another, each columns × rows */
export function writeTiff(images: Float32Array, columns: number, rows: number): Uint8Array<ArrayBuffer> {
  const bytes = 4 * columns * rows;
  const count = images.length / (columns * rows);
  const entries = 10;
  const directory = 2 + 12 * entries + 4;
  const out = new DataView(new ArrayBuffer(8 + count * (directory + bytes)));
  out.setUint16(0, 0x4949);
  out.setUint16(2, 42, true);
  out.setUint32(4, 8, true);
  for (let k = 0; k < count; ++k) {
    const at = 8 + k * (directory + bytes);
    const data = at + directory;
    const tags: [tag: number, type: number, value: number][] = [
      [256, 4, columns],
      [257, 4, rows],
      [258, 3, 32],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, data],
      [277, 3, 1],
      [278, 4, rows],
      [279, 4, bytes],
      // floating numbers
      [339, 3, 3]
    ];
    out.setUint16(at, entries, true);
    tags.forEach(([tag, type, value], i) => {
      const entry = at + 2 + 12 * i;
      out.setUint16(entry, tag, true);
      out.setUint16(entry + 2, type, true);
      out.setUint32(entry + 4, 1, true);
      if (type === 3) out.setUint16(entry + 8, value, true);
      else out.setUint32(entry + 8, value, true);
    });
    out.setUint32(at + 2 + 12 * entries, k + 1 < count ? at + directory + bytes : 0, true);
    for (let p = 0; p < columns * rows; ++p)
      out.setFloat32(data + 4 * p, images[k * columns * rows + p] ?? NaN, true);
  }
  return new Uint8Array(out.buffer);
}
