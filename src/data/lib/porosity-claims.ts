/** What the twin of the nanotomograph says about the claims on pores and on its settings (Q7, C38). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { tomographParameters } from "../../science/porosity/instrument.js";

/** A quantity of one state, found with its error, and in the sample. */
export interface PorosityRow {
  state: string;
  quantity: string;
  found: number;
  error: number;
  truth: number;
}

/** @throws where the table lacks a state or a quantity */
export function porosityClaims(rows: readonly PorosityRow[]): ComputedClaim[] {
  const at = (state: string, quantity: string): PorosityRow => {
    const own = rows.find((row) => row.state === state && row.quantity === quantity);
    if (!own) throw new Error(`missing ${quantity} of ${state}; build the data anew with npm run data`);
    return own;
  };
  const [slow, fast] = [at("0.1C", "porosity"), at("10C", "porosity")];
  const exact = (state: string) => at(state, "porosity, pores of any size").truth;
  const ratio = (name: string, over: PorosityRow, under: PorosityRow) => {
    const value = over.found / under.found;
    return {
      ...{ name, value, truth: over.truth / under.truth },
      error: value * Math.hypot(over.error / over.found, under.error / under.found)
    };
  };
  const inverse = (name: string, quantity: string) => ratio(name, at("10C", quantity), at("0.1C", quantity));
  const parts = [
    ratio("void fraction", { ...slow, truth: exact("0.1C") }, { ...fast, truth: exact("10C") }),
    ratio("count", at("0.1C", "pores"), at("10C", "pores")),
    inverse("mean volume", "mean volume of a pore"),
    inverse("share of the largest", "share of the void in the largest pore")
  ];
  const { value, error } = parts.reduce((least, part) => (part.value < least.value ? part : least));
  const said = (state: string) => {
    const [count, share] = [at(state, "pores"), at(state, "share of the void in the largest pore")];
    return `${count.found} pores, the largest ${share.found.toFixed(0)} % of the void`;
  };
  return [
    {
      ...{ id: "Q7", kind: "recovered", value, unit: "" },
      error,
      errorMeaning: "both thresholds moved by 0.05 of the contrast, independently, and three seeds",
      set: {
        value: Math.min(...parts.map(({ truth }) => truth)),
        what: "the void of the pathway model, calibrated at both rates; no porosity is printed"
      },
      note: `the smallest of four ratios, slow over fast or fast over slow as the claim has it: ${parts.map((p) => `${p.name} ${p.value.toPrecision(3)} ± ${p.error.toPrecision(2)}`).join(", ")}. At 0.1 C ${said("0.1C")}; at 10 C ${said("10C")}; with voxels twice as wide the order of the two porosities turns round`
    },
    {
      ...{
        id: "C38",
        kind: "reported",
        value: 1e9 * tomographParameters.voxel.value,
        unit: "nm",
        error: null
      },
      note: "the fine case; by default the twin has voxels of 137.5 nm. Energy, distances, projections and exposure are not given and assumed"
    }
  ];
}
