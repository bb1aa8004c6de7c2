/** The settings that the sweep of the composition tomogram changes, one at a time. */
import { defaultSettings, type CompositionSettings } from "../../science/composition/settings.js";
import type { RepeatRow } from "../../science/composition/repeat.js";
import { coarse, gathered, studied, type RepeatJob } from "./composition-repeats.js";

export interface Sweep {
  job: (state: string) => RepeatJob;
  describe: (row: RepeatRow) => { sweep: string; variant: string; value: number | null };
}

export const photonSteps = [500, 1500, 5000, 15_000, 50_000];
export const tiltLimits = [45, 55, 65, 75, 90];

const variants: Record<string, Partial<CompositionSettings>> = {
  default: {},
  "filtered back-projection, ramp": { reconstruction: { algorithm: "fbp", filter: "ramp" } },
  "filtered back-projection, Hann": { reconstruction: { algorithm: "fbp", filter: "hann" } },
  "SIRT without support": { support: null },
  "total variation": { reconstruction: { algorithm: "tv", iterations: 15, weight: 0.3 } },
  "no smoothing before the ratio": { smoothing: 0 },
  "the other attenuation table": { table: "elam" }
};

const plain = (name: string, settings: Partial<CompositionSettings> = {}) => ({
  name,
  settings: { ...settings, ...coarse }
});

export function sweepJobs(): Sweep[] {
  const base = {
    tiltLimit: studied.tiltLimit,
    photons: [studied.photons],
    seeds: [1],
    variants: [plain("default")],
    thresholds: [defaultSettings.threshold]
  };
  return [
    {
      job: (state) => ({ ...base, state, photons: photonSteps }),
      describe: ({ photons }) => ({ sweep: "photons", variant: "default", value: photons / gathered })
    },
    ...tiltLimits.map((tiltLimit): Sweep => ({
      job: (state) => ({ ...base, state, tiltLimit }),
      describe: () => ({ sweep: "tilt range", variant: "default", value: tiltLimit })
    })),
    {
      job: (state) => ({
        ...base,
        state,
        variants: Object.entries(variants).map(([name, settings]) => plain(name, settings))
      }),
      describe: ({ variant }) => ({ sweep: "analysis", variant, value: null })
    }
  ];
}
