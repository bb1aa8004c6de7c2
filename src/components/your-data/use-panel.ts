// What a use of a file brings to the page: the questions that only the reader can answer, and the figures of the answer.
import type { FigureFrame } from "../figure-frame.js";
import type { TaskOptions } from "../../science/task.js";
import type { exampleHints } from "./example-names.js";
import type { Opened, Shown, ShownImages, ShownTable } from "./opened.js";
import type { Reader } from "./reader-run.js";

export interface UseContext<S extends Shown = Shown> {
  reader: Reader;
  opened: Opened;
  shown: S;
  width: number;
  invalidation?: Promise<unknown> | undefined;
  /** what an example cannot say of itself */
  hints?: Partial<Record<string, unknown>> | undefined;
}

export type TableContext = UseContext<ShownTable>;
export type ImagesContext = UseContext<ShownImages>;

export interface Result {
  frames: FigureFrame[];
  /** sentences on what was done to the numbers */
  notes: readonly string[];
}

export interface UsePanel {
  form: HTMLElement;
  analyse: (task: TaskOptions) => Promise<Result>;
}

export type Hints = typeof exampleHints;
export const hint = (context: UseContext, name: string): string => {
  const value = context.hints?.[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
