// Constants of the particle, of transport and of stress.

import { xRayDensity } from "../material/composition.js";
import { diffusivityReference, referenceTemperature, temperatureWindow } from "../material/diffusivity.js";
import { nmc111 } from "../material/elasticity.js";
import { assumed, log, record, µm } from "./parameter-rows.js";

/** Particle, transport and stress. */
export const particleConstants = record({
  particleRadius: [
    ...(["R", "particle radius", 8 * µm, "m", [0.5 * µm, 20 * µm]] as const),
    "study, caption of Fig. 5; here a solid sphere",
    { status: "study", ...log }
  ],
  diffusivity: [
    ...(["D", "diffusivity of lithium at 298 K", diffusivityReference, "m²/s", [5e-14, 5e-12]] as const),
    "study, methods section; the NMC811 entry of COMSOL's material library",
    { status: "study", ...log }
  ],
  temperature: [
    ...(["T", "temperature", referenceTemperature, "K", temperatureWindow] as const),
    assumed("not given for the run: the reference temperature of D(T)")
  ],
  capacity: [
    ...(["Q", "capacity that defines 1 C", 250, "mAh/g", [50, 377]] as const),
    assumed("1 C in mA/g is not given; 250 mAh/g, usual for Li-rich oxides")
  ],
  density: [
    ...(["ρ", "density of the solid", Math.round(xRayDensity()), "kg/m³", [3500, 5000]] as const),
    "X-ray density of the composition",
    { status: "sourced" }
  ],
  hysteresisLithium: [
    ...(["x_h", "lithium over which E changes its branch", 0.05, "", [0.01, 0.2]] as const),
    assumed("16 mAh/g; one-state model as in Axen et al. 2022, doi:10.1016/j.est.2022.103985")
  ],
  youngsModulus: [
    ...(["E", "Young's modulus", nmc111.youngsModulus, "Pa", [60e9, 200e9]] as const),
    nmc111.source,
    { status: "sourced" }
  ],
  poissonRatio: [
    ...(["ν", "Poisson's ratio", nmc111.poissonRatio, "", [0.2, 0.3]] as const),
    nmc111.source,
    { status: "sourced" }
  ],
  volumeSlope: [
    ...(["s", "change of volume with lithium, d(ΔV/V)/dx", 0.0316, "", [0.01, 0.3]] as const),
    assumed("3 % over 0.95 lithium; the study's curve is not given"),
    log
  ],
  activationEnergy: [
    ...(["E_a", "activation energy of release, vacancies and exchange", 6e4, "J/mol", [3e4, 1e5]] as const),
    assumed("some 0.6 eV; of no effect at 298 K")
  ],
  coating: [
    ...(["φ_c", "share of the surface on which a coating blocks the release", 0, "", [0, 1]] as const),
    "none in the study",
    { status: "study" }
  ]
});
