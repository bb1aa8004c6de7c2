// How many counts a map of resonant inelastic scattering needs before oxidised oxygen shows in it.
import type { Table } from "npm:apache-arrow";
import { rixsParameters } from "../../science/xanes/rixs-instrument.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { limitPlot } from "../xanes/limit-plot.js";
import type { LimitOptions } from "./limits-panels.js";
import { rowsOf } from "./zones-panel.js";

/** @param table oxidation-rixs */
export function rixsLimitPanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table).map((row) => ({
    state: String(row["state"]).replace(/, 20 cycles$/, ""),
    ...{ rate: Number(row["rate_C"]), voltage: Number(row["voltage_V"]), counts: Number(row["counts"]) },
    ...{ share: 100 * Number(row["true_share"]), limit: 100 * Number(row["detection_limit"]) },
    significance: Number(row["significance"])
  }));
  // the limit is that of a map without oxidised oxygen, the same for every state
  const points = rows.filter(({ state }) => state === rows[0]?.state);
  const usual = rixsParameters.counts.value;
  const held = rows
    .filter(({ counts }) => counts === usual)
    .map(({ state, rate, voltage, share }) => ({
      ...{ state, rate, amount: share },
      stage: `${voltage.toFixed(1)} V`
    }));
  const most = Math.max(...points.map(({ counts }) => counts));
  const last = rows.find((row) => row.rate === 10 && row.voltage === 2 && row.counts === most);
  if (!last) throw new Error("missing map at 10 C and 2.0 V; build the data anew with npm run data");
  // limits go with one over the root of the counts
  const needed = last.counts * (last.limit / last.share) ** 2;
  const percent = (value: number) => `${value.toFixed(1)} %`;
  const ends = [points[0], points[points.length - 1]].map(
    ({ counts, limit }) => `${percent(limit)} at ${counts} counts`
  );
  return figureFrame({
    ...{ id, label, title: "Resonant inelastic scattering: how little would show?", table },
    content: limitPlot(points, held, {
      width,
      xLabel: "counts in a bin at the strongest emission",
      yLabel: "oxidised share of the oxygen (%)",
      alt: `Detection limit against counts: ${ends.join(", ")}. Level lines: ${held.map(({ state, amount }) => `${percent(amount)} in the sample at ${state}`).join(", ")}.`
    }),
    alt: `Detection limit against counts, from ${ends.join(" to ")}, with the shares that the sample holds in four states.`,
    caption: `The share whose feature is three standard errors, after 20 cycles; it falls with the root of the counts, and relative to the assumed strength of the feature. At ${usual} counts it is ${percent(points.find(({ counts }) => counts === usual)?.limit ?? NaN)}, and the ${percent(last.share)} at 10 C and 2.0 V lie below; they reach it at ${Math.round(needed / 100) * 100}. With ${most} counts the feature at 10 C and 2.0 V shows at ${last.significance.toFixed(1)} standard errors, so that “absent” is a matter of dose.`,
    provenance: "recovered"
  });
}
