// What the panel of the reader's own run writes into the link, for the other panels of the page to tolerate.
import { pathwayOwnParameters, type PathwayParameterName } from "../../science/pathways/parameters.js";
import type { Parameter } from "../../science/parameters.js";

const names = [
  ...(["particleRadius", "coating", "diffusivity", "gradientExponent"] as const),
  ...(["vacancyDiffusivity", "exchange", "filmResistance", "temperature"] as const)
] satisfies readonly PathwayParameterName[];

export type LiveName = (typeof names)[number] | "rate" | "cycles";

const yours = { scale: "log", status: "assumed", source: "yours to choose" } as const;

/** What a reader may change. */
export const liveParameters: Record<LiveName, Parameter> = {
  rate: { ...yours, symbol: "n", label: "rate", value: 1, unit: "C", min: 0.05, max: 20 },
  cycles: { ...yours, symbol: "N", label: "cycles", value: 20, unit: "", min: 2, max: 50, scale: "linear" },
  ...(Object.fromEntries(names.map((name) => [name, pathwayOwnParameters[name]])) as Record<
    (typeof names)[number],
    Parameter
  >)
};

export const liveNames = Object.keys(liveParameters) as LiveName[];
export const inLink = (name: LiveName): string => `live-${name}`;
export const livePanelFields: readonly string[] = [...liveNames.map(inLink), "live-off"];
