// The experiment in the page's link: one field for each knob, under short names; what is as in the study is left out.
import {
  choices,
  knobNames,
  knobs,
  type Design,
  type Knob
} from "../../science/experiment-design/settings.js";
import { numberField, type Field } from "../url-fields.js";

/** names in the link */
export const linkNames: Record<Knob, string> = {
  ...{ txmPhotons: "photons", txmTilt: "tilt", txmThreshold: "threshold", txmVoxel: "voxel" },
  ...{ mapPhotons: "maps", mapStep: "step", mapWindow: "window", rixsCounts: "rixs" },
  ...{ neutronHours: "hours", neutronLargest: "dmax", neutronSmallest: "dmin", neutronPartner: "xrays" },
  ...{ eelsDose: "eels", eelsResolution: "resolution", stemDose: "stem" },
  ...{ simsTime: "sims", simsBlur: "beam", nanoVoxel: "nano" }
};

export const designFields = Object.fromEntries(
  knobNames.map((knob) => {
    const { value, min, max, unit } = knobs[knob];
    const integer = choices[knob] !== undefined;
    return [
      linkNames[knob],
      numberField({ default: value, min, max, unit: unit === "×" ? "" : unit, integer })
    ];
  })
) as Record<string, Field<number>>;

export const fromLink = (values: Record<string, number>): Design =>
  Object.fromEntries(knobNames.map((knob) => [knob, values[linkNames[knob]] ?? knobs[knob].value])) as Design;

export const toLink = (design: Design): Record<string, number> =>
  Object.fromEntries(knobNames.map((knob) => [linkNames[knob], design[knob]]));
