// dQ/dV of a few of the twenty cycles, one plot a rate.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys } from "../tomography/chart.js";
import { across, acrossWidth, cycleColours, rateName, rows, studyRates, type PanelOptions } from "./rows.js";

/** @param table electrochemistry-dqdv */
export function dqdvPanel(table: Table, o: PanelOptions): FigureFrame {
  const dark = o.dark ?? isDark();
  const all = rows(table, ["rate_C", "cycle", "voltage_V", "dqdv_mAh_g_V"]);
  const cycles = [...new Set(all.map((row) => row.cycle))];
  const width = acrossWidth(o.width, 2);
  // the plateau of the first charge is several times higher than all else
  const later = Math.max(...all.filter((row) => row.cycle > 1).map((row) => Math.abs(row.dqdv_mAh_g_V)));
  const panel = (rate: number) => {
    const colours = cycleColours(rate, cycles.length, dark);
    const plot = Plot.plot({
      ...{ width, height: 300, marginLeft: 48, clip: true },
      x: { label: "cell voltage (V)", domain: [2, 4.8] },
      y: { label: "dQ/dV (mAh g⁻¹ V⁻¹)", grid: true, domain: [-1.1 * later, 1.6 * later] },
      marks: [
        Plot.ruleY([0], { strokeOpacity: 0.4 }),
        ...cycles.flatMap((cycle, i) =>
          (["charge", "discharge"] as const).map((phase) =>
            Plot.line(
              all.filter((row) => row.rate_C === rate && row.cycle === cycle && row.phase === phase),
              { x: "voltage_V", y: "dqdv_mAh_g_V", stroke: colours[i], strokeWidth: 1.8 }
            )
          )
        ),
        Plot.tip(
          all.filter((row) => row.rate_C === rate),
          Plot.pointer({
            ...{ x: "voltage_V", y: "dqdv_mAh_g_V" },
            title: (d: (typeof all)[number]) =>
              `cycle ${d.cycle}, ${d.phase}\n${d.voltage_V.toFixed(3)} V, ${d.dqdv_mAh_g_V.toFixed(0)} mAh/(g V)`
          })
        )
      ]
    });
    const legend = keys(
      cycles.map((cycle, i) => ({ label: `${rateName(rate)}, cycle ${cycle}`, colour: colours[i] }))
    );
    return chart(
      plot,
      `dQ/dV against voltage at ${rateName(rate)}, charge upwards and discharge downwards.`,
      legend
    );
  };
  const peak = Math.max(
    ...all.filter((row) => row.cycle === 1 && row.rate_C === 0.1).map((row) => row.dqdv_mAh_g_V)
  );
  const alt = "Differential capacity of cycles 1, 2, 10 and 20 against voltage, at 0.1 C and at 10 C.";
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Where on the voltage the charge lies", alt, table },
    content: across(o.width, 2, studyRates.map(panel)),
    caption: `Charge upwards, discharge downwards; the density of charge over voltage, smoothed by a Gaussian of 15 mV standard deviation. The plateau of the first charge at 0.1 C runs out of the picture, up to ${peak.toFixed(0)} mAh/(g V). The shapes are calibrated, and so is what changes from cycle to cycle.`,
    interactive: true,
    provenance: "calibrated"
  });
}
