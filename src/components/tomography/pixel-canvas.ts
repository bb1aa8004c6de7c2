// A canvas that shows few pixels large and crisp: each becomes a square of whole device pixels.
import { h } from "../element.js";

export interface PixelCanvas {
  canvas: HTMLCanvasElement;
  /** Lets `paint` fill r, g, b, a of columns × rows pixels, and shows them. */
  draw: (paint: (pixels: Uint8ClampedArray) => void) => void;
}

/** @param width of the canvas on the page, in CSS pixels */
export function pixelCanvas(columns: number, rows: number, width: number): PixelCanvas {
  const ratio = globalThis.devicePixelRatio || 1;
  const scale = Math.max(1, Math.ceil((width * ratio) / columns));
  const canvas = h("canvas", { width: columns * scale, height: rows * scale, "aria-hidden": "true" });
  const small = h("canvas", { width: columns, height: rows });
  return {
    canvas,
    draw(paint) {
      const [source, target] = [small.getContext("2d"), canvas.getContext("2d")];
      if (!source || !target) return;
      const image = source.createImageData(columns, rows);
      paint(image.data);
      source.putImageData(image, 0, 0);
      target.imageSmoothingEnabled = false;
      target.clearRect(0, 0, canvas.width, canvas.height);
      target.drawImage(small, 0, 0, canvas.width, canvas.height);
    }
  };
}
