/**
 * What the maps of this folder show: values on one grid of pixels, `[x][y]` with y fastest, that is index x·ny + y, NaN outside
 * the particle. x runs to the right and y down.
 */
import { edgeElements, type EdgeElement } from "../../science/xanes/windows.js";

/** In the order in which they stand side by side. */
export const mapElements: readonly EdgeElement[] = ["Mn", "Co", "Ni", "O"];

export interface MapGrid {
  nx: number;
  ny: number;
  /** length of a pixel's side, nm */
  pixel: number;
}

export interface MapLayer {
  element: EdgeElement;
  /** what the switch calls it, the same for all elements: "valence found" */
  name: string;
  /** what the colour bar calls it, where that differs: "weight of Mn²⁺" */
  label?: string;
  /** `[x][y]`, NaN outside */
  values: Float32Array;
  domain: readonly [number, number];
  unit?: string;
  /** in the diverging map; the domain is then centred on zero */
  signed?: boolean;
}

export const pixelIndex = ({ ny }: MapGrid, x: number, y: number): number => x * ny + y;

/** @throws if the grid is not one of whole numbers, or a layer or the zones have another number of values than it has pixels */
export function checkMaps({ nx, ny, pixel }: MapGrid, layers: readonly MapLayer[], zones?: Uint8Array): void {
  if (![nx, ny].every((n) => Number.isInteger(n) && n > 0) || !(pixel > 0))
    throw new Error(`invalid grid: ${nx} × ${ny} pixels of ${pixel} nm; must be positive`);
  if (layers.length === 0) throw new Error("missing layers of the maps; there must be at least one");
  for (const { element, name, values } of layers) {
    if (!edgeElements.includes(element))
      throw new Error(`unknown element: ${element}; must be one of ${edgeElements.join(", ")}`);
    if (values.length !== nx * ny)
      throw new Error(
        `invalid layer "${name}" of ${element}: ${values.length} values; must be ${nx} × ${ny}, one a pixel`
      );
  }
  if (zones && zones.length !== nx * ny)
    throw new Error(`invalid zones: ${zones.length} values; must be ${nx} × ${ny}, one a pixel`);
}

/** A number as it stands in a read-out, without needless digits. */
export function sayNumber(value: number, unit = ""): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const digits = size > 0 && size < 0.0995 ? 3 : size < 100 ? 2 : 0;
  const text = size > 0 && size < 0.001 ? value.toPrecision(1) : value.toFixed(digits);
  return `${text.replace("-", "−")} ${unit}`.trim();
}

/** "x −12 nm, y 30 nm": from the middle of the grid. */
export function sayPlace({ nx, ny, pixel }: MapGrid, x: number, y: number): string {
  const from = (i: number, n: number) => ((i - (n - 1) / 2) * pixel).toFixed(0).replace("-", "−");
  return `x ${from(x, nx)} nm, y ${from(y, ny)} nm`;
}

/** "0.420 ± 0.031": both with the digits that suit the error. */
export function sayWithError(value: number, error: number): string {
  const digits = error < 0.0995 ? 3 : 2;
  return `${value.toFixed(digits)} ± ${error.toFixed(digits)}`.replaceAll("-", "−");
}
