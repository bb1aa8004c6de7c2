/** What the twin of the electron spectra says about oxygen in nanovoids (Q3). */
import { composition } from "../../science/material/composition.js";
import type { ComputedClaim } from "../../science/claims/claim.js";
import { eelsParameters } from "../../science/eels/instrument.js";
import type { EelsResultRow } from "./eels-claims.js";

/** as `eelsQuantities` calls it */
export const oxygenQuantity = "O over Mn, edge integrals";

const nominal = composition.O / composition.Mn;
const deficit = (ratio: number): number => 1 - ratio / nominal;

/** Oxygen missing through a void over that beside it, from O/Mn, so that thickness cancels. @throws where a row lacks */
export function nanovoidClaim(rows: readonly EelsResultRow[]): ComputedClaim {
  const printed = eelsParameters.resolution.value;
  const [inside, beside] = ["void", "around"].map((region) => {
    const row = rows.find(
      (r) => r.region === region && r.resolution === printed && r.quantity === oxygenQuantity
    );
    if (!row)
      throw new Error(
        `missing O over Mn of region ${region} at ${printed} eV; build the data anew with npm run data`
      );
    return row;
  });
  const ratio = deficit(inside.found) / deficit(beside.found);
  const relative = Math.hypot(
    inside.error / nominal / deficit(inside.found),
    beside.error / nominal / deficit(beside.found)
  );
  return {
    id: "Q3",
    kind: "recovered",
    value: ratio,
    unit: "",
    error: 2 * relative * ratio,
    errorMeaning: "twice the standard error from the counts; one seed",
    set: {
      value: deficit(inside.truth) / deficit(beside.truth),
      what: "oxygen missing through a void with a rim that lacks some, both assumed, over that beside it, as in the pathway model"
    },
    note: `Share of the ${nominal.toFixed(2)} O a Mn of the nominal composition that is missing through the void, over that beside it. The ratio to Mn takes out thickness, not the weaker white lines of reduced Mn, so that beside the void too much seems to be missing. That oxygen is missing there says nothing of how it left.`
  };
}
