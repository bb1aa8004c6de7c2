// Inner loops of the non-negative fit of many spectra (nnls.ts), four pixels or four energies at once.
// All pointers are bytes into the linear memory; all numbers are f32; `planes` means [column][pixel of the block].

/** Bytes from one plane to the next: 1024 pixels, and a line of the cache so that planes do not displace each other. */
const PLANE: usize = 4160;

/** Sums of the lanes of four vectors, as the lanes of one. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function fma(a: v128, b: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/**
 * z = P y + z0 of every pixel of a block, data [pixel][energy] with at least 4 energies.
 * The last vector overlaps the one before it where the energies are no multiple of four; P is 0 on the entries met twice.
 * @param projector P [column][4·vectors]; columns a multiple of 3 @param pixels a multiple of 4
 */
export function projectRows(
  data: usize, energies: i32, pixels: i32, projector: usize, start: usize, columns: i32, planes: usize
): void {
  const vectors = (energies + 3) >> 2;
  const row: usize = vectors << 4;
  const stride: usize = energies << 2;
  const last: usize = stride - 16;
  for (let p = 0; p < pixels; p += 4) {
    const y0 = data + usize(p) * stride;
    const y1 = y0 + stride;
    const y2 = y1 + stride;
    const y3 = y2 + stride;
    for (let k = 0; k < columns; k += 3) {
      let a = projector + usize(k) * row;
      let s00 = f32x4.splat(0), s01 = s00, s02 = s00, s03 = s00;
      let s10 = s00, s11 = s00, s12 = s00, s13 = s00;
      let s20 = s00, s21 = s00, s22 = s00, s23 = s00;
      for (let at: usize = 0; at < row; at += 16) {
        const o = min(at, last);
        const a0 = v128.load(a);
        const a1 = v128.load(a + row);
        const a2 = v128.load(a + 2 * row);
        a += 16;
        let y = v128.load(y0 + o);
        s00 = fma(a0, y, s00);
        s10 = fma(a1, y, s10);
        s20 = fma(a2, y, s20);
        y = v128.load(y1 + o);
        s01 = fma(a0, y, s01);
        s11 = fma(a1, y, s11);
        s21 = fma(a2, y, s21);
        y = v128.load(y2 + o);
        s02 = fma(a0, y, s02);
        s12 = fma(a1, y, s12);
        s22 = fma(a2, y, s22);
        y = v128.load(y3 + o);
        s03 = fma(a0, y, s03);
        s13 = fma(a1, y, s13);
        s23 = fma(a2, y, s23);
      }
      const z = planes + usize(k) * PLANE + (usize(p) << 2);
      const z0 = start + (usize(k) << 2);
      v128.store(z, f32x4.add(laneSums(s00, s01, s02, s03), v128.load32_splat(z0)));
      v128.store(z + PLANE, f32x4.add(laneSums(s10, s11, s12, s13), v128.load32_splat(z0 + 4)));
      v128.store(z + 2 * PLANE, f32x4.add(laneSums(s20, s21, s22, s23), v128.load32_splat(z0 + 8)));
    }
  }
}

/** The same for data [energy][pixel of the block], the planes of the energies `PLANE` bytes apart; P [energy][column]. */
export function projectPlanes(
  data: usize, energies: i32, pixels: i32, projector: usize, start: usize, columns: i32, planes: usize
): void {
  const row: usize = columns << 2;
  for (let p = 0; p < pixels; p += 16) {
    for (let k = 0; k < columns; k += 3) {
      let y = data + (usize(p) << 2);
      let a = projector + (usize(k) << 2);
      let s00 = v128.load32_splat(start + (usize(k) << 2)), s01 = s00, s02 = s00, s03 = s00;
      let s10 = v128.load32_splat(start + (usize(k) << 2) + 4), s11 = s10, s12 = s10, s13 = s10;
      let s20 = v128.load32_splat(start + (usize(k) << 2) + 8), s21 = s20, s22 = s20, s23 = s20;
      for (let e = 0; e < energies; ++e) {
        const a0 = v128.load32_splat(a);
        const a1 = v128.load32_splat(a + 4);
        const a2 = v128.load32_splat(a + 8);
        let v = v128.load(y);
        s00 = fma(a0, v, s00);
        s10 = fma(a1, v, s10);
        s20 = fma(a2, v, s20);
        v = v128.load(y + 16);
        s01 = fma(a0, v, s01);
        s11 = fma(a1, v, s11);
        s21 = fma(a2, v, s21);
        v = v128.load(y + 32);
        s02 = fma(a0, v, s02);
        s12 = fma(a1, v, s12);
        s22 = fma(a2, v, s22);
        v = v128.load(y + 48);
        s03 = fma(a0, v, s03);
        s13 = fma(a1, v, s13);
        s23 = fma(a2, v, s23);
        a += row;
        y += PLANE;
      }
      const z = planes + usize(k) * PLANE + (usize(p) << 2);
      v128.store(z, s00);
      v128.store(z + 16, s01);
      v128.store(z + 32, s02);
      v128.store(z + 48, s03);
      v128.store(z + PLANE, s10);
      v128.store(z + PLANE + 16, s11);
      v128.store(z + PLANE + 32, s12);
      v128.store(z + PLANE + 48, s13);
      v128.store(z + 2 * PLANE, s20);
      v128.store(z + 2 * PLANE + 16, s21);
      v128.store(z + 2 * PLANE + 32, s22);
      v128.store(z + 2 * PLANE + 48, s23);
    }
  }
}

/**
 * From the unconstrained fit to the non-negative one, in place: of all sets of excluded references the one whose pivoted
 * solution T z (weights of the others, multipliers of the excluded) is least negative. One set satisfies all signs.
 * @param pivots T [set][column][column], the set of none first @param masks i32 [set], bits of the references left in
 * @param chosen i32 [pixel of the block], the bits of the set taken
 */
export function choose(
  pixels: i32, references: i32, columns: i32, sets: i32, pivots: usize, masks: usize, planes: usize, chosen: usize
): void {
  const none = f32x4.splat(0);
  const size: usize = (columns * columns) << 2;
  for (let p = 0; p < pixels; p += 4) {
    const z = planes + (usize(p) << 2);
    let least = v128.load(z);
    for (let k = 1; k < references; ++k) least = f32x4.pmin(least, v128.load(z + usize(k) * PLANE));
    let mask = v128.load32_splat(masks);
    // negative in any pixel
    if (i32x4.bitmask(f32x4.lt(least, none)) != 0) {
      for (let s = 1; s < sets; ++s) {
        let t = pivots + usize(s) * size;
        let worst = f32x4.splat(Infinity);
        for (let i = 0; i < references; ++i) {
          let sum = none;
          for (let j = 0; j < references; ++j)
            sum = fma(v128.load32_splat(t + (usize(j) << 2)), v128.load(z + usize(j) * PLANE), sum);
          worst = f32x4.pmin(worst, sum);
          t += usize(columns) << 2;
        }
        const better = f32x4.gt(worst, least);
        least = v128.bitselect(worst, least, better);
        mask = v128.bitselect(v128.load32_splat(masks + (usize(s) << 2)), mask, better);
      }
    }
    v128.store(chosen + (usize(p) << 2), mask);
  }
}

/** `choose` and `pivot` at once for three references without free columns, the usual case. */
export function chooseOfThree(pixels: i32, sets: i32, pivots: usize, masks: usize, planes: usize, chosen: usize): void {
  const none = f32x4.splat(0);
  for (let p = 0; p < pixels; p += 4) {
    const at = planes + (usize(p) << 2);
    const z0 = v128.load(at);
    const z1 = v128.load(at + PLANE);
    const z2 = v128.load(at + 2 * PLANE);
    let least = f32x4.pmin(z0, f32x4.pmin(z1, z2));
    let mask = v128.load32_splat(masks);
    if (i32x4.bitmask(f32x4.lt(least, none)) != 0) {
      let x0 = z0, x1 = z1, x2 = z2;
      let t = pivots;
      for (let s = 1; s < sets; ++s) {
        t += 36;
        const c0 = fma(v128.load32_splat(t), z0, fma(v128.load32_splat(t, 4), z1, f32x4.mul(v128.load32_splat(t, 8), z2)));
        const c1 = fma(v128.load32_splat(t, 12), z0, fma(v128.load32_splat(t, 16), z1, f32x4.mul(v128.load32_splat(t, 20), z2)));
        const c2 = fma(v128.load32_splat(t, 24), z0, fma(v128.load32_splat(t, 28), z1, f32x4.mul(v128.load32_splat(t, 32), z2)));
        const worst = f32x4.pmin(c0, f32x4.pmin(c1, c2));
        const better = f32x4.gt(worst, least);
        least = f32x4.pmax(worst, least);
        x0 = v128.bitselect(c0, x0, better);
        x1 = v128.bitselect(c1, x1, better);
        x2 = v128.bitselect(c2, x2, better);
        mask = v128.bitselect(v128.load32_splat(masks + (usize(s) << 2)), mask, better);
      }
      // the bit of each reference, moved to the sign and spread over the lane
      x0 = v128.and(f32x4.pmax(x0, none), i32x4.shr_s(i32x4.shl(mask, 31), 31));
      x1 = v128.and(f32x4.pmax(x1, none), i32x4.shr_s(i32x4.shl(mask, 30), 31));
      x2 = v128.and(f32x4.pmax(x2, none), i32x4.shr_s(i32x4.shl(mask, 29), 31));
      v128.store(at, x0);
      v128.store(at + PLANE, x1);
      v128.store(at + 2 * PLANE, x2);
    }
    v128.store(chosen + (usize(p) << 2), mask);
  }
}

/** Weights of the sets chosen, in place. `inverse` i32 [bits] gives a mask's place among the sets. */
export function pivot(
  pixels: i32, references: i32, columns: i32, pivots: usize, inverse: usize, planes: usize, chosen: usize, scratch: usize
): void {
  const size: usize = (columns * columns) << 2;
  const full = (1 << references) - 1;
  for (let p = 0; p < pixels; ++p) {
    const bits = load<i32>(chosen + (usize(p) << 2));
    if (bits == full) continue;
    let t = pivots + usize(load<i32>(inverse + (usize(bits) << 2))) * size;
    const z = planes + (usize(p) << 2);
    for (let i = 0; i < columns; ++i) {
      let sum: f32 = 0;
      for (let j = 0; j < columns; ++j) sum += load<f32>(t + (usize(j) << 2)) * load<f32>(z + usize(j) * PLANE);
      if (i < references) sum = (bits >> i) & 1 ? max<f32>(sum, 0) : 0;
      store<f32>(scratch + (usize(i) << 2), sum);
      t += usize(columns) << 2;
    }
    for (let i = 0; i < columns; ++i) store<f32>(z + usize(i) * PLANE, load<f32>(scratch + (usize(i) << 2)));
  }
}

/**
 * Σ w (y − A x)² of every pixel, data [pixel][energy].
 * @param design A [column][4·vectors] @param weights [4·vectors], 0 on the entries that the last vector meets twice
 */
export function residualRows(
  data: usize, energies: i32, pixels: i32, design: usize, weights: usize, columns: i32, planes: usize, out: usize
): void {
  const row: usize = ((energies + 3) >> 2) << 4;
  const stride: usize = energies << 2;
  const last: usize = stride - 16;
  for (let p = 0; p < pixels; p += 4) {
    const y0 = data + usize(p) * stride;
    const y1 = y0 + stride;
    const y2 = y1 + stride;
    const y3 = y2 + stride;
    const x = planes + (usize(p) << 2);
    let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (let at: usize = 0; at < row; at += 16) {
      const o = min(at, last);
      let r0 = v128.load(y0 + o);
      let r1 = v128.load(y1 + o);
      let r2 = v128.load(y2 + o);
      let r3 = v128.load(y3 + o);
      let a = design + at;
      let xk = x;
      for (let k = 0; k < columns; ++k) {
        const ak = v128.load(a);
        r0 = f32x4.sub(r0, f32x4.mul(ak, v128.load32_splat(xk)));
        r1 = f32x4.sub(r1, f32x4.mul(ak, v128.load32_splat(xk + 4)));
        r2 = f32x4.sub(r2, f32x4.mul(ak, v128.load32_splat(xk + 8)));
        r3 = f32x4.sub(r3, f32x4.mul(ak, v128.load32_splat(xk + 12)));
        a += row;
        xk += PLANE;
      }
      const w = v128.load(weights + at);
      s0 = fma(w, f32x4.mul(r0, r0), s0);
      s1 = fma(w, f32x4.mul(r1, r1), s1);
      s2 = fma(w, f32x4.mul(r2, r2), s2);
      s3 = fma(w, f32x4.mul(r3, r3), s3);
    }
    v128.store(out + (usize(p) << 2), laneSums(s0, s1, s2, s3));
  }
}

/** The same for data [energy][pixel of the block]; A [energy][column], weights [energy]. */
export function residualPlanes(
  data: usize, energies: i32, pixels: i32, design: usize, weights: usize, columns: i32, planes: usize, out: usize
): void {
  const row: usize = columns << 2;
  for (let p = 0; p < pixels; p += 8) {
    const x = planes + (usize(p) << 2);
    let y = data + (usize(p) << 2);
    let a = design;
    let s0 = f32x4.splat(0), s1 = s0;
    for (let e = 0; e < energies; ++e) {
      let r0 = v128.load(y);
      let r1 = v128.load(y + 16);
      let xk = x;
      for (let k = 0; k < columns; ++k) {
        const ak = v128.load32_splat(a + (usize(k) << 2));
        r0 = f32x4.sub(r0, f32x4.mul(ak, v128.load(xk)));
        r1 = f32x4.sub(r1, f32x4.mul(ak, v128.load(xk + 16)));
        xk += PLANE;
      }
      const w = v128.load32_splat(weights + (usize(e) << 2));
      s0 = fma(w, f32x4.mul(r0, r0), s0);
      s1 = fma(w, f32x4.mul(r1, r1), s1);
      a += row;
      y += PLANE;
    }
    v128.store(out + (usize(p) << 2), s0);
    v128.store(out + (usize(p) << 2) + 16, s1);
  }
}
