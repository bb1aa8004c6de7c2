// Energy that a sample absorbs: D = Φ E μ/ρ, with the photons per area Φ that fall on it at photon energy E, and the mass
// attenuation μ/ρ of its composition. The detected photons per pixel N give Φ = N/(η p²): what the zone plate and the
// camera lose has passed the sample first. The value holds at the face that the beam enters; it falls along the beam.

import { atomicMass, composition, molarMass } from "../material/composition.js";
import { absorbingElements, massAttenuation } from "../material/x-ray-absorption.js";
import type { Instrument } from "./instrument.js";

/** J */
const electronvolt = 1.602176634e-19;

export interface Dose {
  /** photons on the sample per m² and image */
  fluence: number;
  /** Gy, one image at each energy in the order of the exposures */
  perImage: Float64Array;
  /** Gy, the whole measurement */
  total: number;
}

/** Dose at the entrance face of the target composition. */
export function absorbedDose(instrument: Instrument): Dose {
  const { photons, efficiency, pixelSize, tilts, energies, table } = instrument;
  const fluence = photons / efficiency / pixelSize ** 2;
  const perImage = Float64Array.from(
    energies.flatMap(({ pre, post }) => [pre, post]),
    (energy) => fluence * energy * electronvolt * attenuationOfTarget(energy, table)
  );
  return { fluence, perImage, total: tilts.length * perImage.reduce((sum, dose) => sum + dose, 0) };
}

/** m²/kg */
function attenuationOfTarget(energy: number, table: Instrument["table"]): number {
  return absorbingElements.reduce((sum, element) => {
    const share = (composition[element] * atomicMass[element]) / molarMass;
    return sum + share * massAttenuation(element, energy, table);
  }, 0);
}
