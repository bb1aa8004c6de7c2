/** Oxidation states from X-ray spectra, the charge they carry, and RIXS: C12–C20, C27, C36, C37, C39, C47. */
import type { Claim } from "./claim.js";
import { pages } from "./pages.js";
import { atLeast, atMost, near, setting, within } from "./rules.js";

export const oxidationClaims: Claim[] = [
  {
    id: "C12",
    statement: "On slow charge most of the metal is at its highest oxidation state by 4.4 V.",
    type: "measured",
    reported: "4.4 V",
    value: 4.4,
    unit: "V",
    where: "Fig. 3a",
    condition: "0.1 C, first charge",
    technique: "xanes",
    page: pages.fig3,
    rule: atLeast(0.5, "the share of the metals' total oxidation that is reached by 4.4 V"),
    caution: "No valence is printed; C15 puts the same oxidation below 4.6 V."
  },
  {
    id: "C13",
    statement: "Domains of different oxidation state are still there at 4.6 V on slow charge.",
    type: "measured",
    reported: "4.6 V",
    value: 4.6,
    unit: "V",
    where: "Fig. 3a",
    condition: "0.1 C, first charge",
    technique: "xanes",
    page: pages.fig3,
    rule: atLeast(2, "the spread of valence between pixels divided by the standard error of one pixel"),
    caution: "The noise of a pixel is not given."
  },
  {
    id: "C14",
    statement: "At 4.8 V Co is oxidised evenly, while Mn and Ni are reduced towards the surface.",
    type: "measured",
    reported: "4.8 V",
    value: 4.8,
    unit: "V",
    where: "Fig. 3a",
    condition: "0.1 C, end of first charge",
    technique: "xanes",
    page: pages.fig3,
    rule: atMost(0, "surface less centre valence, the larger of Mn and Ni, less that of Co"),
    caution: "Pixels average along the beam, so a surface layer is diluted by the bulk behind it."
  },
  {
    id: "C15",
    statement: "On slow charge metals oxidise below 4.6 V, oxygen between 4.6 V and 4.8 V.",
    type: "measured",
    reported: "< 4.6 V; 4.6–4.8 V",
    value: null,
    unit: "V",
    where: "Fig. 3b–e",
    condition: "0.1 C, first charge",
    technique: "xanes",
    page: pages.fig3,
    rule: atLeast(0.5, "the smaller of the share of metal oxidation below 4.6 V and that of oxygen above it"),
    caution: "No valences are printed in the text."
  },
  {
    id: "C16",
    statement:
      "On fast charge metals and oxygen oxidise together up to 4.8 V, and less far than on slow charge.",
    type: "measured",
    reported: "up to 4.8 V",
    value: 4.8,
    unit: "V",
    where: "Fig. 3b–e",
    condition: "10 C, first charge",
    technique: "xanes",
    page: pages.fig3,
    rule: atMost(1, "oxidation reached at 10 C divided by that at 0.1 C, the larger of metals and oxygen"),
    caution: "No valences are printed in the text."
  },
  {
    id: "C17",
    statement: "Mn stays near +4 in the pristine oxide and on charge at both rates.",
    type: "measured",
    reported: "≈ +4",
    value: 4,
    unit: "",
    where: "Fig. 3b",
    condition: "pristine and first charge, both rates",
    technique: "xanes",
    page: pages.fig3,
    rule: near(0.1, "the recovered mean valence of Mn", ""),
    caution: "Stands beside a reduction of surface Mn at 4.8 V (C14)."
  },
  {
    id: "C18",
    statement: "After discharge Mn2+ and Ni3+ sit together in small surface domains.",
    type: "measured",
    reported: "co-located",
    value: null,
    unit: "",
    where: "Fig. 3a",
    condition: "discharged, 0.1 C",
    technique: "xanes",
    page: pages.fig3,
    rule: atLeast(1, "the overlap of Mn2+ and Ni3+ divided by that of shuffled maps"),
    caution: "A small area of one particle."
  },
  {
    id: "C19",
    statement: "Ni and Co that are not reduced again account for 39 mAh/g of the first cycle's loss.",
    type: "derived",
    reported: "39 mAh/g",
    value: 39,
    unit: "mAh/g",
    where: "text beside Fig. 3",
    condition: "first cycle; rate not stated, context 10 C",
    technique: "electrochemistry",
    page: pages.fig3,
    rule: within(0.1, "the charge F Σ x Δz / (3.6 M) of the recovered Ni and Co valences", "mAh/g"),
    caution: "It needs 0.124 electrons a formula unit; the valences that went in are not printed."
  },
  {
    id: "C20",
    statement:
      "The RIXS mark of oxidised oxygen is there at 4.8 V and gone at 2.0 V after 20 cycles at either rate.",
    type: "measured",
    reported: "523–524 eV emission, 531–532 eV excitation",
    value: null,
    unit: "eV",
    where: "Supplementary Fig. 24b,c",
    condition: "after 20 cycles, both rates",
    technique: "xanes",
    page: pages.fig3,
    rule: atLeast(1, "the loss of the feature from 4.8 V to 2.0 V divided by its detection limit"),
    caution: "Panel 24a is not discussed."
  },
  {
    id: "C27",
    statement:
      "Radial profiles use five zones of a fifth of the particle's area each, from the edge inwards.",
    type: "definition",
    reported: "5 zones of 20 %",
    value: 5,
    unit: "zones",
    where: "Fig. 3 caption; Supplementary Figs. 22, 23",
    condition: "projected particle",
    technique: "xanes",
    page: pages.fig3,
    rule: setting("The analysis divides the projected area so, to one pixel."),
    caution: "Zones of a projection mix depths: none of them is a shell."
  },
  {
    id: "C36",
    statement:
      "Spectra are fitted from 526 to 536 eV (O), 638 to 648 (Mn), 775 to 782 (Co) and 850 to 860 (Ni).",
    type: "setting",
    reported: "526–536; 638–648; 775–782; 850–860 eV",
    value: null,
    unit: "eV",
    where: "Methods, oxidation maps",
    condition: "linear combination fits",
    technique: "xanes",
    page: pages.fig3,
    rule: setting(),
    caution: "The Co window ends below the L2 edge."
  },
  {
    id: "C37",
    statement:
      "Spectra are measured from 525 to 555 eV (O), 635 to 665 (Mn), 775 to 805 (Co) and 848 to 880 (Ni).",
    type: "setting",
    reported: "525–555; 635–665; 775–805; 848–880 eV",
    value: null,
    unit: "eV",
    where: "Methods, oxidation maps",
    condition: "soft X-ray microscope",
    technique: "xanes",
    page: pages.fig3,
    rule: setting(),
    caution: "For Co the measured range begins where the fit begins: there is no pre-edge of its own."
  },
  {
    id: "C39",
    statement: "Soft X-ray absorption and RIXS run at 1e-9 torr with 0.15 eV excitation resolution.",
    type: "setting",
    reported: "1e-9 torr; 0.15 eV",
    value: 0.15,
    unit: "eV",
    where: "Methods, sXAS and mRIXS",
    condition: "Advanced Light Source",
    technique: "xanes",
    page: pages.fig3,
    rule: setting(),
    caution: ""
  },
  {
    id: "C47",
    statement:
      "Hard X-ray absorption uses spherically bent Si(110), (533) and (551) crystals of 500 mm radius.",
    type: "setting",
    reported: "Si(110), Si(533), Si(551); 500 mm",
    value: 500,
    unit: "mm",
    where: "Methods, hard XAS",
    condition: "Mn, Co, Ni K edges",
    technique: "xanes",
    page: pages.fig3,
    rule: setting("No result rests on it; no twin uses it."),
    caution: "No hard X-ray result is discussed in the text; Supplementary Fig. 25 is never cited."
  }
];
