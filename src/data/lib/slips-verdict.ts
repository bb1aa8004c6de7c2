/** What a row of the slips says, and where verdicts take their numbers from. */
import { claims } from "../../science/claims/claims.js";

export type Kind = "misprint" | "ambiguity" | "missing number" | "tension between statements";
export type Consequence =
  | "cannot be meant"
  | "changes the number"
  | "changes the sign"
  | "no effect"
  | "limits the claim"
  | "cannot be decided";

export interface SlipRow {
  /** 1 to 10 */
  slip: number;
  /** with a letter where there are several under one number */
  id: string;
  where: string;
  what: string;
  kind: Kind;
  quantity: string;
  value: number;
  unit: string;
  consequence: Consequence;
  verdict: string;
}

/** What a rule makes of the numbers. */
export type Own = Pick<SlipRow, "quantity" | "value" | "unit" | "consequence" | "verdict">;

/** What the study prints for a claim. @throws where it is not one number */
export function printed(id: string): number {
  const value = claims.find((claim) => claim.id === id)?.value;
  if (value === undefined || value === null) throw new Error(`missing number of claim ${id}; it prints none`);
  return value;
}

/** @throws where there is none */
export function only<T>(rows: readonly T[], test: (row: T) => boolean, what: string): T {
  const found = rows.find(test);
  if (!found) throw new Error(`missing row of ${what}; build the tables anew with npm run data`);
  return found;
}
