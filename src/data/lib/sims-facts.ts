/** The numbers of one section as its packed file carries them to the tables. */
import { readFileSync } from "node:fs";
import { sectionStates, type SectionState } from "../../science/particle/cross-section-states.js";
import { analyseDomains } from "../../science/sims/analysis.js";
import type { SimsComparison } from "../../science/sims/compare.js";
import type { FickianTest } from "../../science/sims/fickian.js";
import { richestAndPoorest } from "../../science/sims/domains.js";
import { measuredArea } from "../../science/sims/measured-area.js";
import { ions, type Ion } from "../../science/sims/raw.js";
import type { SimsRun } from "./sims.js";
import { unpackArrays } from "./packed-arrays.js";

export interface OverlapFact {
  pair: string;
  normalisation: string;
  overlap: number;
  mean: number;
  deviation: number;
  p: number;
  truth: number | null;
}

export interface SimsFacts {
  state: string;
  label: string;
  rate: number | null;
  cycle: number;
  pixel_nm: number;
  overlaps: OverlapFact[];
  /** pixels richest and poorest in oxygen, well inside the matter */
  places: [rich: number, poor: number];
  elements: {
    ion: Ion;
    counts: number;
    contrast: number;
    truth: SimsComparison["domains"][Ion];
    fickian: FickianTest;
    trueFickian: SimsComparison["fickian"][Ion];
    profile: { radius: number; mean: number; error: number; truth: number }[];
  }[];
  correlations: { pair: string; distance_um: number[]; correlation: number[] }[];
}

export const pairName = (pair: readonly string[]): string => pair.join("–");

export function factsOf(state: SectionState, { raw, result, comparison }: SimsRun): SimsFacts {
  const { area } = result;
  const others = analyseDomains(raw, { normalisation: "total" }, area);
  const overlaps = [result, others].flatMap(({ settings, overlaps }) =>
    overlaps.map(({ pair, test: { overlap, mean, deviation, p } }, i): OverlapFact => {
      const truth = comparison.overlaps.at(i)?.overlap ?? null;
      return {
        pair: pairName(pair),
        normalisation: settings.normalisation,
        overlap,
        mean,
        deviation,
        p,
        truth
      };
    })
  );
  const { overlap, mean, deviation, p } = result.triple;
  const triple = { overlap, mean, deviation, p, truth: null, normalisation: "counts", pair: "Li–O–Mn" };
  const inMask = (counts: ArrayLike<number>) => {
    let [sum, n] = [0, 0];
    area.mask.forEach((m, q) => {
      sum += m * counts[q];
      n += m;
    });
    return sum / n;
  };
  return {
    ...{ state: state.id, label: state.label, rate: state.rate, cycle: state.cycle },
    pixel_nm: 1e9 * raw.pixel,
    overlaps: [...overlaps, triple],
    places: placesOf(raw, result.maps.O),
    elements: ions.map((ion) => ({
      ...{ ion, counts: inMask(raw.counts[ion]), contrast: result.domains[ion].contrast },
      ...{
        truth: comparison.domains[ion],
        fickian: result.fickian[ion],
        trueFickian: comparison.fickian[ion]
      },
      profile: result.profiles[ion].map((ring, k) => ({
        ...{ radius: ring.radius, mean: ring.mean, error: ring.error },
        truth: comparison.profiles[ion].at(k)?.mean ?? NaN
      }))
    })),
    correlations: result.correlations.map(({ pair, distance, correlation }) => ({
      pair: pairName(pair),
      distance_um: Array.from(distance, (d) => +(1e6 * d).toFixed(4)),
      correlation: Array.from(correlation, (c) => +c.toFixed(5))
    }))
  };
}

/** m from edges, pores and cracks */
const inside = 0.6e-6;

function placesOf(raw: SimsRun["raw"], oxygen: Float32Array): [number, number] {
  const { mask } = measuredArea(raw, inside);
  return richestAndPoorest(oxygen.map((v, p) => (mask[p] ? v : NaN)));
}

/** Facts of all sections, in their order. @throws where the data build handed over no file of one */
export function readSimsFacts(): SimsFacts[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  return sectionStates.map(({ id }) => {
    const table = tables.find(({ path }) => path === `data/sims-maps/${id}.vol`);
    if (!table) throw new Error(`missing ion maps of ${id}: a page must load them; then run npm run data`);
    return unpackArrays(readFileSync(table.file)).facts as unknown as SimsFacts;
  });
}
