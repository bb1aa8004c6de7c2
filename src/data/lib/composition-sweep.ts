/** The settings that the sweep of the composition tomogram changes, one at a time. */
import { defaultSettings, type CompositionSettings } from "../../science/composition/settings.js";
import type { RepeatRow } from "../../science/composition/repeat.js";
import { coarse, gathered, studied, type RepeatJob } from "./composition-repeats.js";

export interface Setting {
  sweep: "photons" | "tilt range" | "analysis";
  variant: string;
  value: number | null;
}

export interface Sweep {
  job: (state: string) => RepeatJob;
  /** what a run is a setting of: the study's own settings belong to every sweep */
  describe: (row: RepeatRow) => Setting[];
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

/** Longest first, so that threads end together. */
export function sweepJobs(): Sweep[] {
  const base = {
    tiltLimit: studied.tiltLimit,
    photons: [studied.photons],
    seeds: [1],
    variants: [plain("default")],
    thresholds: [defaultSettings.threshold]
  };
  const atTilts = (value: number): Setting => ({ sweep: "tilt range", variant: "default", value });
  const analysed = (variant: string): Setting => ({ sweep: "analysis", variant, value: null });
  const others = Object.entries(variants).filter(([name]) => name !== "default");
  return [
    {
      job: (state) => ({
        ...base,
        state,
        variants: others.map(([name, settings]) => plain(name, settings))
      }),
      describe: ({ variant }) => [analysed(variant)]
    },
    {
      job: (state) => ({ ...base, state, photons: photonSteps }),
      describe: ({ photons }) => {
        const value = photons / gathered;
        const own: Setting = { sweep: "photons", variant: "default", value };
        return value === studied.photons ? [own, atTilts(studied.tiltLimit), analysed("default")] : [own];
      }
    },
    ...tiltLimits
      .filter((limit) => limit !== studied.tiltLimit)
      .sort((a, b) => b - a)
      .map((tiltLimit): Sweep => ({
        job: (state) => ({ ...base, state, tiltLimit }),
        describe: () => [atTilts(tiltLimit)]
      }))
  ];
}

/** Where a setting comes in the table: sweep after sweep, each in its own order. */
export function rank({ sweep, variant, value }: Setting): number {
  if (sweep === "photons") return photonSteps.indexOf(value ?? 0);
  if (sweep === "tilt range") return 100 + tiltLimits.indexOf(value ?? 0);
  return 200 + Object.keys(variants).indexOf(variant);
}
