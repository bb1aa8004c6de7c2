// What the voltage loses on the way: film and separator, kinetics, diffusion and lithium metal, one plot a rate.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { across, acrossWidth, rateName, rows, studyRates, type PanelOptions } from "./rows.js";

const parts = [
  { column: "ohmic_V", label: "film and contacts, with the separator" },
  { column: "kinetic_V", label: "charge transfer on the cathode" },
  { column: "diffusion_V", label: "diffusion in the particle" },
  { column: "counter_V", label: "lithium metal" }
] as const;

/** @param table electrochemistry-first-cycle */
export function overpotentialPanel(table: Table, o: PanelOptions): FigureFrame {
  const dark = o.dark ?? isDark();
  const all = rows(table, ["rate_C", "capacity_mAh_g", "lithium", ...parts.map(({ column }) => column)]);
  const width = acrossWidth(o.width, 2);
  const styles = parts.map((_, i) => seriesStyle(i, parts.length, dark));
  const panel = (rate: number) => {
    const own = all.filter((row) => row.rate_C === rate);
    const data = parts.flatMap(({ column, label }, i) =>
      own.map((row) => ({ x: row.lithium, y: 1000 * row[column], label, phase: row.phase, i }))
    );
    const plot = Plot.plot({
      ...{ width, height: 300, marginLeft: 48, clip: true },
      x: { label: "mean lithium per formula unit", domain: [0.2, 1.2] },
      y: { label: "part of the voltage (mV)", grid: true, domain: rate < 1 ? [-4, 4] : [-300, 300] },
      marks: [
        Plot.ruleY([0], { strokeOpacity: 0.4 }),
        ...parts.flatMap((_, i) =>
          (["charge", "discharge"] as const).map((phase) =>
            Plot.line(
              data.filter((d) => d.i === i && d.phase === phase),
              { x: "x", y: "y", stroke: styles[i].colour, strokeDasharray: styles[i].dash, strokeWidth: 2 }
            )
          )
        ),
        Plot.tip(
          data,
          Plot.pointer({
            ...{ x: "x", y: "y" },
            title: (d: (typeof data)[number]) =>
              `${d.label}, ${d.phase}\n${d.y.toFixed(2)} mV at x = ${d.x.toFixed(3)}`
          })
        )
      ]
    });
    return h(
      "div",
      {},
      h("p", { class: "map-name" }, rateName(rate)),
      chart(
        plot,
        `Parts of the voltage at ${rateName(rate)} against lithium: positive on charge, negative on discharge.`
      )
    );
  };
  const at = (rate: number) =>
    all.filter((row) => row.rate_C === rate && row.phase === "charge").find((row) => row.lithium < 0.7);
  const mV = (value: number | undefined) => (1000 * (value ?? NaN)).toFixed(1);
  const fast = at(10);
  const alt =
    "Film and separator, charge transfer, diffusion and lithium metal as parts of the voltage at 0.1 C and 10 C.";
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "What the voltage loses on the way", alt, table },
    content: h(
      "div",
      {},
      keys(parts.map(({ label }, i) => ({ label, ...styles[i] }))),
      across(o.width, 2, studyRates.map(panel))
    ),
    caption: `Positive on charge, negative on discharge. Where 0.7 lithium is left in the charge at 10 C, film, contacts and separator take ${mV(fast?.ohmic_V)} mV, charge transfer ${mV(fast?.kinetic_V)}, diffusion ${mV(fast?.diffusion_V)} and lithium metal ${mV(fast?.counter_V)}; at 0.1 C a hundredth of it or so. The film is the pathway model’s, calibrated there to where the charge ends; the others have the values of the stress pages. Diffusion grows where E_eq is steep.`,
    interactive: true,
    provenance: "calibrated"
  });
}
