// The spectra of a pixel or a region, as the viewer wants them: over all energies, in the units in which they were fitted.
import type { OxidationMaps } from "../../science/xanes/analysis.js";
import type { ElementMaps } from "../../science/xanes/fit-element.js";
import type { PreparedStack } from "../../science/xanes/prepare.js";
import { fitSpectrum, type FittedSpectrum } from "../../science/xanes/spectra.js";
import { mapElements } from "../xanes/map-grid.js";
import type { ElementSpectrum } from "../xanes/spectrum-plot.js";
import type { SpectraAnswer } from "./live-request.js";

/** Each element by itself: where one cannot be fitted, the others still are. @param pixels indices in the maps */
export function elementSpectra(
  stacks: readonly PreparedStack[],
  { elements }: OxidationMaps,
  pixels: readonly number[]
): SpectraAnswer {
  const faults: string[] = [];
  const spectra = elements.flatMap((maps, k): ElementSpectrum[] => {
    try {
      return [shown(maps, fitSpectrum(stacks[k], maps, pixels))];
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  spectra.sort((a, b) => mapElements.indexOf(a.element) - mapElements.indexOf(b.element));
  return { spectra, fault: faults[0] ?? "" };
}

function shown({ model }: ElementMaps, fit: FittedSpectrum): ElementSpectrum {
  const { element, energies, first, end, operator, settings } = model;
  const { opticalDensity, opticalDensityError, fitted, parts } = fit;
  const dot = (row: ArrayLike<number>) => opticalDensity.reduce((sum, od, e) => sum + od * row[e], 0);
  const scale = settings.normalise ? dot(operator.step) : 1;
  const under = settings.background.from === "pre-edge" ? operator.coefficients.map(dot) : [];
  const wide = (values: ArrayLike<number>) =>
    Float64Array.from(energies, (_, e) => (e >= first && e < end ? values[e - first] : NaN));
  const left = fitted.map((value, i) => value - parts.reduce((sum, part) => sum + part.values[i], 0));
  const hasBackground = settings.background.from === "window";
  return {
    element,
    energies,
    measured: opticalDensity.map(
      (od, e) => (od - under.reduce((sum, c, k) => sum + c * operator.shapes[k][e], 0)) / scale
    ),
    sigma: opticalDensityError.map((error) => error / scale),
    fit: wide(fitted),
    components: [
      ...(hasBackground ? [{ species: "background", values: wide(left) }] : []),
      ...parts.map(({ label, values }) => ({ species: label, values: wide(values) }))
    ],
    window: [energies[first], energies[end - 1]],
    weights: parts.map(({ label, weight, error }) => ({ species: label, weight, error })),
    chi2: fit.reducedChiSquared
  };
}
