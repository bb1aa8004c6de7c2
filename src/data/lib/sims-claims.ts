/** What the twin of the ion maps says about the claims on them (C41, Q5, Q6). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { simsParameters } from "../../science/sims/instrument.js";
import type { SimsFacts } from "./sims-facts.js";

const fromModel = "the pathway model's, calibrated at both rates; no number is printed";

function sectionOf(facts: readonly SimsFacts[], id: string): SimsFacts {
  const found = facts.find(({ state }) => state === id);
  if (!found) throw new Error(`missing ion maps of ${id}: build the data with npm run data`);
  return found;
}

export function simsClaims(facts: readonly SimsFacts[]): ComputedClaim[] {
  const [first, slow, aged] = ["10C-first", "0.1C-first", "10C-20cycles"].map((id) => sectionOf(facts, id));
  const lithium = ({ elements }: SimsFacts) => {
    const found = elements.find(({ ion }) => ion === "Li");
    if (!found) throw new Error("missing lithium in the ion maps: build the data with npm run data");
    return found;
  };
  const [fast, gentle] = [lithium(first), lithium(slow)];
  const of = (pair: string) => {
    const row = aged.overlaps.find((r) => r.pair === pair && r.normalisation === "counts");
    if (!row) throw new Error(`missing overlap of ${pair}: build the data with npm run data`);
    return {
      ratio: row.overlap / row.mean,
      error: (2 * row.deviation) / row.mean,
      p: row.p,
      truth: row.truth ?? NaN
    };
  };
  const both = [of("Li–O"), of("O–Mn")];
  const smaller = both[0].ratio <= both[1].ratio ? both[0] : both[1];
  const percent = (value: number) => (100 * value).toFixed(1);
  const { field, energy, current } = simsParameters;
  return [
    {
      ...{ id: "Q5", kind: "recovered", value: fast.fickian.p, unit: "", error: null },
      errorMeaning: "none: it is a probability itself",
      set: { value: 0, what: `lithium in domains, ${fromModel}` },
      note: `χ² of the best parabola of the radius against counting noise. The probability alone is no test: for the slowly charged particle, which has no domains, it is ${gentle.fickian.p.toExponential(0)}, as pores, faint unevenness and the matrix effect count too. What could part them is what is left over: ${percent(fast.fickian.residual)} % of the mean at 10 C, ${percent(gentle.fickian.residual)} % at 0.1 C`
    },
    {
      ...{ id: "Q6", kind: "recovered", value: smaller.ratio, unit: "", error: smaller.error },
      errorMeaning: "twice the standard deviation between turned maps",
      set: { value: Math.min(...both.map(({ truth }) => truth)), what: `the aged particle is ${fromModel}` },
      note: `counts, richest (poorest) three tenths of the area; p ${both.map(({ p }) => p.toFixed(3)).join(" and ")} against turned and mirrored maps. A domain lacks metal and holds no more oxygen a formula unit than elsewhere: the map of oxygen owes its contrast to dilution, and to lithium, which is taken to raise the yield of negative ions; divided by the total of the three ions the first overlap is gone`
    },
    {
      ...{ id: "C41", kind: "reported", value: field.value * 1e6, unit: "µm", error: null },
      text: `${(field.value * 1e6).toFixed(1)} µm squared; ${energy.value / 1e3} keV; ${current.value * 1e12} pA`,
      note: "used as printed; pixels, times, polarities and yields are assumed"
    }
  ];
}
