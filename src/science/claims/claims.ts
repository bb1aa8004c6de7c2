/** All claims of the study that a number can answer: C01–C49 and Q1–Q11, in order. */
import type { Claim } from "./claim.js";
import { compositionClaims } from "./composition-claims.js";
import { instrumentClaims } from "./instrument-claims.js";
import { mechanicsClaims } from "./mechanics-claims.js";
import { oxidationClaims } from "./oxidation-claims.js";
import { qualitativeClaims } from "./qualitative-claims.js";
import { sampleClaims } from "./sample-claims.js";

const numbered = [
  ...sampleClaims,
  ...compositionClaims,
  ...oxidationClaims,
  ...instrumentClaims,
  ...mechanicsClaims
].sort((a, b) => a.id.localeCompare(b.id));

export const claims: readonly Claim[] = [...numbered, ...qualitativeClaims];

/** The claim of this id, for example "C23".
 *  @throws where there is none */
export function claimOf(id: string): Claim {
  const claim = claims.find((c) => c.id === id);
  if (!claim) throw new Error(`unknown claim: ${id}; must be C01 to C49 or Q1 to Q11`);
  return claim;
}
