// Fast electrons and atoms: wavelength, interaction, and scattering factors of independent atoms,
//   f_e(g) = Σ a_i (2 + b_i g²)/(1 + b_i g²)²  in Å, g = 1/d in Å⁻¹: Lobato & Van Dyck, Acta Cryst. A70 (2014) 636,
// doi 10.1107/S205327331401643X, table 1 (five terms; neutral atoms, fitted to 12 Å⁻¹ with the right tail beyond:
// f_e → Z/(2π² a₀ g²)). Relativity: Kirkland, Advanced Computing in Electron Microscopy, 2nd ed. (2010), chapters 2 and 5.

export type ScatteringElement = "Li" | "O" | "Mn" | "Co" | "Ni";

export const atomicNumber: Record<ScatteringElement, number> = { Li: 3, O: 8, Mn: 25, Co: 27, Ni: 28 };

/** a_i in Å, then b_i in Å² */
const lobato: Record<ScatteringElement, readonly [a: readonly number[], b: readonly number[]]> = {
  Li: [
    [3.92622272886147, -4.54861962639998, 2.19335312878658, 0.0699451265033965, 0.00209864224851937],
    [8.1427601351728, 4.98941077007855, 4.1442899923941, 0.40192231506568, 0.156479034719823]
  ],
  O: [
    [29.9474045242362, -77.6101266255278, 99.8817764623144, -51.2127005505673, 0.00819618954446032],
    [1.3028398788001, 1.15794105258309, 1.00988549338025, 0.943327971433266, 0.0433197611321825]
  ],
  Mn: [
    [4.37417550633122, -160.925510918779, 160.273308060322, 0.0312303861049162, 0.00034696602102094],
    [5.51031705504928, 1.68798216402433, 1.66614047777702, 0.0483370390321277, 0.00364746960053068]
  ],
  Co: [
    [3.33037874467544, -77.0017596472967, 77.0725221790516, 0.0239904669040569, 0.00026825666552394],
    [5.18135964579543, 1.32915122265139, 1.30284928963228, 0.0380645486826371, 0.0030501000799157]
  ],
  Ni: [
    [2.96908078725286, -75.747706912904, 76.0398287625307, 0.0210162113692967, 0.00023115175113515],
    [5.0418094910938, 1.18275507921629, 1.16216545846629, 0.0337479087883035, 0.0027868086207074]
  ]
};

/** rest energy of the electron, keV, and h c, keV Å: CODATA 2018 */
const restEnergy = 510.99895;
const planckTimesLight = 12.398419843;

/** Wavelength in Å of electrons accelerated by so many kV: λ = hc/√(E(E + 2mc²)). */
export const wavelength = (kilovolt: number): number =>
  planckTimesLight / Math.sqrt(kilovolt * (kilovolt + 2 * restEnergy));

/** Mass over rest mass, γ = 1 + E/mc². */
export const relativisticFactor = (kilovolt: number): number => 1 + kilovolt / restEnergy;

/** Phase in radians per V Å of projected potential: σ = (2π/λE)(mc² + E)/(2mc² + E), per V. */
export const interactionConstant = (kilovolt: number): number =>
  (((2 * Math.PI) / (wavelength(kilovolt) * kilovolt * 1e3)) * (restEnergy + kilovolt)) /
  (2 * restEnergy + kilovolt);

/** h²/(2π m₀ e) in V Å²: the Fourier transform of a projected potential (V Å) is this times f_e (Å). */
export const potentialPerFactor = 47.877645145863056;

/** Scattering factor in Å, without relativity. @param g Å⁻¹, 1/d */
export function scatteringFactor(element: ScatteringElement, g: number): number {
  const [a, b] = lobato[element];
  const g2 = g * g;
  let sum = 0;
  for (let i = 0; i < 5; ++i) sum += (a[i] * (2 + b[i] * g2)) / (1 + b[i] * g2) ** 2;
  return sum;
}

/**
 * Cross-section in Å² of one atom at rest for scattering into a ring, ∫ |γ f_e(θ/λ)|² 2π sin θ dθ, single scattering.
 * @param inner and @param outer edge of the ring, rad
 * @throws unless 0 ≤ inner < outer < π/2
 */
export function ringCrossSection(
  element: ScatteringElement,
  kilovolt: number,
  inner: number,
  outer: number
): number {
  if (!(inner >= 0 && outer > inner && outer < Math.PI / 2))
    throw new Error(
      `invalid ring of a detector: ${1e3 * inner} to ${1e3 * outer} mrad; the outer edge must be above the inner one`
    );
  const [lambda, gamma] = [wavelength(kilovolt), relativisticFactor(kilovolt)];
  const density = (theta: number) => {
    // elastic scattering through θ: momentum 2 sin(θ/2)/λ
    const f = gamma * scatteringFactor(element, (2 * Math.sin(theta / 2)) / lambda);
    return f * f * 2 * Math.PI * Math.sin(theta);
  };
  // Simpson's rule on a logarithmic scale where the ring is wide
  const steps = 200;
  const [low, high] = [Math.log(Math.max(inner, 1e-6)), Math.log(outer)];
  let sum = 0;
  for (let i = 0; i <= steps; ++i) {
    const theta = Math.exp(low + ((high - low) * i) / steps);
    sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * density(theta) * theta;
  }
  return (sum * (high - low)) / (3 * steps);
}
