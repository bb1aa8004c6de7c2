/** Verdicts on what is named or made: the precipitant, and the supplementary figures. */
import {
  carriedAlkali,
  largestKeptShare,
  lithiumPerMetal,
  precipitant
} from "../../science/slips/synthesis.js";
import { say, sayPercent } from "./slips.js";
import { timesCited } from "./slips-citations.js";
import type { Own } from "./slips-verdict.js";

export function salts(): Own {
  const [lithium, sodium] = [precipitant("Li"), precipitant("Na")];
  const share = lithium.alkaliPerMetal / (lithium.alkaliPerMetal + lithiumPerMetal);
  const water = lithium.waterPerMetal / sodium.waterPerMetal;
  return {
    ...{ quantity: "lithium that goes out with the liquor, of all that is bought", value: share, unit: "" },
    // both salts give the same washed precipitate: the product cannot tell
    consequence:
      carriedAlkali("Li", 0) < 1e-9 && carriedAlkali("Na", 0) < 1e-9
        ? "cannot be decided"
        : "changes the number",
    verdict: `Either salt gives the same washed carbonate, so the product does not tell. With Li₂CO₃ ${sayPercent(share)} of the lithium would go down the drain, in ${say(water, 2)} times the water, and ${sayPercent(largestKeptShare(0.01))} of the liquor's lithium left in the precipitate would move the product by 0.01 Li.`
  };
}

export function trappedLithium(): Own {
  const [own, others] = [timesCited(3, { panel: "b" }), timesCited(14, { panel: "a" })];
  return {
    ...{ quantity: "times that 3b is named for trapped lithium", value: own, unit: "" },
    consequence: "cannot be decided",
    verdict: `3b is named ${times(own)} for lithium that no longer moves, 14a ${times(others)}; both fit the words, and neither is at hand.`
  };
}

const times = (n: number): string =>
  n === 0 ? "nowhere" : n === 1 ? "once" : n === 2 ? "twice" : `${n} times`;

export function schemes(): Own {
  const [drawings, evidence] = [timesCited(21, { role: "drawing" }), timesCited(21, { role: "evidence" })];
  return {
    ...{ quantity: "panels of 21 that the methods call a drawing", value: drawings, unit: "" },
    consequence: drawings >= 3 && timesCited(22) > 0 ? "no effect" : "cannot be decided",
    verdict: `All ${drawings} panels of 21 are drawings of how things were done, yet it is named ${times(evidence)} as evidence of a gradient; 22, named beside it, can carry that alone.`
  };
}

export function uncited(): Own {
  const count = timesCited(25);
  return {
    ...{ quantity: "times that 25 is named outside the list of source data", value: count, unit: "" },
    consequence: count === 0 ? "cannot be decided" : "no effect",
    verdict: `25 is named ${times(count)} in the text; what it shows cannot be known from it.`
  };
}
