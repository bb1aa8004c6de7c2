// A volume of plain numbers without a header: how many bytes its dimensions ask for, and which dimensions a file's name tells.

export const rawTypes = ["uint8", "uint16", "int16", "uint32", "int32", "float32", "float64"] as const;
export type RawType = (typeof rawTypes)[number];

export const bytesOf: Record<RawType, number> = {
  ...{ uint8: 1, uint16: 2, int16: 2, uint32: 4, int32: 4, float32: 4, float64: 8 }
};

export interface RawLayout {
  columns: number;
  rows: number;
  slices: number;
  type: RawType;
  littleEndian: boolean;
  /** bytes before the first voxel */
  header: number;
}

/** @throws one sentence where the layout is no layout or the file is of another size */
export function checkRawLayout(layout: RawLayout, size: number): void {
  const { columns, rows, slices, type, header } = layout;
  for (const [name, value] of Object.entries({ columns, rows, slices }))
    if (!(Number.isInteger(value) && value >= 1 && value <= 1e6))
      throw new Error(`invalid number of ${name}: ${value}; must be a whole number from 1 to 1,000,000`);
  if (!(Number.isInteger(header) && header >= 0))
    throw new Error(`invalid header: ${header} bytes; must be 0 or a whole number`);
  if (!rawTypes.includes(type))
    throw new Error(`unknown type of number: ${type}; must be one of ${rawTypes.join(", ")}`);
  const needed = columns * rows * slices * bytesOf[type] + header;
  if (needed === size) return;
  const what =
    needed > size ? "the file is cut off, or the dimensions are too large" : "the rest would be lost";
  throw new Error(
    `invalid dimensions: ${columns} × ${rows} × ${slices} ${type} with a header of ${header} bytes are ${needed} bytes, and the file has ${size}; ${what}: correct them`
  );
}

const typeNames: readonly [RegExp, RawType][] = [
  [/u(?:int)?8|8bit|uchar/, "uint8"],
  [/u(?:int)?16|16bit|ushort/, "uint16"],
  [/int16|short/, "int16"],
  [/u(?:int)?32/, "uint32"],
  [/f(?:loat)?32|32f|float|real/, "float32"],
  [/f(?:loat)?64|double/, "float64"],
  [/int32/, "int32"]
];

/** The layout that a name such as "particle_200x180x160_uint8.raw" tells, if the size agrees; else a cube of the size, if there is one. */
export function guessRawLayout(name: string, size: number): RawLayout | null {
  const lower = name.toLowerCase();
  const [, a, b, c] = /(\d{1,6})[x×_](\d{1,6})[x×_](\d{1,6})/.exec(lower) ?? [];
  const told = typeNames.find(([pattern]) => pattern.test(lower))?.[1];
  const littleEndian = !/be\b|big/.test(lower);
  const types = told ? [told, ...rawTypes] : rawTypes;
  for (const type of types) {
    const voxels = size / bytesOf[type];
    const own = { type, littleEndian, header: 0 };
    if (a && b && c) {
      const [columns, rows, slices] = [Number(a), Number(b), Number(c)];
      if (columns * rows * slices === voxels) return { columns, rows, slices, ...own };
      continue;
    }
    const edge = Math.round(Math.cbrt(voxels));
    if (edge >= 2 && edge ** 3 === voxels) return { columns: edge, rows: edge, slices: edge, ...own };
  }
  return null;
}

/** Numbers of one slice out of its bytes. */
export function rawNumbers(bytes: ArrayBuffer, type: RawType, littleEndian: boolean): Float32Array {
  const view = new DataView(bytes);
  const size = bytesOf[type];
  const read = {
    uint8: (at: number) => view.getUint8(at),
    uint16: (at: number) => view.getUint16(at, littleEndian),
    int16: (at: number) => view.getInt16(at, littleEndian),
    uint32: (at: number) => view.getUint32(at, littleEndian),
    int32: (at: number) => view.getInt32(at, littleEndian),
    float32: (at: number) => view.getFloat32(at, littleEndian),
    float64: (at: number) => view.getFloat64(at, littleEndian)
  }[type];
  return Float32Array.from({ length: Math.floor(bytes.byteLength / size) }, (_, i) => read(i * size));
}
