// What a pointer does to a pattern: hovering reads, drawing across chooses a part, a double click shows all; with ctrl the wheel
// zooms about the pointer, without it the page scrolls as it should.

export interface PointerActions {
  /** in which pixels are counted, whatever the element is shown at */
  width: number;
  /** from pixels of the element to its axis */
  toAxis: (pixel: number) => number;
  /** null: the pointer has left */
  hover: (at: number | null) => void;
  /** null: none is being drawn */
  brush: (pixels: readonly [number, number] | null) => void;
  choose: (from: number, to: number) => void;
  whole: () => void;
  wheel: (factor: number, about: number) => void;
}

/** Pixels below which drawing across was a click. */
const least = 6;

export function followPointer(stage: HTMLElement, actions: PointerActions): void {
  let from: number | null = null;
  const pixel = (event: MouseEvent) => {
    const box = stage.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * actions.width;
  };
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    from = pixel(event);
    actions.hover(actions.toAxis(from));
  });
  stage.addEventListener("pointermove", (event) => {
    const now = pixel(event);
    if (from !== null && event.buttons & 1) {
      actions.brush([from, now]);
      return;
    }
    if (event.pointerType === "mouse") actions.hover(actions.toAxis(now));
  });
  const end = (event: PointerEvent) => {
    const [start, now] = [from, pixel(event)];
    from = null;
    actions.brush(null);
    if (start === null || event.type === "pointercancel" || Math.abs(now - start) < least) return;
    actions.choose(actions.toAxis(Math.min(start, now)), actions.toAxis(Math.max(start, now)));
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);
  stage.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse" && from === null) actions.hover(null);
  });
  stage.addEventListener("dblclick", (event) => {
    event.preventDefault();
    actions.whole();
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      actions.wheel(Math.exp(event.deltaY * 0.002), actions.toAxis(pixel(event)));
    },
    { passive: false }
  );
}
