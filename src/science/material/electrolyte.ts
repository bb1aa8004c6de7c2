// Ohmic drop of the electrolyte in the separator, at uniform salt concentration:
//   Δφ = I L/κ_eff, κ_eff = κ ε^b (Bruggeman 1935, b = 1.5). Concentration gradients in the electrolyte are left out.

/** S/m at 298.15 K, 1 M LiPF6: the formula of Valøen and Reimers, doi:10.1149/1.1872737, as PyBaMM's Xu2019 has it */
export const valoenReimersConductivity = 1.194;

/** Valøen and Reimers' fit, S/m. @param concentration mol/m³  @param temperature K */
export function electrolyteConductivity(concentration: number, temperature: number): number {
  const c = concentration / 1000;
  const T = temperature;
  const root =
    -10.5 +
    0.074 * T -
    6.96e-5 * T * T +
    c * (0.668 - 0.0178 * T + 2.8e-5 * T * T) +
    c * c * (0.494 - 8.86e-4 * T);
  return 0.1 * c * root * root;
}

export const bruggemanExponent = 1.5;

/** Ω m²: resistance of a separator times its area. @param thickness m  @param conductivity S/m */
export function separatorResistance(thickness: number, porosity: number, conductivity: number): number {
  return thickness / (conductivity * porosity ** bruggemanExponent);
}
