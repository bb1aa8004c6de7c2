// The filters of filtered back-projection, along the columns of parallel-beam projections.
//
// The ramp |ω| of a detector of unit columns, limited to its band, has in space the kernel h(0) = 1/4,
// h(k) = −1 / (π k)² at odd k and 0 at other even k: Kak & Slaney, Principles of Computerized Tomographic Imaging
// (1988), eq. 61. Its transform, not |ω| sampled, keeps the mean right. A window then tapers the high frequencies.

import FFT from "fft.js";
import { start, supported } from "./assembly/fourier-filter.wasm.js";

export const filterNames = ["ramp", "shepp-logan", "cosine", "hamming", "hann"] as const;
export type FilterName = (typeof filterNames)[number];

export interface FilterOptions {
  /** ramp unless given */
  filter?: FilterName;
  /** share of the detector's band that passes, above 0 up to 1; 1 unless given */
  cutoff?: number;
}

/** Windows over f, the frequency as a share of the cutoff, from 0 to 1. */
const windows: Record<FilterName, (f: number) => number> = {
  ramp: () => 1,
  "shepp-logan": (f) => (f === 0 ? 1 : Math.sin((Math.PI * f) / 2) / ((Math.PI * f) / 2)),
  cosine: (f) => Math.cos((Math.PI * f) / 2),
  hamming: (f) => 0.54 + 0.46 * Math.cos(Math.PI * f),
  hann: (f) => 0.5 + 0.5 * Math.cos(Math.PI * f)
};

/** Number of columns after padding with zeros: a power of two, at least twice the columns, so that nothing wraps. */
export function paddedLength(columns: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2 * columns, 8)));
}

/**
 * Response of the filter at frequencies 0, 1/length, … 1/2 per column.
 * @param length a power of two
 * @throws if the filter's name or cutoff is out of range
 */
export function filterResponse(
  length: number,
  { filter = "ramp", cutoff = 1 }: FilterOptions = {}
): Float64Array {
  if (!filterNames.includes(filter))
    throw new Error(`unknown filter: ${filter}; must be one of ${filterNames.join(", ")}`);
  if (!(cutoff > 0 && cutoff <= 1))
    throw new Error(`invalid cutoff: ${cutoff}; must be a share of the detector's band, above 0 up to 1`);
  const kernel = Array.from({ length }, (_, i) => {
    const k = Math.min(i, length - i);
    return k === 0 ? 0.25 : k % 2 === 1 ? -1 / (Math.PI * k) ** 2 : 0;
  });
  const fft = new FFT(length);
  const spectrum = fft.createComplexArray() as number[];
  fft.realTransform(spectrum, kernel);
  return Float64Array.from({ length: length / 2 + 1 }, (_, i) => {
    const f = i / (length / 2) / cutoff;
    return f > 1 ? 0 : spectrum[2 * i] * windows[filter](f);
  });
}

/**
 * Filters every row of every projection, padded with zeros, in f32.
 * @param projections [tilt][x][y]
 * @returns the same shape, per column
 */
export function filterProjections(
  projections: Float32Array,
  { columns: n, slices }: { columns: number; slices: number },
  options: FilterOptions = {}
): Float32Array {
  const length = paddedLength(n);
  const apply = (supported() ? compiledFilter : plainFilter)(length, filterResponse(length, options));
  const filtered = new Float32Array(projections.length);
  const perTilt = n * slices;
  // Two tilts at a time are the real and imaginary parts, as the response is real and even; four such pairs at once.
  const starts: number[] = [];
  for (let a = 0; a < projections.length; a += 2 * perTilt)
    for (let l = 0; l < slices; ++l) starts.push(a + l);
  for (let first = 0; first < starts.length; first += 4) {
    const rows = [0, perTilt].flatMap((tilt) =>
      [0, 1, 2, 3].map((m) => (first + m < starts.length ? starts[first + m] + tilt : Infinity))
    );
    const samples = apply.samples.fill(0);
    rows.forEach((row, m) => {
      if (row >= projections.length) return;
      for (let i = 0; i < n; ++i) samples[8 * i + m] = projections[row + i * slices];
    });
    apply.filter();
    rows.forEach((row, m) => {
      if (row >= projections.length) return;
      for (let i = 0; i < n; ++i) filtered[row + i * slices] = samples[8 * i + m];
    });
  }
  return filtered;
}

/** Something that filters four complex sequences, [sample][real parts, imaginary parts], in place. */
interface FourFilter {
  samples: Float32Array;
  filter: () => void;
}

function compiledFilter(length: number, response: Float64Array): FourFilter {
  const kernel = start();
  const [twiddles, gains, data] = [1024, 1024 + 4 * length, 1024 + 8 * length];
  kernel.memory.grow(Math.ceil((data + 32 * length) / 65536));
  const floats = new Float32Array(kernel.memory.buffer);
  for (let k = 0; k < length / 2; ++k) {
    floats[twiddles / 4 + 2 * k] = Math.cos((2 * Math.PI * k) / length);
    floats[twiddles / 4 + 2 * k + 1] = Math.sin((2 * Math.PI * k) / length);
  }
  let reversed = 0;
  for (let k = 0; k < length; ++k) {
    floats[gains / 4 + k] = response[Math.min(reversed, length - reversed)] / length;
    let bit = length >> 1;
    while (bit && reversed & bit) {
      reversed ^= bit;
      bit >>= 1;
    }
    reversed |= bit;
  }
  return {
    samples: floats.subarray(data / 4, data / 4 + 8 * length),
    filter: () => kernel.filter(data, length, twiddles, gains)
  };
}

/** The same in plain TypeScript and f64, where there are no vectors. */
export function plainFilter(length: number, response: Float64Array): FourFilter {
  const fft = new FFT(length);
  const [input, spectrum, output] = [0, 1, 2].map(() => fft.createComplexArray() as number[]);
  const samples = new Float32Array(8 * length);
  const filter = () => {
    for (let m = 0; m < 4; ++m) {
      for (let i = 0; i < length; ++i) {
        input[2 * i] = samples[8 * i + m];
        input[2 * i + 1] = samples[8 * i + m + 4];
      }
      fft.transform(spectrum, input);
      for (let i = 0; i < 2 * length; ++i) spectrum[i] *= response[Math.min(i >> 1, length - (i >> 1))];
      fft.inverseTransform(output, spectrum);
      for (let i = 0; i < length; ++i) {
        samples[8 * i + m] = output[2 * i];
        samples[8 * i + m + 4] = output[2 * i + 1];
      }
    }
  };
  return { samples, filter };
}
