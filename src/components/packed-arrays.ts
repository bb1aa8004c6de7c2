/** Reads the volumes and image stacks that loaders pack (src/data/lib/packed-arrays.ts says how). */
import type { PackedHeader } from "../data/lib/packed-arrays.js";
import type { TableMeta } from "./table-meta.js";

export interface PackedArray {
  name: string;
  shape: readonly number[];
  axes: readonly string[];
  unit: string;
  description: string;
  /** "exact" arrays are for loaders, not for pages */
  kind: "class" | "scaled" | "exact";
  min: number;
  max: number;
  /** as stored: class numbers, or 0 for no value and 1 … 255 for min … max */
  bytes: Uint8Array;
}

export interface PackedFile {
  meta: TableMeta;
  facts: Record<string, unknown>;
  array: (name: string) => PackedArray;
}

/** The number behind a stored byte; NaN where there is none. */
export const valueOf = ({ min, max }: Pick<PackedArray, "min" | "max">, byte: number): number =>
  byte === 0 ? NaN : min + ((byte - 1) * (max - min)) / 254;

/** All values of a scaled array as numbers, NaN where there is none. */
export function valuesOf(array: PackedArray): Float32Array {
  const steps = Float32Array.from({ length: 256 }, (_, byte) => valueOf(array, byte));
  return Float32Array.from(array.bytes, (byte) => steps[byte] ?? NaN);
}

/** @throws where the bytes are no such file, or an array that is asked for is not in it */
export async function readPacked(file: { arrayBuffer: () => Promise<ArrayBuffer> }): Promise<PackedFile> {
  const zipped = new Blob([await file.arrayBuffer()]);
  const plain = zipped.stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== "LRA1")
    throw new Error(
      `unsupported volume file: it begins with "${magic}", not "LRA1"; build the data anew with npm run data`
    );
  const length = new DataView(bytes.buffer).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as PackedHeader;
  let at = 8 + length;
  const arrays = new Map<string, PackedArray>();
  for (const array of header.arrays) {
    const size = array.shape.reduce((product, n) => product * n, array.kind === "exact" ? 4 : 1);
    if (at + size > bytes.length)
      throw new Error(`invalid volume file: it ends within ${array.name}; load the page anew`);
    arrays.set(array.name, { ...array, bytes: bytes.subarray(at, at + size) });
    at += size;
  }
  return {
    meta: { ...header.meta, seed: String(header.meta.seed ?? "") },
    facts: header.facts,
    array(name) {
      const array = arrays.get(name);
      if (!array) throw new Error(`unknown array: ${name}; this file has ${[...arrays.keys()].join(", ")}`);
      return array;
    }
  };
}
