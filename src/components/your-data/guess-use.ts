// What a file most likely holds, by its name and the names of its columns or datasets; the reader may say otherwise.
import { likelyColumn } from "../../science/readers/cycler-names.js";
import type { TextTable } from "../../science/readers/text-table.js";
import type { Hdf5Part } from "./hdf5-file.js";
import type { Option } from "./form.js";
import type { MapSource } from "./ions-analysis.js";
import type { Opened, ShownImages, Use } from "./opened.js";

const ending = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
const energyName = /\benergy\b|\bphoton|\be\s*[([]?\s*k?ev\b|^e$|energy/i;
const angleName = /2\s*[-_ ]?(?:theta|θ)|two[-_ ]?theta|\btth\b|^2th|d[-_ ]?spacing|\bangle\b/i;

/** @param numbers of the first column, to tell energies from angles */
export function guessTable(name: string, { columns, header }: TextTable): Use {
  const names = columns.map((column) => column.name);
  if ((["time", "current", "voltage"] as const).every((q) => likelyColumn(names, q) !== null))
    return "cycling";
  const kind = ending(name);
  if (header.some((line) => /^\s*#\s*XDI\//i.test(line)) || ["xdi", "xmu", "nor", "xsp"].includes(kind))
    return "spectrum";
  const first = names[0] ?? "";
  const numbers = columns.filter((column) => column.kind === "number").length;
  if (numbers < 2) return "table";
  if (["xye", "xy", "chi", "xrdml"].includes(kind) || angleName.test(first)) return "pattern";
  if (energyName.test(first)) return "spectrum";
  const x = (columns[0]?.values ?? []).map(Number);
  const rises = x.length > 20 && x.every((value, i) => i === 0 || value > (x[i - 1] ?? NaN));
  if (!rises || numbers > 3) return "table";
  const [from, to] = [x[0], x[x.length - 1]];
  // narrow on its scale, as an edge in keV is
  if (from > 0 && to < 1.6 * from) return "spectrum";
  if (to <= 180 && from >= 0) return numbers === 3 || kind === "dat" ? "pattern" : "table";
  return from > 40 ? "spectrum" : "table";
}

const size = ({ shape }: Hdf5Part): number => shape.reduce((product, n) => product * n, 1);
export const isImages = ({ shape }: Hdf5Part): boolean => {
  const axes = shape.filter((n, k) => n > 1 || k >= shape.length - 2);
  return axes.length === 2 || axes.length === 3;
};

/** The dataset that is shown first: that of data-exchange, of a NeXus "data", else the largest that holds images. */
export function firstPart(parts: readonly Hdf5Part[]): Hdf5Part | undefined {
  const images = parts.filter(isImages);
  const named = (pattern: RegExp) =>
    images.find(({ path, shape }) => pattern.test(path) && shape.length >= 3);
  return (
    named(/^\/exchange\/data$/) ??
    named(/\/data(?:\/data)?$/) ??
    images.toSorted((a, b) => size(b) - size(a))[0] ??
    parts.toSorted((a, b) => size(b) - size(a))[0]
  );
}

export function guessHdf5(parts: readonly Hdf5Part[], first: Hdf5Part | undefined): Use | null {
  if (parts.some(({ path }) => /\/(?:data_white|data_dark|theta|rotation_angle)$/i.test(path)))
    return "projections";
  if (first && partFor(parts, /energ/i, first.shape)) return "stack";
  return first && first.shape.length === 3 ? "volume" : null;
}

/** A list of numbers whose name fits, as long as an axis of a shape. */
export const partFor = (
  parts: readonly Hdf5Part[],
  name: RegExp,
  shape: readonly number[]
): Hdf5Part | undefined =>
  parts.find((part) => name.test(part.path) && part.shape.length === 1 && shape.includes(part.shape[0] ?? 0));

/** images among which one would still look for three ions */
const mostImages = 40;

/** What may be a map: the images of the open part, and datasets that hold a single one. */
export function mapsIn({ format, parts }: Opened, { count }: ShownImages): Option<MapSource>[] {
  const single = parts.filter(({ shape = [] }) => shape.filter((n) => n > 1).length === 2);
  if (format === "hdf5" && count === 1)
    return single.length < 3 ? [] : single.map(({ name }) => ({ value: { path: name }, label: name }));
  if (count < 3 || count > mostImages) return [];
  return Array.from({ length: count }, (_, index) => ({ value: { index }, label: `image ${index + 1}` }));
}
