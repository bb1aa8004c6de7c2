// The controls of the 3-D view: which classes are seen and how dense, the cut, and buttons for the camera.
import { h, uniqueId } from "../element.js";
import { segmented } from "../segmented.js";
import { swatch } from "./layer-legend.js";
import { keyMove, moved, type Camera } from "./volume-camera.js";
import type { Cut } from "./volume-scene.js";
import { categoriesOf, type Axis, type ClassLayer } from "./volume.js";

export interface VolumeControls extends HTMLElement {
  /** of classes 1 to 3 */
  opacities: [number, number, number];
  cut: Cut | null;
  /** Shows the classes' colours of the theme. */
  recolour: (dark: boolean) => void;
}

/** Sends `input` when something other than the camera changes; the camera's buttons call `onCamera`. */
export function volumeControls(
  layer: ClassLayer,
  dark: boolean,
  cut: Cut | null,
  camera: () => Camera,
  onCamera: (camera: Camera) => void
): VolumeControls {
  const rows = categoriesOf(layer)
    .slice(0, 3)
    .map((category) => {
      const { label } = category;
      const shown = h("input", { type: "checkbox", checked: true });
      // the target class lets the others be seen through it
      const opacity = h("input", {
        type: "range",
        min: 5,
        max: 100,
        step: 5,
        value: category.code === 1 ? 20 : 100,
        "aria-label": `Opacity of ${label}, per cent`
      });
      const mark = h("span");
      const row = h("div", { class: "class-row" }, h("label", {}, shown, mark, label), opacity);
      shown.addEventListener("input", () => (opacity.disabled = !shown.checked));
      return { category, shown, opacity, mark, row };
    });
  const classes = h(
    "fieldset",
    { class: "control" },
    h("legend", {}, "Classes and their opacity"),
    ...rows.map(({ row }) => row)
  );
  const axis = segmented<"none" | Axis>({
    label: "Cut across",
    options: ["none", "x", "y", "z"],
    value: cut?.axis ?? "none"
  });
  const id = uniqueId("cut");
  const at = h("input", { type: "range", id, min: 0, max: 100, step: 1, value: 100 * (cut?.at ?? 0.5) });
  const flip = h("input", { type: "checkbox", checked: cut?.flip ?? false });
  const enable = () => (at.disabled = flip.disabled = axis.value === "none");
  axis.addEventListener("input", enable);
  enable();
  const place = h(
    "div",
    { class: "control cut-row" },
    h("label", { for: id }, "Position of the cut"),
    at,
    h("label", {}, flip, "other side")
  );
  const button = (text: string, name: string, key: string) => {
    const press = () => onCamera(moved(camera(), keyMove(key, camera()) ?? {}));
    return h("button", { type: "button", class: "button", "aria-label": name, onclick: press }, text);
  };
  const buttons = h(
    "div",
    { class: "camera-buttons", role: "group", "aria-label": "Camera" },
    button("←", "Turn left", "ArrowLeft"),
    button("→", "Turn right", "ArrowRight"),
    button("↑", "Raise the view", "ArrowUp"),
    button("↓", "Lower the view", "ArrowDown"),
    button("+", "Nearer", "+"),
    button("−", "Farther", "-"),
    button("Reset", "Reset the view", "Home")
  );
  const root = h("div", { class: "volume-controls" }, classes, axis, place, buttons);
  const recolour = (isDark: boolean) => {
    for (const { category, mark } of rows) mark.replaceChildren(swatch(category.colour(isDark)));
  };
  recolour(dark);
  const opacityOf = (i: number) => (rows[i]?.shown.checked ? rows[i].opacity.valueAsNumber / 100 : 0);
  return Object.defineProperties(Object.assign(root, { recolour }), {
    opacities: { get: () => [opacityOf(0), opacityOf(1), opacityOf(2)] },
    cut: {
      get: (): Cut | null =>
        axis.value === "none" ? null : { axis: axis.value, at: at.valueAsNumber / 100, flip: flip.checked }
    }
  }) as unknown as VolumeControls;
}
