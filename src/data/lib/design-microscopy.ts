/** Electron spectra and lamellae for "Design your experiment": C22, Q3, Q1, Q2. */
import { eelsParameters } from "../../science/eels/instrument.js";
import type { EelsResultRow } from "./eels-claims.js";
import { nanovoidClaim } from "./nanovoid-claim.js";
import { excess, only, responseOf, type DesignPart, type ResponseRun, type Row } from "./design-rows.js";

const printed = eelsParameters.resolution.value;

/** @param limits eels-limits @param results as the claims read them */
export function eelsPart(limits: readonly Row[], results: readonly EelsResultRow[]): DesignPart {
  const resolutions = [...new Set(limits.map((row) => Number(row["resolution_eV"])))];
  const prePeak = limits.filter((row) => row["quantity"] === "prePeakEnergy");
  const runs: ResponseRun[] = resolutions.flatMap((resolution) => {
    const own = prePeak.filter((row) => row["resolution_eV"] === resolution);
    // the way of the analysis is a choice that moves the line: the largest such bias counts
    const bias = Math.max(
      ...own.filter((row) => row["sweep"] === "analysis").map((row) => Math.abs(Number(row["bias"])))
    );
    return own
      .filter((row) => row["sweep"] === "dose")
      .map((row) => ({
        ...{ question: "C22", knobs: ["eelsDose", "eelsResolution"], at: [Number(row["value"]), resolution] },
        ...{ noise: Number(row["standard_error"]), bias, difference: 1, doubt: 0 }
      }));
  });
  const voids = (resolution: number) =>
    responseOf(
      nanovoidClaim(
        results.filter((row) => row.resolution === resolution).map((row) => ({ ...row, resolution: printed }))
      ),
      1
    );
  const base = voids(printed);
  for (const resolution of resolutions)
    runs.push({
      ...{ question: "Q3", knobs: ["eelsResolution"], at: [resolution], doubt: 0, ...voids(resolution) }
    });
  // errors go with the dose as those of the other counts do in the table of limits
  const area = limits.filter(
    (row) => row["quantity"] === "prePeakArea" && row["sweep"] === "dose" && row["resolution_eV"] === printed
  );
  const usual = only(
    area.find((row) => row["value"] === 1),
    "errors at the twin's exposure"
  );
  for (const row of area) {
    const factor = Number(row["standard_error"]) / Number(usual["standard_error"]);
    runs.push({
      ...{ question: "Q3", knobs: ["eelsDose"], at: [Number(row["value"])], doubt: 0 },
      ...{ ...base, noise: base.noise * factor }
    });
  }
  const peak = only(
    runs.find(({ question, at }) => question === "C22" && at[0] === 1 && at[1] === printed),
    "pre-peak at the study's resolution"
  );
  const { noise, bias, difference } = peak;
  return {
    questions: [
      { question: "C22", effect: 530, alternative: 529, unit: "eV", base: { noise, bias, difference } },
      { question: "Q3", effect: 1 + base.difference, alternative: 1, unit: "", base }
    ],
    runs
  };
}

/** @param rows design-stem @param usual electrons of the study's image, 1/Å² */
export function stemPart(rows: readonly Row[], usual: number): DesignPart {
  const doses = [...new Set(rows.map((row) => Number(row["dose_per_A2"])))];
  const mean = (dose: number, scene: string, column: string) => {
    const own = rows.filter((row) => Number(row["dose_per_A2"]) === dose && row["lamella"] === scene);
    if (own.length === 0) throw new Error(`missing lamella ${scene} at ${dose} e/Å²; build the data anew`);
    return own.reduce((sum, row) => sum + Number(row[column]), 0) / own.length;
  };
  const order = (dose: number) => {
    const [share, lines] = [mean(dose, "slow", "in_order"), mean(dose, "slow", "lines")];
    // Agresti–Coull: no share of few lines is certain
    const p = (share * lines + 2) / (lines + 4);
    const noise = Math.sqrt((p * (1 - p)) / (lines + 4));
    return { noise, bias: excess(share, 1, noise), difference: 0.5 };
  };
  const thickness = (dose: number) => {
    const [slow, fast] = [mean(dose, "slow", "transformed_A"), mean(dose, "fast-surface", "transformed_A")];
    const relative = Math.hypot(
      ...(["slow", "fast-surface"] as const).map(
        (scene) =>
          mean(dose, scene, "spread_A") /
          mean(dose, scene, "transformed_A") /
          Math.sqrt(mean(dose, scene, "lines"))
      )
    );
    const truth = mean(dose, "fast-surface", "true_A") / mean(dose, "slow", "true_A");
    const noise = (fast / slow) * relative;
    return { noise, bias: excess(fast / slow, truth, noise), difference: truth - 1 };
  };
  const runs = doses.flatMap((dose): ResponseRun[] => {
    const head = { knobs: ["stemDose"] as const, at: [dose], doubt: 0 };
    return [
      { question: "Q1", ...head, ...order(dose) },
      { question: "Q2", ...head, ...thickness(dose) }
    ];
  });
  const both = thickness(usual);
  return {
    questions: [
      { question: "Q1", effect: 1, alternative: 0.5, unit: "", base: order(usual) },
      { question: "Q2", effect: 1 + both.difference, alternative: 1, unit: "", base: both }
    ],
    runs
  };
}
