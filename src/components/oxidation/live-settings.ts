// From the switches of the page to the settings of the analysis.
import type { FitSettings, PrepareSettings } from "../../science/xanes/settings.js";
import { defaultFitSettings, defaultPrepareSettings } from "../../science/xanes/settings.js";
import type { ReferenceSet } from "../../science/xanes/references.js";
import { illustrativeReferences } from "../../science/xanes/references.js";
import { edgeElements, energyGrid, type EdgeElement } from "../../science/xanes/windows.js";
import { species } from "../../science/material/xanes-lines.js";
import type { FitChoices } from "../xanes/settings-form.js";
import type { OwnReference } from "../xanes/spectra-source.js";

export type OwnReferences = Readonly<Record<string, OwnReference>>;

/**
 * The references of each element in which a reader's own stands in for an illustrative one. Their heights do not compare,
 * so each is then divided by its own edge step.
 */
export function referencesWith(own: OwnReferences): Partial<Record<EdgeElement, ReferenceSet>> {
  const changed = edgeElements.filter((element) =>
    species.some((s) => s.element === element && own[s.id] !== undefined)
  );
  return Object.fromEntries(
    changed.map((element): [EdgeElement, ReferenceSet] => {
      const { spectra } = illustrativeReferences(element, energyGrid(element));
      const mixed = spectra.map((reference) => {
        const mine = own[reference.id];
        return mine ? { ...reference, energies: mine.energies, values: mine.values } : reference;
      });
      return [element, { molar: false, spectra: mixed }];
    })
  );
}

/** @param errors standard errors and χ² too, which take two thirds of the time of a fit */
export function fitSettings(choices: FitChoices, own: OwnReferences = {}, errors = true): FitSettings {
  const { window, edges, normalisation, sumToOne, freeBackground } = choices;
  const from = normalisation === "pre" ? "pre-edge" : normalisation === "none" ? "none" : "window";
  return {
    ...defaultFitSettings,
    windows: window === "own" ? edges : window,
    normalise: normalisation === "pre-post",
    sumToOne,
    background: freeBackground ? { shape: "line", from: "window" } : { shape: "tabulated", from },
    // the errors of the weights belong to the spectra, which carry their own
    errors: errors ? "valence" : "none",
    references: referencesWith(own)
  };
}

export function prepareSettings({ registration }: Pick<FitChoices, "registration">): PrepareSettings {
  return { ...defaultPrepareSettings, register: registration };
}
