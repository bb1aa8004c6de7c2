/**
 * What the viewers of this folder show: layers of values on one grid of voxels, `[z][x][y]` with y fastest, that is
 * index (z·nx + x)·ny + y; z is the beam's direction at tilt 0, x the detector's columns, y the tilt axis.
 */
import { ramp } from "../colour-space.js";
import { background, classColour, provenanceColour, sequential } from "../colours.js";

export interface Shape {
  nz: number;
  nx: number;
  ny: number;
}

export type Axis = "z" | "x" | "y";

/** indices of a voxel */
export type Position = Record<Axis, number>;

export interface Grid {
  shape: Shape;
  /** length of a voxel's side, nm */
  voxel: number;
}

/** One value of a layer of classes. */
export interface Category {
  code: number;
  label: string;
  colour: (dark: boolean) => string;
}

/** Named classes; 0 is outside. */
export interface ClassLayer {
  kind: "class";
  label: string;
  values: Uint8Array;
  /** target, oxygen-poor and oxygen-rich where left out */
  categories?: readonly Category[];
}

/** Numbers with a unit: densities in a sequential map, ratios in a diverging one about the middle of their domain. */
export interface ScalarLayer {
  kind: "density" | "ratio";
  label: string;
  /** bytes run from 1 (start of the domain) to 255 (its end), 0 is outside; of floats, NaN and 0 are outside */
  values: Uint8Array | Float32Array;
  domain: readonly [number, number];
  unit: string;
}

export type Layer = ClassLayer | ScalarLayer;

export const compositionClasses: readonly Category[] = (
  ["target", "oxygen-poor", "oxygen-rich"] as const
).map((label, i) => ({ code: i + 1, label, colour: (dark) => classColour(label, dark) }));

export const categoriesOf = (layer: ClassLayer): readonly Category[] =>
  layer.categories ?? compositionClasses;

const mistakes: readonly Category[] = [
  {
    code: 1,
    label: "right",
    // a quiet grey between the page and its text, which is no class's grey
    colour: (dark) => ramp([background[dark ? "dark" : "light"][1], provenanceColour("reported", dark)])(0.2)
  },
  { code: 2, label: "wrong class", colour: (dark) => sequential(dark ? 0.95 : 0.12) },
  { code: 3, label: "particle seen where there is none", colour: (dark) => sequential(dark ? 0.7 : 0.45) },
  { code: 4, label: "particle missed", colour: (dark) => sequential(dark ? 0.45 : 0.7) }
];

/** A layer that shows where the recovered classes differ from the true ones. */
export function wrongVoxels(recovered: Uint8Array, truth: Uint8Array, label = "wrong voxels"): ClassLayer {
  const values = recovered.map((own, i) => {
    const real = truth[i];
    if (own === real) return own === 0 ? 0 : 1;
    if (own !== 0 && real !== 0) return 2;
    return real === 0 ? 3 : 4;
  });
  return { kind: "class", label, values, categories: mistakes };
}

export const voxelIndex = ({ nx, ny }: Shape, { z, x, y }: Position): number => (z * nx + x) * ny + y;

/** Number of voxels along an axis. */
export const along = (shape: Shape, axis: Axis): number => shape[`n${axis}`];

/** Distance of a voxel from the middle of the grid along an axis, nm. */
export const fromCentre = ({ shape, voxel }: Grid, axis: Axis, index: number): number =>
  (index - (along(shape, axis) - 1) / 2) * voxel;

/** The number at a voxel in the layer's unit; NaN outside. */
export function numberAt(layer: ScalarLayer, index: number): number {
  const stored = layer.values[index];
  if (!(layer.values instanceof Uint8Array)) return stored === 0 ? NaN : stored;
  const [low, high] = layer.domain;
  return stored === 0 ? NaN : low + ((stored - 1) / 254) * (high - low);
}

/** What a layer says at a voxel, in words. */
export function sayValue(layer: Layer, index: number): string {
  if (layer.kind === "class") {
    const code = layer.values[index];
    return categoriesOf(layer).find((category) => category.code === code)?.label ?? "outside";
  }
  const value = numberAt(layer, index);
  if (Number.isNaN(value)) return "outside";
  return `${Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 6 })} ${layer.unit}`.trim();
}

/** @throws if the grid is not one of whole numbers, or a layer has another number of values than the grid has voxels */
export function checkLayers({ shape, voxel }: Grid, layers: readonly Layer[]): void {
  const { nz, nx, ny } = shape;
  if (![nz, nx, ny].every((n) => Number.isInteger(n) && n > 0) || !(voxel > 0))
    throw new Error(`invalid grid: ${nz} × ${nx} × ${ny} voxels of ${voxel} nm; must be positive`);
  if (layers.length === 0) throw new Error("missing layers of the volume; there must be at least one");
  for (const { label, values } of layers)
    if (values.length !== nz * nx * ny)
      throw new Error(
        `invalid layer "${label}": ${values.length} values; must be ${nz} × ${nx} × ${ny}, one a voxel`
      );
}
