// The numbers of the half-cell around a particle: kinetics of both electrodes, electrolyte, separator, loading and cut-offs,
// each with its source.

import type { Parameter } from "../parameters.js";
import { valoenReimersConductivity } from "./electrolyte.js";
import { potentialWindow } from "./open-circuit.js";

const tableNotGiven = "the study's Supplementary Table 3 is not at hand";

export const cellParameters = {
  exchangeCurrent: {
    symbol: "i₀",
    label: "exchange current density of the cathode",
    value: 10,
    unit: "A/m²",
    min: 0.1,
    max: 1e4,
    scale: "log",
    status: "sourced",
    source: `COMSOL tutorial for NMC at half charge; 2.7–4.2 in PyBaMM (Mohtat2020, Chen2020, Xu2019); constant as in the study, ${tableNotGiven}`
  },
  anodicTransfer: {
    symbol: "α_a",
    label: "anodic transfer coefficient",
    value: 0.5,
    unit: "",
    min: 0.1,
    max: 0.9,
    status: "sourced",
    source: `PyBaMM and COMSOL default; ${tableNotGiven}`
  },
  cathodicTransfer: {
    symbol: "α_c",
    label: "cathodic transfer coefficient",
    value: 0.5,
    unit: "",
    min: 0.1,
    max: 0.9,
    status: "sourced",
    source: `PyBaMM and COMSOL default; ${tableNotGiven}`
  },
  lithiumExchangeCurrent: {
    symbol: "i₀,Li",
    label: "reference exchange current density of lithium metal",
    value: 100,
    unit: "A/m²",
    min: 1,
    max: 1e4,
    scale: "log",
    status: "sourced",
    source: `COMSOL tutorial; PyBaMM Xu2019 gives 70.6 at 1 M; ${tableNotGiven}`
  },
  electrolyte: {
    symbol: "c_e",
    label: "salt concentration",
    value: 1000,
    unit: "mol/m³",
    min: 100,
    max: 3000,
    status: "study",
    source: "study, methods section: 1 M LiPF6 in EC and DMC"
  },
  referenceElectrolyte: {
    symbol: "c_ref",
    label: "reference salt concentration",
    value: 1000,
    unit: "mol/m³",
    min: 100,
    max: 3000,
    status: "assumed",
    source: `1 M; ${tableNotGiven}`
  },
  conductivity: {
    symbol: "κ",
    label: "conductivity of the electrolyte",
    value: valoenReimersConductivity,
    unit: "S/m",
    min: 0.05,
    max: 3,
    status: "sourced",
    source:
      "Valøen and Reimers 2005 at 298.15 K and 1 M, doi:10.1149/1.1872737; the same at every temperature here",
    doi: "10.1149/1.1872737"
  },
  separatorThickness: {
    symbol: "L",
    label: "thickness of the separator",
    value: 30e-6,
    unit: "m",
    min: 5e-6,
    max: 1e-3,
    scale: "log",
    status: "assumed",
    source: "COMSOL tutorial; the study's is not given"
  },
  separatorPorosity: {
    symbol: "ε",
    label: "porosity of the separator",
    value: 0.4,
    unit: "",
    min: 0.1,
    max: 1,
    status: "assumed",
    source: "COMSOL tutorial; the study's is not given; κ_eff = κ ε^1.5"
  },
  loading: {
    symbol: "m",
    label: "active mass on the electrode's area",
    value: 0.02,
    unit: "kg/m²",
    min: 0.001,
    max: 0.3,
    scale: "log",
    status: "assumed",
    source:
      "2 mg/cm², assumed: the loading is not given. It sets the current density of the lithium metal and the separator, n Q m; that of the particle's surface does not depend on it"
  },
  lowerVoltage: {
    symbol: "V_min",
    label: "cut-off of discharge",
    value: potentialWindow.lower,
    unit: "V",
    min: 1.5,
    max: 3.5,
    status: "study",
    source: "study: discharged to 2.0 V"
  },
  upperVoltage: {
    symbol: "V_max",
    label: "cut-off of charge",
    value: potentialWindow.upper,
    unit: "V",
    min: 4,
    max: 5,
    status: "study",
    source: "study: charged to 4.8 V"
  }
} satisfies Record<string, Parameter>;

export type CellParameterName = keyof typeof cellParameters;
export type CellParameters = Record<CellParameterName, number>;

export function defaultCellParameters(): CellParameters {
  return Object.fromEntries(
    Object.entries(cellParameters).map(([name, { value }]) => [name, value])
  ) as CellParameters;
}
