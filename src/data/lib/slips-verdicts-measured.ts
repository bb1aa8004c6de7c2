/** Verdicts on what instruments could tell: voxels, energy resolution, ion maps, single fragments, oxygen. */
import { defaultInstrument } from "../../science/composition/instrument.js";
import { defaultSettings } from "../../science/composition/settings.js";
import { diffusivity, referenceTemperature } from "../../science/material/diffusivity.js";
import { type FragmentShares, spreadOf } from "../../science/slips/fragment-spread.js";
import { largestShare } from "../../science/slips/oxygen-loss.js";
import { say, sayPercent } from "./slips.js";
import type { ResolutionRow } from "./slips-electrons.js";
import { fickianFacts, type FickianMapRow } from "./slips-lithium.js";
import { absoluteRatio, type AbsorptionRow, type OxygenFacts } from "./slips-oxygen.js";
import { only, type Own, printed } from "./slips-verdict.js";
import type { VoxelReading } from "./slips-voxels.js";

export interface FragmentInputs {
  fragments: readonly (FragmentShares & { state: string; width: number })[];
  /** shares of one fragment found with other noise: on target in the pristine one, oxygen-rich at 10 C and 4.8 V */
  repeats: { target: readonly number[]; trueTarget: number; rich: readonly number[]; trueRich: number };
}

export function voxel(readings: readonly VoxelReading[]): Own {
  const cube = only(readings, ({ name }) => name.startsWith("("), "voxels");
  const plain = only(readings, ({ name }) => !name.startsWith("("), "voxels");
  const ratio = cube.contents.volume / plain.contents.volume;
  const { pixelSize } = defaultInstrument();
  const photons = (plain.ratioNoise / cube.ratioNoise) ** 2;
  const edge = plain.contents.width;
  return {
    ...{ quantity: "(25 nm)³ over 25 nm³", value: ratio, unit: "" },
    consequence: Math.abs(ratio - 1) < 0.01 ? "no effect" : "changes the number",
    verdict: `Changes the volume by ×${say(ratio)}. A cube of 25 nm³ has an edge of ${say(edge * 1e9, 2)} nm, ${edge < pixelSize ? `below the camera's pixel of ${say(pixelSize * 1e9, 2)} nm` : "above the camera's pixel"}; for the same certainty it would need ${say(photons, 2)} times the photons. At the dose of the twin, which is assumed, TM/O of such a voxel is uncertain by ${sayPercent(plain.ratioNoise)}, and ${sayPercent(plain.onTarget)} of a uniform material falls within ${sayPercent(defaultSettings.threshold)}, against ${sayPercent(cube.onTarget)} for (25 nm)³ and ${say(printed("C05"))} % in print.`
  };
}

export function resolution(rows: readonly ResolutionRow[]): Own {
  const near = (eV: number) => only(rows, (row) => Math.abs(row.resolution - eV) < 1e-6, "resolutions");
  const [coarse, fine] = [near(printed("C44")), near(0.47)];
  return {
    ...{ quantity: "distance of Li K from Mn M over the printed width", value: coarse.separation, unit: "" },
    consequence:
      coarse.separation < 1 || coarse.prePeakMaxima < fine.prePeakMaxima ? "limits the claim" : "no effect",
    verdict: `At ${say(coarse.resolution)} eV Li K lies ${say(coarse.separation, 2)} widths from Mn M, and the pre-peak of O K has ${lines(coarse.prePeakMaxima)} where ${say(fine.resolution)} eV shows ${lines(fine.prePeakMaxima)}: fine structure is out of reach. An amount is not: a fit that knows the shapes sees a change of Li/Mn of ${sayPercent(coarse.smallestLithium)} instead of ${sayPercent(fine.smallestLithium)}.`
  };
}

const lines = (n: number): string => (n === 1 ? "one maximum" : n === 2 ? "two maxima" : `${n} maxima`);

export function fickian(rows: readonly FickianMapRow[]): Own {
  const { relaxation, fallAfterMinute, slowEnough } = fickianFacts();
  const model = only(rows, ({ sample }) => sample.includes("as the current stops"), "maps");
  const set = only(rows, ({ sample }) => sample.startsWith("as set"), "maps");
  return {
    ...{ quantity: "time in which the model's gradient falls to 1/e", value: relaxation, unit: "s" },
    consequence: fallAfterMinute < 1e-3 ? "limits the claim" : "no effect",
    verdict: `What the maps show cannot be what makes the stress. With the model's D a gradient falls to 1/e in ${say(relaxation, 2)} s, long before a particle is cut, and while it lasts a parabola leaves ${sayPercent(model.residual, 1)} over, against ${sayPercent(set.residual)} in the uneven map. To outlive an hour D must be below ${say(slowEnough, 2)} m²/s, ${say(diffusivity(referenceTemperature) / slowEnough, 2)} times less than the model's.`
  };
}

export function alone(inputs: FragmentInputs): Own {
  const of = (state: string, width: number, key: "target" | "oxygenRich") =>
    spreadOf(inputs.fragments.filter((f) => f.state === state && f.width === width).map((f) => f[key]))
      .deviation;
  const widest = Math.max(...inputs.fragments.map(({ width }) => width));
  const { repeats } = inputs;
  const noise = spreadOf(repeats.target).deviation;
  const bias = (found: readonly number[], truth: number) => spreadOf(found).mean - truth;
  const points = (share: number) => say(100 * share, 1);
  const narrow = of("pristine", 1, "target");
  return {
    ...{
      quantity: "standard deviation of the share on target between pristine fragments",
      value: 100 * narrow,
      unit: "%"
    },
    consequence: narrow > 2 * noise ? "limits the claim" : "no effect",
    verdict: `Fragments of one material differ by ±${points(narrow)} points about ${say(printed("C05"))} % and ±${points(of("10C-4.8V", 1, "oxygenRich"))} about ${say(printed("C10"))} %, photon noise by ±${points(noise)}; with domains ${widest} times as wide by ±${points(of("pristine", widest, "target"))} and ±${points(of("10C-4.8V", widest, "oxygenRich"))}. The analysis itself is off by ${points(bias(repeats.target, repeats.trueTarget))} and ${points(bias(repeats.rich, repeats.trueRich))} points. How particles differ that aged differently, one fragment cannot tell.`
  };
}

export function oxygen({
  absorption,
  oxygen: facts
}: {
  absorption: readonly AbsorptionRow[];
  oxygen: readonly OxygenFacts[];
}): Own {
  const loss = printed("C04") / 100;
  const most = largestShare(loss, defaultSettings.threshold);
  const aged = only(facts, ({ state }) => state.startsWith("0.1C"), "oxygen");
  const pristine = only(facts, ({ state }) => state === "pristine", "oxygen");
  const differences = absorption.map(({ difference }) => Math.abs(difference));
  return {
    ...{
      quantity: "largest oxygen-poor share that goes with the printed loss; the least is 0",
      value: 100 * most,
      unit: "%"
    },
    consequence: most > 0.1 ? "cannot be decided" : "no effect",
    verdict: `A loss of ${say(100 * loss)} % goes with any oxygen-poor share from 0 to ${sayPercent(most)}: spread evenly it stays below the threshold. The sample of the twin has ${sayPercent(aged.poor)} oxygen-poor and lacks ${sayPercent(aged.loss)} (the pristine one ${sayPercent(pristine.loss, 1)}). Two tables of absorption differ by ${sayPercent(Math.min(...differences), 1)} to ${sayPercent(Math.max(...differences))} in the steps, which makes TM/O ×${say(absoluteRatio(absorption), 2)}: without the pristine particle as reference the ${sayPercent(pristine.target, 3)} on target would be ${sayPercent(pristine.absoluteTarget)}.`
  };
}
