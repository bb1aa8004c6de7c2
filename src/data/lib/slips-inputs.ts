/** What the register of the slips is made from: tables made before, and what costs nothing to compute again. */
import { absorptionRows } from "./slips-oxygen.js";
import type { SlipInputs } from "./slips-register.js";
import { numberIn, rowsOfTable } from "./slips-tables.js";
import { transientDepths, transientRows } from "./slips-transient.js";
import { voxelReading, voxelReadings } from "./slips-voxels.js";

/** @throws where the data build handed over no table of a name, or one without a column */
export function readSlipInputs(): SlipInputs {
  const shares = (state: string, name: string) => {
    const own = rowsOfTable("composition-shares").filter(
      (r) =>
        r["state"] === state && r["class"] === name && Math.abs(numberIn(r, "threshold_percent") - 5) < 1e-9
    );
    const [first] = own;
    if (!first) throw new Error(`missing shares of ${state}; run npm run data`);
    return {
      found: own.map((r) => numberIn(r, "recovered_percent") / 100),
      truth: numberIn(first, "true_percent") / 100
    };
  };
  const [target, rich] = [shares("pristine", "target"), shares("10C-4.8V", "oxygen-rich")];
  return {
    transient: transientRows(transientDepths),
    voxels: voxelReadings.map(({ name, width }) => voxelReading(name, width)),
    absorption: absorptionRows(),
    direction: rowsOfTable("slips-direction").map((r) => ({
      phase: r["phase"] === "charge" ? "charge" : "discharge",
      depth: numberIn(r, "depth_of_discharge"),
      passed: numberIn(r, "passed_percent") / 100,
      atA: numberIn(r, "hoop_at_A_MPa") * 1e6,
      atSurface: numberIn(r, "hoop_at_surface_MPa") * 1e6
    })),
    resolutions: rowsOfTable("slips-resolution").map((r) => ({
      resolution: numberIn(r, "resolution_eV"),
      separation: numberIn(r, "separation"),
      prePeakMaxima: numberIn(r, "pre_peak_maxima"),
      smallestLithium: numberIn(r, "smallest_lithium_percent") / 100,
      lithiumBias: numberIn(r, "lithium_bias_percent") / 100,
      condition: numberIn(r, "condition_number"),
      prePeakBias: numberIn(r, "pre_peak_bias_eV")
    })),
    maps: rowsOfTable("slips-maps").map((r) => ({
      sample: String(r["sample"]),
      fall: numberIn(r, "fall_percent") / 100,
      parabola: numberIn(r, "parabola_percent") / 100,
      residual: numberIn(r, "residual_percent") / 100,
      particles: numberIn(r, "particles")
    })),
    fragments: rowsOfTable("slips-fragments").map((r) => ({
      state: String(r["state"]),
      width: numberIn(r, "width"),
      seed: numberIn(r, "seed"),
      target: numberIn(r, "target_percent") / 100,
      oxygenPoor: numberIn(r, "oxygen_poor_percent") / 100,
      oxygenRich: numberIn(r, "oxygen_rich_percent") / 100
    })),
    oxygen: rowsOfTable("slips-oxygen").map((r) => ({
      state: String(r["state"]),
      poor: numberIn(r, "oxygen_poor_percent") / 100,
      loss: numberIn(r, "loss_percent") / 100,
      target: numberIn(r, "target_percent") / 100,
      absoluteTarget: numberIn(r, "absolute_target_percent") / 100
    })),
    repeats: { target: target.found, trueTarget: target.truth, rich: rich.found, trueRich: rich.truth }
  };
}
