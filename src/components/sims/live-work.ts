// The worker in which areas and overlaps follow the reader's settings.
import { analyseDomains } from "../../science/sims/analysis.js";
import { measuredArea, type MeasuredArea } from "../../science/sims/measured-area.js";
import { defaultSimsSettings } from "../../science/sims/settings.js";
import type { SimsAnswer, SimsRequest } from "./live-request.js";

const known = new Map<string, MeasuredArea>();

function answer({ state, width, pixel, counts, ...settings }: SimsRequest): SimsAnswer {
  const raw = { width, height: width, pixel, counts };
  const area = known.get(state) ?? measuredArea(raw, defaultSimsSettings.margin);
  known.set(state, area);
  const { maps, domains, overlaps } = analyseDomains(raw, settings, area);
  return {
    maps,
    areas: { Li: domains.Li.area, Mn: domains.Mn.area, O: domains.O.area },
    contrasts: { Li: domains.Li.contrast, Mn: domains.Mn.contrast, O: domains.O.contrast },
    overlaps: overlaps.map(({ pair, test: { overlap, mean, deviation, p } }) => ({
      ...{ pair: pair.join("–"), overlap, mean, deviation, p }
    }))
  };
}

addEventListener("message", ({ data }: MessageEvent<{ id: number; request: SimsRequest }>) => {
  try {
    postMessage({ id: data.id, answer: answer(data.request) });
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
});
