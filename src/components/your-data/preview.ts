// The first look at a part of a file: rows of a table, an image with a slider, or lines of text.
import { parseHex } from "../colour-space.js";
import { sequential } from "../colours.js";
import { h, uniqueId } from "../element.js";
import { errorNote } from "../error-note.js";
import { tableView } from "../table-view.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { formatNumber } from "../units.js";
import type { ShownImage } from "./image-source.js";
import type { Shown, ShownImages, ShownTable } from "./opened.js";
import type { Reader } from "./reader-run.js";

export function preview(shown: Shown, reader: Reader, width: number): HTMLElement {
  if (shown.shape === "images") return imagesPreview(shown, reader, width);
  if (shown.shape === "table") return tablePreview(shown);
  return h(
    "pre",
    { class: "your-lines", tabindex: 0, role: "region", "aria-label": "The first lines" },
    shown.lines.join("\n")
  );
}

const tablePreview = ({ columns, head, rows }: ShownTable): HTMLElement =>
  tableView<string[]>({
    caption: `The first ${head.length} of ${rows.toLocaleString("en")} rows`,
    ...{ rows: head, sortable: false },
    columns: columns.map(({ name }, k) => ({ name: String(k), label: name, value: (row) => row[k] ?? "" }))
  });

const colours = Array.from({ length: 256 }, (_, i) =>
  parseHex(sequential(i / 255)).map((v) => Math.round(255 * v))
);

/** Paints an image row by row; clear where there is no number. */
function paint(pixels: Uint8ClampedArray, { values, low, high }: ShownImage): void {
  const scale = 255 / (high - low || 1);
  values.forEach((value, p) => {
    if (!Number.isFinite(value)) return;
    const colour = colours[Math.round(Math.min(255, Math.max(0, (value - low) * scale)))] ?? [0, 0, 0];
    for (let c = 0; c < 3; ++c) pixels[4 * p + c] = colour[c] ?? 0;
    pixels[4 * p + 3] = 255;
  });
}

function imagesPreview({ count, columns, rows }: ShownImages, reader: Reader, width: number): HTMLElement {
  const id = uniqueId("image");
  const side = Math.min(width, 420, rows > 0 ? (480 * columns) / rows : 420);
  const slider = h("input", { type: "range", id, min: 1, max: count, step: 1, value: Math.ceil(count / 2) });
  const output = h("output", { for: id });
  const picture = h("div", {
    ...{ class: "your-image", role: "img" },
    style: `width: ${side}px; aspect-ratio: ${columns} / ${Math.max(rows, columns / 20)}`
  });
  const said = h("p", { class: "figure-readout", role: "status" });
  const note = errorNote();
  // while an image is read the last one stays; of those asked for meanwhile only the newest is read
  let [busy, wanted] = [false, 0];
  const show = async () => {
    wanted = slider.valueAsNumber;
    output.textContent = `${wanted} of ${count}`;
    if (busy) return;
    busy = true;
    let shown = 0;
    while (shown !== wanted) {
      shown = wanted;
      try {
        const image = await reader.ask("image", { index: shown - 1 });
        const { canvas, draw } = pixelCanvas(image.columns, image.rows, side);
        draw((pixels) => paint(pixels, image));
        picture.replaceChildren(canvas);
        picture.setAttribute("aria-label", `image ${shown} of ${count}`);
        const merged = image.merged > 1 ? `, ${image.merged} × ${image.merged} pixels as one` : "";
        said.textContent = `${columns} × ${rows} pixels${merged}; colours from ${formatNumber(image.low, 4)} to ${formatNumber(image.high, 4)}.`;
        note.show([]);
      } catch (error) {
        note.show(error instanceof Error ? error.message : String(error));
      }
    }
    busy = false;
  };
  slider.addEventListener("input", (event) => {
    event.stopPropagation();
    void show();
  });
  void show();
  return h(
    "div",
    {},
    picture,
    count > 1 ? h("div", { class: "your-slider" }, h("label", { for: id }, "image"), slider, output) : null,
    ...[said, note]
  );
}
