// Three orthogonal slices through a volume with one cross-hair, and the values of all layers under it.
import { isDark, onDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { select } from "../segmented.js";
import { layerLegend } from "./layer-legend.js";
import { sayPlace, sliceCanvas } from "./slice-canvas.js";
import { palette, planes, type Plane } from "./slice-paint.js";
import {
  along,
  checkLayers,
  sayValue,
  voxelIndex,
  type Axis,
  type Grid,
  type Layer,
  type Position
} from "./volume.js";

export interface OrthoViewOptions {
  width: number;
  /** label of the layer shown first; the first of all where left out */
  layer?: string;
  /** where the cross-hair stands first; the middle where left out */
  position?: Partial<Position>;
  /** what the volume is, for those who cannot see it */
  alt: string;
  /** ends what the view listens to */
  invalidation?: Promise<unknown>;
}

/** Sends `input` when the cross-hair moves or another layer is shown. */
export interface OrthoView extends HTMLElement {
  value: Position;
  /** label of the layer shown */
  layer: string;
  /** Shows other layers on the same grid; the cross-hair stays, and so does the layer if its name is still there. */
  update: (layers: readonly Layer[]) => void;
}

const gap = 8;
const axes: readonly Axis[] = ["x", "y", "z"];

/** @throws if a layer does not fit the grid */
export function orthoView(grid: Grid, layers: readonly Layer[], o: OrthoViewOptions): OrthoView {
  checkLayers(grid, layers);
  const { shape } = grid;
  let shown = layers;
  const middle = (axis: Axis) => Math.floor(along(shape, axis) / 2);
  const at: Position = { z: middle("z"), x: middle("x"), y: middle("y"), ...o.position };
  // at most 340 pixels for a cube's side, so that the three fit on one screen
  const scale = Math.min(
    (o.width - gap) / (shape.nx + shape.nz),
    340 / Math.max(shape.nx, shape.ny, shape.nz)
  );
  const size = (plane: Plane) => ({
    width: Math.floor(scale * along(shape, plane.columns)),
    height: Math.floor(scale * along(shape, plane.rows))
  });
  const slices = [planes.xy, planes.zy, planes.xz].map((plane) => ({
    plane,
    view: sliceCanvas({ grid, plane, ...size(plane), onMove: (change) => move(change, true) })
  }));
  const chooserOf = (of: readonly Layer[], value: string | undefined) => {
    const options = of.map(({ label }) => label);
    const known = value !== undefined && options.includes(value) ? value : options[0];
    const element = select({ label: "Layer", options, value: known });
    element.addEventListener("input", () => drawAll());
    return element;
  };
  let chooser = chooserOf(layers, o.layer);
  const sliders = axes.map((axis) => {
    const id = uniqueId("slice");
    const range = h("input", { type: "range", id, min: 0, max: along(shape, axis) - 1, step: 1 });
    range.addEventListener("input", () => move({ [axis]: range.valueAsNumber }, false));
    const output = h("output", { for: id });
    return {
      axis,
      range,
      output,
      row: h("div", { class: "slice-slider" }, h("label", { for: id }, axis), range, output)
    };
  });
  const legend = h("div", { class: "layer-legend" });
  const said = h("p", { class: "figure-readout", role: "status" });
  const readings = h("dl", { class: "readings" });
  const side = h("div", { class: "ortho-side" }, legend, ...sliders.map(({ row }) => row), said);
  const root = h("div", { class: "ortho-view", role: "group", "aria-label": o.alt });

  const layerNow = () => shown.find(({ label }) => label === chooser.value) ?? shown[0];
  const draw = () => {
    const layer = layerNow();
    const colours = palette(layer, isDark());
    for (const { view } of slices) view.show(layer, colours, { ...at });
    for (const { axis, range, output } of sliders) {
      range.value = String(at[axis]);
      output.textContent = sayPlace(grid, axis, at[axis]).slice(2);
      range.setAttribute("aria-valuetext", output.textContent);
    }
    const index = voxelIndex(shape, at);
    const place = axes.map((axis) => sayPlace(grid, axis, at[axis])).join(", ");
    said.textContent = `${place} from the centre. ${layer.label}: ${sayValue(layer, index)}`;
    readings.replaceChildren(
      ...shown.map((each) =>
        h(
          "div",
          { class: each === layer ? "current" : null },
          h("dt", {}, each.label),
          h("dd", {}, sayValue(each, index))
        )
      )
    );
  };
  const drawLegend = () =>
    legend.replaceChildren(layerLegend(layerNow(), isDark(), Math.max(150, size(planes.zy).width)));
  const drawAll = () => {
    drawLegend();
    draw();
  };
  const move = (change: Partial<Position>, tell: boolean) => {
    for (const axis of axes) {
      const wanted = change[axis];
      if (wanted !== undefined) at[axis] = Math.min(along(shape, axis) - 1, Math.max(0, Math.round(wanted)));
    }
    draw();
    if (tell) root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const stop = onDark(drawAll);
  void o.invalidation?.then(stop);

  const captioned = slices.map(({ plane, view }) =>
    h(
      "div",
      { class: `slice-cell slice-${plane.name}` },
      h("p", { class: "slice-name" }, `${plane.columns} → right, ${plane.rows} ↓ down`),
      view
    )
  );
  const views = h("div", { class: "ortho-planes" }, ...captioned, side);
  root.append(chooser, views, readings);
  move({}, false);
  drawLegend();
  return Object.defineProperties(root, {
    value: { get: () => ({ ...at }), set: (to: Partial<Position>) => move(to, false) },
    layer: {
      get: () => chooser.value,
      set: (label: string) => {
        chooser.value = label;
        drawAll();
      }
    },
    update: {
      value: (next: readonly Layer[]) => {
        checkLayers(grid, next);
        const renewed = chooserOf(next, chooser.value);
        chooser.replaceWith(renewed);
        chooser = renewed;
        shown = next;
        drawAll();
      }
    }
  }) as unknown as OrthoView;
}
