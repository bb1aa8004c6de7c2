// Every parameter of every model with its value, unit, range, status and source (Supplementary Table 3).
import type { Parameter } from "../science/parameters.js";
import { microscopeParameters } from "../science/composition/instrument.js";
import { neutronParameters } from "../science/diffraction/neutron-instrument.js";
import { frameParameters, scanParameters } from "../science/diffraction/operando-instrument.js";
import { edsParameters } from "../science/eels/eds-instrument.js";
import { eelsParameters } from "../science/eels/instrument.js";
import { fadeParameters } from "../science/electrochemistry/fade.js";
import { halfCellParameters } from "../science/electrochemistry/parameters.js";
import { agedSectionParameters, sectionParameters } from "../science/particle/cross-section-states.js";
import {
  distortedLatticeParameters,
  surfaceLatticeParameters
} from "../science/particle/lattice-models-parameters.js";
import { pathwayOwnParameters } from "../science/pathways/parameters.js";
import { sampledStates } from "../science/particle/states.js";
import { tomographParameters } from "../science/porosity/instrument.js";
import { simsParameters } from "../science/sims/instrument.js";
import { stemParameters } from "../science/stem/instrument.js";
import { stackParameters } from "../science/xanes/instrument.js";
import { rixsParameters } from "../science/xanes/rixs-instrument.js";
import { stressParameters } from "../science/mechanics/parameters.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";

const fragments = Object.fromEntries(
  sampledStates.flatMap(({ id, shares }) =>
    Object.entries(shares).map(([name, parameter]) => [`${id} ${name}`, parameter])
  )
);
const techniques: Record<string, Record<string, Parameter>> = {
  mechanics: stressParameters,
  pathways: pathwayOwnParameters,
  electrochemistry: { ...halfCellParameters, ...fadeParameters },
  composition: microscopeParameters,
  xanes: stackParameters,
  rixs: rixsParameters,
  neutrons: neutronParameters,
  "operando 0.1 C": scanParameters,
  "operando 10 C": frameParameters,
  stem: stemParameters,
  eels: eelsParameters,
  eds: edsParameters,
  sims: simsParameters,
  porosity: tomographParameters,
  "lamella, distorted": distortedLatticeParameters,
  "lamella, surface": surfaceLatticeParameters,
  "cross-section": agedSectionParameters,
  "cross-section, made up": sectionParameters,
  particle: fragments
};
const rows = Object.entries(techniques).flatMap(([technique, parameters]) =>
  Object.entries(parameters).map(([name, parameter]) => ({ technique, name, ...parameter }))
);
await writeTable(
  arrowTable(
    {
      title: "Parameters of the models",
      description:
        "One row a parameter: value in the unit of its row, the range in which it is plausible, and where it comes from.",
      method: "Written down in one typed place per technique.",
      provenance: "reported",
      parameters: {},
      sources: ["doi:10.1038/s41565-024-01773-4"],
      page: "/figures/fig-5-voids-and-stress",
      code: [
        "src/science/mechanics/parameters.ts",
        "src/science/composition/instrument.ts",
        "src/science/electrochemistry/parameters.ts",
        "src/science/particle/states.ts"
      ]
    },
    {
      technique: {
        values: rows.map((d) => d.technique),
        type: "dictionary",
        unit: "",
        description: "model that uses it"
      },
      name: { values: rows.map((d) => d.name), unit: "", description: "name in the code" },
      symbol: { values: rows.map((d) => d.symbol), unit: "", description: "symbol in the equations" },
      label: { values: rows.map((d) => d.label), unit: "", description: "what it is" },
      value: { values: rows.map((d) => d.value), unit: "", description: "value, in the unit of its row" },
      unit: {
        values: rows.map((d) => d.unit),
        unit: "",
        description:
          "unit of value, min and max: SI, or the field's own where SI would be unreadable; empty where dimensionless"
      },
      min: { values: rows.map((d) => d.min), unit: "", description: "least plausible value" },
      max: { values: rows.map((d) => d.max), unit: "", description: "greatest plausible value" },
      status: {
        values: rows.map((d) => d.status),
        type: "dictionary",
        unit: "",
        description:
          "study: given in the study; sourced: from another named source; model: from the pathway model; calibrated: set to agree with another calculation; assumed: none of these"
      },
      source: { values: rows.map((d) => d.source), unit: "", description: "where the value comes from" }
    }
  )
);
