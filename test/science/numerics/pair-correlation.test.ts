import { describe, expect, it } from "vitest";
import { pairCorrelations } from "../../../src/science/numerics/pair-correlation.js";
import { random } from "../../../src/science/numerics/rng.js";

const [width, height] = [14, 11];
const uniform = random(5);
const draw = () => Float32Array.from({ length: width * height }, () => uniform());
const mask = Uint8Array.from({ length: width * height }, () => (uniform() < 0.8 ? 1 : 0));

/** The definition, pair by pair. */
function plain(a: Float32Array, b: Float32Array, ring: number): number {
  const inside = Array.from(mask.keys()).filter((p) => mask[p]);
  const mean = (v: Float32Array) => inside.reduce((s, p) => s + v[p], 0) / inside.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sd = (v: Float32Array, m: number) =>
    Math.sqrt(inside.reduce((s, p) => s + (v[p] - m) ** 2, 0) / inside.length);
  let [sum, n] = [0, 0];
  for (const p of inside)
    for (const q of inside) {
      const d = Math.hypot((q % width) - (p % width), Math.floor(q / width) - Math.floor(p / width));
      if (Math.round(d) !== ring) continue;
      sum += (a[p] - ma) * (b[q] - mb);
      ++n;
    }
  return sum / n / (sd(a, ma) * sd(b, mb));
}

describe("pair correlation", () => {
  it("is the sum over pairs in the mask", () => {
    const [a, b] = [draw(), draw()];
    const found = pairCorrelations([a, b], mask, { width, height, largest: 5 });
    expect([...found.keys()]).toEqual([0, 1, 3]);
    for (const ring of [0, 1, 2, 5]) {
      expect(found.get(0)?.correlation[ring]).toBeCloseTo(plain(a, a, ring), 9);
      expect(found.get(1)?.correlation[ring]).toBeCloseTo(plain(a, b, ring), 9);
    }
    expect(found.get(3)?.correlation[0]).toBeCloseTo(1, 9);
  });
  it("of a wave is a cosine along it", () => {
    const n = 64;
    const wave = Float32Array.from({ length: n * n }, (_, p) => Math.cos((2 * Math.PI * (p % n)) / 16));
    const own = pairCorrelations([wave], new Uint8Array(n * n).fill(1), {
      width: n,
      height: n,
      largest: 12
    }).get(0);
    // over all directions a Bessel function: J0(2π·8/16) = J0(π)
    expect(Math.abs((own?.correlation[8] ?? 0) - -0.3042)).toBeLessThan(0.03);
  });
  it("needs what varies and maps of one size", () => {
    const flat = new Float32Array(width * height).fill(2);
    expect(() => pairCorrelations([flat], mask, { width, height, largest: 3 })).toThrow(
      /invalid map: uniform/
    );
    expect(() => pairCorrelations([new Float32Array(3)], mask, { width, height, largest: 3 })).toThrow(
      /3 pixels; must be 14 × 11/
    );
  });
});
