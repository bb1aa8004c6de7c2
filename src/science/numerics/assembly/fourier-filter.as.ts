// A real, even filter in Fourier space on four complex sequences at once, in place: fast transform by halves with its
// frequencies left in bit-reversed order, product, and the transform back, which takes them in that order.
// Cooley & Tukey, Math. Comp. 19 (1965) 297; Gentleman & Sande, AFIPS 29 (1966) 563.
// A sample is 32 bytes: the four real parts, then the four imaginary ones.

/**
 * @param length a power of two, at least 2
 * @param twiddles cos and sin of 2 π k / length, f32, k below length / 2
 * @param gains f32, in bit-reversed order, divided by length
 */
export function filter(data: usize, length: i32, twiddles: usize, gains: usize): void {
  for (let half = length >> 1, stride: usize = 8; half >= 1; half >>= 1, stride <<= 1)
    for (let start: i32 = 0; start < length; start += 2 * half) {
      let a = data + <usize>start * 32, w = twiddles;
      const apart = <usize>half * 32, end = a + apart;
      do {
        const b = a + apart;
        const ar = v128.load(a), ai = v128.load(a, 16), br = v128.load(b), bi = v128.load(b, 16);
        const c = v128.load32_splat(w), s = v128.load32_splat(w, 4);
        const dr = f32x4.sub(ar, br), di = f32x4.sub(ai, bi);
        v128.store(a, f32x4.add(ar, br));
        v128.store(a, f32x4.add(ai, bi), 16);
        // times exp(−i φ)
        v128.store(b, f32x4.add(f32x4.mul(dr, c), f32x4.mul(di, s)));
        v128.store(b, f32x4.sub(f32x4.mul(di, c), f32x4.mul(dr, s)), 16);
        a += 32; w += stride;
      } while (a < end);
    }
  let g = gains, p = data;
  const last = data + <usize>length * 32;
  do {
    const gain = v128.load32_splat(g);
    v128.store(p, f32x4.mul(v128.load(p), gain));
    v128.store(p, f32x4.mul(v128.load(p, 16), gain), 16);
    p += 32; g += 4;
  } while (p < last);
  for (let half: i32 = 1, stride = <usize>length * 4; half < length; half <<= 1, stride >>= 1)
    for (let start: i32 = 0; start < length; start += 2 * half) {
      let a = data + <usize>start * 32, w = twiddles;
      const apart = <usize>half * 32, end = a + apart;
      do {
        const b = a + apart;
        const ar = v128.load(a), ai = v128.load(a, 16), xr = v128.load(b), xi = v128.load(b, 16);
        const c = v128.load32_splat(w), s = v128.load32_splat(w, 4);
        // times exp(i φ)
        const br = f32x4.sub(f32x4.mul(xr, c), f32x4.mul(xi, s)), bi = f32x4.add(f32x4.mul(xi, c), f32x4.mul(xr, s));
        v128.store(a, f32x4.add(ar, br));
        v128.store(a, f32x4.add(ai, bi), 16);
        v128.store(b, f32x4.sub(ar, br));
        v128.store(b, f32x4.sub(ai, bi), 16);
        a += 32; w += stride;
      } while (a < end);
    }
}
