// What the page asks of the microscope in its worker, and what comes back.
import type { PrincipalComponents } from "../../science/numerics/principal-components.js";
import type { EdgeElement } from "../../science/xanes/windows.js";
import type { FitChoices } from "../xanes/settings-form.js";
import type { ElementSpectrum } from "../xanes/spectrum-plot.js";
import type { OwnReferences } from "./live-settings.js";

export interface FitRequest {
  ask: "fit";
  state: string;
  choices: FitChoices;
  own: OwnReferences;
  /** standard errors, pulls and χ² too; without them their maps hold NaN and a refit is a matter of milliseconds */
  errors: boolean;
}

/** Of the last fit. */
export interface SpectraRequest {
  ask: "spectra";
  /** indices in the maps */
  pixels: number[];
}

/** Of the stacks that were prepared last. */
export interface ComponentsRequest {
  ask: "components";
  element: EdgeElement;
}

export interface FittedElement {
  element: EdgeElement;
  /** all [x][y], NaN outside the particle */
  valence: Float32Array;
  truth: Float32Array;
  error: Float32Array;
  pull: Float32Array;
  chi2: Float32Array;
  /** of the species, in the order of their valence */
  shares: Float32Array[];
}

export interface FitAnswer {
  zones: Uint8Array;
  elements: FittedElement[];
  /** s that preparation and fit took */
  seconds: number;
}

export interface SpectraAnswer {
  spectra: ElementSpectrum[];
  /** in words, what could not be fitted; "" where all could */
  fault: string;
}

export interface ComponentsAnswer {
  pca: PrincipalComponents;
  energies: Float64Array;
}

export interface Answers {
  fit: FitAnswer;
  spectra: SpectraAnswer;
  components: ComponentsAnswer;
}

export type LiveRequest = FitRequest | SpectraRequest | ComponentsRequest;
