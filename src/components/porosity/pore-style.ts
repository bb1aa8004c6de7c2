// How pores, cracks and oxide look: the cyan in which the study shows them, deep where connected, pale where apart.
import {
  isolatedPoreColour,
  oxideColour,
  poreNetworkColour,
  provenanceColour,
  rateColour
} from "../colours.js";
import type { PackedFile } from "../packed-arrays.js";
import type { Category, ClassLayer, Grid } from "../tomography/volume.js";
import { formatNumber } from "../units.js";

export const poreCategories: readonly Category[] = [
  { code: 1, label: "oxide", colour: oxideColour },
  { code: 2, label: "pores apart", colour: isolatedPoreColour },
  { code: 3, label: "largest connected pore", colour: poreNetworkColour }
];

/** What the states are called in charts, with the colours of their rates; the pristine one has the text's grey. */
export const stateNames = ["pristine", "0.1C", "10C"] as const;
export type StateName = (typeof stateNames)[number];
export const stateLabel: Record<StateName, string> = { pristine: "pristine", "0.1C": "0.1 C", "10C": "10 C" };
export const stateColour = (state: string, dark: boolean): string =>
  state === "pristine"
    ? provenanceColour("reported", dark)
    : rateColour(Number(state.replace("C", "")), dark);

/** The grid of a file of this room; x, y and z as in the tables. */
export function gridOf(file: PackedFile, name = "found"): Grid {
  const [nz, nx, ny] = file.array(name).shape;
  return { shape: { nz, nx, ny }, voxel: Number(file.facts["voxel_nm"]) };
}

export const poreLayer = (file: PackedFile, name: "found" | "true"): ClassLayer => ({
  kind: "class",
  label: name === "found" ? "found" : "in the sample",
  values: file.array(name).bytes,
  categories: poreCategories
});

/** A number with its share of the facts' list; NaN where it is not there. */
export function assessed(file: PackedFile, name: string): { found: number; error: number; truth: number } {
  const list = file.facts["numbers"] as { name: string; found: number; error: number }[];
  const own = list.find((number) => number.name === name);
  const truth = (file.facts["truth"] as Record<string, number>)[name];
  return { found: own?.found ?? NaN, error: own?.error ?? NaN, truth: truth ?? NaN };
}

/** Small errors stay without a power of ten, so that they read beside their number. */
export const figures = (value: number, digits: number): string => {
  const rounded = Number(value.toPrecision(digits));
  return rounded > 1e-5 && rounded < 1e-3 ? String(rounded) : formatNumber(rounded, Math.max(4, digits));
};

/** Digits of a number that reach as far as the two of its error, three at least. */
export const digitsOf = (found: number, error: number): number => {
  const power = (value: number) => Math.floor(Math.log10(Math.abs(value)));
  return error > 0 && found !== 0 ? Math.min(6, Math.max(3, power(found) - power(error) + 2)) : 3;
};

/** A number with its error, as far as both are known. */
export const withError = (found: number, error: number): string =>
  Number.isFinite(error)
    ? `${figures(found, digitsOf(found, error))} ± ${figures(error, 2)}`
    : figures(found, 3);
