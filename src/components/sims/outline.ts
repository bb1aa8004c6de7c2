// The edge of an area of pixels as a path, drawn over a tile.
import { svg } from "npm:htl";
import type { Marks } from "../stem/tile.js";

/** Every edge between a pixel of the area and one that is not, in pixels. */
export function edgePath(area: Uint8Array, width: number): string {
  const height = area.length / width;
  const parts: string[] = [];
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      const own = area[y * width + x];
      if (x + 1 < width && own !== area[y * width + x + 1]) parts.push(`M${x + 1},${y}v1`);
      if (y + 1 < height && own !== area[(y + 1) * width + x]) parts.push(`M${x},${y + 1}h1`);
    }
  return parts.join("");
}

/** @param step Å of a pixel */
export function outline(area: Uint8Array, width: number, step: number): Marks {
  const path = edgePath(area, width);
  return (_, scale) => {
    const s = scale * step;
    return [
      svg`<g transform=${`scale(${s})`} fill="none">
        <path d=${path} stroke="black" stroke-opacity="0.55" stroke-width=${2.6 / s}></path>
        <path d=${path} stroke="white" stroke-width=${1.1 / s}></path>
      </g>`
    ];
  };
}
