/** What the response surfaces of "Design your experiment" are made of: questions in numbers, runs, and how tables are read. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import type { Knob } from "../../science/experiment-design/settings.js";
import type { Response } from "../../science/experiment-design/surface.js";
import type { ComputedClaim } from "../../science/claims/claim.js";

/** A question at the study's settings. */
export interface QuestionNumbers {
  question: string;
  effect: number;
  alternative: number;
  unit: string;
  base: Response;
}

/** One run on a surface. */
export interface ResponseRun extends Response {
  question: string;
  knobs: readonly Knob[];
  at: readonly number[];
  doubt: number;
}

export interface DesignPart {
  questions: QuestionNumbers[];
  runs: ResponseRun[];
}

export type Row = Record<string, unknown>;

/** Rows of a table that the data build made first. @throws where it handed over none of the name */
export function tableRows(name: string): Row[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === `data/${name}.arrow`);
  if (!found) throw new Error(`missing table ${name}; run npm run data`);
  return tableFromIPC(readFileSync(found.file))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());
}

/** The one row that fits. @throws where there is none */
export function only<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new Error(`missing ${what}; build the data anew with npm run data`);
  return row;
}

/** What is off beyond the noise that is part of a single run: √((found − true)² − noise²), or 0. */
export const excess = (found: number, truth: number, noise: number): number =>
  Math.sqrt(Math.max(0, (found - truth) ** 2 - noise ** 2));

/** A claim's number as a response: its error is twice the standard error, its truth that of the sample.
 *  @param alternative in the claim's unit @param difference where it is not truth less alternative */
export function responseOf(claim: ComputedClaim, alternative: number, difference?: number): Response {
  const { id, value, error, set } = claim;
  if (value === null || error === null || !set)
    throw new Error(`missing number, error or truth of claim ${id}; its twin must give all three`);
  const noise = error / 2;
  return { noise, bias: excess(value, set.value, noise), difference: difference ?? set.value - alternative };
}
