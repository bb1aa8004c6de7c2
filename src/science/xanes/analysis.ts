// Raw spectral stacks → maps of the effective valence of every element, with errors, and zones of equal area. Preparation
// (registration, optical density) and fit are two steps, so that a change of a window or a normalisation refits at once.

import type { TaskOptions } from "../task.js";
import { edgeSteps, type EdgeSteps, type ElementMaps, fitElement } from "./fit-element.js";
import { prepare, type PreparedStack } from "./prepare.js";
import type { RawStacks } from "./raw.js";
import {
  defaultFitSettings,
  defaultPrepareSettings,
  type FitSettings,
  type PrepareSettings
} from "./settings.js";
import { equalAreaZones, type ZoneMap, type ZoneStatistics, zoneStatistics } from "./zones.js";

export interface OxidationMaps {
  /** in the order of the stacks */
  elements: ElementMaps[];
  /** 1 where the particle is [x][y] */
  particle: Uint8Array;
  zones: ZoneMap;
  /** of each element, in the same order: [zone from the edge inwards] */
  zoneMeans: ZoneStatistics[][];
}

/** What every fit of the stacks needs and no window, normalisation or background from below the edge changes. */
export function stepsOf(
  stacks: readonly PreparedStack[],
  settings: Pick<FitSettings, "background" | "table" | "smallestStep"> = defaultFitSettings
): EdgeSteps[] {
  return stacks.map((stack) => edgeSteps(stack, settings));
}

/**
 * Maps of stacks that are prepared.
 * @param steps where they are known from `stepsOf` with the same table and smallest step
 * @throws in one sentence for the element at fault
 */
export function fitStacks(
  stacks: readonly PreparedStack[],
  settings: FitSettings = defaultFitSettings,
  steps: readonly EdgeSteps[] = stepsOf(stacks, settings)
): OxidationMaps {
  const particle = particleOf(steps);
  const elements = stacks.map((stack, k) => fitElement(stack, settings, particle, steps[k]));
  const { columns, rows } = stacks[0];
  const zones = equalAreaZones(particle, { columns, rows });
  return { elements, particle, zones, zoneMeans: elements.map((maps) => zoneStatistics(maps, zones)) };
}

/** Pixels of the particle: those whose edge step is large enough, in the stack where it is greatest. */
function particleOf(steps: readonly EdgeSteps[]): Uint8Array {
  const total = ({ edgeStep }: EdgeSteps) => edgeStep.reduce((sum, step) => sum + step, 0);
  return steps.reduce((a, b) => (total(b) > total(a) ? b : a)).mask;
}

/** Both steps. */
export function analyseStacks(
  raws: RawStacks,
  settings: { prepare?: Partial<PrepareSettings>; fit?: Partial<FitSettings> } = {},
  task: TaskOptions = {}
): OxidationMaps {
  const stacks = prepare(raws, { ...defaultPrepareSettings, ...settings.prepare }, task);
  return fitStacks(stacks, { ...defaultFitSettings, ...settings.fit });
}
