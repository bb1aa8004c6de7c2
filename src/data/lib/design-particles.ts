/** Ion maps and nanotomograms for "Design your experiment": Q5, Q6, Q7. */
import type { PermutationTest } from "../../science/numerics/permutation-test.js";
import { residualError } from "../../science/sims/fickian.js";
import type { Ion } from "../../science/sims/raw.js";
import type { Knob } from "../../science/experiment-design/settings.js";
import type { Response } from "../../science/experiment-design/surface.js";
import { only, type DesignPart, type ResponseRun, type Row } from "./design-rows.js";
import type { PorosityRow } from "./porosity-claims.js";

/** Sections that the claims are about. */
export const simsStates = { fickian: "10C-first", overlap: "10C-20cycles" } as const;
const claimed = ["Li–O", "O–Mn"];

export function smallestOverlap(
  overlaps: readonly { pair: readonly [Ion, Ion]; test: PermutationTest }[]
): Pick<PermutationTest, "overlap" | "mean" | "deviation"> {
  const own = overlaps.filter(({ pair }) => claimed.includes(pair.join("–"))).map(({ test }) => test);
  return own.reduce((least, test) => (test.overlap / test.mean < least.overlap / least.mean ? test : least));
}

export interface SimsTables {
  /** design-sims, sims-fickian, sims-overlaps, sims-false-fickian */
  runs: readonly Row[];
  fickian: readonly Row[];
  overlaps: readonly Row[];
  falseFickian: readonly Row[];
}

export function simsPart({ runs, fickian, overlaps, falseFickian }: SimsTables): DesignPart {
  const rest = only(
    fickian.find((row) => row["state"] === simsStates.fickian && row["ion"] === "Li"),
    "lithium of the first fast cycle"
  );
  const trueRest = Number(rest["true_residual"]);
  const most = falseFickian.reduce((a, b) => (Number(b["residual"]) > Number(a["residual"]) ? b : a));
  const [falseRest, falseSpread] = [Number(most["residual"]), Number(most["residual_deviation"])];
  const trueOverlap = Math.min(
    ...overlaps
      .filter(
        (row) =>
          row["state"] === simsStates.overlap &&
          row["normalisation"] === "counts" &&
          claimed.includes(String(row["pair"]))
      )
      .map((row) => Number(row["true_overlap"]))
  );
  const uneven = (row: Row): Response => {
    const residual = Number(row["residual"]);
    const own = residualError({
      ...{ residual, reducedChiSquared: Number(row["chi_squared"]), blocks: Number(row["blocks"]) }
    });
    // the alternative is not one particle: what a Fickian one leaves differs from one to the next
    const noise = Math.hypot(own, falseSpread);
    return { noise, bias: Math.abs(residual - trueRest), difference: trueRest - falseRest };
  };
  const together = (row: Row): Response => {
    const chance = Number(row["chance"]);
    return {
      noise: Number(row["spread"]) / chance,
      bias: Math.abs(Number(row["overlap"]) / chance - trueOverlap),
      difference: trueOverlap - 1
    };
  };
  const of = (row: Row) => (row["state"] === simsStates.fickian ? uneven(row) : together(row));
  const question = (row: Row) => (row["state"] === simsStates.fickian ? "Q5" : "Q6");
  const isUsual = (row: Row) => row["time_s"] === 30 && row["blur_nm"] === 50;
  const surface = (knob: Knob, column: string, kept: (row: Row) => boolean): ResponseRun[] =>
    runs.filter(kept).map((row) => ({
      ...{ question: question(row), knobs: [knob], at: [Number(row[column])], doubt: 0 },
      ...of(row)
    }));
  const usual = (state: string) =>
    of(
      only(
        runs.find((row) => row["state"] === state && isUsual(row)),
        `ion maps of ${state} at the study's settings`
      )
    );
  return {
    questions: [
      {
        ...{ question: "Q5", effect: trueRest, alternative: falseRest, unit: "" },
        base: usual(simsStates.fickian)
      },
      { question: "Q6", effect: trueOverlap, alternative: 1, unit: "", base: usual(simsStates.overlap) }
    ],
    runs: [
      ...surface("simsTime", "time_s", (row) => row["blur_nm"] === 50),
      ...surface("simsBlur", "blur_nm", (row) => row["time_s"] === 30)
    ]
  };
}

/**
 * Void fraction at 0.1 C less that at 10 C. Below the finest voxel that was run, bias and error of the threshold shrink with
 * the voxel, as what is lost sits on the surface of the pores and in pores smaller than some voxels.
 * @param numbers porosity-numbers @param limits porosity-limits @param finest nm, voxel of `numbers` @param smallest nm
 */
export function porosityPart(
  numbers: readonly PorosityRow[],
  limits: readonly Row[],
  finest: number,
  smallest: number
): DesignPart {
  const at = (state: string, quantity: string) =>
    only(
      numbers.find((row) => row.state === state && row.quantity === quantity),
      `${quantity} of ${state}`
    );
  const [slow, fast] = [at("0.1C", "porosity"), at("10C", "porosity")];
  const exact = (state: string) => at(state, "porosity, pores of any size").truth;
  const difference = exact("0.1C") - exact("10C");
  const noise = Math.hypot(slow.error, fast.error);
  const bias = Math.abs(slow.found - fast.found - difference);
  const point = (voxel: number, own: number): ResponseRun => ({
    ...{ question: "Q7", knobs: ["nanoVoxel"], at: [voxel], doubt: 0.5 },
    ...{ noise: (noise * voxel) / finest, bias: own, difference }
  });
  const sizes = limits.filter((row) => row["sweep"] === "size");
  const found = (voxel: number, state: string) =>
    Number(
      only(
        sizes.find((row) => row["state"] === state && row["value"] === voxel),
        `porosity of ${state} with voxels of ${voxel} nm`
      )["porosity_percent"]
    );
  const runs = [
    point(smallest, (bias * smallest) / finest),
    point(finest, bias),
    ...[...new Set(sizes.map((row) => Number(row["value"])))].map((voxel) =>
      point(voxel, Math.abs(found(voxel, "0.1C") - found(voxel, "10C") - difference))
    )
  ];
  const { noise: n, bias: b } = runs[0] ?? { noise: NaN, bias: NaN };
  return {
    questions: [
      {
        question: "Q7",
        effect: difference,
        alternative: 0,
        unit: "%",
        base: { noise: n, bias: b, difference }
      }
    ],
    runs
  };
}
