// Pages of a TIFF, read one at a time by geotiff; and stacks of ImageJ beyond 4 GB, which have one page and their images after it.
import type { GeoTIFFImage } from "npm:geotiff";
import { checkImageSize, checkIndex, type ImageSource } from "./image-source.js";
import { saying } from "./said.js";

const what = "TIFF";
/** Pages that are counted; a file whose pages lead in a circle ends here. */
const mostPages = 100_000;

/** Reads ranges of a file, as geotiff asks for them. */
function blobSource(file: Blob) {
  const fetchSlice = async ({ offset, length }: { offset: number; length: number }) => {
    if (offset >= file.size)
      throw new Error(
        `invalid TIFF: it points to byte ${offset} and has ${file.size}; it is cut off: copy it again`
      );
    return { offset, length, data: await file.slice(offset, offset + length).arrayBuffer() };
  };
  return {
    fetchSlice,
    fetch: async (slices: { offset: number; length: number }[]) =>
      (await Promise.all(slices.map(fetchSlice))).map(({ data }) => data),
    fileSize: file.size,
    close: async () => Promise.resolve()
  };
}

export async function openTiff(file: Blob): Promise<ImageSource> {
  const { GeoTIFF } = await import("npm:geotiff");
  return saying(what, async () => {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the library only calls these methods, and its class comes with it later
    const tiff = await GeoTIFF.fromSource(blobSource(file));
    const first = await tiff.getImage(0);
    const [columns, rows] = [first.getWidth(), first.getHeight()];
    checkImageSize(columns, rows);
    const notes: string[] = [];
    const bands = first.getSamplesPerPixel();
    if (bands > 1) notes.push(`Its pixels have ${bands} values each; the first was taken.`);
    const stack = await imagejStack(file, first, columns, rows);
    const count = stack?.count ?? (await pages(tiff, notes));
    const type = typeOf(first);
    if (stack) notes.push("A stack of ImageJ: its images follow one another after the first page.");
    const source = { count, columns, rows, type, notes };
    const read = async (index: number, window?: [number, number, number, number]) => {
      checkIndex(source, index);
      return saying(`${what}, page ${index + 1}`, async () => {
        if (stack) return stack.read(index, window);
        const image = await tiff.getImage(index);
        if (image.getWidth() !== columns || image.getHeight() !== rows)
          throw new Error(
            `invalid TIFF: page ${index + 1} has ${image.getWidth()} × ${image.getHeight()} pixels; must be ${columns} × ${rows} as the first: save the pages of one size alone`
          );
        const [band] = await image.readRasters({ samples: [0], ...(window && { window }) });
        if (band === undefined || typeof band === "number")
          throw new Error(`invalid TIFF: page ${index + 1} holds no pixels; save it again`);
        return Float32Array.from(band as ArrayLike<number>);
      });
    };
    return {
      ...source,
      read: (index) => read(index),
      readRow: (index, row) => read(index, [0, row, columns, row + 1])
    };
  });
}

const typeOf = (image: GeoTIFFImage): string => {
  const kind = ["", "uint", "int", "float"][image.getSampleFormat() || 1] ?? "number";
  return `${kind}${image.getBitsPerSample()}`;
};

/** Follows the pages as far as they can be read. */
async function pages(
  tiff: { getImage: (i: number) => Promise<unknown>; getImageCount: () => Promise<number> },
  notes: string[]
): Promise<number> {
  try {
    const count = await tiff.getImageCount();
    if (count > mostPages) throw new Error(`unsupported TIFF: ${count} pages; must be ${mostPages} at most`);
    return count;
  } catch (error) {
    // what can be read is not lost
    let count = 1;
    try {
      while (count < mostPages) {
        await tiff.getImage(count);
        ++count;
      }
    } catch {
      notes.push(`After page ${count} the file cannot be read; it seems cut off there.`);
    }
    if (count === mostPages) throw error;
    return count;
  }
}

async function imagejStack(file: Blob, first: GeoTIFFImage, columns: number, rows: number) {
  const directory = first.fileDirectory as unknown as {
    getValue?: (tag: string) => unknown;
    loadValue?: (tag: string) => Promise<unknown>;
  };
  const tag = async (name: string): Promise<unknown> =>
    (await directory.loadValue?.(name)) ?? directory.getValue?.(name);
  const description = await tag("ImageDescription");
  const [, told] =
    /^ImageJ=[^\0]*\nimages=(\d+)/.exec(typeof description === "string" ? description : "") ?? [];
  const images = Number(told ?? 1);
  const offsets = (await tag("StripOffsets")) as ArrayLike<number | bigint> | undefined;
  const compression = Number(await tag("Compression"));
  const bits = first.getBitsPerSample();
  if (!(images > 1) || (compression !== 1 && compression !== 0) || !offsets || ![8, 16, 32].includes(bits))
    return null;
  const start = Number(offsets[0] ?? 0);
  const bytes = (columns * rows * bits) / 8;
  if (start + images * bytes > file.size) return null;
  const float = first.getSampleFormat() === 3;
  const little = first.littleEndian;
  return {
    count: images,
    async read(index: number, window?: [number, number, number, number]): Promise<Float32Array> {
      const [from, to] = window ? [window[1], window[3]] : [0, rows];
      const at = start + index * bytes + (from * columns * bits) / 8;
      const view = new DataView(await file.slice(at, at + ((to - from) * columns * bits) / 8).arrayBuffer());
      return Float32Array.from({ length: (to - from) * columns }, (_, i) =>
        bits === 8
          ? view.getUint8(i)
          : bits === 16
            ? view.getUint16(2 * i, little)
            : float
              ? view.getFloat32(4 * i, little)
              : view.getUint32(4 * i, little)
      );
    }
  };
}
