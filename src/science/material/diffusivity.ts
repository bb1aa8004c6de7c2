// Diffusivity of lithium against temperature: D(T) = D_ref · exp(1200 K · (1/T_ref − 1/T₂)), T_ref = 298 K,
// T₂ = T held within 223.15 … 393.15 K. The study's methods section prints it without the exp; the form and the numbers
// are those of the NMC811 entry of COMSOL's material library, after Sturm et al. 2019.

/** m²/s at 298 K */
export const diffusivityReference = 5e-13;
export const referenceTemperature = 298;
export const activationTemperature = 1200;
export const temperatureWindow: [number, number] = [223.15, 393.15];

/** @param temperature K  @param reference m²/s at 298 K  @returns m²/s */
export function diffusivity(temperature: number, reference = diffusivityReference): number {
  const held = Math.min(temperatureWindow[1], Math.max(temperature, temperatureWindow[0]));
  return reference * Math.exp(activationTemperature * (1 / referenceTemperature - 1 / held));
}

export interface DiffusivityCandidate {
  material: string;
  /** m²/s near 298 K; a range where the source gives one */
  value: number;
  min?: number;
  max?: number;
  source: string;
}

/** Published values that a reader may hold against the one in use; they span nearly four decades. */
export const diffusivityCandidates: DiffusivityCandidate[] = [
  {
    material: "NMC811, as in the study",
    value: 5e-13,
    source: "COMSOL material library, after Sturm et al. 2019"
  },
  {
    material: "NMC111",
    value: 1e-14,
    source: "COMSOL tutorial, citing Ko et al., J. Electrochem. Soc. 166, A2939"
  },
  { material: "NMC811", value: 4e-15, source: "PyBaMM, OKane2022 (Chen et al. 2020), 25 kJ/mol" },
  { material: "NMC532", value: 8e-15, source: "PyBaMM, Mohtat2020, 18.55 kJ/mol" },
  {
    material: "NMC532 spheres, GITT",
    value: 2.7e-14,
    min: 1.9e-15,
    max: 3.9e-13,
    source: "Yang et al., Electrochim. Acta 66 (2012) 88 (abstract); value: geometric middle of the range"
  },
  {
    material: "Li-rich, 100–300 nm",
    value: 4.59e-15,
    source: "Bai et al., Energy Technol. 2015, by way of a secondary source"
  },
  {
    material: "Li-rich, 0.94 µm grains",
    value: 1e-16,
    source: "Zhang et al., Energy Storage Mater. 2022, by way of a secondary source; order of magnitude"
  }
];
