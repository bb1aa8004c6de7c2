// Whether a map of counts can be a profile of the radius alone. Fick's law with a constant flux gives n = a + b (r/R)²; its
// weighted fit leaves χ² = Σ (N − n)²/n over blocks of pixels, which counting noise alone brings to the number of blocks.
// What is beyond counts is given as shares of the variance beyond counts: of the parabola, and of any profile in rings.

import { chiSquaredTail } from "../numerics/normal-distribution.js";

export interface FickianTest {
  /** share of the variance beyond counting noise that the parabola explains, and that any function of the radius does;
   *  NaN where there is none to speak of */
  parabola: number;
  anyProfile: number;
  /** standard deviation beyond counts that the parabola leaves, over the mean */
  residual: number;
  /** χ² of the parabola over its degrees of freedom, and the probability of such a one or a larger by counts alone */
  reducedChiSquared: number;
  p: number;
  blocks: number;
  /** centre less surface of the parabola, over the mean */
  fall: number;
}

/** Standard error of the residual r of one map, by its B blocks: r χ²/((χ² − 1) √(2B)), as the variance beyond counts has the
 *  relative error √(2/B) of the whole variance. */
export const residualError = ({
  residual,
  reducedChiSquared: chi,
  blocks
}: Pick<FickianTest, "residual" | "reducedChiSquared" | "blocks">): number =>
  (residual * chi) / (chi - 1) / Math.sqrt(2 * blocks);

/** pixels along a block's edge, and rings of equal area for the free profile */
const [side, ringCount] = [6, 12];

/**
 * @param counts [y][x] @param mask 1 where they count @param radial distance from the centre over the radius
 * @throws where there are too few blocks
 */
export function fickianTest(
  counts: ArrayLike<number>,
  mask: Uint8Array,
  radial: Float32Array,
  width: number,
  height: number
): FickianTest {
  const blocks = blocksOf(counts, mask, radial, width, height);
  if (blocks.length < 40)
    throw new Error(
      `missing area: ${blocks.length} blocks of ${side} × ${side} pixels; a test needs 40: use a smaller margin`
    );
  const means = blocks.map(({ sum, n }) => sum / n);
  const grand = blocks.reduce((s, b) => s + b.sum, 0) / blocks.reduce((s, b) => s + b.n, 0);
  // two rounds: the weights come from the mean first, then from the fit
  let [a, b] = [grand, 0];
  for (let round = 0; round < 2; ++round) {
    let [w0, w1, w2, y0, y1] = [0, 0, 0, 0, 0];
    blocks.forEach(({ n, square }, i) => {
      const w = n / Math.max(1e-3 * grand, a + b * square);
      w0 += w;
      w1 += w * square;
      w2 += w * square * square;
      y0 += w * means[i];
      y1 += w * square * means[i];
    });
    b = (w0 * y1 - w1 * y0) / (w0 * w2 - w1 * w1);
    a = (y0 - b * w1) / w0;
  }
  const fit = blocks.map(({ square }) => Math.max(1e-3 * grand, a + b * square));
  const chi = blocks.reduce((s, { n }, i) => s + (n * (means[i] - fit[i]) ** 2) / fit[i], 0);
  const freedom = blocks.length - 2;
  const excess = (model: readonly number[], parameters: number) =>
    (blocks.reduce((s, { n }, i) => s + n * (means[i] - model[i]) ** 2, 0) -
      grand * (blocks.length - parameters)) /
    blocks.reduce((s, { n }) => s + n, 0);
  const total = excess(
    means.map(() => grand),
    1
  );
  const left = excess(fit, 2);
  // a variance that is within two standard errors of counting noise cannot be shared out
  const noise = (grand * blocks.length) / blocks.reduce((s, { n }) => s + n, 0);
  const of = total > 2 * noise * Math.sqrt(2 / blocks.length) ? total : NaN;
  const rings = ringMeans(blocks, ringCount);
  return {
    parabola: 1 - left / of,
    anyProfile: 1 - excess(rings, ringCount) / of,
    residual: Math.sqrt(Math.max(0, left)) / grand,
    reducedChiSquared: chi / freedom,
    p: chiSquaredTail(chi, freedom),
    blocks: blocks.length,
    fall: -b / grand
  };
}

interface Block {
  sum: number;
  n: number;
  /** mean of (r/R)² */
  square: number;
}

function blocksOf(
  counts: ArrayLike<number>,
  mask: Uint8Array,
  radial: Float32Array,
  width: number,
  height: number
): Block[] {
  const blocks: Block[] = [];
  for (let top = 0; top + side <= height; top += side)
    for (let left = 0; left + side <= width; left += side) {
      let [sum, n, square] = [0, 0, 0];
      for (let y = top; y < top + side; ++y)
        for (let p = y * width + left; p < y * width + left + side; ++p)
          if (mask[p]) {
            sum += counts[p];
            square += radial[p] ** 2;
            ++n;
          }
      if (n >= (side * side) / 2) blocks.push({ sum, n, square: square / n });
    }
  return blocks;
}

/** Mean of the counts in the ring that each block lies in; rings hold equal numbers of blocks. */
function ringMeans(blocks: readonly Block[], rings: number): number[] {
  const order = Array.from(blocks.keys()).sort((i, j) => blocks[i].square - blocks[j].square);
  const out = new Array<number>(blocks.length);
  for (let k = 0; k < rings; ++k) {
    const own = order.slice(
      Math.floor((k * order.length) / rings),
      Math.floor(((k + 1) * order.length) / rings)
    );
    const mean = own.reduce((s, i) => s + blocks[i].sum, 0) / own.reduce((s, i) => s + blocks[i].n, 0);
    for (const i of own) out[i] = mean;
  }
  return out;
}
