// Paints the points with their errors, the calculated curve, the background and the difference of a refinement plot.
import { provenanceColour } from "../colours.js";
import { differenceAt, type PlotBox, type PlotChoices, type PlotScales } from "./pattern-layout.js";
import { inWindow, type ShownPattern, type Window } from "./shown-pattern.js";

export interface PaintSettings {
  window: Window;
  box: PlotBox;
  scales: PlotScales;
  choices: PlotChoices;
  dark: boolean;
  /** of the page's text */
  ink: string;
}

/** @param canvas of any size; it is brought to that of the box, two pixels to one of the page */
export function paintPattern(canvas: HTMLCanvasElement, p: ShownPattern, s: PaintSettings): void {
  const { box, scales, window, choices, ink } = s;
  const density = Math.max(2, Math.min(3, devicePixelRatio || 1));
  const [wide, high] = [Math.round(box.width * density), Math.round(box.height * density)];
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, box.width, box.height);
  const [first, end] = inWindow(p.x, window);
  const count = end - first;
  const at = (i: number) => scales.x(p.x[i]);
  const curve = (y: (i: number) => number) => {
    context.beginPath();
    for (let i = first; i < end; ++i) context.lineTo(at(i), y(i));
    context.stroke();
  };
  const within = ([top, bottom]: readonly [number, number], draw: () => void) => {
    context.save();
    context.beginPath();
    context.rect(box.left, top, box.width - box.left - box.right, bottom - top);
    context.clip();
    draw();
    context.restore();
  };

  within([box.main[0], box.main[1] + 1], () => {
    // points become larger and their errors plainer as there is room for them
    const room = (box.width - box.left - box.right) / Math.max(1, count);
    const radius = Math.min(2.2, Math.max(0.75, 0.35 * room));
    Object.assign(context, {
      strokeStyle: ink,
      lineWidth: 0.75,
      globalAlpha: Math.min(0.7, 0.25 + 0.2 * room)
    });
    context.beginPath();
    for (let i = first; i < end; ++i) {
      context.moveTo(at(i), scales.y(p.observed[i] - p.error[i]));
      context.lineTo(at(i), scales.y(p.observed[i] + p.error[i]));
    }
    context.stroke();
    Object.assign(context, { fillStyle: ink, globalAlpha: 0.85 });
    context.beginPath();
    for (let i = first; i < end; ++i) {
      const [x, y] = [at(i), scales.y(p.observed[i])];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fill();
    Object.assign(context, { globalAlpha: 1, strokeStyle: ink, lineWidth: 1 });
    context.setLineDash([5, 4]);
    curve((i) => scales.y(p.background[i]));
    context.setLineDash([]);
    Object.assign(context, {
      strokeStyle: provenanceColour("recovered", s.dark),
      lineWidth: 1.5,
      lineJoin: "round"
    });
    curve((i) => scales.y(p.calculated[i]));
  });

  within(box.difference, () => {
    Object.assign(context, { strokeStyle: ink, lineWidth: 0.9, globalAlpha: 0.85 });
    curve((i) => scales.residual(differenceAt(p, i, choices.difference)));
  });
}
