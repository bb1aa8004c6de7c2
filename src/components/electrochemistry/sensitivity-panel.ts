// First-cycle capacity at 10 C against what is not known: small plots.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { halfCellParameters } from "../../science/electrochemistry/parameters.js";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys } from "../tomography/chart.js";
import { across, acrossWidth, rows, type PanelOptions } from "./rows.js";

const shown: Record<string, { label: string; factor: number; used: number }> = {
  diffusivity: { label: "diffusivity (m²/s)", factor: 1, used: 5e-13 },
  exchangeCurrent: { label: "exchange current density (A/m²)", factor: 1, used: 10 },
  particleRadius: { label: "particle radius (µm)", factor: 1e6, used: 8e-6 },
  loading: { label: "loading (mg/cm²)", factor: 100, used: 0.02 },
  filmResistance: {
    label: "film resistance (Ω m²)",
    factor: 1,
    used: halfCellParameters.filmResistance.value
  }
};

/** @param table electrochemistry-sensitivity @param band what is commonly said of 10 C, mAh/g */
export function sensitivityPanel(
  table: Table,
  o: PanelOptions & { band?: readonly [number, number] }
): FigureFrame {
  const dark = o.dark ?? isDark();
  const [low, high] = o.band ?? [80, 130];
  const name = table.getChild("parameter");
  const all = rows(table, ["value", "charge_mAh_g", "discharge_mAh_g"]).map((row, i) => ({
    ...row,
    parameter: String(name?.get(i))
  }));
  const width = acrossWidth(o.width, 2);
  const colour = rateColour(10, dark);
  const panel = (parameter: string) => {
    const { label, factor, used } = shown[parameter];
    const own = all
      .filter((row) => row.parameter === parameter)
      .map((row) => ({ ...row, x: factor * row.value }));
    const plot = Plot.plot({
      ...{ width, height: 230, marginLeft: 48 },
      x: { label, type: "log", tickFormat: "~g", ticks: 4 },
      y: { label: "first cycle at 10 C (mAh/g)", domain: [0, 310], grid: true },
      marks: [
        Plot.rectY([0], { y1: low, y2: high, fill: colour, fillOpacity: 0.16 }),
        Plot.ruleX([factor * used], { strokeDasharray: "3,3", strokeOpacity: 0.7 }),
        Plot.line(own, {
          x: "x",
          y: "charge_mAh_g",
          stroke: colour,
          strokeDasharray: "6,3",
          strokeWidth: 1.8
        }),
        Plot.line(own, { x: "x", y: "discharge_mAh_g", stroke: colour, strokeWidth: 2.2 }),
        Plot.tip(own, Plot.pointer({ x: "x", y: "discharge_mAh_g", format: { x: ".3~g", y: ".4~g" } }))
      ]
    });
    return chart(plot, `First charge and discharge at 10 C against ${label}; the value in use is marked.`);
  };
  const alt =
    "Capacity of the first cycle at 10 C against diffusivity, exchange current, particle radius, loading and film resistance.";
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "What would make 10 C as poor as it is said to be", alt, table },
    content: h(
      "div",
      {},
      keys([
        { label: "first charge", colour, dash: "6,3" },
        { label: "first discharge", colour },
        { label: `${low}–${high} mAh/g, as commonly said (unverified)`, colour, mark: "fill" },
        { label: "value in use", dash: "3,3" }
      ]),
      across(o.width, 2, Object.keys(shown).map(panel))
    ),
    caption:
      "One parameter at a time, the others as in the table. With the printed diffusivity and no film, to the left of the last plot, 10 C costs a twelfth of the discharge; with the film of the pathway model a third. To what is commonly said of such materials a diffusivity of 0.5 to 1.1 × 10⁻¹³ m²/s brings it, five to ten times below the printed one, or a film of twice the resistance, or particles half as large again.",
    interactive: true,
    provenance: "calibrated"
  });
}
