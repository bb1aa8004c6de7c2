// Young's modulus and Poisson's ratio of layered oxide cathodes. None was measured on a Li-rich one, as far as is known.

export interface ElasticCandidate {
  material: string;
  /** Pa */
  youngsModulus: number;
  poissonRatio: number;
  source: string;
}

export const nmc111: ElasticCandidate = {
  material: "NMC111, sintered",
  youngsModulus: 78e9,
  poissonRatio: 0.25,
  source: "Cheng et al., J. Eur. Ceram. Soc. 37 (2017) 3213–3217, as COMSOL's material library uses it"
};

export const elasticCandidates: ElasticCandidate[] = [
  nmc111,
  {
    material: "NMC532 pellets, indentation",
    youngsModulus: 140e9,
    poissonRatio: 0.25,
    source: "Xu and Zhao 2017, from memory and unverified"
  },
  {
    material: "NMC811, indentation",
    youngsModulus: 180e9,
    poissonRatio: 0.25,
    source: "Sharma 2023, from memory and unverified"
  },
  {
    material: "NMC111, density functional theory",
    youngsModulus: 199e9,
    poissonRatio: 0.25,
    source: "Sun and Zhao 2017, from memory and unverified: 190–200 GPa, ν 0.25–0.3"
  },
  {
    material: "LiCoO2, used for NMC",
    youngsModulus: 375e9,
    poissonRatio: 0.2,
    source: "PyBaMM, Ai2020 and OKane2022"
  }
];

/** Lamé's λ and μ (Pa). @param youngsModulus Pa */
export function lame(youngsModulus: number, poissonRatio: number): { lambda: number; mu: number } {
  return {
    lambda: (youngsModulus * poissonRatio) / ((1 + poissonRatio) * (1 - 2 * poissonRatio)),
    mu: youngsModulus / (2 * (1 + poissonRatio))
  };
}
