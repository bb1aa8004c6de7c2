// The three edges of a result as views to be drawn: Li K, O K and Mn L, each with the counts of the other region.
import type { LossSpectrum } from "../../science/eels/spectrum.js";
import type { FitView } from "./fit-plot.js";
import type { LiveSpectra } from "./live-spectra.js";

/** Counts of a spectrum on the channels of a fit. */
function countsAt(s: LossSpectrum, energies: ArrayLike<number>): Float64Array {
  const first = Math.round((energies[0] - s.start) / s.step);
  return Float64Array.from({ length: energies.length }, (_, i) => s.counts[first + i] ?? NaN);
}

const view = (
  {
    energies,
    counts,
    fit
  }: {
    energies: Float64Array;
    counts: Float64Array;
    fit: { model: Float64Array; parts: Float64Array[]; residuals: Float64Array };
  },
  labels: readonly string[],
  other: LossSpectrum,
  otherName: string
): FitView => ({
  ...{ energies, counts, model: fit.model, residuals: fit.residuals },
  parts: fit.parts.map((values, k) => ({ label: labels[k] ?? `part ${k + 1}`, values })),
  beside: { label: otherName, counts: countsAt(other, energies) }
});

export function edgeViews({
  result,
  otherRaw,
  other
}: LiveSpectra): Record<"lithium" | "oxygen" | "manganese", FitView> {
  const { lithium, prePeak, manganese } = result;
  const name = `region ${other.id}`;
  const metals =
    lithium.amounts.length === 2 ? ["Li K", "M2,3 of Mn, Co and Ni"] : lithium.amounts.map((a) => a.name);
  return {
    lithium: view(lithium, ["tail", ...metals], otherRaw.lithium, name),
    oxygen: view(prePeak, prePeak.labels, otherRaw.core, name),
    manganese: view(manganese, ["background", "Mn²⁺", "Mn³⁺", "Mn⁴⁺"], otherRaw.core, name)
  };
}
