/** What the neutron patterns could have seen: rows of errors against time, range of d, and what is known or joined. */
import {
  detectabilityOf,
  precisionAt,
  stateInformation,
  variants,
  type Detectability,
  type Variant
} from "../../science/diffraction/identifiability.js";
import { neutronInstrument, shownState } from "./neutron.js";

export interface LimitRow extends Detectability {
  sweep: "hours" | "dMax" | "dMin";
  variant: Variant;
  hours: number;
  dMin: number;
  dMax: number;
}

const hoursSwept = [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 100];
const largestSwept = [1.6, 2, 2.3, 2.4, 2.5, 3, 4, 5];
const smallestSwept = [0.4, 0.5, 0.6, 0.7, 0.8, 1];

export function limitRows(): LimitRow[] {
  const { dMin, dMax, hours } = neutronInstrument;
  const usual = stateInformation(shownState, neutronInstrument);
  const rows: LimitRow[] = variants.flatMap((variant) =>
    hoursSwept.map((time) => ({
      ...detectabilityOf(precisionAt(usual, time, variant)),
      ...{ sweep: "hours" as const, variant, hours: time, dMin, dMax }
    }))
  );
  const range = (sweep: "dMax" | "dMin", value: number) => {
    const changed = { ...neutronInstrument, [sweep]: value };
    // bins as wide as before
    const points = Math.round(
      (neutronInstrument.points * Math.log(changed.dMax / changed.dMin)) / Math.log(5)
    );
    const information = stateInformation(shownState, { ...changed, points });
    for (const variant of variants)
      rows.push({
        ...detectabilityOf(precisionAt(information, hours, variant)),
        ...{ sweep, variant, hours, dMin: changed.dMin, dMax: changed.dMax }
      });
  };
  for (const value of largestSwept) range("dMax", value);
  for (const value of smallestSwept) range("dMin", value);
  return rows;
}
