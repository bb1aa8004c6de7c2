// Supplementary Figure 15: core losses through a nanovoid and beside it, over their backgrounds, and what O over Mn says of them.
import type { Table } from "npm:apache-arrow";
import * as Plot from "npm:@observablehq/plot";
import { comparedResolutions } from "../../science/eels/instrument.js";
import { elementColour } from "../colours.js";
import { segmented } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys } from "../tomography/chart.js";
import { foundTable } from "./found-table.js";
import { liveSpectra } from "./live-spectra.js";
import { numberOf, rowsOf } from "./rows.js";

const shown = ["t/λ", "O over Mn, edge integrals", "valence of Mn, fit of references"];

/** @param table eels-results */
export function nanovoidPanel(
  table: Table,
  { id, label, width }: { id: string; label: string; width: number }
): FigureFrame {
  const resolution = segmented<number>({ label: "Energy resolution (eV)", options: comparedResolutions });
  const holder = h("div");
  const said = h("p", { class: "figure-readout", role: "status" });
  const alt = "O K and Mn L edges over their background, through a nanovoid and beside it.";
  const rows = rowsOf(table);
  const show = () => {
    const live = liveSpectra({
      ...{ region: "void", beside: "around", resolution: resolution.value, dose: 1, seed: 1 },
      ...{
        tail: "plasmon",
        plural: true,
        mainEdge: "reference",
        deconvolution: "none",
        crossSections: "tables"
      }
    });
    const dark = isDark();
    const { core } = live.raw;
    const background = live.result.composition.amounts[0].integral.background;
    const styles = [
      { label: live.sample.label, colour: elementColour("O", dark), dash: "none" },
      { label: live.other.label, colour: "currentColor", dash: "6,3" }
    ];
    // the background of each is its own: that of the second by the same window
    const [from, to] = [500, 680].map((e) => Math.round((e - core.start) / core.step));
    const level = (counts: Float64Array) => {
      const [a, b] = background.window.map((e) => Math.round((e - core.start) / core.step));
      return counts.subarray(a, b).reduce((sum, n) => sum + n, 0);
    };
    const lines = [live.raw, live.otherRaw].map((raw) =>
      Array.from({ length: to - from }, (_, i) => ({
        energy: core.start + (from + i) * core.step,
        value: raw.core.counts[from + i] / level(raw.core.counts)
      }))
    );
    const plot = Plot.plot({
      ...{ width, height: 260, marginLeft: 54 },
      x: { label: "energy loss (eV)" },
      y: { label: "counts, over those of the background's window", grid: true, ticks: 5, tickFormat: "~e" },
      marks: [
        Plot.rectX([background.window], { x1: "0", x2: "1", fill: "currentColor", fillOpacity: 0.07 }),
        ...lines.map((line, k) =>
          Plot.line(line, {
            x: "energy",
            y: "value",
            stroke: styles[k].colour,
            strokeDasharray: styles[k].dash,
            strokeWidth: 1.3
          })
        )
      ]
    });
    const of = (region: string, quantity: string) =>
      rows.find(
        (r) =>
          r["region"] === region &&
          r["quantity"] === quantity &&
          numberOf(r, "resolution_eV") === resolution.value
      ) ?? {};
    const found = ["void", "around"].flatMap((region) =>
      shown.map((quantity) => {
        const row = of(region, quantity);
        return {
          label: `${quantity} · ${region === "void" ? "through the void" : "beside it"}`,
          unit: "",
          found: numberOf(row, "recovered"),
          error: numberOf(row, "standard_error"),
          truth: numberOf(row, "true_value")
        };
      })
    );
    holder.replaceChildren(
      chart(plot, alt, keys(styles)),
      foundTable(found, `At ${resolution.value} eV: found and true`)
    );
    const [inside, outside] = [found[1], found[4]];
    const difference = outside.found - inside.found;
    const error = Math.hypot(outside.error, inside.error);
    said.textContent = `O over Mn beside the void less that through it: ${difference.toFixed(3).replace("-", "−")} ± ${error.toFixed(3)}, ${(difference / error).toFixed(1).replace("-", "−")} standard errors; set: ${(outside.truth - inside.truth).toFixed(3)}.`;
  };
  resolution.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id, label, title: "Is oxygen missing at a nanovoid? By energy loss", alt, table },
    content: h("div", {}, resolution, holder, said),
    caption:
      "A void takes away all elements alike; only ratios, and the thickness that the low losses tell, can say that oxygen is missing. With 3500 electrons per Å² over a square of 100 nm either ratio is known to a percent and their difference is seen at any of the resolutions, but it comes out too small: manganese around the void is reduced, has fewer holes and so weaker white lines, while the cross-section takes it for Mn⁴⁺ and counts too few atoms.",
    interactive: true,
    provenance: "recovered"
  });
}
