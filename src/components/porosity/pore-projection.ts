// A particle seen through: oxide as a pale disc, its pores and cracks in cyan, the denser the more void lies along the view.
import { svg } from "npm:htl";
import { parseHex } from "../colour-space.js";
import { isDark, onDark } from "../dark.js";
import { h } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { scaleBar } from "../tomography/scale-bar.js";
import type { Grid } from "../tomography/volume.js";
import { isolatedPoreColour, oxideColour, poreNetworkColour } from "../colours.js";

/** Voxels of void, along the view, that hide 63 % of what lies behind. */
const opaque = 5;

/** Voxels of oxide, of pores apart and of the largest pore along z, for each [x][y]. */
export function alongView(
  classes: Uint8Array,
  { shape: { nz, nx, ny } }: Grid
): [Uint16Array, Uint16Array, Uint16Array] {
  const plane = nx * ny;
  const sums: [Uint16Array, Uint16Array, Uint16Array] = [
    new Uint16Array(plane),
    new Uint16Array(plane),
    new Uint16Array(plane)
  ];
  for (let z = 0, p = 0; z < nz; ++z)
    for (let i = 0; i < plane; ++i, ++p) {
      const own = classes[p];
      if (own > 0) ++sums[own - 1][i];
    }
  return sums;
}

/** x runs to the right and y down. */
export function poreProjection(
  classes: Uint8Array,
  grid: Grid,
  { width, alt, invalidation }: { width: number; alt: string; invalidation?: Promise<unknown> | undefined }
): HTMLElement {
  const { nx, ny } = grid.shape;
  const [oxide, isolated, network] = alongView(classes, grid);
  const { canvas, draw } = pixelCanvas(nx, ny, width);
  const height = Math.round((width * ny) / nx);
  const paint = () => {
    const dark = isDark();
    const [body, apart, joined] = [oxideColour, isolatedPoreColour, poreNetworkColour].map((of) =>
      parseHex(of(dark))
    );
    draw((pixels) => {
      for (let x = 0; x < nx; ++x)
        for (let y = 0; y < ny; ++y) {
          const i = x * ny + y;
          const [a, b] = [isolated[i], network[i]];
          const cover = 1 - Math.exp(-(a + b) / opaque);
          const share = a + b > 0 ? b / (a + b) : 0;
          const to = 4 * (y * nx + x);
          const ground = Math.min(1, oxide[i] / 20);
          for (let k = 0; k < 3; ++k) {
            const pore = share * joined[k] + (1 - share) * apart[k];
            pixels[to + k] = Math.round(255 * ((1 - cover) * body[k] + cover * pore));
          }
          pixels[to + 3] = Math.round(255 * Math.max(ground * 0.75, cover));
        }
    });
  };
  paint();
  const stop = onDark(paint);
  void invalidation?.then(stop);
  const bar = svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${scaleBar(nx * grid.voxel, width, height)}</svg>`;
  return h(
    "div",
    {
      class: "slice",
      style: `width: ${width}px; aspect-ratio: ${nx} / ${ny}; cursor: default`,
      role: "img",
      "aria-label": alt
    },
    canvas,
    bar
  );
}
