// A volume of classes in three dimensions, drawn when the reader asks for it; where it cannot be, its slices instead.
import { isDark, onDark } from "../dark.js";
import { h } from "../element.js";
import { orthoView } from "./ortho-view.js";
import { homeCamera, moved, type Camera } from "./volume-camera.js";
import { volumeControls } from "./volume-controls.js";
import { steer } from "./volume-steer.js";
import { sayView, volumeOverlay } from "./volume-overlay.js";
import { hasWebGL, volumeScene, type Cut, type SceneFrame, type VolumeScene } from "./volume-scene.js";
import { categoriesOf, checkLayers, type ClassLayer, type Grid } from "./volume.js";

/** What three weighs over the network, kB. */
const threeSize = 190;

export interface VolumeViewOptions {
  width: number;
  alt: string;
  /** draws as soon as it is seen, without the reader's asking */
  start?: boolean;
  cut?: Cut;
  camera?: Partial<Camera>;
  /** shown where there is no WebGL; the slices of the layer where left out */
  fallback?: () => Element;
  /** frees what the view holds */
  invalidation?: Promise<unknown>;
}

export interface VolumeView extends HTMLElement {
  value: Camera & { cut: Cut | null };
  /** Draws in 3-D from now on. */
  show: () => Promise<void>;
  /** Another layer on the same grid; the camera stays. */
  update: (layer: ClassLayer) => void;
}

/** @throws if the layer does not fit the grid */
export function volumeView(grid: Grid, first: ClassLayer, o: VolumeViewOptions): VolumeView {
  checkLayers(grid, [first]);
  let layer = first;
  let camera = moved(homeCamera, o.camera ?? {});
  let scene: VolumeScene | null = null;
  let [ended, slow, queued, finer] = [false, false, 0, 0];
  const side = Math.min(480, o.width);
  const overlay = h("div");
  const ask = h("button", { type: "button", class: "button" }, `Show in 3-D (loads ${threeSize} kB)`);
  const stage = h("div", { class: "volume-stage", style: `max-width: ${side}px` }, ask);
  const changeCamera = (next: Camera) => {
    camera = next;
    draw(true);
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const controls = volumeControls(layer, isDark(), o.cut ?? null, () => camera, changeCamera);
  const said = h("p", { class: "figure-readout", role: "status" });
  const body = h("div", { class: "volume-body" }, stage, controls);
  const root = h("div", { class: "volume-view", role: "group", "aria-label": o.alt }, body, said);

  const frame = (coarse: boolean): SceneFrame => ({
    camera,
    opacities: controls.opacities,
    cut: controls.cut,
    colours: categoriesOf(layer).map(({ colour }) => colour(isDark())),
    width: side,
    height: side,
    // a slow machine draws coarsely while things move, and finely once they stand
    ratio: coarse && slow ? 0.5 : slow ? 1 : Math.min(2, globalThis.devicePixelRatio || 1)
  });
  const paint = (coarse: boolean) => {
    queued = 0;
    scene?.render(frame(coarse));
    overlay.replaceChildren(volumeOverlay(grid, camera, side));
    stage.setAttribute("aria-label", `${o.alt} ${sayView(camera, controls.cut)}`);
  };
  const draw = (coarse: boolean) => {
    if (!scene) return;
    if (!queued) queued = requestAnimationFrame(() => paint(coarse));
    clearTimeout(finer);
    if (coarse && slow) finer = window.setTimeout(() => draw(false), 200);
  };
  const close = () => {
    cancelAnimationFrame(queued);
    clearTimeout(finer);
    const last = scene;
    scene = null;
    last?.dispose();
  };
  const instead = (reason: string) => {
    close();
    said.textContent = `${reason}; the slices show the same volume.`;
    const slices =
      o.fallback?.() ??
      orthoView(grid, [layer], { width: o.width, alt: o.alt, invalidation: o.invalidation });
    body.replaceChildren(slices);
  };
  const show = async (focus = false) => {
    if (scene || ended || !stage.isConnected || ask.disabled) return;
    if (!hasWebGL()) {
      instead("This browser gives no WebGL, which the 3-D view needs");
      return;
    }
    ask.disabled = true;
    try {
      const made = await volumeScene();
      if (ended) {
        made.dispose();
        return;
      }
      scene = made;
      made.setVolume(layer.values, grid.shape);
      made.canvas.addEventListener("webglcontextlost", () => {
        if (scene) instead("The browser took the WebGL context of the 3-D view away");
      });
      stage.replaceChildren(made.canvas, overlay);
      made.canvas.setAttribute("aria-hidden", "true");
      stage.tabIndex = 0;
      stage.setAttribute("role", "application");
      slow = made.timed(frame(false)) > 60;
      said.textContent = "Drag to turn; with the keyboard: arrow keys turn, + and − zoom, Home resets.";
      paint(false);
      // the button that had the focus is gone
      if (focus) stage.focus({ preventScroll: true });
    } catch {
      instead("The 3-D view could not be started");
    }
  };
  ask.addEventListener("click", () => void show(true));
  controls.addEventListener("input", () => draw(true));
  steer(stage, () => (scene ? camera : null), changeCamera);
  const stopDark = onDark((dark) => {
    controls.recolour(dark);
    draw(false);
  });
  void o.invalidation?.then(() => {
    ended = true;
    stopDark();
    seen.disconnect();
    close();
  });
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    void show();
  });
  if (o.start) seen.observe(stage);
  return Object.defineProperties(
    Object.assign(root, {
      show: () => show(),
      update(next: ClassLayer) {
        checkLayers(grid, [next]);
        layer = next;
        scene?.setVolume(layer.values, grid.shape);
        draw(false);
      }
    }),
    {
      value: {
        get: () => ({ ...camera, cut: controls.cut }),
        set: (to: Partial<Camera>) => {
          camera = moved(camera, to);
          draw(false);
        }
      }
    }
  ) as unknown as VolumeView;
}
