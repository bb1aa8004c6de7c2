/** What the half-cell says about the claims on rates, cycles and cells (C02, C03, C21, C31–C34, Q11). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { summaryOf } from "../../science/electrochemistry/compare.js";
import { defaultFadeParameters } from "../../science/electrochemistry/fade.js";
import { defaultHalfCellParameters } from "../../science/electrochemistry/parameters.js";
import { cyclesOf, simulateHalfCell } from "../../science/electrochemistry/simulate.js";
import { cycleCount, studyRates } from "./electrochemistry.js";

/** Voltage decay with the loss of oxygen redox switched off over that with it. */
export function decayWithoutLoss(rate: number): number {
  const p = { ...defaultHalfCellParameters(), rate };
  const decay = (off: boolean): number => {
    const fade = { ...defaultFadeParameters(), ...(off ? { slowLoss: 0, fastLoss: 0 } : {}) };
    const { voltageDecay } = summaryOf(
      simulateHalfCell(p, { programme: cyclesOf(cycleCount), fade }).halfCycles
    );
    if (voltageDecay === null)
      throw new Error(`missing voltage decay at ${rate} C; a trend needs three cycles`);
    return voltageDecay;
  };
  return decay(true) / decay(false);
}

export function computeElectrochemistryClaims(): ComputedClaim[] {
  const p = defaultHalfCellParameters();
  const reported = { kind: "reported", error: null } as const;
  const [slow, fast] = studyRates.map(decayWithoutLoss);
  return [
    {
      ...{
        ...reported,
        id: "C02",
        value: null,
        unit: "C",
        text: studyRates.map((rate) => `${rate} C`).join(" and ")
      },
      note: `used as printed; 1 C is taken as ${p.capacity} mA/g, which the study does not state`
    },
    {
      ...{ ...reported, id: "C03", value: cycleCount, unit: "cycles" },
      note: "used as printed: the cycles of Figure 1a; how they age the cell is calibrated"
    },
    {
      ...{
        ...reported,
        id: "C21",
        value: null,
        unit: "V",
        text: `${p.lowerVoltage.toFixed(1)} and ${p.upperVoltage} V`
      },
      note: "used as printed: the cut-offs of every half-cycle, met to 1e-9 V"
    },
    {
      ...{ ...reported, id: "C31", value: null, unit: "wt%", text: "80/10/10 wt%" },
      note: `enters nothing: capacities are per gram of active material, and the loading, not given, is taken as ${100 * p.loading} mg/cm²`
    },
    {
      ...{ ...reported, id: "C32", value: null, unit: "", text: "1 M LiPF6, EC:DMC" },
      note: `salt concentration and conductivity (${p.conductivity} S/m, Valøen and Reimers) enter the drop over the separator and the kinetics of lithium; the volume enters nothing`
    },
    {
      ...{ ...reported, id: "C33", value: 1, unit: "mAh/cm²" },
      note: "enters nothing: the lithium metal has one exchange current density throughout"
    },
    { ...{ ...reported, id: "C34", value: 60, unit: "°C" }, note: "enters nothing" },
    {
      ...{ id: "Q11", kind: "calibrated", value: slow, unit: "", error: null },
      text: `${slow.toFixed(2)} at 0.1 C, ${fast.toFixed(2)} at 10 C`,
      note: "in the calibrated ageing the voltage falls because a share of the oxygen redox is lost at 0.1 C, and mostly because the charge transfer slows at 10 C: both were put there, so neither tests the statement"
    }
  ];
}
