// Constants of the redox ladder: how the charge that has left is shared out among the elements.

import { surfaceDepth } from "../particle/aged-sample.js";
import { assumed, record } from "./parameter-rows.js";

/** Redox ladder: how the charge that has left is shared out among the elements. */
export const redoxConstants = record({
  pristineMn: [
    ...(["v_Mn", "pristine valence of Mn", 3.96, "", [3.9, 4]] as const),
    assumed("near +4, as the study says")
  ],
  pristineNi: [
    ...(["v_Ni", "pristine valence of Ni", 2.1, "", [2, 2.3]] as const),
    assumed("Ni²⁺, little Ni³⁺")
  ],
  pristineO: [
    ...(["v_O", "pristine valence of O", -1.995, "", [-2, -1.98]] as const),
    assumed("lattice oxygen")
  ],
  nickelVoltage: [
    ...(["E_Ni", "Ni³⁺/⁴⁺ above the pristine level", 0.42, "V", [0.2, 0.8]] as const),
    assumed("Ni is oxidised first")
  ],
  cobaltVoltage: [
    ...(["E_Co", "Co³⁺/⁴⁺ above the pristine level", 0.48, "V", [0.2, 0.8]] as const),
    assumed("Co with Ni⁴⁺")
  ],
  oxygenVoltage: [
    ...(["E_O", "oxygen above the pristine level", 1.05, "V", [0.6, 1.4]] as const),
    assumed("after the metals, with overlap")
  ],
  metalWidth: [
    ...(["w_M", "width of the metals' steps", 0.09, "V", [0.03, 0.2]] as const),
    assumed("disorder")
  ],
  oxygenWidth: [...(["w_O", "width of oxygen's step", 0.14, "V", [0.05, 0.4]] as const), assumed("a band")],
  overlapByPolarisation: [
    ...(["η_w", "polarisation on charge that doubles these widths", 0.6, "V", [0.1, 2]] as const),
    assumed("metals and oxygen together at 10 C")
  ],
  denseMn: [
    ...(["v_Mn,L", "valence of Mn in the densified layer", 3, "", [2, 4]] as const),
    assumed("spinel and rock salt")
  ],
  denseNi: [
    ...(["v_Ni,L", "valence of Ni in the densified layer", 2.1, "", [2, 3]] as const),
    assumed("rock salt")
  ],
  surfaceDepth: [
    ...([
      "ℓ_s",
      "depth that counts as the surface",
      surfaceDepth.value,
      "m",
      [surfaceDepth.min, surfaceDepth.max]
    ] as const),
    assumed("about twice the layer of slow cycling")
  ],
  spreadNi: [
    ...(["σ_Ni", "spread of Ni between pristine domains", 0.08, "", [0, 0.3]] as const),
    assumed("disorder")
  ],
  spreadMn: [
    ...(["σ_Mn", "spread of Mn between pristine domains", 0.03, "", [0, 0.2]] as const),
    assumed("disorder")
  ],
  spreadCo: [
    ...(["σ_Co", "spread of Co between pristine domains", 0.02, "", [0, 0.2]] as const),
    assumed("disorder")
  ],
  spreadO: [
    ...(["σ_O", "spread of O between pristine domains", 0.005, "", [0, 0.1]] as const),
    assumed("disorder")
  ]
});
