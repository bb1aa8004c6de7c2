// Bound coherent scattering lengths b_c (fm), absorption cross-sections at 2200 m/s (λ = 1.798 Å) and incoherent ones (barn)
// of the natural elements: Rauch & Waschkowski's as the package periodictable 1.6 carries them for H, Li, C, O, F, Al, P, Mn,
// Fe, Co, Ni, Cu; Sears, Neutron News 3 (1992) 26, doi 10.1080/10448639208218770, for the others.

export interface NeutronScattering {
  /** fm */
  coherentLength: number;
  /** barn at 1.798 Å; proportional to the wavelength */
  absorption: number;
  /** barn */
  incoherent: number;
}

const row = (coherentLength: number, absorption: number, incoherent: number): NeutronScattering => ({
  ...{ coherentLength, absorption, incoherent }
});

export const neutronScattering: Readonly<Record<string, NeutronScattering>> = {
  H: row(-3.7409, 0.3326, 80.26),
  Li: row(-1.9, 70.5, 0.92),
  C: row(6.6484, 0.0035, 0.001),
  N: row(9.36, 1.9, 0.5),
  O: row(5.805, 0.00019, 0),
  F: row(5.654, 0.0096, 0.0008),
  Na: row(3.63, 0.53, 1.62),
  Mg: row(5.375, 0.063, 0.08),
  Al: row(3.449, 0.231, 0.0082),
  Si: row(4.1491, 0.171, 0.004),
  P: row(5.13, 0.172, 0.005),
  Ti: row(-3.438, 6.09, 2.87),
  V: row(-0.443, 5.08, 5.08),
  Mn: row(-3.75, 13.3, 0.4),
  Fe: row(9.45, 2.56, 0.4),
  Co: row(2.49, 37.18, 4.8),
  Ni: row(10.3, 4.49, 5.2),
  Cu: row(7.718, 3.78, 0.55),
  Ba: row(5.07, 1.1, 0.15),
  La: row(8.24, 8.97, 1.13)
};

/** b_c in fm. @throws where the element is not in the table */
export function coherentLength(element: string): number {
  const found = neutronScattering[element];
  if (!found)
    throw new Error(
      `unknown element: ${element}; scattering lengths are known of ${Object.keys(neutronScattering).join(", ")}`
    );
  return found.coherentLength;
}
