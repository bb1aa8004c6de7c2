// Refined structures as CIF: of a sampled state out of the tables, of a refinement in the browser out of its answer.
import { readCif, writeCif } from "../../science/diffraction/cif.js";
import {
  neutronQuantities,
  neutronQuantityNames,
  neutronRefinement,
  neutronTies,
  type NeutronSettings
} from "../../science/diffraction/neutron-analysis.js";
import { settingsKnowing } from "../../science/diffraction/neutron-known.js";
import { refinedCrystal, type RefinedNumber } from "../../science/diffraction/refined-crystal.js";
import type { Crystal } from "../../science/material/crystal.js";
import { layeredOxide } from "../../science/material/structures.js";
import type { RefinedAnswer } from "./live-request.js";

export interface RefinedCif {
  /** of the file and of its block */
  name: string;
  text: string;
}

type Agreement = Pick<RefinedAnswer, "rwp" | "rexp" | "chiSquared">;
type Answer = Agreement & Pick<RefinedAnswer, "names" | "values" | "errors" | "status">;

const twin = "The counts are those of a twin of the diffractometer, not of a measurement.";
// a CIF is ASCII
const remarksOn = ({ rwp, rexp, chiSquared }: Agreement): string[] => [
  `Rietveld refinement: R_wp ${(100 * rwp).toFixed(2)} %, R_exp ${(100 * rexp).toFixed(2)} %, chi squared ${chiSquared.toFixed(3)}.`,
  "In brackets: standard errors of the last digits, from the counts; a number without them was held or follows from the symmetry."
];

/** @param numbers refined and held ones by quantity @throws where one is missing */
export function stateCif(
  state: string,
  numbers: ReadonlyMap<string, RefinedNumber>,
  agreement: Agreement
): RefinedCif {
  const settings = settingsKnowing(state);
  const known = neutronQuantityNames.map((quantity) => {
    const number = numbers.get(quantity);
    if (!number) throw new Error(`missing ${quantity} of ${state}; build the data anew with npm run data`);
    return [neutronQuantities[quantity].parameter, number] as const;
  });
  const name = `refined_${state}`;
  const { crystal, errors } = refinedCrystal(
    neutronRefinement(settings).crystal,
    new Map(known),
    neutronTies(settings)
  );
  return { name, text: writeCif({ ...crystal, name }, { errors, remarks: [twin, ...remarksOn(agreement)] }) };
}

/** Of a refinement of the layered oxide in the browser. */
export const liveCif = (state: string, settings: NeutronSettings, answer: Answer): RefinedCif =>
  answerCif(`refined_${state}_live`, neutronRefinement(settings).crystal, answer, [twin]);

/** Of a reader's own pattern. @param cif text of the crystal that it began with; "" for the layered oxide */
export function ownCif(cif: string, answer: Answer): RefinedCif {
  const start = cif ? readCif(cif) : layeredOxide();
  const name = `refined_${start.name}`.replace(/[^A-Za-z0-9.+-]+/g, "_");
  return answerCif(name, start, answer, []);
}

function answerCif(name: string, start: Crystal, answer: Answer, remarks: readonly string[]): RefinedCif {
  const { names, values, errors: all, status } = answer;
  const numbers = new Map(names.map((each, i) => [each, { value: values[i], error: all[i] }]));
  const { crystal, errors } = refinedCrystal(start, numbers);
  const ended = status === "converged" ? [] : [`The refinement did not converge: ${status}.`];
  return {
    name,
    text: writeCif({ ...crystal, name }, { errors, remarks: [...remarks, ...ended, ...remarksOn(answer)] })
  };
}
