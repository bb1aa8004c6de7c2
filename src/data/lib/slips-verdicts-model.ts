/** Verdicts on the print of the particle model: each takes it at its word and computes what would follow. */
import { diffusivity, referenceTemperature } from "../../science/material/diffusivity.js";
import { dimensions, sayDimension } from "../../science/slips/dimensions.js";
import { equationTerms } from "../../science/slips/equations.js";
import { printedDiffusivity, volumeRows } from "../../science/slips/printed-model.js";
import { say, sayPercent } from "./slips.js";
import type { DirectionRow } from "./slips-direction.js";
import { migrationFacts, ownWeight, type TransientRow } from "./slips-transient.js";
import { only, type Own, printed } from "./slips-verdict.js";

export function exponential(): Own {
  const at = referenceTemperature;
  const [asPrinted, read] = [printedDiffusivity(at), diffusivity(at)];
  const room = 298.15;
  const ratio = diffusivity(room) / printedDiffusivity(room);
  return {
    ...{ quantity: "D at 298 K as printed, over D with the exponential", value: asPrinted / read, unit: "" },
    consequence: asPrinted > 0 ? "changes the number" : "cannot be meant",
    verdict: `As printed D is ${say(asPrinted)} at ${at} K, its own reference, negative below, and ${say(ratio)} times too small at 25 °C; with the exponential it is ${say(read)} m²/s.`
  };
}

export function volume(): Own {
  const rows = volumeRows();
  const pristine = only(rows, ({ state }) => state === "pristine", "cells");
  const [full, empty, slope] = [/^discharged/, /^charged/, /slope/].map((name) =>
    only(rows, ({ state }) => name.test(state), "cells")
  );
  const swing = (of: "printedChange" | "readChange") => (full?.[of] ?? NaN) - (empty?.[of] ?? NaN);
  const ratio = pristine.readDensity / pristine.printedDensity;
  return {
    ...{ quantity: "volume of the cell with c, over that with b = a", value: 1 / ratio, unit: "" },
    consequence: Math.abs(ratio - 1) > 0.5 ? "cannot be meant" : "changes the number",
    verdict: `With b = a the oxide would weigh ${say(pristine.printedDensity)} g/cm³ instead of ${say(pristine.readDensity)}, a factor of ${say(1 / ratio)}. In ΔV/V₀ most of it cancels: ${sayPercent(swing("printedChange"), 3)} instead of ${sayPercent(swing("readChange"), 3)} between charged and discharged, but ${sayPercent(slope?.printedChange ?? NaN)} instead of ${sayPercent(slope?.readChange ?? NaN, 1)} at the end of the slope, where c grows as a shrinks.`
  };
}

export function migration(): Own {
  const { equalPotential, inMetres, inMicrometres } = migrationFacts();
  const term = only(
    equationTerms(),
    ({ equation, reading }) => equation.includes("migration") && reading === "as printed",
    "equations"
  );
  return {
    ...{
      quantity: "potential across the particle that would move as much lithium as its gradient",
      unit: "V"
    },
    value: equalPotential,
    consequence: term.agrees ? "cannot be decided" : "cannot be meant",
    verdict: `The printed term has ${term.right} where a flux has ${sayDimension(dimensions.flux)}: with 4 V it is ${say(inMetres)} of the diffusion at the surface in metres and ${say(inMicrometres)} in micrometres. With ∇V, ${say(1000 * equalPotential, 2)} mV across the particle would count as much as diffusion, so the term matters unless the oxide conducts electrons well.`
  };
}

export function balance(rows: readonly TransientRow[]): Own {
  const at = (depth: number) => only(rows, (row) => Math.abs(row.depth - depth) < 1e-9, "the transient");
  const [early, late] = [at(0.01), at(0.2)].map(({ hoop, steadyHoop }) => hoop / steadyHoop);
  const ratio = late ?? NaN;
  return {
    ...{
      quantity: "hoop stress at the void, 20 % after the start, over that of the steady profile",
      unit: ""
    },
    value: ratio,
    // without a source and without flux on the void, Gauss's theorem leaves no flux on the outer surface either
    consequence: "cannot be meant",
    verdict: `With no source inside and no flux on the void, what is printed lets no current in at all. Were the steady profile meant, the stress at 20 % depth of discharge would be that of the transient (×${(1 / ratio).toFixed(4)}), at 1 % ${say(1 / (early ?? NaN))} times as much: ${Math.abs(ratio - 1) < 0.01 ? "the printed stress does not depend on it" : "the printed stress depends on it"}.`
  };
}

export function gravity(): Own {
  const ratio = ownWeight() / printed("C23");
  return {
    ...{
      quantity: "pressure of the particle's own weight over the printed hoop stress",
      value: ratio,
      unit: ""
    },
    consequence: ratio < 1e-3 ? "no effect" : "cannot be decided",
    verdict: `A slip of the word: gravity would be ${sayDimension(dimensions.acceleration)}, what is shown is ${sayDimension(dimensions.stress)}, and the particle's own weight presses with ${say(ownWeight(), 2)} Pa, ${say(ratio, 2)} of the printed stress.`
  };
}

export function direction(rows: readonly DirectionRow[]): Own {
  const last = (phase: string) =>
    only(
      rows.filter((row) => row.phase === phase).sort((a, b) => b.passed - a.passed),
      () => true,
      "directions"
    );
  const [discharge, charge] = [last("discharge"), last("charge")];
  const ratio = charge.atA / discharge.atA;
  const mega = (value: number) => say(value * 1e-6);
  return {
    ...{ quantity: "hoop stress at A on delithiation over that on lithiation", value: ratio, unit: "" },
    consequence:
      ratio < 0 ? "changes the sign" : Math.abs(ratio - 1) < 0.01 ? "no effect" : "changes the number",
    verdict: `Lithium going in pulls at A (${mega(discharge.atA)} MPa) and presses the outer surface (${mega(discharge.atSurface)} MPa); lithium going out does the opposite (${mega(charge.atA)} and ${mega(charge.atSurface)} MPa). A crack that starts at the void needs discharge, as in the text, not the caption's delithiation.`
  };
}
