/** La0.5Ba0.5CoO3 and how its neutron pattern is refined: what the measured pattern of HRPT is fitted with. */
import { constantWavelength } from "../../../science/diffraction/powder-geometry.js";
import type { RefinementSettings } from "../../../science/diffraction/rietveld.js";
import type { Crystal, Site } from "../../../science/material/crystal.js";
import { coherentLength } from "../../../science/material/neutron-scattering.js";
import { cube } from "../../../science/material/structures.js";
import { spaceGroup } from "../../../science/material/symmetry.js";

export const neutronAmplitude = (element: string) => [coherentLength(element), 0] as const;

/** @param a Å, edge of the cube */
export function perovskite(a: number): Crystal {
  const site = (label: string, element: string, x: number, y: number, occupancy: number): Site => ({
    ...{ label, element, x, y, z: y, occupancy, bIso: 0.5 }
  });
  return {
    name: "La0.5Ba0.5CoO3",
    spaceGroup: "Pm-3m",
    operations: spaceGroup("Pm-3m").operations,
    cell: cube(a),
    sites: [
      site("La", "La", 0, 0, 0.5),
      site("Ba", "Ba", 0, 0, 0.5),
      site("Co", "Co", 0.5, 0.5, 1),
      site("O", "O", 0, 0.5, 1)
    ]
  };
}

/** Angles of the background's knots are those that others took, degrees. */
export const perovskiteSettings: RefinementSettings = {
  crystal: perovskite(3.88),
  geometry: constantWavelength({ wavelength: 1.494, U: 0.1, V: -0.1, W: 0.1, Y: 0.05, zero: 0.6 }),
  amplitude: neutronAmplitude,
  background: { kind: "linear", at: [10, 20, 30, 50, 70, 90, 110, 130, 150, 165] },
  refine: [
    ...["scale", "background", "cell", "zero", "U", "V", "W", "Y"],
    ...["La.bIso", "Co.bIso", "O.bIso", "La.occupancy"]
  ],
  ties: [
    { name: "Ba.occupancy", offset: 1, of: [{ name: "La.occupancy", factor: -1 }] },
    { name: "Ba.bIso", of: [{ name: "La.bIso", factor: 1 }] }
  ]
};
