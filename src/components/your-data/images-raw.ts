// Slices of plain numbers without a header.
import { bytesOf, checkRawLayout, rawNumbers, type RawLayout } from "../../science/readers/raw-volume.js";
import { byteRange } from "./byte-range.js";
import { checkImageSize, checkIndex, type ImageSource } from "./image-source.js";

/** @throws where the dimensions do not fit the file */
export function openRaw(file: Blob, layout: RawLayout): ImageSource {
  checkRawLayout(layout, file.size);
  const { columns, rows, slices, type, littleEndian, header } = layout;
  checkImageSize(columns, rows);
  const line = columns * bytesOf[type];
  const source = { count: slices, columns, rows, type, notes: [] };
  const read = async (index: number, from: number, to: number) => {
    checkIndex(source, index);
    const at = header + index * rows * line;
    return rawNumbers(
      await byteRange(file, at + from * line, (to - from) * line, "raw file"),
      type,
      littleEndian
    );
  };
  return {
    ...source,
    read: (index) => read(index, 0, rows),
    readRow: (index, row) => read(index, row, row + 1)
  };
}
