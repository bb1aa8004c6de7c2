/**
 * Oxidation-state maps for "Design your experiment": C12–C20, Q8–Q10. The valences of all states are moved as those of the
 * state that was swept are, and the claims computed anew from them by the same code as on the board of claims:
 *   found(state, element; x) = found(state, element) + bias(element; x) − bias(element; study),  error × error(x)/error(study).
 * The bias of a claim's number is what the states that it is made of are off by, as on the board.
 */
import type { Knob } from "../../science/experiment-design/settings.js";
import type { Response } from "../../science/experiment-design/surface.js";
import { oxidationClaims, oxidationNumbers, type OxidationRows } from "./oxidation-claims.js";
import type { Measured } from "./measured.js";
import { excess, only, type DesignPart, type ResponseRun, type Row } from "./design-rows.js";

/** How one element fares at a setting of the sweep. */
interface Fate {
  error: number;
  bias: number;
  /** of the outermost zone less the central one */
  gradientBias: number;
  rms: number;
}

const fateOf = (row: Row): Fate => ({
  error: Number(row["standard_error"]),
  bias: Number(row["bias"]),
  gradientBias: Number(row["gradient"]) - Number(row["true_gradient"]),
  rms: Number(row["rms"])
});

/** alternative of each claim's quantity, and its difference where the claim is a tolerance */
const alternatives: readonly { id: string; claim: string; alternative: number; difference?: number }[] = [
  { id: "C12", claim: "C12", alternative: 0.5 },
  { id: "C14", claim: "C14", alternative: 0 },
  { id: "C15", claim: "C15", alternative: 0.5 },
  { id: "C16", claim: "C16", alternative: 1 },
  { id: "C17", claim: "C17", alternative: 3.9, difference: 0.1 },
  { id: "C18", claim: "C18", alternative: 1 },
  { id: "C19a", claim: "C19", alternative: 0 },
  { id: "C19b", claim: "C19", alternative: 35.1, difference: 3.9 },
  { id: "C20", claim: "C20", alternative: 0 },
  { id: "Q8", claim: "Q8", alternative: 0 },
  { id: "Q9", claim: "Q9", alternative: 0 },
  { id: "Q10", claim: "Q10", alternative: 0 }
];
/** these rest on the maps of valence; C18's error is that of shuffled maps, C20 rests on scattering */
const ofMaps = alternatives.filter(({ id }) => id !== "C18" && id !== "C20");

export interface OxidationTables {
  rows: OxidationRows;
  /** oxidation-limits, design-oxidation (steps of energy) */
  limits: readonly Row[];
  steps: readonly Row[];
  /** scattering maps by counts: rows as the claims want them */
  rixs: ReadonlyMap<number, OxidationRows["rixs"]>;
}

const mapState = "0.1C-4.6V";

export function oxidationPart({ rows, limits, steps, rixs }: OxidationTables): DesignPart {
  const pick = (test: (row: Row) => boolean) =>
    new Map(
      limits
        .filter((row) => test(row) && Number.isFinite(Number(row["bias"])))
        .map((row) => [String(row["element"]), fateOf(row)])
    );
  const usual = pick((row) => row["sweep"] === "photons" && row["value"] === 1);
  const settings: { knob: Knob; value: number; fates: ReadonlyMap<string, Fate> }[] = [];
  for (const value of new Set(limits.filter((r) => r["sweep"] === "photons").map((r) => Number(r["value"]))))
    settings.push({
      ...{ knob: "mapPhotons", value },
      fates: pick((row) => row["sweep"] === "photons" && row["value"] === value)
    });
  settings.push({ knob: "mapWindow", value: 0, fates: usual });
  settings.push({
    ...{ knob: "mapWindow", value: 1 },
    fates: pick((row) => row["variant"] === "full measured range")
  });
  settings.push({ knob: "mapStep", value: 0.25, fates: usual });
  for (const value of new Set(steps.map((row) => Number(row["step_eV"]))))
    settings.push({
      ...{ knob: "mapStep", value },
      fates: new Map(
        steps.filter((row) => row["step_eV"] === value).map((row) => [String(row["element"]), fateOf(row)])
      )
    });
  const base = responses(rows, alternatives);
  const runs = settings.flatMap(({ knob, value, fates }): ResponseRun[] => {
    const there = responses(moveRows(rows, fates, usual), ofMaps);
    const head = { knobs: [knob], at: [value], doubt: 0.5 };
    const run = (question: string, response: Response) => ({ question, ...head, ...response });
    return [...[...there].map(([id, response]) => run(id, response)), run("C13", single(rows, fates, usual))];
  });
  for (const [counts, own] of rixs) {
    const [[, response] = []] = responses({ ...rows, rixs: own }, [
      { id: "C20", claim: "C20", alternative: 0 }
    ]);
    runs.push({
      ...{ question: "C20", knobs: ["rixsCounts"], at: [counts], doubt: 0 },
      ...only(response, "scattering")
    });
  }
  const claimed = new Map(oxidationClaims(rows).map((claim) => [claim.id, claim]));
  const questions = alternatives.map(({ id, claim, alternative, difference }) => {
    const { unit, set } = only(claimed.get(claim), `claim ${claim}`);
    const effect = difference === undefined ? (set?.value ?? NaN) : alternative + difference;
    return { question: id, effect, alternative, unit, base: only(base.get(id), id) };
  });
  const pixels = single(rows, usual, usual);
  questions.push({ question: "C13", effect: pixels.difference, alternative: 0, unit: "", base: pixels });
  return { questions, runs };
}

function responses(rows: OxidationRows, of: typeof alternatives): Map<string, Response> {
  const numbers = oxidationNumbers(rows);
  return new Map(
    of.map(({ id, claim, alternative, difference }) => {
      const { error, truth, off } = only(numbers.get(claim), `claim ${claim}`);
      return [
        id,
        { noise: error, bias: excess(off, 0, error), difference: difference ?? truth - alternative }
      ];
    })
  );
}

/** A pixel that lies one spread away from the mean, Co at 4.6 V: error by the counts, and what errors the counts leave. */
function single(
  rows: OxidationRows,
  here: ReadonlyMap<string, Fate>,
  usual: ReadonlyMap<string, Fate>
): Response {
  const { pixelError, trueDeviation } = only(
    rows.means.find(({ state, element }) => state === mapState && element === "Co"),
    `valence of Co at ${mapState}`
  );
  const [x, study] = [only(here.get("Co"), "Co"), only(usual.get("Co"), "Co")];
  const noise = (pixelError * x.error) / study.error;
  return { noise, bias: Math.sqrt(Math.max(0, x.rms ** 2 - noise ** 2)), difference: trueDeviation };
}

/** All rows as they would have been found at another setting. */
function moveRows(
  rows: OxidationRows,
  here: ReadonlyMap<string, Fate>,
  usual: ReadonlyMap<string, Fate>
): OxidationRows {
  const change = (element: string) => {
    const [x, study] = [only(here.get(element), element), only(usual.get(element), element)];
    return {
      bias: x.bias - study.bias,
      gradient: x.gradientBias - study.gradientBias,
      factor: x.error / study.error
    };
  };
  const moved = <T extends Measured>(row: T, by: number, factor: number): T => ({
    ...row,
    found: row.found + by,
    error: row.error * factor
  });
  return {
    ...rows,
    means: rows.means.map((row) => moved(row, change(row.element).bias, change(row.element).factor)),
    zones: rows.zones.map((row) => {
      const { bias, gradient, factor } = change(row.element);
      // zones 1 to 5 from the edge inwards
      return moved(row, bias + (gradient * (3 - row.zone)) / 4, factor);
    }),
    // a share of the charge is a difference of valences: a common bias drops out of it
    cycles: rows.cycles.map((row) => moved(row, 0, change(row.element).factor))
  };
}
