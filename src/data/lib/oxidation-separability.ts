/** What the study's windows and the full ranges can tell apart, at the noise of a typical pixel of the maps. */
import { oxidation } from "../../science/particle/oxidation.js";
import { separability } from "../../science/xanes/condition.js";
import { fitElement } from "../../science/xanes/fit-element.js";
import { defaultStackInstrument } from "../../science/xanes/instrument.js";
import { prepare } from "../../science/xanes/prepare.js";
import { defaultFitSettings, defaultPrepareSettings, windowOf } from "../../science/xanes/settings.js";
import { measureStacks } from "../../science/xanes/twin.js";
import type { EdgeElement, EnergyWindow } from "../../science/xanes/windows.js";
import { shownSeed } from "./oxidation.js";

export interface WindowSeparability {
  element: EdgeElement;
  window: "study" | "full range";
  range: EnergyWindow;
  conditionNumber: number;
  /** standard deviation of the optical density over the edge step */
  noise: number;
  /** three standard errors of each weight */
  smallest: { species: string; weight: number }[];
}

/** Pixels of a coarse camera, which gets as few photons as one bin of the maps. */
const size = 32;
const photonShare = 1 / 4;

export function separabilityRows(): WindowSeparability[] {
  const usual = defaultStackInstrument(size);
  const instrument = { ...usual, photons: Math.round(usual.photons * photonShare) };
  const raws = measureStacks(oxidation("0.1C-4.8V", { size }), instrument, shownSeed);
  return prepare(raws, { ...defaultPrepareSettings, binning: 1 }).flatMap((stack) =>
    (["study", "full"] as const).map((windows) => {
      const settings = { ...defaultFitSettings, windows };
      const { model, mask, edgeStep } = fitElement(stack, settings);
      const { first, end, ids, references, operator, element } = model;
      const inside = Array.from(mask.keys()).filter((p) => mask[p] === 1);
      const ratios = inside.map((p) => {
        let sum = 0;
        for (let e = first; e < end; ++e) sum += stack.variance[e * mask.length + p] ?? NaN;
        return Math.sqrt(sum / (end - first)) / (edgeStep[p] ?? NaN);
      });
      const noise = ratios.sort((a, b) => a - b)[ratios.length >> 1] ?? NaN;
      const columns = Float64Array.from(
        { length: (end - first) * ids.length },
        (_, i) => references[i % ids.length]?.[first + Math.floor(i / ids.length)] ?? NaN
      );
      const { conditionNumber, smallestWeights } = separability(columns, ids.length, noise, {
        free: operator.shapes.map((shape) => shape.subarray(first, end))
      });
      return {
        ...{ element, range: windowOf(element, settings), conditionNumber, noise },
        window: windows === "study" ? ("study" as const) : ("full range" as const),
        smallest: ids.map((species, k) => ({ species, weight: smallestWeights[k] ?? NaN }))
      };
    })
  );
}
