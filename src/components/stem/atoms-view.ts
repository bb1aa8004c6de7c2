// A block of atoms that can be turned: discs at once, spheres with three when the reader asks, discs again without WebGL.
import { species } from "../../science/particle/lattice-models-sites.js";
import { elementColour } from "../colours.js";
import { isDark, onDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { swatch } from "../tomography/layer-legend.js";
import { moved, type Camera } from "../tomography/volume-camera.js";
import { hasWebGL } from "../tomography/volume-scene.js";
import { steer } from "../tomography/volume-steer.js";
import { tally, type Atoms } from "./atoms.js";
import { atomsOverlay, paintFlat } from "./atoms-flat.js";
import { atomsScene, type AtomsScene } from "./atoms-scene.js";

/** What three weighs over the network, kB. */
const threeSize = 190;
const alongBeam: Camera = { turn: 0, rise: 0, zoom: 1.15 };

export interface AtomsView extends HTMLElement {
  /** Another block; the camera stays. */
  update: (atoms: Atoms, alt: string) => void;
}

export const atomColours = (dark: boolean): string[] => species.map((name) => elementColour(name, dark));

export function atomsView(
  first: Atoms,
  o: { width: number; alt: string; invalidation?: Promise<unknown> | undefined }
): AtomsView {
  let [atoms, alt, camera] = [first, o.alt, alongBeam];
  let scene: AtomsScene | null = null;
  let [ended, queued] = [false, 0];
  const side = o.width >= 600 ? Math.min(520, o.width - 260) : o.width;
  const flat = h("canvas", { "aria-hidden": "true" });
  const overlay = h("div");
  const stage = h("div", { class: "stem-stage", tabindex: 0, role: "application" }, flat, overlay);
  stage.style.flexBasis = stage.style.width = `${side}px`;
  const ask = h("button", { type: "button", class: "button" }, `Spheres with shade (loads ${threeSize} kB)`);
  const home = h("button", { type: "button", class: "button" }, "Along the beam");
  const shown = species.map(() => true);
  const counts = h("div");
  const said = h("p", { class: "figure-readout", role: "status" });
  const paint = () => {
    queued = 0;
    const frame = { camera, colours: atomColours(isDark()), shown, side };
    if (scene) scene.render(frame);
    else paintFlat(flat, atoms, frame);
    overlay.replaceChildren(atomsOverlay(atoms, camera, side));
    const { turn, rise, zoom } = camera;
    const words = `Turned ${Math.round(turn)}°, raised ${Math.round(rise)}°, zoom ${zoom.toFixed(1)}.`;
    said.textContent = `${words} Drag or use the arrow keys; + and − zoom.`;
    stage.setAttribute("aria-label", `${alt} ${words} Arrow keys turn, plus and minus zoom.`);
  };
  const draw = () => {
    if (!queued) queued = requestAnimationFrame(paint);
  };
  const list = () => {
    const numbers = tally(atoms);
    counts.replaceChildren(
      ...species.map((name, s) => {
        const id = uniqueId("species");
        const box = h("input", { type: "checkbox", id });
        box.checked = shown[s];
        box.addEventListener("change", (event) => {
          event.stopPropagation();
          shown[s] = box.checked;
          draw();
        });
        const label = h(
          "label",
          { for: id },
          swatch(elementColour(name, isDark())),
          `${name}, ${numbers[s]} atoms`
        );
        return h("div", { class: "stem-species" }, box, label);
      })
    );
  };
  const change = (next: Camera) => {
    camera = next;
    draw();
  };
  const close = () => {
    const last = scene;
    scene = null;
    last?.dispose();
  };
  const backToDiscs = (reason: string) => {
    close();
    stage.replaceChildren(flat, overlay);
    ask.replaceWith(h("p", {}, `${reason}; the discs can be turned all the same.`));
    draw();
  };
  ask.addEventListener("click", () => {
    if (!hasWebGL()) {
      backToDiscs("This browser gives no WebGL, which shaded spheres need");
      return;
    }
    ask.disabled = true;
    atomsScene()
      .then((made) => {
        if (ended) {
          made.dispose();
          return;
        }
        scene = made;
        made.setAtoms(atoms);
        made.canvas.setAttribute("aria-hidden", "true");
        made.canvas.addEventListener("webglcontextlost", () => {
          if (scene) backToDiscs("The browser took the WebGL context away");
        });
        stage.replaceChildren(made.canvas, overlay);
        stage.focus({ preventScroll: true });
        draw();
      })
      .catch(() => backToDiscs("The 3-D view could not be started"));
  });
  home.addEventListener("click", () => change(alongBeam));
  steer(
    stage,
    () => camera,
    (next) => change(moved(next, {}))
  );
  const stop = onDark(() => {
    list();
    draw();
  });
  void o.invalidation?.then(() => {
    ended = true;
    stop();
    cancelAnimationFrame(queued);
    close();
  });
  list();
  paint();
  const aside = h(
    "div",
    { class: "stem-aside" },
    counts,
    h("div", { class: "stem-buttons" }, home, ask),
    said
  );
  const root = h("div", { class: "stem-atoms", role: "group", "aria-label": o.alt }, stage, aside);
  return Object.assign(root, {
    update(next: Atoms, words: string) {
      [atoms, alt] = [next, words];
      scene?.setAtoms(atoms);
      list();
      draw();
    }
  });
}
