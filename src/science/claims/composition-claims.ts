/** Oxygen loss, and what soft X-ray tomography says about composition: C04–C11, C26, C28, C35. */
import type { Claim } from "./claim.js";
import { pages } from "./pages.js";
import { atMost, between, near, setting, within } from "./rules.js";

const oneParticle =
  "One milled fragment stands for each state; no error bar and no number of particles is given.";

export const compositionClaims: Claim[] = [
  {
    id: "C04",
    statement:
      "The first cycle removes about 4 % of all oxygen, and 20 cycles leave that share where it was.",
    type: "measured",
    reported: "≈ 4 % of the oxygen",
    value: 4,
    unit: "%",
    where: "text; Supplementary Figs. 1–13, 14c,d",
    condition: "first cycle, read as 0.1 C",
    technique: "diffraction",
    page: pages.sDiffraction,
    rule: within(0.25, "the oxygen deficit that refinement of the neutron twin gets back", "%"),
    caution:
      "No standard error is printed, and occupancy correlates with B_iso and tetrahedral Li. The tomography's oxygen-poor share is not calibrated against it."
  },
  {
    id: "C05",
    statement: "93.6 % of the pristine volume has the target composition.",
    type: "measured",
    reported: "93.6 %",
    value: 93.6,
    unit: "%",
    where: "Fig. 2a",
    condition: "pristine, soft X-ray tomography",
    technique: "composition",
    page: pages.fig2,
    rule: near(1, "the share of a pristine twin classed as target", "%"),
    caution: `Noise and the missing wedge alone misclass voxels of a uniform particle. ${oneParticle}`
  },
  {
    id: "C06",
    statement: "Oxygen-poor regions appear at 4.6 V on slow charge, at the surface and in the bulk together.",
    type: "measured",
    reported: "4.6 V",
    value: 4.6,
    unit: "V",
    where: "Fig. 2a,b",
    condition: "0.1 C, first charge",
    technique: "composition",
    page: pages.fig2,
    rule: near(
      0.1,
      "the lowest voltage at which the oxygen-poor share exceeds that of the pristine twin",
      "V"
    ),
    caution: "Only a few voltages were sampled, so the onset is known to the step between them."
  },
  {
    id: "C07",
    statement: "Near 4.8 V on slow charge c falls abruptly while metals, Mn above all, dissolve or migrate.",
    type: "measured",
    reported: "4.8 V",
    value: 4.8,
    unit: "V",
    where: "Fig. 2b; Supplementary Fig. 14e",
    condition: "0.1 C, end of first charge",
    technique: "diffraction",
    page: pages.sOperando,
    rule: atMost(0, "the change of c from 4.6 V to 4.8 V", "Å"),
    caution: "The values of c are drawn, not printed."
  },
  {
    id: "C08",
    statement: "On slow discharge the oxygen-poor share stays at its charged level.",
    type: "measured",
    reported: "about unchanged",
    value: null,
    unit: "",
    where: "Fig. 2b",
    condition: "0.1 C, first discharge",
    technique: "composition",
    page: pages.fig2,
    rule: between(0.9, 1.1, "the oxygen-poor share after discharge divided by that before it"),
    caution: oneParticle
  },
  {
    id: "C09",
    statement: "On fast charge a few oxygen-rich nanodomains already show below the surface at 4.4 V.",
    type: "measured",
    reported: "4.4 V",
    value: 4.4,
    unit: "V",
    where: "Fig. 2a",
    condition: "10 C, first charge",
    technique: "composition",
    page: pages.fig2,
    rule: near(
      0.1,
      "the lowest voltage at which the oxygen-rich share exceeds that of the pristine twin",
      "V"
    ),
    caution: "At 10 C the cell voltage contains a large overpotential."
  },
  {
    id: "C10",
    statement: "On fast charge connected oxygen-rich domains take up about 17 % of the volume at 4.8 V.",
    type: "measured",
    reported: "≈ 17 %",
    value: 17,
    unit: "%",
    where: "Fig. 2c",
    condition: "10 C, 4.8 V",
    technique: "composition",
    page: pages.fig2,
    rule: near(3, "the recovered oxygen-rich volume share", "%"),
    caution: oneParticle
  },
  {
    id: "C11",
    statement: "Part of the oxygen-rich volume goes back to the target composition on fast discharge.",
    type: "measured",
    reported: "partial return",
    value: null,
    unit: "",
    where: "Fig. 2c",
    condition: "10 C, first discharge",
    technique: "composition",
    page: pages.fig2,
    rule: between(0.05, 0.95, "the oxygen-rich share after discharge divided by that before it"),
    caution: `Charged and discharged states are different particles. ${oneParticle}`
  },
  {
    id: "C26",
    statement: "A voxel of the chemical tomogram is 25 nm wide.",
    type: "setting",
    reported: "25 nm³, as printed",
    value: 25,
    unit: "nm",
    where: "text; Methods; Supplementary Fig. 23b",
    condition: "soft X-ray tomography",
    technique: "tomography",
    page: pages.fig2,
    rule: setting("The twin takes (25 nm)³ as resolution and 9.8 nm as pixel."),
    caution:
      "Printed as a volume of 25 nm³; a cube of 25 nm width holds 625 times as much and is presumably meant."
  },
  {
    id: "C28",
    statement: "A voxel leaves the target class where a ratio deviates by 5.0 %.",
    type: "definition",
    reported: "5.0 %",
    value: 5,
    unit: "%",
    where: "Methods, tomography",
    condition: "all elements",
    technique: "composition",
    page: pages.fig2,
    rule: setting("The default threshold of the analysis; the page shows what other thresholds would give."),
    caution: "Tabulated optical densities disagree with each other by 4–25 % near these edges."
  },
  {
    id: "C35",
    statement:
      "Tomograms take 1° steps to ±65° with 9.8 nm pixels, a 25 nm zone plate and two energies an element.",
    type: "setting",
    reported: "1°; ±65°; 9.8 nm; 25 nm; 2 energies",
    value: null,
    unit: "",
    where: "Methods; Supplementary Table 1",
    condition: "BESSY II, U41",
    technique: "tomography",
    page: pages.fig2,
    rule: setting(),
    caution: "The energies themselves are in Supplementary Table 1 only; the dose is not given."
  }
];
