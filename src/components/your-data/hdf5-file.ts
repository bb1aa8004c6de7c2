// An HDF5 file, also NeXus and data-exchange: its datasets by path, images out of any of them, and short lists of numbers. Where the
// browser gives ranges of a file to a worker nothing is read but what is asked for.
import type { Dataset, File as Hdf5, Group } from "npm:h5wasm";
import { checkImageSize, checkIndex, type ImageSource } from "./image-source.js";
import { saying } from "./said.js";

export interface Hdf5Part {
  path: string;
  shape: number[];
  type: string;
}

export interface Hdf5File {
  parts: Hdf5Part[];
  notes: string[];
  /** @param axis along which the images follow one another */
  images: (path: string, axis: number) => Promise<ImageSource>;
  /** all numbers of a dataset. @throws where it holds none, or more than 20 million */
  numbers: (path: string) => Promise<Float64Array>;
  close: () => void;
}

/** Deeper groups and more datasets are not listed; links may lead in circles. */
const [deepest, most] = [12, 2000];
/** Files up to this size are copied where ranges cannot be read. */
const copied = 1.5e9;
let count = 0;

type Mounting = {
  FS: {
    mkdir: (path: string) => void;
    mount: (type: unknown, options: unknown, path: string) => void;
    unmount: (path: string) => void;
    rmdir: (path: string) => void;
    writeFile: (path: string, bytes: Uint8Array) => void;
    unlink: (path: string) => void;
    filesystems?: Record<string, unknown>;
  };
  WORKERFS?: unknown;
};

export async function openHdf5(file: Blob): Promise<Hdf5File> {
  const { default: h5wasm } = await import("npm:h5wasm");
  return saying("HDF5 file", async () => {
    const module = await h5wasm.ready;
    const { FS, WORKERFS } = module as unknown as Mounting;
    // faults of the library become errors here, and are not printed
    module.activate_throwing_error_handler();
    const folder = `/file-${++count}`;
    const path = `${folder}/data`;
    FS.mkdir(folder);
    const workerfs = WORKERFS ?? FS.filesystems?.["WORKERFS"];
    const ranged = "FileReaderSync" in globalThis && workerfs !== undefined;
    if (ranged) FS.mount(workerfs, { blobs: [{ name: "data", data: file }] }, folder);
    else {
      if (file.size > copied)
        throw new Error(
          `unsupported HDF5 file: ${(file.size / 1e9).toFixed(1)} GB at once; open it in a browser`
        );
      FS.writeFile(path, new Uint8Array(await file.arrayBuffer()));
    }
    const release = () => {
      if (ranged) FS.unmount(folder);
      else FS.unlink(path);
      FS.rmdir(folder);
    };
    let open: Hdf5 | null = null;
    try {
      open = new h5wasm.File(path, "r");
      if (open.file_id < 0n)
        throw new Error(
          "invalid HDF5 file: its first bytes are right and what follows is not; it is cut off or damaged: copy it again"
        );
      const notes: string[] = [];
      const parts = listParts(open, notes);
      if (parts.length === 0)
        throw new Error("missing datasets: the HDF5 file holds none of numbers; choose another file");
      const own = open;
      return {
        ...{ parts, notes },
        images: (name, axis) => imagesOf(datasetOf(own, name), name, axis),
        numbers: (name) => Promise.resolve(numbersOf(datasetOf(own, name), name)),
        close() {
          own.close();
          release();
        }
      };
    } catch (error) {
      try {
        open?.close();
        release();
      } catch {
        // what could not be opened need not be closed
      }
      throw error;
    }
  });
}

const isGroup = (item: unknown): item is Group => typeof item === "object" && item !== null && "keys" in item;
const isDataset = (item: unknown): item is Dataset =>
  typeof item === "object" && item !== null && "slice" in item && "shape" in item;

function listParts(root: Group, notes: string[]): Hdf5Part[] {
  const parts: Hdf5Part[] = [];
  const walk = (group: Group, at: string, depth: number) => {
    for (const key of group.keys()) {
      if (parts.length >= most || depth > deepest) {
        notes.push(`More than ${most} datasets, or groups deeper than ${deepest}, are not listed.`);
        return;
      }
      let item: unknown = null;
      try {
        item = group.get(key);
      } catch {
        notes.push(`${at}/${key} cannot be read.`);
      }
      if (isDataset(item)) {
        const part = partOf(item, `${at}/${key}`);
        if (part) parts.push(part);
      } else if (isGroup(item)) walk(item, `${at}/${key}`, depth + 1);
    }
  };
  walk(root, "", 0);
  return parts;
}

/** Integers and floating numbers of the machine; nothing else is offered. */
const kinds: Record<number, string> = { 0: "int", 1: "float" };

function partOf(dataset: Dataset, path: string): Hdf5Part | null {
  const { shape, metadata } = dataset;
  const kind = kinds[metadata.type];
  if (!shape || shape.length === 0 || kind === undefined || shape.some((n) => n === 0)) return null;
  return {
    path,
    shape: [...shape],
    type: `${kind === "int" && !metadata.signed ? "u" : ""}${kind}${8 * metadata.size}`
  };
}

function datasetOf(file: Hdf5, path: string): Dataset {
  const item: unknown = file.get(path);
  if (!isDataset(item)) throw new Error(`unknown dataset: ${path}; choose one of the list`);
  return item;
}

function floats(values: unknown, path: string): Float32Array {
  if (!ArrayBuffer.isView(values))
    throw new Error(
      `invalid dataset ${path}: its numbers could not be read; it may be packed in a way that is not known here: save it with gzip or unpacked`
    );
  return Float32Array.from(values as unknown as ArrayLike<number | bigint>, Number);
}

async function imagesOf(dataset: Dataset, path: string, axis: number): Promise<ImageSource> {
  const all = dataset.shape ?? [];
  // leading axes of one are no axes
  const spare = Math.max(
    0,
    all.findIndex((n) => n > 1)
  );
  const shape = all.slice(Math.min(spare, Math.max(0, all.length - 3)));
  const extra = all.slice(0, all.length - shape.length).map((): [number, number] => [0, 1]);
  if (shape.length < 2 || shape.length > 3)
    throw new Error(
      `invalid dataset ${path}: ${all.join(" × ")}; must have two axes for an image or three for a stack: choose another`
    );
  if (shape.length === 3 && !(axis >= 0 && axis <= 2))
    throw new Error(`invalid axis: ${axis}; must be 0, 1 or 2`);
  const sizes = shape.length === 2 ? [1, ...shape] : shape;
  const along = shape.length === 2 ? 0 : axis;
  const [rows = 1, columns = 1] = sizes.filter((_, k) => k !== along);
  checkImageSize(columns, rows);
  const source = {
    count: sizes[along] ?? 1,
    columns,
    rows,
    type: partOf(dataset, path)?.type ?? "",
    notes: []
  };
  const read = (index: number, range: [number, number] | []) => {
    checkIndex(source, index);
    return saying(`dataset ${path}, image ${index + 1}`, () => {
      const ranges: ([number, number] | [])[] = [range, []];
      if (shape.length === 3) ranges.splice(along, 0, [index, index + 1]);
      return floats(dataset.slice([...extra, ...ranges] as Parameters<Dataset["slice"]>[0]), path);
    });
  };
  return Promise.resolve({
    ...source,
    read: (index) => read(index, []),
    readRow: (index, row) => read(index, [row, row + 1])
  });
}

function numbersOf(dataset: Dataset, path: string): Float64Array {
  const size = (dataset.shape ?? []).reduce((product, n) => product * n, 1);
  if (size > 2e7)
    throw new Error(`unsupported dataset ${path}: ${size} numbers at once; choose a shorter one`);
  const { value } = dataset;
  if (typeof value === "number") return Float64Array.of(value);
  if (!ArrayBuffer.isView(value))
    throw new Error(`invalid dataset ${path}: it holds no numbers; choose another`);
  return Float64Array.from(value as unknown as ArrayLike<number | bigint>, Number);
}
