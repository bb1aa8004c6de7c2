// The twin of the ion maps and their analysis at 256² pixels, as loaders and the page's worker ask for them.

import { crossSection } from "../../src/science/particle/cross-section.js";
import { analyse, analyseDomains } from "../../src/science/sims/analysis.js";
import { defaultSimsInstrument } from "../../src/science/sims/instrument.js";
import { measuredArea } from "../../src/science/sims/measured-area.js";
import { defaultSimsSettings } from "../../src/science/sims/settings.js";
import { measure } from "../../src/science/sims/twin.js";

export const name = "sims";

export function run(): { case: string; size: Record<string, number>; times: number[]; error: null }[] {
  const instrument = defaultSimsInstrument();
  const size = { pixels: 256 * 256 };
  const time = (work: (k: number) => unknown): number[] => {
    work(0);
    return Array.from({ length: 5 }, (_, k) => {
      const start = performance.now();
      work(k + 1);
      return (performance.now() - start) / 1000;
    });
  };
  const section = crossSection("10C-20cycles");
  const raw = measure(section, instrument, 1);
  const area = measuredArea(raw, defaultSimsSettings.margin);
  const of = (what: string, work: (k: number) => unknown) => ({
    case: what,
    size,
    error: null,
    times: time(work)
  });
  return [
    of("section of 512²", (seed) => crossSection("10C-20cycles", { seed })),
    of("twin", (seed) => measure(section, instrument, seed)),
    of("areas and overlaps as a slider moves", () => analyseDomains(raw, {}, area)),
    of("whole analysis", () => analyse(raw))
  ];
}
