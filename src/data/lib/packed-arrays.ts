/**
 * Volumes and image stacks for pages: bytes with a linear scale, packed with their metadata and gzipped, since static
 * hosts do not compress what they do not know. The file, once unpacked, is
 *
 *     "LRA1" · header length (uint32, little endian) · header (JSON, UTF-8) · the arrays' bytes, one after another
 *
 * Of scaled arrays byte 0 means "no value", and 1 … 255 stand for min … max. Classes keep their numbers as they are,
 * and exact arrays are 32-bit floats, little endian, for loaders that make other tables of them.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import type { TableMetaInput } from "./table-meta.js";

export interface ArrayInput {
  name: string;
  /** number of values along each axis, the last one running fastest */
  shape: readonly number[];
  /** what each axis is, "z", "tilt", … */
  axes: readonly string[];
  unit: string;
  description: string;
  /** "class": small whole numbers kept as they are; "scaled": real numbers spread over 255 steps; "exact": floats */
  kind: "class" | "scaled" | "exact";
  values: ArrayLike<number>;
  /** range of the scale; values beyond are put to its ends */
  range?: readonly [min: number, max: number];
}

export interface PackedHeader {
  meta: TableMetaInput & { versions: Record<string, string>; inputHash: string };
  /** numbers that the pictures need beside the arrays: voxel size, tilts, energies */
  facts: Record<string, unknown>;
  arrays: (Omit<ArrayInput, "values" | "range"> & { min: number; max: number })[];
}

/** @throws where an array's length is not that of its shape, or a class number does not fit a byte */
export function packArrays(
  meta: TableMetaInput,
  facts: Record<string, unknown>,
  arrays: readonly ArrayInput[]
): Uint8Array {
  const packed = arrays.map((array) => ({ array, ...toBytes(array) }));
  const header: PackedHeader = {
    meta: {
      ...meta,
      versions:
        meta.versions ?? (JSON.parse(process.env["LRTMO_VERSIONS"] ?? "{}") as Record<string, string>),
      inputHash: meta.inputHash ?? process.env["LRTMO_INPUT_HASH"] ?? ""
    },
    facts,
    arrays: packed.map(({ array: { name, shape, axes, unit, description, kind }, min, max }) => ({
      ...{ name, shape, axes, unit, description, kind },
      min,
      max
    }))
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const size = 8 + text.length + packed.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const file = new Uint8Array(size);
  file.set(new TextEncoder().encode("LRA1"));
  new DataView(file.buffer).setUint32(4, text.length, true);
  file.set(text, 8);
  let at = 8 + text.length;
  for (const { bytes } of packed) {
    file.set(bytes, at);
    at += bytes.length;
  }
  const zipped = new Uint8Array(gzipSync(file, { level: 9 }));
  // the byte that names the operating system, so that the same arrays give the same file everywhere
  zipped[9] = 255;
  return zipped;
}

function toBytes({ name, shape, kind, values, range }: ArrayInput): {
  bytes: Uint8Array;
  min: number;
  max: number;
} {
  const length = shape.reduce((product, n) => product * n, 1);
  if (values.length !== length)
    throw new Error(
      `invalid length of array ${name}: ${values.length}; its shape ${shape.join(" × ")} needs ${length}`
    );
  if (kind === "exact") {
    const view = new DataView(new ArrayBuffer(4 * length));
    for (let i = 0; i < length; ++i) view.setFloat32(4 * i, values[i] ?? NaN, true);
    return { bytes: new Uint8Array(view.buffer), min: 0, max: 0 };
  }
  const bytes = new Uint8Array(length);
  if (kind === "class") {
    for (let i = 0; i < length; ++i) {
      const value = values[i] ?? 0;
      if (!Number.isInteger(value) || value < 0 || value > 255)
        throw new Error(
          `invalid class in array ${name}: ${value} at ${i}; must be a whole number from 0 to 255`
        );
      bytes[i] = value;
    }
    return { bytes, min: 0, max: 255 };
  }
  const [min, max] = range ?? extent(values);
  const steps = 254 / (max - min);
  const scale = Number.isFinite(steps) ? steps : 0;
  for (let i = 0; i < length; ++i) {
    const value = values[i] ?? NaN;
    if (!Number.isNaN(value)) bytes[i] = 1 + Math.min(254, Math.max(0, Math.round((value - min) * scale)));
  }
  return { bytes, min, max };
}

function extent(values: ArrayLike<number>): [number, number] {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; ++i) {
    const value = values[i] ?? NaN;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? [min, max] : [0, 0];
}

export interface UnpackedFile {
  facts: Record<string, unknown>;
  /** @throws where there is no such array of classes */
  classes: (name: string) => Uint8Array;
  /** @throws where there is no such exact array */
  exact: (name: string) => Float32Array;
}

/** What another loader packed. @throws where it is no packed file */
export function unpackArrays(zipped: Uint8Array): UnpackedFile {
  const file = new Uint8Array(gunzipSync(zipped));
  const view = new DataView(file.buffer);
  if (new TextDecoder().decode(file.subarray(0, 4)) !== "LRA1")
    throw new Error(
      "unsupported volume file: it does not begin with LRA1; build the data anew with npm run data"
    );
  const length = view.getUint32(4, true);
  const { facts, arrays } = JSON.parse(
    new TextDecoder().decode(file.subarray(8, 8 + length))
  ) as PackedHeader;
  const find = (name: string, wanted: "class" | "exact") => {
    let start = 8 + length;
    for (const { name: own, shape, kind } of arrays) {
      const items = shape.reduce((product, n) => product * n, 1);
      if (own === name && kind === wanted) return { start, items };
      start += kind === "exact" ? 4 * items : items;
    }
    throw new Error(
      `unknown array: ${name} (${wanted}); the file has ${arrays.map((a) => a.name).join(", ")}`
    );
  };
  return {
    facts,
    classes(name) {
      const { start, items } = find(name, "class");
      return file.subarray(start, start + items);
    },
    exact(name) {
      const { start, items } = find(name, "exact");
      return Float32Array.from({ length: items }, (_, i) => view.getFloat32(start + 4 * i, true));
    }
  };
}

/** Writes a packed file to standard output and waits until all of it has been taken. */
export async function writeBytes(
  bytes: Uint8Array,
  output: NodeJS.WritableStream = process.stdout
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    output.once("error", reject);
    output.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
