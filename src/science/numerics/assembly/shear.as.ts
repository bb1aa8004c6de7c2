// The inner loops of the parallel-beam projector, four numbers at a time, on an image whose columns hold one or more
// slices side by side. Addresses and lengths are in bytes.
//
// With a row displaced by k + w cells, w < 1, voxel f falls on cells k and k + 1 with weights 1 − w and w. Summed over
// the rows, A = Σ f and B = Σ w f, each displaced by whole cells only, give the cells A[k] − B[k] + B[k − 1]: one load,
// one product and two sums per voxel. The adjoint takes C[k] + w D[k], D[k] = C[k + 1] − C[k].

/** From A to B, from C to D, and from the cells of one tilt to those of the next: no powers of two. */
const second: usize = 67648;
const tiltStride: usize = 136192;

/**
 * A and B of one tilt, `length` each, from every row of an image.
 * @param rows a multiple of 4; at least 4 columns and 16 bytes of zeros stand before and after each row
 */
export function project(
  image: usize, rowStride: usize, rowLength: usize, column: usize, rows: i32,
  shift: f64, slope: f64, cells: usize, length: usize
): void {
  memory.fill(cells, 0, length + 16);
  memory.fill(cells + second, 0, length + 16);
  // Loops end with their conditions, and addresses are few: engines then keep everything in registers.
  let j: i32 = 0;
  do {
    const s0 = shift + slope * <f64>j, s1 = shift + slope * <f64>(j + 1);
    const s2 = shift + slope * <f64>(j + 2), s3 = shift + slope * <f64>(j + 3);
    const w0 = f32x4.splat(<f32>(s0 - floor(s0))), w1 = f32x4.splat(<f32>(s1 - floor(s1)));
    const w2 = f32x4.splat(<f32>(s2 - floor(s2))), w3 = f32x4.splat(<f32>(s3 - floor(s3)));
    const r0 = image - <usize>floor(s0) * column - cells;
    const r1 = image + rowStride - <usize>floor(s1) * column - cells;
    const r2 = image + 2 * rowStride - <usize>floor(s2) * column - cells;
    const r3 = image + 3 * rowStride - <usize>floor(s3) * column - cells;
    const end = cells + <usize>max(floor(s0), floor(s3)) * column + rowLength;
    let p = cells + <usize>min(floor(s0), floor(s3)) * column;
    do {
      let a = v128.load(p), b = v128.load(p, second);
      const f0 = v128.load(r0 + p);
      a = f32x4.add(a, f0); b = f32x4.add(b, f32x4.mul(w0, f0));
      const f1 = v128.load(r1 + p);
      a = f32x4.add(a, f1); b = f32x4.add(b, f32x4.mul(w1, f1));
      const f2 = v128.load(r2 + p);
      a = f32x4.add(a, f2); b = f32x4.add(b, f32x4.mul(w2, f2));
      const f3 = v128.load(r3 + p);
      a = f32x4.add(a, f3); b = f32x4.add(b, f32x4.mul(w3, f3));
      v128.store(p, a);
      v128.store(p, b, second);
      p += 16;
    } while (p < end);
    image += 4 * rowStride;
    j += 4;
  } while (j < rows);
}

/** Cells A[k] − B[k] + B[k − 1] of one tilt, left in A; then bins = resampling of the cells. */
export function collect(
  a: usize, length: usize, column: usize,
  first: usize, weights: usize, bins: i32, out: usize
): void {
  let b = a + second, p = a;
  const end = a + length;
  do {
    const moved = f32x4.sub(v128.load(b - column), v128.load(b));
    v128.store(p, f32x4.add(v128.load(p), moved));
    p += 16; b += 16;
  } while (p < end);
  for (let i: i32 = 0; i < bins; ++i, first += 4, weights += 24, out += column) {
    const start = a + <usize>load<i32>(first) * column;
    const w0 = load<f32>(weights), w1 = load<f32>(weights, 4), w2 = load<f32>(weights, 8);
    const w3 = load<f32>(weights, 12), w4 = load<f32>(weights, 16), w5 = load<f32>(weights, 20);
    let l: usize = 0;
    for (; l + 16 <= column; l += 16) {
      const k = start + l;
      let sum = f32x4.mul(f32x4.splat(w0), v128.load(k));
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(w1), v128.load(k + column)));
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(w2), v128.load(k + 2 * column)));
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(w3), v128.load(k + 3 * column)));
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(w4), v128.load(k + 4 * column)));
      sum = f32x4.add(sum, f32x4.mul(f32x4.splat(w5), v128.load(k + 5 * column)));
      v128.store(out + l, sum);
    }
    for (; l < column; l += 4) {
      const k = start + l;
      store<f32>(out + l, w0 * load<f32>(k) + w1 * load<f32>(k + column) + w2 * load<f32>(k + 2 * column) +
        w3 * load<f32>(k + 3 * column) + w4 * load<f32>(k + 4 * column) + w5 * load<f32>(k + 5 * column));
    }
  }
}

/** Adds the bins of one tilt to its cells C, cleared before, and leaves their differences D. */
export function spread(
  cells: usize, length: usize, column: usize,
  first: usize, weights: usize, bins: i32, values: usize
): void {
  memory.fill(cells, 0, length + column);
  for (let i: i32 = 0; i < bins; ++i, first += 4, weights += 24, values += column) {
    let k = cells + <usize>load<i32>(first) * column;
    for (let m: usize = 0; m < 24; m += 4, k += column) {
      const w = load<f32>(weights + m);
      let l: usize = 0;
      for (; l + 16 <= column; l += 16)
        v128.store(k + l, f32x4.add(v128.load(k + l), f32x4.mul(f32x4.splat(w), v128.load(values + l))));
      for (; l < column; l += 4) store<f32>(k + l, load<f32>(k + l) + w * load<f32>(values + l));
    }
  }
  let p = cells;
  const end = cells + length;
  do {
    v128.store(p, f32x4.sub(v128.load(p + column), v128.load(p)), second);
    p += 16;
  } while (p < end);
}

/**
 * Adds C and D of two tilts to every row of an image.
 * @param cells of the first of them
 */
export function backproject(
  image: usize, rowStride: usize, rowLength: usize, column: usize, rows: i32,
  cells: usize, shift0: f64, slope0: f64, shift1: f64, slope1: f64
): void {
  let j: i32 = 0;
  do {
    const s0 = shift0 + slope0 * <f64>j, s1 = shift1 + slope1 * <f64>j;
    const w0 = f32x4.splat(<f32>(s0 - floor(s0))), w1 = f32x4.splat(<f32>(s1 - floor(s1)));
    const c0 = cells + <usize>floor(s0) * column - image;
    const c1 = cells + tiltStride + <usize>floor(s1) * column - image;
    const end = image + rowLength;
    let p = image;
    do {
      let f = v128.load(p);
      f = f32x4.add(f, f32x4.add(v128.load(c0 + p), f32x4.mul(w0, v128.load(c0 + p, second))));
      f = f32x4.add(f, f32x4.add(v128.load(c1 + p), f32x4.mul(w1, v128.load(c1 + p, second))));
      v128.store(p, f);
      p += 16;
    } while (p < end);
    image += rowStride;
  } while (++j < rows);
}
