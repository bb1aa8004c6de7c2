import { describe, expect, it } from "vitest";
import { transformRows } from "../../../src/science/numerics/fft-2d.js";
import { gpa, type GpaOptions } from "../../../src/science/numerics/gpa.js";
import { upsample } from "../../../src/science/numerics/upsample.js";

const n = 256;
const period = 16;

/** cos of two phases at each pixel, given the displacement in the image's coordinates */
function lattice(u: (x: number, y: number) => readonly [number, number], rotate = 0): Float64Array {
  const [c, s] = [Math.cos(rotate), Math.sin(rotate)];
  return Float64Array.from({ length: n * n }, (_, p) => {
    const [x, y] = [p % n, Math.floor(p / n)];
    const [ux, uy] = u(x, y);
    const [a, b] = [c * (x - ux) + s * (y - uy), -s * (x - ux) + c * (y - uy)];
    return 2 + Math.cos((2 * Math.PI * a) / period) + Math.cos((2 * Math.PI * b) / period);
  });
}

const options: GpaOptions = {
  g: [
    [1 / period, 0],
    [0, 1 / period]
  ],
  sigma: 0.01
};
const analyse = (image: Float64Array, changes: Partial<GpaOptions> = {}) =>
  gpa(transformRows(image, n, n, 2), { ...options, ...changes });
const inner = { x: 64, y: 64, width: 128, height: 128 };
const middle = ({ columns, rows }: { columns: number; rows: number }) => (rows / 2) * columns + columns / 2;

describe("geometrical phase analysis", () => {
  it("finds no strain in a perfect lattice", () => {
    const maps = analyse(lattice(() => [0, 0]));
    for (const map of [maps.exx, maps.eyy, maps.exy, maps.rotation])
      expect(Math.max(...map.map(Math.abs))).toBeLessThan(1e-10);
  });

  it("follows a displacement that varies over the image", () => {
    const k = (2 * Math.PI) / n;
    const maps = analyse(
      lattice((x, y) => [0.8 * Math.sin(k * x) * Math.cos(k * y), -0.5 * Math.cos(k * x)]),
      { measure: "eulerian", sigma: 0.015 }
    );
    let worst = 0;
    for (let r = 0; r < maps.rows; ++r)
      for (let c = 0; c < maps.columns; ++c) {
        const [x, y] = [c * maps.stepX, r * maps.stepY];
        // the mask averages over a Gaussian of 1/(2π sigma) pixels
        const [one, two] = [1, 2].map((waves) => Math.exp(-0.5 * waves * (k / (2 * Math.PI * 0.015)) ** 2));
        const xx = two * 0.8 * k * Math.cos(k * x) * Math.cos(k * y);
        const xy = -two * 0.8 * k * Math.sin(k * x) * Math.sin(k * y);
        const yx = one * 0.5 * k * Math.sin(k * x);
        const p = r * maps.columns + c;
        worst = Math.max(worst, Math.abs(maps.exx[p] - xx), Math.abs(maps.rotation[p] - (yx - xy) / 2));
      }
    // strains of 2 %; amplitude and phase are not averaged apart, which leaves terms of second order
    expect(worst).toBeLessThan(3e-4);
  });

  it("gives the strain of the lattice exactly, however large, and the paper's measure to first order", () => {
    const strained = lattice((x) => [x - x / 1.08, 0]);
    // both halves of the image: the reference is unstrained by definition, so give it the true lattice
    const whole = analyse(strained, { reference: inner });
    expect(whole.exx[middle(whole)]).toBeCloseTo(0, 5);
    const g = whole.referenceG;
    expect(g[0][0]).toBeCloseTo(1 / period / 1.08, 6);
    expect(g[1][1]).toBeCloseTo(1 / period, 8);
  });

  it("recovers a step of 2 % between two halves, in the lattice measure", () => {
    // column spacing larger by 2 % on the left of the middle, periodic image ends excluded
    const step = lattice((x) => [x < n / 2 ? (x - n / 2) * (1 - 1 / 1.02) : 0, 0]);
    const reference = { x: 160, y: 0, width: 64, height: n };
    const left = (measure: "lattice" | "eulerian") => {
      const maps = analyse(step, { reference, measure, sigma: 0.015 });
      return maps.exx[(maps.rows / 2) * maps.columns + Math.round(72 / maps.stepX)];
    };
    expect(left("lattice")).toBeCloseTo(0.02, 3);
    expect(left("eulerian")).toBeCloseTo(1 - 1 / 1.02, 3);
  });

  it("turns from x towards y for a positive rotation", () => {
    const angle = 0.03;
    // half of the image is turned, the other is the reference
    const turned = lattice(() => [0, 0]);
    const other = lattice(() => [0, 0], angle);
    const image = turned.map((value, p) => (p % n < n / 2 ? value : other[p]));
    const maps = analyse(image, { reference: { x: 24, y: 24, width: 60, height: 200 }, sigma: 0.012 });
    const at = (maps.rows / 2) * maps.columns + Math.round(192 / maps.stepX);
    expect(maps.rotation[at]).toBeCloseTo(angle, 3);
    expect(maps.exy[at]).toBeCloseTo(0, 3);
  });

  it("does not depend on the sign of g", () => {
    const image = lattice((x) => [0.5 * Math.sin((2 * Math.PI * x) / n), 0]);
    const [plus, minus] = [1, -1].map((sign) =>
      analyse(image, {
        g: [
          [sign / period, 0],
          [0, -sign / period]
        ]
      })
    );
    plus.exx.forEach((value, p) => expect(value).toBeCloseTo(minus.exx[p], 8));
  });

  it("has NaN where there is no lattice", () => {
    const image = lattice(() => [0, 0]).map((value, p) => (p % n < n / 2 ? value : 2));
    const maps = analyse(image);
    const at = (x: number) => maps.exx[(maps.rows / 2) * maps.columns + Math.round(x / maps.stepX)];
    expect(at(64)).toBeCloseTo(0, 2);
    expect(at(192)).toBeNaN();
  });

  it("says what is wrong with g, masks and reference", () => {
    const image = lattice(() => [0, 0]);
    const at =
      (g: GpaOptions["g"], sigma = 0.01) =>
      () =>
        analyse(image, { g, sigma });
    expect(
      at([
        [0.6, 0],
        [0, 0.06]
      ])
    ).toThrow("lies outside the pattern; must be below 0.5");
    expect(
      at([
        [0.06, 0],
        [0.12, 0]
      ])
    ).toThrow("invalid pair of g");
    expect(
      at(
        [
          [0.06, 0],
          [0.06, 0.02]
        ],
        0.02
      )
    ).toThrow("ambiguous masks: those of the two g overlap");
    expect(
      at(
        [
          [0.06, 0],
          [0, 0.06]
        ],
        0.03
      )
    ).toThrow("invalid mask: its width");
    expect(() => analyse(image, { reference: { x: 300, y: 0, width: 9, height: 9 } })).toThrow(
      "missing lattice in the reference area"
    );
  });
});

describe("upsampling of a map", () => {
  it("keeps the coarse points and smooth waves between them", () => {
    const coarse = Float64Array.from({ length: 32 * 16 }, (_, p) => Math.cos((2 * Math.PI * (p % 32)) / 32));
    const fine = upsample(coarse, 32, 16, 128, 64);
    for (let x = 0; x < 128; ++x) expect(fine[5 * 128 + x]).toBeCloseTo(Math.cos((2 * Math.PI * x) / 128), 3);
    expect(fine[4]).toBeCloseTo(coarse[1], 6);
  });
});
