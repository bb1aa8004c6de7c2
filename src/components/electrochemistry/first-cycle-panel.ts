// Figure 1b: the first cycle at both rates, with the states that were sampled, and what other studies print.
import type { Table } from "npm:apache-arrow";
import { provenanceColour, rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rateName, rows, studyRates, type PanelOptions } from "./rows.js";
import { voltagePlot } from "./voltage-plot.js";

/** @param table electrochemistry-first-cycle @param sampled electrochemistry-sampled @param published electrochemistry-published */
export function firstCyclePanel(
  table: Table,
  sampled: Table,
  published: Table,
  o: PanelOptions
): FigureFrame {
  const dark = o.dark ?? isDark();
  const all = rows(table, ["rate_C", "capacity_mAh_g", "voltage_V"]);
  const curves = studyRates.flatMap((rate) =>
    (["charge", "discharge"] as const).map((phase) => {
      const own = all.filter((row) => row.rate_C === rate && row.phase === phase);
      return {
        name: `${rateName(rate)}, ${phase}`,
        colour: rateColour(rate, dark),
        capacity: own.map((row) => row.capacity_mAh_g),
        voltage: own.map((row) => row.voltage_V)
      };
    })
  );
  const label = sampled.getChild("label");
  const points = rows(sampled, ["rate_C", "capacity_mAh_g", "voltage_V"]).map((row, i) => ({
    name: String(label?.get(i)),
    colour: rateColour(row.rate_C, dark),
    capacity: row.capacity_mAh_g,
    voltage: row.voltage_V
  }));
  const read = rows(published, ["discharge_mAh_g", "discharge_min", "discharge_max", "rate_C"]);
  const printed = read.map((row) => row.discharge_mAh_g).filter(Number.isFinite);
  const fast = read.find((row) => row.rate_C === 10 && Number.isFinite(row.discharge_min));
  const [from, to] = [Math.min(...printed), Math.max(...printed)];
  const end = (name: string) => curves.find((curve) => curve.name === name)?.capacity.at(-1) ?? NaN;
  const efficiency = (rate: number) =>
    ((100 * end(`${rateName(rate)}, discharge`)) / end(`${rateName(rate)}, charge`)).toFixed(1);
  const alt = `Cell voltage against capacity of the first charge and discharge at 0.1 C and 10 C, between 2.0 and 4.8 V, with circles at the sampled states.`;
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "First charge and discharge", alt, table },
    content: voltagePlot(curves, {
      ...{ width: o.width, alt, points },
      bands: [
        {
          from,
          to,
          label: "first discharges that other studies print",
          colour: provenanceColour("measured", dark)
        },
        ...(fast
          ? [
              {
                from: fast.discharge_min,
                to: fast.discharge_max,
                label: "at 10 C, as commonly said (unverified)",
                colour: rateColour(10, dark)
              }
            ]
          : [])
      ]
    }),
    caption: `Circles: the states that the study sampled. At 0.1 C ${end("0.1 C, charge").toFixed(0)} mAh/g are taken out on charge and ${end("0.1 C, discharge").toFixed(0)} come back on discharge (${efficiency(0.1)} %), at 10 C ${end("10 C, charge").toFixed(0)} and ${end("10 C, discharge").toFixed(0)} (${efficiency(10)} %). The shape of E_eq is another material's, so the curves at 0.1 C are an input; so is most of what 10 C takes from them, by a film that is set to end the fast charge with 0.6 lithium left. The study prints no capacity: bands are others'.`,
    interactive: true,
    provenance: "calibrated"
  });
}
