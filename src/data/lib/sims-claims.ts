/** What the twin of the ion maps says about the claims on them (C41, Q5, Q6). */
import type { ComputedClaim } from "../../science/claims/claim.js";
import { residualError } from "../../science/sims/fickian.js";
import { simsParameters } from "../../science/sims/instrument.js";
import { only, tableRows } from "./design-rows.js";
import type { SimsFacts } from "./sims-facts.js";

const fromModel = "the pathway model's, calibrated at both rates; no number is printed";

function sectionOf(facts: readonly SimsFacts[], id: string): SimsFacts {
  const found = facts.find(({ state }) => state === id);
  if (!found) throw new Error(`missing ion maps of ${id}: build the data with npm run data`);
  return found;
}

/** What a parabola leaves over of particles that follow Fick's law, over the mean, and its deviation between them. */
export interface FickianLimit {
  residual: number;
  deviation: number;
  particles: number;
}

/** @throws where the data build handed over no table of Fickian particles, or it lacks those with cracks */
export function readFickianLimit(): FickianLimit {
  const row = only(
    tableRows("sims-false-fickian").find((r) => r["sample"] === "and cracks"),
    "Fickian particles with cracks"
  );
  return {
    residual: Number(row["residual"]),
    deviation: Number(row["residual_deviation"]),
    particles: Number(row["particles"])
  };
}

/** The smaller of the two overlaps over that of turned maps. @throws where the facts lack a pair */
function smallerOverlap({ overlaps }: SimsFacts, normalisation: "counts" | "total") {
  const [one, other] = ["Li–O", "O–Mn"].map((pair) => {
    const row = overlaps.find((r) => r.pair === pair && r.normalisation === normalisation);
    if (!row) throw new Error(`missing overlap of ${pair}: build the data with npm run data`);
    const { overlap, mean, deviation, p, truth } = row;
    return { ratio: overlap / mean, error: (2 * deviation) / mean, p, truth: truth ?? NaN };
  });
  return {
    ...(one.ratio <= other.ratio ? one : other),
    truth: Math.min(one.truth, other.truth),
    p: [one.p, other.p]
  };
}

export function simsClaims(facts: readonly SimsFacts[], cracked: FickianLimit): ComputedClaim[] {
  const [first, slow, aged] = ["10C-first", "0.1C-first", "10C-20cycles"].map((id) => sectionOf(facts, id));
  const lithium = ({ elements }: SimsFacts) => {
    const found = elements.find(({ ion }) => ion === "Li");
    if (!found) throw new Error("missing lithium in the ion maps: build the data with npm run data");
    return found;
  };
  const [fast, gentle] = [lithium(first), lithium(slow)];
  const { residual } = fast.fickian;
  const own = residualError(fast.fickian);
  const beyond = residual / cracked.residual;
  const [counts, total] = [smallerOverlap(aged, "counts"), smallerOverlap(aged, "total")];
  const percent = (value: number) => (100 * value).toFixed(1);
  const { field, energy, current } = simsParameters;
  return [
    {
      ...{ id: "Q5", kind: "recovered", value: beyond, unit: "" },
      error: 2 * beyond * Math.hypot(own / residual, cracked.deviation / cracked.residual),
      errorMeaning:
        "twice the deviation between the Fickian particles and the standard error of the one map, in squares",
      set: {
        value: fast.trueFickian.residual / cracked.residual,
        what: `lithium in domains, ${fromModel}`
      },
      note: `the best parabola of the radius leaves ${percent(residual)} ± ${percent(own)} % of the mean; of ${cracked.particles} made-up particles that follow Fick's law and have cracks it leaves ${percent(cracked.residual)} ± ${percent(cracked.deviation)} %. Whether the parabola fits is no test: p is ${gentle.fickian.p.toExponential(0)} for the slowly charged particle too, which has no domains and of which ${percent(gentle.fickian.residual)} % are left, as pores, faint unevenness and the matrix effect count`
    },
    {
      ...{ id: "Q6", kind: "recovered", value: counts.ratio, unit: "", error: counts.error },
      errorMeaning: "twice the standard deviation between turned maps",
      span: {
        min: Math.min(counts.ratio, total.ratio),
        max: Math.max(counts.ratio, total.ratio),
        over: "the normalisation"
      },
      set: { value: counts.truth, what: `the aged particle is ${fromModel}` },
      note: `richest (poorest) three tenths of the area. The study says "normalised" and not to what: by counts ${counts.ratio.toFixed(2)}, p ${counts.p.map((p) => p.toFixed(3)).join(" and ")} against turned and mirrored maps; divided by the total of the three ions ${total.ratio.toFixed(2)}. A domain lacks metal and holds no more oxygen a formula unit than elsewhere: the map of oxygen owes its contrast to dilution, and to lithium, which is taken to raise the yield of negative ions`
    },
    {
      ...{ id: "C41", kind: "reported", value: field.value * 1e6, unit: "µm", error: null },
      text: `${(field.value * 1e6).toFixed(1)} µm squared; ${energy.value / 1e3} keV; ${current.value * 1e12} pA`,
      note: "used as printed; pixels, times, polarities and yields are assumed"
    }
  ];
}
