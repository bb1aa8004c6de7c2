// Local maxima of an image, the highest first, no two closer than a distance.

import type { Numbers } from "./fft.js";

export interface LocalMaxima {
  /** whole pixels */
  x: Int32Array;
  y: Int32Array;
  value: Float64Array;
}

/**
 * @param image [y][x]
 * @param separation pixels
 * @param floor values below it do not count
 */
export function localMaxima(
  image: Numbers,
  width: number,
  height: number,
  separation: number,
  floor: number
): LocalMaxima {
  const found: { x: number; y: number; value: number }[] = [];
  for (let y = 1; y < height - 1; ++y)
    for (let x = 1, p = y * width + 1; x < width - 1; ++x, ++p) {
      const value = image[p];
      // of equal neighbours the last one counts
      if (
        value >= floor &&
        value >= image[p - 1] &&
        value > image[p + 1] &&
        value >= image[p - width] &&
        value > image[p + width] &&
        value >= image[p - width - 1] &&
        value >= image[p - width + 1] &&
        value > image[p + width + 1] &&
        value > image[p + width - 1]
      )
        found.push({ x, y, value });
    }
  found.sort((a, b) => b.value - a.value || a.y - b.y || a.x - b.x);
  // a grid of cells no larger than the separation, so that only neighbours are asked
  const cell = Math.max(1, separation / 2);
  const across = Math.ceil(width / cell) + 1;
  const taken = new Map<number, { x: number; y: number }[]>();
  const kept = found.filter(({ x, y }) => {
    const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let dy = -2; dy <= 2; ++dy)
      for (let dx = -2; dx <= 2; ++dx)
        for (const other of taken.get((cy + dy) * across + cx + dx) ?? [])
          if (Math.hypot(other.x - x, other.y - y) < separation) return false;
    const key = cy * across + cx;
    const list = taken.get(key);
    if (list) list.push({ x, y });
    else taken.set(key, [{ x, y }]);
    return true;
  });
  return {
    x: Int32Array.from(kept, ({ x }) => x),
    y: Int32Array.from(kept, ({ y }) => y),
    value: Float64Array.from(kept, ({ value }) => value)
  };
}
