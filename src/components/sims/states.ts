/** The sections of the figures and what their packed files say of themselves. */
import { sectionStates } from "../../science/particle/cross-section-states.js";
import type { SimsFacts } from "../../data/lib/sims-facts.js";
import type { PackedFile } from "../packed-arrays.js";

export const agedSections = sectionStates.filter(({ id }) => !id.endsWith("-first"));
export const firstSections = sectionStates.filter(({ id }) => id.endsWith("-first"));

export const factsOf = (file: PackedFile): SimsFacts => file.facts as unknown as SimsFacts;

export const percent = (value: number): string =>
  `${value < 0 ? "−" : ""}${Math.abs(100 * value).toFixed(0)} %`;
export const sayP = (p: number): string => (p < 0.001 ? "below 0.001" : p.toFixed(3));
