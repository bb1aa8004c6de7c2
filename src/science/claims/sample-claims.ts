/** The sample, its synthesis, its cells and the way it was cycled: C01–C03, C21, C29–C34. */
import type { Claim } from "./claim.js";
import { pages } from "./pages.js";
import { setting } from "./rules.js";

export const sampleClaims: Claim[] = [
  {
    id: "C01",
    statement: "The cathode is a lithium-rich oxide of nominal composition Li1.2Mn0.56Ni0.16Co0.08O2.",
    type: "setting",
    reported: "Li1.2 Mn0.56 Ni0.16 Co0.08 O2",
    value: null,
    unit: "",
    where: "throughout",
    condition: "nominal, pristine",
    technique: "material",
    page: pages.fig1,
    rule: setting(),
    caution: "No measured composition with an error is printed in the text."
  },
  {
    id: "C02",
    statement: "Two rates are compared: 0.1 C and 10 C.",
    type: "setting",
    reported: "0.1 and 10 C",
    value: null,
    unit: "C",
    where: "all figures",
    condition: "charge and discharge",
    technique: "electrochemistry",
    page: pages.fig1,
    rule: setting(
      "The two rates of every twin; a rate of C means here that the capacity used passes in 1/C hours."
    ),
    caution: "The current that 1 C stands for (mA/g) is not stated."
  },
  {
    id: "C03",
    statement: "Aged samples have been through 20 cycles.",
    type: "setting",
    reported: "20 cycles",
    value: 20,
    unit: "cycles",
    where: "Fig. 1f–l, Fig. 4, supplementary",
    condition: "both rates",
    technique: "electrochemistry",
    page: pages.fig1,
    rule: setting(),
    caution: ""
  },
  {
    id: "C21",
    statement: "The cells run between 2.0 V and 4.8 V.",
    type: "setting",
    reported: "2.0 and 4.8 V",
    value: null,
    unit: "V",
    where: "Supplementary Fig. 24",
    condition: "ends of discharge and charge",
    technique: "electrochemistry",
    page: pages.fig1,
    rule: setting(),
    caution: "The lower limit is named in one place only, beside the RIXS maps."
  },
  {
    id: "C29",
    statement:
      "The precursor is coprecipitated from Ni, Co and Mn sulphates in the ratio 2:1:7 at 25 °C and dried at 100 °C.",
    type: "setting",
    reported: "Ni:Co:Mn = 2:1:7; 25 °C; 100 °C for more than 12 h",
    value: null,
    unit: "",
    where: "Methods, synthesis",
    condition: "precursor",
    technique: "material",
    page: pages.fig1,
    rule: setting("Describes the sample; no twin depends on it."),
    caution: "The precipitant is given as Li2CO3 with NH4OH; a carbonate route would normally use Na2CO3."
  },
  {
    id: "C30",
    statement: "The lithiated powder is calcined in two steps, 500 °C and then 850 °C in air.",
    type: "setting",
    reported: "500 °C for 5 h, 850 °C for 15 h",
    value: null,
    unit: "",
    where: "Methods, synthesis",
    condition: "air",
    technique: "material",
    page: pages.fig1,
    rule: setting("Describes the sample; no twin depends on it."),
    caution: ""
  },
  {
    id: "C31",
    statement: "Electrodes hold 80 % active material, 10 % carbon and 10 % PVDF by weight.",
    type: "setting",
    reported: "80/10/10 wt%",
    value: null,
    unit: "wt%",
    where: "Methods, electrodes",
    condition: "on aluminium",
    technique: "electrochemistry",
    page: pages.fig1,
    rule: setting(),
    caution: "The loading is not given, so a current density per electrode area cannot be derived."
  },
  {
    id: "C32",
    statement: "Two-electrode T-cells with lithium metal hold 60 µl of 1 M LiPF6 in EC:DMC 1:1 by weight.",
    type: "setting",
    reported: "60 µl, 1 M LiPF6, EC:DMC 1:1 wt",
    value: null,
    unit: "",
    where: "Methods, electrochemistry",
    condition: "all cells",
    technique: "electrochemistry",
    page: pages.fig1,
    rule: setting(),
    caution: "Two electrodes: the cell voltage includes the lithium electrode's overpotential, large at 10 C."
  },
  {
    id: "C33",
    statement: "Lithium foil is conditioned beforehand at 0.2 mA/cm² for 5 h.",
    type: "setting",
    reported: "0.2 mA/cm², 5 h",
    value: 1,
    unit: "mAh/cm²",
    where: "Methods, electrochemistry",
    condition: "symmetric cell",
    technique: "electrochemistry",
    page: pages.fig1,
    rule: setting("Describes the sample; no twin depends on it."),
    caution: "The number beside the text is the product, 1 mAh/cm²."
  },
  {
    id: "C34",
    statement: "Harvested electrodes are dried under vacuum at 60 °C.",
    type: "setting",
    reported: "60 °C",
    value: 60,
    unit: "°C",
    where: "Methods, electrodes",
    condition: "after washing with DMC",
    technique: "material",
    page: pages.fig1,
    rule: setting("Describes the sample; no twin depends on it."),
    caution: ""
  }
];
