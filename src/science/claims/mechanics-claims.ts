/** The particle model and its stress: C23–C25, C48, C49. */
import type { Claim } from "./claim.js";
import { pages } from "./pages.js";
import { atLeast, notGiven, setting, within } from "./rules.js";

export const mechanicsClaims: Claim[] = [
  {
    id: "C23",
    statement:
      "The hoop stress at the bridge between void and pore reaches 3.17e8 N/m² at 10 C and 20 % depth of discharge.",
    type: "simulated",
    reported: "3.17e8 N/m²",
    value: 3.17e8,
    unit: "N/m²",
    where: "Fig. 5e; Supplementary Fig. 28",
    condition: "10 C, discharge, 20 % DOD, point A",
    technique: "mechanics",
    page: `${pages.fig5}#fig-5e`,
    rule: within(0.1, "the hoop stress at A", "N/m²"),
    caution:
      "Modulus, Poisson's ratio, volume change and pore positions are not in the text, and one number cannot identify them. The caption of Fig. 5 speaks of delithiation, the text of discharge."
  },
  {
    id: "C24",
    statement:
      "At equal depth of discharge the hoop stress at 10 C is at least a hundred times that at 0.1 C.",
    type: "simulated",
    reported: "≥ 2 orders of magnitude",
    value: 100,
    unit: "",
    where: "Fig. 5d,e",
    condition: "10 C against 0.1 C, 20 % DOD, point A",
    technique: "mechanics",
    page: `${pages.fig5}#fig-5d`,
    rule: atLeast(100, "hoop stress at A at 10 C divided by that at 0.1 C"),
    caution:
      "The ratio of the two rates is 100 already: any linear model with constant D gives that once the start has died away."
  },
  {
    id: "C25",
    statement: "The modelled particle has radius 8 µm, a central void of 0.5 µm and further pores of 0.2 µm.",
    type: "setting",
    reported: "8, 0.5 and 0.2 µm",
    value: null,
    unit: "µm",
    where: "Fig. 5 caption; Supplementary Fig. 27",
    condition: "model geometry",
    technique: "mechanics",
    page: `${pages.fig5}#fig-s27`,
    rule: setting(),
    caution:
      "Number and positions of the pores and the gap to the void are not given; off the axis a pore is a torus."
  },
  {
    id: "C48",
    statement: "Lithium diffuses with 5e-13 m²/s at 298 K, and with temperature by an exponential of 1200 K.",
    type: "simulated",
    reported: "5e-13 m²/s; 1200 K; 298 K; 223.15–393.15 K",
    value: 5e-13,
    unit: "m²/s",
    where: "Methods, simulation",
    condition: "particle model",
    technique: "mechanics",
    page: `${pages.fig5}#table-s3`,
    rule: setting("The model uses D = 5e-13 exp(1200 (1/298 − 1/T)) m²/s."),
    caution:
      "The exponential is missing from the printed formula. The flux law has V where a gradient belongs, and the balance has no time derivative."
  },
  {
    id: "C49",
    statement:
      "The strain that lithium causes follows a volume curve ΔV/V0 from an earlier work (reference 44).",
    type: "simulated",
    reported: "a curve, by reference",
    value: null,
    unit: "",
    where: "Methods, simulation",
    condition: "particle model",
    technique: "mechanics",
    page: `${pages.fig5}#table-s3`,
    rule: notGiven("the curve of reference 44 is not printed in the study"),
    caution:
      "The stress at a given depth of discharge follows the local slope of this curve. The cell's volume is printed with b where a hexagonal cell has c."
  }
];
