// The lower envelope of parabolas down the columns of a tile, four columns at a time, as far as near rows decide it:
// D(p) = min over |k| ≤ reach of f(p + k) + w²k². The steps end where w²k² is as large as what was found, for then no
// row farther away can be less. Addresses and lengths are in bytes.

/**
 * @param source f32 rows; `reach` rows before and after them can be read as well
 * @param target takes D @param open one vector per vector of a row: takes all bits of the columns where rows farther away
 * may matter
 * @param rowBytes a multiple of 32
 * @returns whether some column is open
 */
export function nearby(
  source: usize, target: usize, open: usize, rows: i32, rowBytes: usize, squaredWidth: f32, reach: i32
): i32 {
  const unseen = f32x4.splat(squaredWidth * <f32>(reach + 1) * <f32>(reach + 1));
  for (let x: usize = 0; x < rowBytes; x += 16) v128.store(open + x, i32x4.splat(0));
  let any = i32x4.splat(0);
  for (let i = 0; i < rows; ++i) {
    for (let x: usize = 0; x < rowBytes; x += 32) {
      const here = source + x;
      let d = v128.load(here);
      let e = v128.load(here, 16);
      if (!v128.any_true(v128.or(d, e))) {
        v128.store(target + x, d);
        v128.store(target + x, e, 16);
        continue;
      }
      let up = here;
      let down = here;
      for (let k = 1; k <= reach; ++k) {
        const step = f32x4.splat(squaredWidth * <f32>(k * k));
        if (!v128.any_true(f32x4.gt(f32x4.pmax(d, e), step))) break;
        up -= rowBytes;
        down += rowBytes;
        d = f32x4.pmin(d, f32x4.add(step, f32x4.pmin(v128.load(up), v128.load(down))));
        e = f32x4.pmin(e, f32x4.add(step, f32x4.pmin(v128.load(up, 16), v128.load(down, 16))));
      }
      v128.store(target + x, d);
      v128.store(target + x, e, 16);
      const dOpen = f32x4.gt(d, unseen);
      const eOpen = f32x4.gt(e, unseen);
      const both = v128.or(dOpen, eOpen);
      if (v128.any_true(both)) {
        any = v128.or(any, both);
        v128.store(open + x, v128.or(v128.load(open + x), dOpen));
        v128.store(open + x, v128.or(v128.load(open + x, 16), eOpen), 16);
      }
    }
    source += rowBytes;
    target += rowBytes;
  }
  return v128.any_true(any) ? 1 : 0;
}
