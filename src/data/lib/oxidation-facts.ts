/** The numbers of a state's maps that stand beside the pictures in its file, and how other loaders read them back. */
import { readFileSync } from "node:fs";
import type { ElementComparison } from "../../science/xanes/compare.js";
import { binAmounts } from "../../science/xanes/amounts.js";
import { equalAreaZones } from "../../science/xanes/zones.js";
import { overlap, type Overlap } from "./oxidation-overlap.js";
import { mappedStates, type StateRun } from "./oxidation.js";
import { unpackArrays } from "./packed-arrays.js";

export type ElementFacts = Omit<ElementComparison, "truth" | "pulls"> & {
  /** standard deviation of the valence found between pixels, and of the true one */
  foundDeviation: number;
  trueDeviation: number;
};

export interface StateFacts {
  state: string;
  label: string;
  rate: number | null;
  voltage: number | null;
  phase: string;
  pixel_nm: number;
  elements: ElementFacts[];
  /** of Mn²⁺ and Ni³⁺ in the outermost zone, as found and in the sample */
  overlap: { found: Overlap; truth: Overlap };
}

function deviation(values: Float32Array, inside: (p: number) => boolean): number {
  const own = Array.from(values).filter((v, p) => Number.isFinite(v) && inside(p));
  const mean = own.reduce((sum, v) => sum + v, 0) / own.length;
  return Math.sqrt(own.reduce((sum, v) => sum + (v - mean) ** 2, 0) / own.length);
}

export function elementFacts({ maps, comparisons }: StateRun): ElementFacts[] {
  return comparisons.map((comparison, k) => {
    const { truth } = comparison;
    const rest = Object.fromEntries(
      Object.entries(comparison).filter(([name]) => name !== "truth" && name !== "pulls")
    ) as Omit<ElementComparison, "truth" | "pulls">;
    const found = maps.elements[k]?.valence ?? new Float32Array(0);
    const inside = (p: number) => Number.isFinite(found[p]);
    return {
      ...rest,
      foundDeviation: deviation(found, inside),
      trueDeviation: deviation(truth, inside)
    };
  });
}

/** Share of a species among those of its element [pixel], NaN where there is none. */
export function shareOf(maps: StateRun["maps"], id: string): Float32Array {
  const own = maps.elements.find(({ model }) => model.ids.includes(id));
  if (!own) throw new Error(`unknown species: ${id}; must be one of those that were fitted`);
  const { model, weights, columns, rows } = own;
  const pixels = columns * rows;
  const at = model.ids.indexOf(id);
  return Float32Array.from({ length: pixels }, (_, p) => {
    const sum = model.ids.reduce((total, __, k) => total + (weights[k * pixels + p] ?? NaN), 0);
    return (weights[at * pixels + p] ?? NaN) / sum;
  });
}

export function overlaps({ maps, amounts }: StateRun): StateFacts["overlap"] {
  const outer = (zones: Uint8Array) => Array.from(zones.keys()).filter((p) => zones[p] === 1);
  const found = overlap(shareOf(maps, "Mn2+"), shareOf(maps, "Ni3+"), outer(maps.zones.zones));
  const { size, species, elements } = binAmounts(amounts, amounts.size / Math.sqrt(maps.particle.length));
  const most = elements.Mn.reduce((top, v) => Math.max(top, v), 0);
  const mask = Uint8Array.from(elements.Mn, (v) => (v > 0.15 * most ? 1 : 0));
  const share = (id: string, element: "Mn" | "Ni") =>
    Float32Array.from(species[id] ?? [], (v, p) => v / (elements[element][p] ?? NaN));
  const zones = equalAreaZones(mask, { columns: size, rows: size }).zones;
  return { found, truth: overlap(share("Mn2+", "Mn"), share("Ni3+", "Ni"), outer(zones)) };
}

/** Facts of all mapped states, in their order. @throws where the data build handed over no file of a state */
export function readFacts(): StateFacts[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  return mappedStates.map(({ id }) => {
    const table = tables.find(({ path }) => path === `data/oxidation-maps/${id}.vol`);
    if (!table)
      throw new Error(
        `missing maps of state ${id}: its name must stand in src/data/values.json, or a page must load it; then run npm run data`
      );
    return unpackArrays(readFileSync(table.file)).facts as unknown as StateFacts;
  });
}
