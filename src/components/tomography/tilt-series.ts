// Images of a sample at many tilts, and what is taken from them: a sinogram of one row, and a scale that all tilts share.

export type Pixels = Uint8Array | Uint16Array | Float32Array;

/** One image a tilt, `[tilt][x][y]` with y fastest. */
export interface TiltStack {
  /** for example "530 eV, O after the edge" */
  label: string;
  values: Pixels;
  /** of what is shown, after `map` */
  unit: string;
  /** what the stored numbers mean: value = offset + scale · stored; as they are where left out */
  scale?: number;
  offset?: number;
}

export interface TiltSeries {
  /** detector columns and rows */
  columns: number;
  rows: number;
  /** side of a pixel, nm */
  pixel: number;
  /** rising, degrees */
  tilts: ArrayLike<number>;
  stacks: readonly TiltStack[];
}

/** One sinogram: `[tilt][x]`. */
export interface Sinogram {
  /** for example "Mn" */
  label: string;
  values: ArrayLike<number>;
  unit: string;
}

/** For example "−12.5°". */
export const sayAngle = (degrees: number): string =>
  `${degrees < 0 ? "−" : ""}${Number(Math.abs(degrees).toFixed(2))}°`;

/** @throws if there is nothing to see or a stack has another number of values than the series has pixels */
export function checkSeries({ columns, rows, tilts, stacks }: TiltSeries): void {
  if (stacks.length === 0) throw new Error("missing stacks of the tilt series; there must be at least one");
  const wanted = tilts.length * columns * rows;
  for (const { label, values } of stacks)
    if (values.length !== wanted || wanted === 0)
      throw new Error(
        `invalid tilt series "${label}": ${values.length} values; must be ${tilts.length} tilts × ${columns} × ${rows} pixels`
      );
}

export const stackValue = ({ values, scale = 1, offset = 0 }: TiltStack, index: number): number =>
  offset + scale * values[index];

/** The sinogram of a detector row. */
export function sinogramOf(series: TiltSeries, stack: TiltStack, row: number, label = stack.label): Sinogram {
  const { columns, rows, tilts } = series;
  const values = Float32Array.from({ length: tilts.length * columns }, (_, i) =>
    stackValue(stack, i * rows + row)
  );
  return { label, values, unit: stack.unit };
}

/** From the 0.2nd to the 99.8th percentile of about ten thousand of the values, so that no single pixel sets the scale. */
export function contrast(values: ArrayLike<number>): [low: number, high: number] {
  const step = Math.max(1, Math.floor(values.length / 10_007));
  const sample: number[] = [];
  for (let i = 0; i < values.length; i += step) if (Number.isFinite(values[i])) sample.push(values[i]);
  if (sample.length === 0) return [0, 1];
  sample.sort((a, b) => a - b);
  const at = (share: number) => sample[Math.round(share * (sample.length - 1))];
  const [low, high] = [at(0.002), at(0.998)];
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

/** Writes a value's colour; NaN stays clear. @param lut 256 colours as r, g, b */
export function shade(
  pixels: Uint8ClampedArray,
  to: number,
  value: number,
  [low, high]: readonly [number, number],
  lut: Uint8ClampedArray
): void {
  if (Number.isNaN(value)) return;
  const from = 3 * Math.min(255, Math.max(0, Math.round((255 * (value - low)) / (high - low))));
  for (let k = 0; k < 3; ++k) pixels[4 * to + k] = lut[from + k];
  pixels[4 * to + 3] = 255;
}
