// Where things of a refinement plot stand: scales of its three parts, and the labels of reflections that have room.
import { scaleLinear } from "npm:d3-scale";
import { inWindow, type ShownPattern, type ShownReflections, type Window } from "./shown-pattern.js";

export const intensityScales = ["linear", "√"] as const;
export type IntensityScale = (typeof intensityScales)[number];
export const differenceKinds = ["intensity", "standard errors"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface PlotChoices {
  intensity: IntensityScale;
  difference: DifferenceKind;
}

/** CSS pixels */
export interface PlotBox {
  width: number;
  left: number;
  right: number;
  /** top and bottom of the intensities, of the rows of ticks, of the difference */
  main: readonly [number, number];
  ticks: readonly [number, number];
  difference: readonly [number, number];
  height: number;
}

export function plotBox(width: number): PlotBox {
  const tall = width >= 560 ? 300 : 230;
  const main = [14, 14 + tall] as const;
  const ticks = [main[1] + 8, main[1] + 24] as const;
  const difference = [ticks[1] + 8, ticks[1] + 88] as const;
  return { width, left: 52, right: 10, main, ticks, difference, height: difference[1] + 38 };
}

export interface PlotScales {
  x: (value: number) => number;
  /** from pixels back to the axis */
  place: (pixel: number) => number;
  y: (intensity: number) => number;
  residual: (difference: number) => number;
  yTicks: number[];
  xTicks: number[];
  residualTicks: number[];
}

/** Sign-keeping square root: background-free points may scatter below zero. */
export const root = (value: number): number => Math.sign(value) * Math.sqrt(Math.abs(value));

export const differenceAt = (p: ShownPattern, i: number, kind: DifferenceKind): number =>
  (p.observed[i] - p.calculated[i]) / (kind === "intensity" ? 1 : p.error[i]);

export function plotScales(p: ShownPattern, window: Window, box: PlotBox, choices: PlotChoices): PlotScales {
  const [first, end] = inWindow(p.x, window);
  let [most, least, far] = [0, Infinity, 0];
  for (let i = first; i < end; ++i) {
    most = Math.max(most, p.observed[i] + p.error[i], p.calculated[i]);
    least = Math.min(least, p.observed[i] - p.error[i], p.background[i]);
    far = Math.max(far, Math.abs(differenceAt(p, i, choices.difference)));
  }
  // from zero, but where a flat background would take most of the room
  least = least > 0.25 * most ? Math.max(0, least - 0.1 * (most - least)) : Math.min(0, least);
  if (!(most > least)) [least, most] = [0, 1];
  const bend = choices.intensity === "√" ? root : (value: number) => value;
  const bent = scaleLinear([bend(least), bend(most) * 1.04], [box.main[1], box.main[0] + 8]);
  const yTicks = scaleLinear([least, most], [0, 1]).ticks(choices.intensity === "√" ? 7 : 5);
  const x = scaleLinear([...window], [box.left, box.width - box.right]);
  const span = choices.difference === "intensity" ? far * 1.08 || 1 : Math.max(4.5, far * 1.08);
  const residual = scaleLinear([-span, span], [box.difference[1], box.difference[0]]);
  return {
    x,
    place: (pixel) => x.invert(pixel),
    y: (intensity) => bent(bend(intensity)),
    residual,
    yTicks,
    xTicks: x.ticks(Math.max(3, Math.round(box.width / 90))),
    residualTicks: choices.difference === "intensity" ? residual.ticks(3) : residual.ticks(4)
  };
}

/** Reflections whose centre lies in a window. */
export function reflectionsIn({ centre }: Pick<ShownReflections, "centre">, [from, to]: Window): number[] {
  return Array.from({ length: centre.length }, (_, r) => r).filter(
    (r) => centre[r] >= from && centre[r] <= to
  );
}

/** Those that can be named without one name covering another, the strongest first. @param apart pixels between names */
export function namedReflections(
  reflections: ShownReflections,
  window: Window,
  x: (value: number) => number,
  apart: number
): number[] {
  const taken: number[] = [];
  return reflectionsIn(reflections, window)
    .sort((a, b) => reflections.area[b] - reflections.area[a])
    .filter((r) => {
      const at = x(reflections.centre[r]);
      if (taken.some((other) => Math.abs(other - at) < apart)) return false;
      taken.push(at);
      return true;
    });
}

/** The reflection nearest to a place on the axis, within a reach; of several at one place the strongest. */
export function nearestReflection(
  { centre, area }: Pick<ShownReflections, "centre" | "area">,
  at: number,
  reach: number
): number | null {
  let best: number | null = null;
  for (let r = 0; r < centre.length; ++r) {
    const far = Math.abs(centre[r] - at);
    if (far > reach) continue;
    const gain = best === null ? 1 : Math.abs(centre[best] - at) - far;
    if (best === null || gain > 1e-9 || (gain > -1e-9 && area[r] > area[best])) best = r;
  }
  return best;
}
