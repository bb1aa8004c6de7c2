// Dispersion corrections f = f₀ + f′ + i f″ of free atoms at the two photon energies of the operando diffractometers.
// Chantler, J. Phys. Chem. Ref. Data 24 (1995) 71, doi 10.1063/1.555974, as interpolated by xraydb 4.4.7 (public domain).
// The K edges of Mn (6.54 keV) and Co (7.71) lie below both energies, that of Ni (8.33) between them: with copper radiation
// Mn and Co fluoresce, with gallium radiation all three do.

/** f′ and f″ in electrons */
export type Dispersion = readonly [real: number, imaginary: number];

/** eV: copper Kα of 1.54186 Å, and the gallium jet's 9.24 keV */
export const dispersionEnergies = [8041.21, 9240] as const;

const table: Record<string, readonly [copper: Dispersion, gallium: Dispersion]> = {
  Li: [
    [0.0001, 0.0003],
    [-0.0002, 0.0002]
  ],
  Be: [
    [0.0028, 0.0014],
    [0.0018, 0.001]
  ],
  C: [
    [0.0161, 0.009],
    [0.0121, 0.0067]
  ],
  O: [
    [0.0455, 0.032],
    [0.0354, 0.0241]
  ],
  Al: [
    [0.2071, 0.2454],
    [0.1734, 0.1868]
  ],
  Mn: [
    [-0.6087, 2.7949],
    [-0.0701, 2.2297]
  ],
  Co: [
    [-2.4743, 3.6135],
    [-0.7313, 2.9049]
  ],
  Ni: [
    [-3.02, 0.5057],
    [-1.4027, 3.2851]
  ],
  Cu: [
    [-1.9871, 0.5836],
    [-2.8807, 3.6864]
  ]
};

/** Photon energy in eV of a wavelength in Å. */
export const energyOf = (wavelength: number) => 12398.419843320026 / wavelength;

/**
 * @param energy eV, within 50 eV of one that is tabulated: between edges the corrections change slowly
 * @throws where the element or the energy is not tabulated
 */
export function dispersion(element: string, energy: number): Dispersion {
  const entry = table[element] as (typeof table)[string] | undefined;
  if (!entry)
    throw new Error(
      `unknown element: ${element}; dispersion corrections are tabulated for ${Object.keys(table).join(", ")}`
    );
  const k = dispersionEnergies.findIndex((tabulated) => Math.abs(energy - tabulated) < 50);
  if (k < 0)
    throw new Error(
      `unsupported photon energy: ${Math.round(energy)} eV; dispersion corrections are tabulated at ${dispersionEnergies.join(" and ")} eV`
    );
  return entry[k as 0 | 1];
}
