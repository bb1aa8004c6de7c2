// Reference spectra as an analysis takes them: the illustrative ones of the project, or a user's own.

import { species } from "../material/xanes-lines.js";
import { referenceSpectrum } from "../material/xanes-references.js";
import type { AttenuationTable } from "../material/x-ray-absorption.js";
import { resample } from "./resample.js";
import type { EdgeElement } from "./windows.js";

export interface Reference {
  id: string;
  label: string;
  valence: number;
  /** eV, rising */
  energies: Float64Array;
  values: Float64Array;
}

export interface ReferenceSet {
  /** true: in m²/mol, so that their heights compare; false: of any scale, each is divided by its own edge step */
  molar: boolean;
  spectra: readonly Reference[];
}

/** The project's illustrative references at the energies of a measurement. */
export function illustrativeReferences(
  element: EdgeElement,
  energies: Float64Array,
  options: { resolution?: number; table?: AttenuationTable } = {}
): ReferenceSet {
  const spectra = species
    .filter((s) => s.element === element)
    .map((s) => ({
      id: s.id,
      label: s.label,
      valence: s.valence,
      energies,
      values: referenceSpectrum(s, energies, options)
    }));
  return { molar: true, spectra };
}

/** Columns [reference][energy] at the energies of a measurement. @throws where one does not cover them */
export function referenceColumns({ spectra }: ReferenceSet, energies: Float64Array): Float64Array[] {
  if (spectra.length === 0) throw new Error("missing references: none given; a fit needs one or more");
  return spectra.map(({ energies: own, values, label }) =>
    own === energies ? values : resample(own, values, energies, `the reference ${label}`)
  );
}
