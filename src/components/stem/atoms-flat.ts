// A block of atoms seen along the beam, or from any side, as discs: what stands first, and instead of the 3-D view.
import { parseHex } from "../colour-space.js";
import { h } from "../element.js";
import { scaleBar } from "../tomography/scale-bar.js";
import { screenAxes, type Camera } from "../tomography/volume-camera.js";
import { halfView } from "../tomography/volume-scene.js";
import { svg } from "npm:htl";
import type { Atoms } from "./atoms.js";

/** Draws far atoms first; nearer ones are lighter at their middle. */
export function paintFlat(
  canvas: HTMLCanvasElement,
  atoms: Atoms,
  {
    camera,
    colours,
    shown,
    side
  }: { camera: Camera; colours: readonly string[]; shown: readonly boolean[]; side: number }
): void {
  const ratio = Math.min(2, globalThis.devicePixelRatio || 1);
  canvas.width = canvas.height = Math.round(side * ratio);
  const context = canvas.getContext("2d");
  if (!context) return;
  const { right, up, forward } = screenAxes(camera);
  const [w, d, l] = atoms.size;
  const scale = canvas.width / (2 * halfView(Math.max(w, d, l), camera.zoom));
  const middle = [atoms.corner[0] + w / 2, atoms.corner[1] + d / 2, l / 2];
  const count = atoms.species.length;
  const at = (i: number, axis: readonly number[]) =>
    axis.reduce((sum, a, k) => sum + a * (atoms.positions[3 * i + k] - middle[k]), 0);
  const depth = Float32Array.from({ length: count }, (_, i) => at(i, forward));
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => depth[b] - depth[a]);
  const rims = colours.map((colour) => {
    const [r, g, b] = parseHex(colour).map((v) => Math.round(140 * v));
    return `rgb(${r}, ${g}, ${b})`;
  });
  context.lineWidth = 0.08 * scale;
  for (const i of order) {
    const kind = atoms.species[i];
    if (!shown[kind]) continue;
    context.beginPath();
    context.arc(
      canvas.width / 2 + at(i, right) * scale,
      canvas.height / 2 - at(i, up) * scale,
      Math.max(0.6, atoms.radii[kind] * scale),
      0,
      2 * Math.PI
    );
    context.fillStyle = colours[kind];
    context.strokeStyle = rims[kind];
    context.fill();
    context.stroke();
  }
}

/** Scale bar and axes over a picture of atoms. */
export function atomsOverlay(atoms: Atoms, camera: Camera, side: number): SVGElement {
  const view = 2 * halfView(Math.max(...atoms.size), camera.zoom);
  return svg`<svg viewBox=${`0 0 ${side} ${side}`} font-size="12" aria-hidden="true">${scaleBar(view / 10, side, side)}</svg>`;
}

/** A still picture along the beam. */
export function flatAtoms(atoms: Atoms, side: number, colours: readonly string[], alt: string): HTMLElement {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const camera = { turn: 0, rise: 0, zoom: 1.15 };
  paintFlat(canvas, atoms, { camera, colours, shown: colours.map(() => true), side });
  const root = h(
    "div",
    { class: "stem-tile", role: "img", "aria-label": alt },
    canvas,
    atomsOverlay(atoms, camera, side)
  );
  root.style.width = root.style.height = `${side}px`;
  return root;
}
