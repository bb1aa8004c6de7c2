// What lies over the 3-D picture: where the axes point, and a scale bar (the projection is parallel, so it holds everywhere).
import { svg } from "npm:htl";
import { haloed, scaleBar } from "./scale-bar.js";
import { screenAxes, type Camera } from "./volume-camera.js";
import { halfView, type Cut } from "./volume-scene.js";
import type { Grid } from "./volume.js";

/** @param side of the square picture, in pixels */
export function volumeOverlay({ shape, voxel }: Grid, camera: Camera, side: number): SVGElement {
  const { right, up } = screenAxes(camera);
  const view = 2 * halfView(Math.max(shape.nx, shape.ny, shape.nz), camera.zoom) * voxel;
  const [x0, y0, length] = [side - 40, side - 40, 24];
  const arrows = (["x", "y", "z"] as const).map((name, i) => {
    const [dx, dy] = [right[i] * length, -up[i] * length];
    const style = "stroke: currentColor; stroke-width: 1.5px";
    return svg`<g><line x1=${x0} y1=${y0} x2=${x0 + dx} y2=${y0 + dy} style=${style}></line>
      <text x=${x0 + 1.45 * dx} y=${y0 + 1.45 * dy + 4} text-anchor="middle" style=${haloed}>${name}</text></g>`;
  });
  return svg`<svg viewBox=${`0 0 ${side} ${side}`} font-size="12" aria-hidden="true">
    ${arrows}${scaleBar(view, side, side)}</svg>`;
}

/** The state of the view in words. */
export function sayView({ turn, rise, zoom }: Camera, cut: Cut | null): string {
  const where = cut ? `cut across ${cut.axis} at ${Math.round(100 * cut.at)} %` : "not cut";
  return `Turned ${Math.round(turn)}°, raised ${Math.round(rise)}°, zoom ${zoom.toFixed(1)}, ${where}. Arrow keys turn, plus and minus zoom, Home resets.`;
}
