// How the constants of the pathway model are written down: a row each, by name.

import type { Parameter, ParameterStatus } from "../parameters.js";

/** Units of lengths, in m. */
export const µm = 1e-6;
export const nm = 1e-9;

export const calibrated = (what: string): string => `calibrated: ${what}`;
export const assumed = (what: string): string => `assumed: ${what}`;
export const log = { scale: "log" } as const;

export type Row = readonly [
  symbol: string,
  label: string,
  value: number,
  unit: string,
  range: readonly [min: number, max: number],
  source: string,
  own?: { status?: ParameterStatus; scale?: "log" }
];

/** Rows as parameters; "assumed" where a row says nothing else. */
export function record<K extends string>(rows: Record<K, Row>): Record<K, Parameter> {
  const entries = Object.entries<Row>(rows).map(
    ([key, [symbol, label, value, unit, [min, max], source, own]]): [string, Parameter] => [
      key,
      { symbol, label, value, unit, min, max, status: "assumed", source, ...own }
    ]
  );
  return Object.fromEntries(entries) as Record<K, Parameter>;
}
