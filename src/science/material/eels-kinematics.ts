// From photoabsorption to the loss of fast electrons: kinematics and the dipole approximation. For electrons of energy E0,
//   γ = 1 + E0/mc², T = mv²/2 = (mc²/2)(1 − γ⁻²), θ_E = E/(2γT),
//   dσ/dE = (4π a0² R²/(E T)) (df/dE) ln(1 + β²/θ_E²),   df/dE = σ_photo/(2π² α ħ²/m) = σ_photo/(109.76 Mb eV).
// Egerton, Electron Energy-Loss Spectroscopy in the Electron Microscope, 3rd ed. (2011), sections 3.2.1, 3.6 and 3.7,
// doi 10.1007/978-1-4419-9583-4. Fair while β is well below (E/E0)^(1/2).

/** eV */
export const restEnergy = 510998.95;
export const rydberg = 13.605693;
/** m² */
export const bohrRadiusSquared = 5.29177210903e-11 ** 2;
/** Mb eV: what an oscillator strength of one absorbs */
export const absorptionOfOscillator = 109.7609;

export interface Kinematics {
  /** γ */
  gamma: number;
  /** mv²/2, eV */
  kinetic: number;
}

/** @param beamEnergy E0, eV */
export function kinematics(beamEnergy: number): Kinematics {
  if (!(beamEnergy > 0)) throw new Error(`invalid beam energy: ${beamEnergy} eV; must be positive`);
  const gamma = 1 + beamEnergy / restEnergy;
  return { gamma, kinetic: (restEnergy / 2) * (1 - 1 / gamma ** 2) };
}

/** θ_E, rad: half width of the angular distribution of electrons that have lost E (eV). */
export const characteristicAngle = (loss: number, { gamma, kinetic }: Kinematics): number =>
  loss / (2 * gamma * kinetic);

/**
 * Energy-differential cross-section of losses inside a collection angle, m²/eV an atom.
 * @param loss E, eV @param photoabsorption σ_photo, Mb @param beta collection half-angle, rad
 */
export function dipoleCrossSection(
  loss: number,
  photoabsorption: number,
  beta: number,
  k: Kinematics
): number {
  const angles = Math.log1p((beta / characteristicAngle(loss, k)) ** 2);
  const oscillator = photoabsorption / absorptionOfOscillator;
  return ((4 * Math.PI * bohrRadiusSquared * rydberg ** 2) / (loss * k.kinetic)) * oscillator * angles;
}
