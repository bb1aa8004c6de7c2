// Constants of distortion, of the lithium of distorted domains, of metals, cracks and resistances.

import { assumed, calibrated, log, record } from "./parameter-rows.js";

/** Distortion, lithium of distorted domains, metals, cracks. */
export const latticeConstants = record({
  distortionRate: [
    ...(["k_d", "distortion at the reference gradient, fully delithiated", 1.11, "1/s", [1e-5, 10]] as const),
    calibrated("17 % distorted at 4.8 V, 10 C"),
    log
  ],
  gradientExponent: [
    ...(["p", "exponent of the gradient in the distortion", 3, "", [2, 4]] as const),
    assumed("at least 2, so that a hundred times longer does not make up for a hundredth of the gradient")
  ],
  referenceGradient: [
    ...(["g_r", "reference of R |∂x/∂r|", 0.1, "", [0.01, 1]] as const),
    "a scale only: about that of the surface at 10 C",
    { status: "sourced" }
  ],
  depthExponent: [
    ...(["m", "exponent of the delithiation in the distortion", 3.519, "", [0, 5]] as const),
    calibrated("5, 10 and 17 % distorted at 4.4, 4.6 and 4.8 V, 10 C")
  ],
  distortedLimit: [
    ...(["d_m", "share that can be distorted", 0.18, "", [0.17, 0.3]] as const),
    assumed("somewhat more after 20 cycles than after one")
  ],
  permanentShare: [
    ...(["φ_p", "part of it that stays", 0.5164, "", [0, 1]] as const),
    calibrated("11 % still distorted after the first discharge at 10 C")
  ],
  reversion: [
    ...(["κ_r", "reversion of the rest per lithium that comes back", 6, "", [2, 20]] as const),
    assumed("most of it within a discharge")
  ],
  pristineDistorted: [
    ...(["d_0", "distorted share of the pristine particle", 0.032, "", [0, 0.064]] as const),
    "study, Fig. 2a: 93.6 % at the target; that the rest is split evenly is assumed",
    { status: "study" }
  ],
  exchange: [
    ...(["k_x", "exchange of lithium with distorted domains", 3e-4, "1/s", [3e-5, 3e-3]] as const),
    assumed("slower than a half-cycle at 10 C, faster than one at 0.1 C"),
    log
  ],
  trapping: [
    ...(["κ_t", "trapping per lithium that has passed", 3, "", [1, 10]] as const),
    assumed("within a cycle or two"),
    log
  ],
  trappedByVacancies: [
    ...(["θ_v", "lithium that a vacancy holds on a tetrahedral site", 1.078, "", [0, 3]] as const),
    calibrated("discharged particle of about 1.0 lithium, first cycle at 0.1 C")
  ],
  trappedByDistortion: [
    ...([
      "θ_d",
      "lithium that distorted slabs hold on tetrahedral sites, per share",
      0.372,
      "",
      [0, 2]
    ] as const),
    calibrated("discharged particle of about 1.05 lithium, first cycle at 10 C: 39 mAh/g not recovered")
  ],
  blockedPlaces: [
    ...([
      "κ_b",
      "octahedral places blocked by a trapped lithium, its own included",
      2.5,
      "",
      [1.5, 4]
    ] as const),
    assumed("a tetrahedron shares faces with neighbouring octahedra")
  ],
  metalLimit: [
    ...(["M_d", "share of its metal that a distorted domain can lose", 0.42, "", [0, 0.6]] as const),
    calibrated("domains miss some 25 % of their Mn after 20 cycles at 10 C")
  ],
  metalLimitPoor: [
    ...(["M_v", "share of its metal that an oxygen-poor domain can lose", 0.05, "", [0, 0.3]] as const),
    assumed("little")
  ],
  metalLoss: [
    ...(["κ_m", "loss of metal per lithium that has left", 3, "", [0.02, 5]] as const),
    assumed("a few cycles"),
    log
  ],
  referenceStress: [
    ...(["σ_r", "reference of the hoop stress for cracks", 2e7, "Pa", [1e6, 1e9]] as const),
    "a scale only: about that of the surface at 10 C",
    { status: "sourced", ...log }
  ],
  crackExponent: [
    ...(["q", "exponent of the hoop stress in crack growth", 3, "", [2, 6]] as const),
    assumed("as in fatigue of ceramics and like oxides, where it may be higher")
  ],
  crackRate: [
    ...(["κ_c", "crack growth at the reference stress per lithium passed", 0.13, "", [0.001, 2]] as const),
    calibrated("cracks nearly grown out after 20 cycles at 10 C"),
    log
  ],
  crackVolume: [
    ...(["p_c", "porosity of cracks that have grown out", 0.0165, "", [0, 0.05]] as const),
    calibrated("1.9 % porosity after 20 cycles at 10 C")
  ],
  filmResistance: [
    ...(["R_f", "resistance between particle and electrolyte", 0.0083, "Ω m²", [0, 0.05]] as const),
    calibrated("0.6 lithium left at 4.8 V, 10 C, with the printed diffusivity")
  ],
  layerResistance: [
    ...(["ρ_L", "resistance of the densified layer by its thickness", 1e6, "Ω m", [0, 2e7]] as const),
    assumed("a small part of the film's")
  ],
  crackResistance: [
    ...(["R_c", "resistance of contacts that grown-out cracks have cut", 0.0056, "Ω m²", [0, 0.05]] as const),
    calibrated("85 % of the first discharge left after 20 cycles at 10 C, as commonly said of like materials")
  ]
});
