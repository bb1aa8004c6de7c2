import type { TaskOptions } from "../task.js";

/** Gives each step of a task its part of the whole: a function of where the step begins and ends, 0 to 1. */
export function linearly({ signal, onProgress }: TaskOptions) {
  return (from: number, to: number, what?: string): TaskOptions => ({
    signal,
    onProgress: onProgress && ((fraction, own) => onProgress(from + (to - from) * fraction, what ?? own))
  });
}
