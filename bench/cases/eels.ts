// Time of the twin of the electron spectrometer, of its analysis and of each fit, at 4.7 eV, region A.

import { fitLithium } from "../../src/science/eels/lithium-fit.js";
import { analyseSpectra } from "../../src/science/eels/analysis.js";
import { compareSpectra } from "../../src/science/eels/compare.js";
import { defaultEdsInstrument } from "../../src/science/eels/eds-instrument.js";
import { nanovoid } from "../../src/science/eels/eds-sample.js";
import { measureEds } from "../../src/science/eels/eds-twin.js";
import { defaultEelsInstrument } from "../../src/science/eels/instrument.js";
import { fitPrePeak } from "../../src/science/eels/pre-peak.js";
import { eelsSample } from "../../src/science/eels/samples.js";
import { defaultEelsSettings } from "../../src/science/eels/settings.js";
import { measureSpectra } from "../../src/science/eels/twin.js";

export const name = "eels";

interface Measurement {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const runs = 7;

export function run(): Promise<Measurement[]> {
  const sample = eelsSample("A");
  const raw = measureSpectra(sample, defaultEelsInstrument, 1);
  const size = { channels: raw.core.counts.length };
  const rows = compareSpectra(analyseSpectra(raw), sample, defaultEelsInstrument);
  const pull = Math.max(...rows.map((r) => Math.abs(r.found / r.truth - 1)));
  const cases: [string, Record<string, number>, () => void, number | null][] = [
    ["twin", size, () => measureSpectra(sample, defaultEelsInstrument, 1), null],
    ["whole analysis", size, () => analyseSpectra(raw), pull],
    ["fit of Li K", size, () => fitLithium(raw, defaultEelsSettings), null],
    ["fit of the pre-peak", size, () => fitPrePeak(raw, defaultEelsSettings), null],
    ["X-ray map", { pixels: 48 * 48 }, () => measureEds(nanovoid, defaultEdsInstrument, 1), null]
  ];
  return Promise.resolve(
    cases.map(([label, ownSize, work, error]) => {
      const times: number[] = [];
      for (let k = 0; k <= runs; ++k) {
        const start = performance.now();
        work();
        // the first run warms the compiler up
        if (k > 0) times.push((performance.now() - start) / 1000);
      }
      return { case: label, size: ownSize, times, error };
    })
  );
}
