// Mn L spectra of the project's references, mixed, of an edge step of about one.
import { referenceSpectrum, speciesOf } from "../../science/material/xanes-references.js";
import { energyGrid } from "../../science/xanes/windows.js";

/** @param step eV @param shares of species, by their names */
export function mixedSpectrum(
  step: number,
  shares: Readonly<Record<string, number>>
): { energies: Float64Array; values: Float64Array } {
  const energies = energyGrid("Mn", step);
  const parts = Object.entries(shares).map(([id, share]) => ({
    share,
    spectrum: referenceSpectrum(speciesOf(id), energies)
  }));
  const sum = energies.map((_, e) =>
    parts.reduce((total, { share, spectrum }) => total + share * (spectrum[e] ?? 0), 0)
  );
  const [first, last] = [sum[0], sum[sum.length - 1]];
  return { energies, values: sum.map((v) => (v - first) / (last - first) + 0.1) };
}
