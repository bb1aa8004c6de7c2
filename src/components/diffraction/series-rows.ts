// The refined values as series over the states, and the lithium that a half-cycle puts back.
import type { SeriesPoint } from "./series-plot.js";
import { numberOf, type Row } from "./table-rows.js";

export const stages = ["pristine", "4.4 V", "4.6 V", "4.8 V", "discharged", "20 cycles, 4.8 V", "20 cycles"];

const stageOf = (row: Row): string =>
  String(row["label"])
    .replace(/^[\d.]+ C, /, "")
    .replace("20 cycles, discharged", "20 cycles");

/** Of one quantity, over all states. @param rows of neutron-refined */
export function seriesOf(rows: readonly Row[], quantity: string): SeriesPoint[] {
  return rows
    .filter((row) => row["quantity"] === quantity)
    .map((row) => ({
      rate: row["rate_C"] as SeriesPoint["rate"],
      ...{ stage: stageOf(row), lithium: numberOf(row["lithium"]), value: numberOf(row["recovered"]) },
      ...{ error: numberOf(row["standard_error"]), truth: numberOf(row["truth"]) }
    }));
}

/** Lithium that goes back in from 4.8 V to 2 V. @param rows of neutron-fits */
export function returnedLithium(rows: readonly Row[]) {
  const find = (rate: number, stage: string) =>
    rows.find((row) => row["rate_C"] === rate && stageOf(row) === stage);
  return ([0.1, 10] as const).flatMap((rate) =>
    (
      [
        ["first", "4.8 V", "discharged"],
        ["after 20", "20 cycles, 4.8 V", "20 cycles"]
      ] as const
    ).flatMap(([cycle, charged, discharged]) => {
      const [low, high] = [find(rate, charged), find(rate, discharged)];
      if (!low || !high) return [];
      const [li, error] = ["refined_lithium", "refined_lithium_error"];
      return [
        {
          ...{ rate, cycle, charged: numberOf(low[li]), discharged: numberOf(high[li]) },
          returned: numberOf(high[li]) - numberOf(low[li]),
          error: Math.hypot(numberOf(high[error]), numberOf(low[error])),
          truth: numberOf(high["lithium"]) - numberOf(low["lithium"])
        }
      ];
    })
  );
}
