// Constants of the release of oxygen, of vacancies and of the densified surface.

import { assumed, calibrated, log, nm, record } from "./parameter-rows.js";

/** Release of oxygen, vacancies, densified surface. */
export const oxygenConstants = record({
  releaseVelocity: [
    ...(["k_s", "release at the threshold from an open surface", 1.864e-11, "m/s", [1e-16, 1e-10]] as const),
    calibrated("1.9 % of the oxygen lost at 4.6 V and 3.8 % at 4.8 V, first charge at 0.1 C"),
    log
  ],
  releaseVoltage: [
    ...(["E_r", "equilibrium potential at which release begins", 4.4, "V", [4.3, 4.5]] as const),
    calibrated("no loss at 4.4 V, 0.1 C")
  ],
  releaseTransfer: [
    ...(["α_r", "transfer coefficient of the release", 1, "", [0.5, 2]] as const),
    assumed("one charge crosses the whole field, as in logarithmic growth of films")
  ],
  passivation: [
    ...([
      "L₀",
      "densified thickness that slows the release by e",
      0.107 * nm,
      "m",
      [0.005 * nm, 2 * nm]
    ] as const),
    calibrated("1.9 % more oxygen lost from 4.6 to 4.8 V, and hardly more in 20 cycles"),
    log
  ],
  densification: [
    ...([
      "ℓ",
      "densified volume per volume of oxide that its oxygen has left",
      0.006861,
      "",
      [0.0005, 0.2]
    ] as const),
    calibrated("a layer of 3.8 nm after 20 cycles at 0.1 C"),
    log
  ],
  contactGrowth: [
    ...(["ℓ_t", "densified thickness per lithium that has passed", 0.059 * nm, "m", [0, 0.3 * nm]] as const),
    calibrated("a layer of 1.5 nm after 20 cycles at 10 C")
  ],
  nativeLayer: [
    ...(["L_i", "reconstructed surface before any cycling", 0.5 * nm, "m", [0, 4 * nm]] as const),
    assumed("one or two unit cells, common on such oxides")
  ],
  vacancyDiffusivity: [
    ...(["D_v", "diffusivity of oxygen vacancies", 4e-15, "m²/s", [1e-15, 2e-14]] as const),
    assumed(
      "through the bulk within a half-cycle at 0.1 C, by grain boundaries: surface and bulk lose oxygen together"
    ),
    log
  ],
  vacancyLimit: [
    ...(["v_m", "vacancies per formula unit at which the surface gives no more", 0.4, "", [0.2, 1]] as const),
    assumed("a fifth of the oxygen")
  ],
  aggregation: [
    ...(["k_n", "gathering of vacancies, dn/dt = k_n v²", 1.5e-4, "1/s", [3e-5, 1e-3]] as const),
    assumed("a good part of the vacancies in the first cycle at 0.1 C, nearly all after 20"),
    log
  ],
  voidVolume: [
    ...(["β", "void volume of a gathered vacancy, in formula units", 0.3558, "", [0.05, 0.5]] as const),
    calibrated("3.1 % porosity after 20 cycles at 0.1 C; 0.5 is the whole volume of an oxide ion")
  ],
  synthesisPorosity: [
    ...(["p_0", "porosity of the pristine particle", 0.004, "", [0, 0.02]] as const),
    assumed("the void at the core and small ones about it")
  ],
  domainLoss: [
    ...(["δ", "share of its oxygen that an oxygen-poor domain has lost", 0.1768, "", [0.08, 0.3]] as const),
    calibrated("24 % of the volume oxygen-poor at 4.8 V, 0.1 C, beside 3.8 % of the oxygen lost")
  ],
  pristinePoor: [
    ...(["f_P", "oxygen-poor share of the pristine particle", 0.032, "", [0, 0.064]] as const),
    "study, Fig. 2a: 93.6 % at the target; that the rest is split evenly is assumed",
    { status: "study" }
  ],
  voltageDecay: [
    ...(["γ", "fall of the discharge branch per gathered vacancy", 0.7691, "V", [0, 5]] as const),
    calibrated("some 3 mV a cycle at 0.1 C, as commonly said of like materials; the study prints no number")
  ]
});
