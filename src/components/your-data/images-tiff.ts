// Pages of a TIFF, read one at a time by geotiff; and stacks of ImageJ beyond 4 GB, which have one page and their images after it.
import type { GeoTIFF, GeoTIFFImage } from "npm:geotiff";
import { byteRange } from "./byte-range.js";
import { checkImageSize, checkIndex, type ImageSource } from "./image-source.js";
import { saying } from "./said.js";

const what = "TIFF";
/** Pages that are counted. */
const mostPages = 100_000;

/** Reads ranges of a file, as geotiff asks for them. */
function blobSource(file: Blob) {
  const fetchSlice = async ({ offset, length }: { offset: number; length: number }) => ({
    offset,
    length,
    data: await byteRange(file, offset, length, what)
  });
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
        await checkBlocks(image);
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

/**
 * A damaged size asks for millions of strips, each of which would fail by itself.
 * @throws where the last strip or tile of the page is nowhere
 */
async function checkBlocks(image: GeoTIFFImage): Promise<void> {
  const { isTiled, planarConfiguration, fileDirectory } = image;
  const across = Math.ceil(image.getWidth() / image.getTileWidth());
  const down = Math.ceil(image.getHeight() / image.getTileHeight());
  const blocks = across * down * (planarConfiguration === 2 ? image.getSamplesPerPixel() : 1);
  const last = await fileDirectory.loadValueIndexed(isTiled ? "TileOffsets" : "StripOffsets", blocks - 1);
  if (last === undefined)
    throw new Error(
      `invalid TIFF: a page of ${image.getWidth()} × ${image.getHeight()} pixels needs ${blocks} strips or tiles, and the file does not hold the last; it is damaged, copy or export it again`
    );
}

const typeOf = (image: GeoTIFFImage): string => {
  const kind = ["", "uint", "int", "float"][image.getSampleFormat() || 1] ?? "number";
  return `${kind}${image.getBitsPerSample()}`;
};

/** Follows the pages as far as they can be read: what can be read is not lost. */
async function pages(tiff: GeoTIFF, notes: string[]): Promise<number> {
  const seen = new Set<number>();
  let at = tiff.firstIFDOffset;
  while (at !== 0) {
    if (seen.has(at)) {
      notes.push(`After page ${seen.size} the file leads back to an earlier page; each was read once.`);
      break;
    }
    if (seen.size === mostPages)
      throw new Error(`unsupported TIFF: more than ${mostPages} pages; split it into files of fewer`);
    try {
      const { nextIFDByteOffset } = await tiff.requestIFD(seen.size);
      seen.add(at);
      at = nextIFDByteOffset;
    } catch {
      notes.push(`After page ${seen.size} the file cannot be read; it seems cut off there.`);
      break;
    }
  }
  return seen.size;
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
      const view = new DataView(await byteRange(file, at, ((to - from) * columns * bits) / 8, what));
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
