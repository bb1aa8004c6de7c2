/** What can be computed of the sample and of the crystals of the spectrometer: C01, C29, C30, C47. */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { capacityPerLithium, composition, molarMass } from "../../science/material/composition.js";

/** eV m, and the cubic cell of silicon in m (CODATA 2018). */
const energyWavelength = 1.239841984e-6;
const siliconCell = 5.431020511e-10;

/** Bragg angle (degrees) of a reflection of silicon at an energy. @throws where the wavelength exceeds twice the spacing */
export function siliconBraggAngle(indices: readonly [number, number, number], energy_eV: number): number {
  const spacing = siliconCell / Math.hypot(...indices);
  const sine = energyWavelength / energy_eV / (2 * spacing);
  if (!(sine > 0 && sine <= 1))
    throw new Error(
      `invalid energy: Si(${indices.join("")}) does not reflect ${energy_eV} eV; must be above ${energyWavelength / (2 * spacing)} eV`
    );
  return (Math.asin(sine) * 180) / Math.PI;
}

/** K edges, eV (xraydb) */
const edges = { Mn: 6539, Co: 7709, Ni: 8333 } as const;

/** Charge of a formula unit with the formal valences of the pristine compound. */
export const formalCharge = (): number =>
  composition.Li + 4 * composition.Mn + 2 * composition.Ni + 3 * composition.Co - 2 * composition.O;

export function computeSampleClaims(): ComputedClaim[] {
  const reported = { kind: "reported", error: null, value: null } as const;
  const { Ni, Co, Mn } = composition;
  const angle = (indices: readonly [number, number, number], edge: number) =>
    siliconBraggAngle(indices, edge).toFixed(1);
  return [
    {
      ...{ ...reported, id: "C01", unit: "", text: "Li1.2 Mn0.56 Ni0.16 Co0.08 O2" },
      note: `used as printed by every twin: ${molarMass.toFixed(2)} g/mol, ${capacityPerLithium().toFixed(1)} mAh/g for each lithium; with Mn⁴⁺, Co³⁺ and Ni²⁺ its charge is ${Math.abs(formalCharge()).toFixed(2)}`
    },
    {
      ...{
        ...reported,
        id: "C29",
        unit: "",
        text: `Ni:Co:Mn = ${+(Ni / Co).toFixed(6)}:1:${+(Mn / Co).toFixed(6)}`
      },
      note: "the ratio of the precipitate is that of the nominal composition, exactly; temperatures and times enter nothing, for no model here makes the powder"
    },
    {
      ...{ ...reported, id: "C30", unit: "°C", text: "none" },
      note: "enters nothing: no model here makes the powder, so no number of the companion depends on the furnace"
    },
    {
      ...{
        ...reported,
        id: "C47",
        unit: "°",
        text: `${angle([4, 4, 0], edges.Mn)}° Mn, ${angle([5, 3, 3], edges.Co)}° Co, ${angle([5, 5, 1], edges.Ni)}° Ni`
      },
      note: `Bragg angles at the K edges: near back-reflection, as such a spectrometer needs, for (533) at Co, (551) at Ni, and for the fourth order of the printed (110) at Mn; (110) itself would reflect at ${angle([1, 1, 0], edges.Mn)}°. The text tells no result of this instrument`
    }
  ];
}
