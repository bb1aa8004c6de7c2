/** What the tomogram's twin and analysis say about the claims on composition (C05, C06, C08–C11, C26, C28, C35). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { meanAndDeviation } from "../../science/composition/repeat.js";
import { defaultInstrument } from "../../science/composition/instrument.js";
import { defaultSettings } from "../../science/composition/settings.js";

/** A row of composition-shares at the study's threshold, in percent. */
export interface ShareRow {
  state: string;
  class: string;
  rate: number | null;
  voltage: number | null;
  phase: string;
  truth: number;
  recovered: number;
}

interface Share {
  truth: number;
  mean: number;
  /** of one measurement, from its seeds */
  deviation: number;
}

const seedSpread = "twice the standard deviation over the noise seeds";

/** @throws where the table lacks a state or a class */
export function compositionClaims(rows: readonly ShareRow[]): ComputedClaim[] {
  const share = (state: string, name: string): Share => {
    const own = rows.filter((row) => row.state === state && row.class === name);
    const [first] = own;
    if (!first || own.length < 2)
      throw new Error(
        `missing shares of class ${name} in state ${state}; build the data anew with npm run data`
      );
    return { truth: first.truth, ...meanAndDeviation(own.map(({ recovered }) => recovered)) };
  };
  const one = (id: string, { truth, mean, deviation }: Share, what: string, note: string): ComputedClaim => ({
    ...{ id, kind: "recovered", value: mean, unit: "%", error: 2 * deviation, errorMeaning: seedSpread },
    set: { value: truth, what },
    note
  });
  const ratio = (id: string, after: Share, before: Share, what: string, note: string): ComputedClaim => {
    const value = after.mean / before.mean;
    const relative = Math.hypot(after.deviation / after.mean, before.deviation / before.mean);
    return {
      ...{ id, kind: "recovered", value, unit: "", error: 2 * value * relative, errorMeaning: seedSpread },
      set: { value: after.truth / before.truth, what },
      note
    };
  };
  const onset = (id: string, rate: number, name: string, note: string): ComputedClaim => {
    const pristine = share("pristine", name);
    const charge = rows.filter((row) => row.rate === rate && row.phase === "charge" && row.class === name);
    const states = [...new Map(charge.map((row) => [row.state, row.voltage ?? NaN]))].sort(
      (a, b) => a[1] - b[1]
    );
    const first = (above: (of: Share) => boolean) => states.find(([state]) => above(share(state, name)))?.[1];
    const found = first((s) => s.mean - 2 * s.deviation > pristine.mean + 2 * pristine.deviation);
    const real = first((s) => s.truth > pristine.truth + 0.5);
    if (found === undefined || real === undefined)
      throw new Error(`missing onset of class ${name} at ${rate} C: no state exceeds the pristine share`);
    return {
      ...{ id, kind: "recovered", value: found, unit: "V", error: 0 },
      errorMeaning: "the states are 0.2 V apart; the onset is known to that step only",
      set: { value: real, what: "in the pathway model" },
      note
    };
  };
  const fast = share("10C-4.8V", "oxygen-rich");
  const slow = share("0.1C-4.8V", "oxygen-poor");
  const control = share("uniform", "target");
  const off = (100 - control.mean).toFixed(1);
  return [
    one(
      "C05",
      share("pristine", "target"),
      "as printed",
      `share of the pristine twin classed as target, four seeds; of a control of one composition ${off} % leave the target class by noise alone`
    ),
    onset(
      "C06",
      0.1,
      "oxygen-poor",
      "oxygen-poor share above that of the pristine twin by more than the spread of the seeds"
    ),
    ratio(
      "C08",
      share("0.1C-discharged", "oxygen-poor"),
      slow,
      "of the pathway model",
      "oxygen-poor share after discharge over that at 4.8 V, 0.1 C"
    ),
    onset(
      "C09",
      10,
      "oxygen-rich",
      "oxygen-rich share above that of the pristine twin by more than the spread of the seeds"
    ),
    one(
      "C10",
      fast,
      "of the pathway model, calibrated to the printed share",
      "oxygen-rich share at 10 C and 4.8 V, four seeds"
    ),
    ratio(
      "C11",
      share("10C-discharged", "oxygen-rich"),
      fast,
      "of the pathway model",
      "oxygen-rich share after discharge over that at 4.8 V, 10 C"
    ),
    ...settings()
  ];
}

function settings(): ComputedClaim[] {
  const { resolution, pixelSize, tilts, energies } = defaultInstrument();
  const nm = (metres: number) => +(metres * 1e9).toPrecision(3);
  const reported = { kind: "reported", error: null } as const;
  return [
    {
      ...{ ...reported, id: "C26", value: nm(resolution), unit: "nm" },
      note: `used as the resolution; the analysis takes voxels of ${nm(pixelSize * defaultSettings.binning)} nm, two pixels of the camera`
    },
    {
      ...{ ...reported, id: "C28", value: 100 * defaultSettings.threshold, unit: "%" },
      note: "the default threshold of the analysis; the page shows what others would give"
    },
    {
      ...{ ...reported, id: "C35", value: null, unit: "" },
      text: `${tilts.length} tilts, ${nm(pixelSize)} nm pixel, ${nm(resolution)} nm zone plate, ${2 * energies.length} energies`,
      note: "used as printed; the energies, the photon count and the jitter are assumed"
    }
  ];
}
