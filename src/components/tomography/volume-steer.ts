// Turning the 3-D view by dragging and by keys, and zooming by the wheel once the view has the focus.
import { keyMove, moved, type Camera } from "./volume-camera.js";

/** @param camera null while nothing is shown */
export function steer(
  stage: HTMLElement,
  camera: () => Camera | null,
  change: (camera: Camera) => void
): void {
  stage.addEventListener("keydown", (event) => {
    const now = camera();
    const move = now && !event.ctrlKey && !event.metaKey && !event.altKey ? keyMove(event.key, now) : null;
    if (!now || !move) return;
    event.preventDefault();
    change(moved(now, move));
  });
  stage.addEventListener("pointerdown", (event) => {
    if (camera() && event.button === 0) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    const now = camera();
    if (!now || !stage.hasPointerCapture(event.pointerId)) return;
    const perPixel = 180 / stage.clientWidth;
    const { movementX, movementY } = event;
    change(moved(now, { turn: now.turn + movementX * perPixel, rise: now.rise + movementY * perPixel }));
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      const now = camera();
      if (!now || document.activeElement !== stage) return;
      event.preventDefault();
      change(moved(now, { zoom: now.zoom * 1.1 ** -Math.sign(event.deltaY) }));
    },
    { passive: false }
  );
}
