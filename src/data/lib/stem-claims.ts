/** What the twin of the atomic images says about the claims on them (C42, C43, Q1, Q2). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { defaultStemInstrument } from "../../science/stem/instrument.js";
import { type SurfaceSequence, surfaceSequence } from "../../science/stem/local-phases.js";
import { localPhases } from "../../science/stem/local-phases.js";
import { measure } from "../../science/stem/twin.js";
import { pristineLatticeParameters } from "../../science/particle/lattice-models-parameters.js";
import { sceneSample, shownSeed, stemScenes } from "./stem.js";
import { trueLayers } from "./stem-comparison.js";

/** The surface of a lamella as the analysis of its dark-field image finds it. */
export function surfaceOf(id: "slow" | "fast-surface", seed = shownSeed): SurfaceSequence {
  const scene = stemScenes.find((s) => s.id === id);
  if (!scene) throw new Error(`unknown lamella: ${id}`);
  const { sample, instrument } = sceneSample(scene);
  return surfaceSequence(localPhases(measure(sample, instrument, seed)));
}

const order = "the order was put in, to agree with the study's words; no thickness is printed";
const layers =
  "its densified surfaces follow the pathway model, calibrated at both rates; no thickness is printed";

/** @param surfaces of the slowly and the fast cycled lamella */
export function stemClaims(
  slow: SurfaceSequence = surfaceOf("slow"),
  fast: SurfaceSequence = surfaceOf("fast-surface")
): ComputedClaim[] {
  const ratio = fast.transformed / slow.transformed;
  const relative = Math.hypot(
    fast.spread / fast.transformed / Math.sqrt(fast.lines),
    slow.spread / slow.transformed / Math.sqrt(slow.lines)
  );
  const { kilovolt, haadfInner, haadfOuter, idpcInner, idpcOuter, doseRate } = defaultStemInstrument();
  return [
    {
      ...{ id: "Q1", kind: "recovered", value: slow.inOrder, unit: "" },
      error: 2 * Math.sqrt((slow.inOrder * (1 - slow.inOrder)) / slow.lines),
      errorMeaning: "twice the standard error from the number of lines; one seed",
      set: { value: 1, what: order },
      note: `share of the lines inwards from the surface on which local Fourier motifs give rock salt, spinel, layered in this order; ${slow.lines} lines of one dark-field image`
    },
    {
      ...{ id: "Q2", kind: "recovered", value: ratio, unit: "", error: 2 * ratio * relative },
      errorMeaning: "twice the standard error from the spread between lines; one seed",
      set: { value: trueLayers("fast-surface").transformed / trueLayers("slow").transformed, what: layers },
      note: "thickness of what is not layered at 10 C over that at 0.1 C, by local Fourier motifs; the window widens both, so that the ratio is found too large"
    },
    {
      ...{ id: "C42", kind: "reported", value: pristineLatticeParameters.thickness.value / 10, unit: "nm" },
      error: null,
      note: "the thickness is used as printed; what milling leaves on the surfaces enters as a background of the dark field, which is assumed"
    },
    {
      ...{ id: "C43", kind: "reported", value: kilovolt, unit: "kV", error: null },
      text: `${kilovolt} kV; ${doseRate} e/Å²/s; ${haadfInner}–${haadfOuter} mrad; ${idpcInner}–${idpcOuter} mrad; [010]`,
      note: "used as printed; the time of an image, 60 s, and the probe's convergence, 25 mrad, are assumed"
    }
  ];
}
