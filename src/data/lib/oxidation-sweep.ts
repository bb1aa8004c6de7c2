/** The settings that the sweep of the oxidation-state maps changes, one at a time. */
import { defaultStackInstrument, type StackInstrument } from "../../science/xanes/instrument.js";
import type { OxidationRepeatTask } from "../../science/xanes/repeat.js";
import { defaultFitSettings } from "../../science/xanes/settings.js";
import { fitWindows } from "../../science/xanes/windows.js";
import { sweepSize } from "./oxidation.js";

const usual = defaultStackInstrument(sweepSize);

/** Values of each setting beside its default; photons over the default, drift in m. */
export const sweptSettings = {
  photons: [0.05, 0.3, 5],
  thickness: [0.05, 0.3, 0.6],
  strayLight: [0, 0.03, 0.1],
  drift: [10e-9]
} as const;

export type SweptSetting = keyof typeof sweptSettings;

/** What the setting is at the default instrument, in the unit of its sweep. */
export const usualValue = (setting: SweptSetting): number => (setting === "photons" ? 1 : usual[setting]);

export interface SweptInstrument {
  name: string;
  setting: SweptSetting | "default";
  value: number;
  instrument: StackInstrument;
}

export function sweptInstruments(): SweptInstrument[] {
  const base: SweptInstrument = { name: "default", setting: "default", value: NaN, instrument: usual };
  const others = (Object.keys(sweptSettings) as SweptSetting[]).flatMap((setting) =>
    sweptSettings[setting].map((value): SweptInstrument => ({
      ...{ name: `${setting} ${value}`, setting, value },
      instrument: {
        ...usual,
        [setting]: setting === "photons" ? Math.round(usual.photons * value) : value
      }
    }))
  );
  return [base, ...others];
}

/** The raw images of a sweep are as coarse as the bins of the maps. */
const coarse = { binning: 1 } as const;
const constant = { shape: "constant", from: "window" } as const;

/** Changes of the analysis, on one and the same measurement. */
export const variants: NonNullable<OxidationRepeatTask["analyses"]> = [
  { name: "default", prepare: coarse },
  { name: "full measured range", prepare: coarse, fit: { windows: "full" } },
  {
    ...{ name: "Co window to 785 eV", prepare: coarse },
    fit: { windows: { ...fitWindows, Co: [fitWindows.Co[0], 785] } }
  },
  { name: "weights sum to one", prepare: coarse, fit: { sumToOne: true } },
  { name: "not normalised", prepare: coarse, fit: { normalise: false } },
  {
    ...{ name: "background from below the edge", prepare: coarse },
    fit: { background: { ...defaultFitSettings.background, from: "pre-edge" } }
  },
  { name: "constant background", prepare: coarse, fit: { background: constant } },
  { name: "energies weighted alike", prepare: coarse, fit: { weighting: "equal" } },
  { name: "images not registered", prepare: { ...coarse, register: false } }
];
