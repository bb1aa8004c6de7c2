// The crystal that a refinement ends with, and the standard errors of its numbers, by the names that the model gives them.

import type { Cell, Crystal, Site } from "../material/crystal.js";
import type { Tie } from "../numerics/fit-parameters.js";
import { cellFreedom, cellNames } from "./cell-freedom.js";

export interface RefinedNumber {
  value: number;
  /** 0 or NaN where it was held or is not determined */
  error: number;
}

export interface RefinedCrystal {
  crystal: Crystal;
  /** of a … gamma, LABEL.occupancy, .bIso, .x, .y, .z: those above 0 */
  errors: Map<string, number>;
}

const siteNumbers = ["occupancy", "bIso", "x", "y", "z"] as const satisfies readonly (keyof Site)[];

/**
 * @param start the crystal that the refinement began with
 * @param numbers those that are known by name; names that are not of the crystal, such as the scale, are passed over
 * @param ties what follows these, besides what the symmetry asks of the cell; a number that is given stands above its tie
 */
export function refinedCrystal(
  start: Crystal,
  numbers: ReadonlyMap<string, RefinedNumber>,
  ties: readonly Tie[] = []
): RefinedCrystal {
  const own = new Map<string, RefinedNumber>();
  for (const name of cellNames) own.set(name, { value: start.cell[name], error: 0 });
  for (const site of start.sites)
    for (const number of siteNumbers) own.set(`${site.label}.${number}`, { value: site[number], error: 0 });
  for (const [name, number] of numbers) if (own.has(name)) own.set(name, number);
  const held = { value: NaN, error: 0 };
  for (const { name, offset = 0, of } of [...cellFreedom(start).ties, ...ties]) {
    if (numbers.has(name)) continue;
    const leaders = of.map(({ name: leader, factor }) => ({ ...(own.get(leader) ?? held), factor }));
    const moved = leaders.filter(({ error }) => error > 0);
    own.set(name, {
      value: leaders.reduce((sum, { value, factor }) => sum + factor * value, offset),
      // the error of a sum needs the correlations, which are not here
      error: moved.length === 1 ? Math.abs(moved[0].factor) * moved[0].error : 0
    });
  }
  const value = (name: string) => own.get(name)?.value ?? NaN;
  const cell = Object.fromEntries(cellNames.map((name) => [name, value(name)])) as unknown as Cell;
  const sites = start.sites.map((site) => ({
    ...site,
    ...(Object.fromEntries(siteNumbers.map((number) => [number, value(`${site.label}.${number}`)])) as Pick<
      Site,
      (typeof siteNumbers)[number]
    >)
  }));
  const errors = new Map([...own].flatMap(([name, { error }]) => (error > 0 ? [[name, error]] : [])));
  return { crystal: { ...start, cell, sites }, errors };
}
