// Figure 3b–e: valence in five zones of equal area, found beside true; the zones themselves; and the pulls of the pixels.
import type { Table } from "npm:apache-arrow";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { elementColour } from "../colours.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { mapElements } from "../xanes/map-grid.js";
import { pullsPlot } from "../xanes/pulls-plot.js";
import { zoneMap } from "../xanes/zone-map.js";
import { zonesPlot, type ZoneValence } from "../xanes/zones-plot.js";
import { fittedOf, gridOf } from "./map-layers.js";
import { pixelTable } from "./shown-tables.js";

export type Row = Record<string, unknown>;
export const rowsOf = (table: Table): Row[] =>
  table.toArray().map((row: { toJSON: () => Row }) => row.toJSON());

/** @param table oxidation-zones */
export function zonesPanel(
  table: Table,
  { id, label, rate, width }: { id: string; label: string; rate: 0.1 | 10; width: number }
): FigureFrame {
  const rows = rowsOf(table)
    .filter((row) => row["state"] === "pristine" || row["rate_C"] === rate)
    .map((row): ZoneValence => ({
      element: String(row["element"]) as EdgeElement,
      state: String(row["label"]),
      rate: row["rate_C"] as number | null,
      stage: String(row["label"]).replace(/^[\d.]+ C, /, ""),
      zone: Number(row["zone"]),
      recovered: Number(row["recovered"]),
      error: Number(row["standard_error"]),
      truth: Number(row["true_valence"])
    }));
  const alt = `Mean valence in five zones from the surface to the centre, pristine and at ${rate} C.`;
  return figureFrame({
    ...{ id, label, title: `From the surface to the centre, ${rate} C`, alt, table },
    content: zonesPlot(rows, { width, alt }),
    caption:
      "Filled: the mean valence found, with its standard error from the counts, which is often smaller than the mark. Outlined: the mean of the sample along the same beams. Zones hold a fifth of the projected area each.",
    interactive: true,
    provenance: "recovered"
  });
}

export function zoneMapPanel(
  file: PackedFile,
  { id, label, width }: { id: string; label: string; width: number }
) {
  const alt = "The projected particle, cut into five zones of equal area by the distance from its edge.";
  return figureFrame({
    ...{ id, label, title: "Five zones of a fifth of the area each", alt, meta: file.meta },
    table: () => pixelTable(id, gridOf(file), file.array("zones").bytes),
    content: zoneMap(gridOf(file), file.array("zones").bytes, { width, alt }),
    caption:
      "Pixels in the order of their distance from the nearest pixel outside, cut into five equal numbers. None of the zones is a shell: every beam through the centre crosses the surface twice.",
    provenance: "recovered"
  });
}

export function pullsPanel(
  file: PackedFile,
  { id, label, width }: { id: string; label: string; width: number }
) {
  const across = width >= 640 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  const { elements: found, zones } = fittedOf(file);
  const alt = "How far the valences found are from the true ones, in standard errors.";
  const style = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  return figureFrame({
    ...{ id, label, title: `Are the errors true? ${String(file.facts["label"])}`, alt, meta: file.meta },
    table: () => {
      const pulls = found.map(({ element, pull }) => ({
        ...{ name: `${element}_pull`, description: "found − true over the standard error", values: pull }
      }));
      return pixelTable(id, gridOf(file), zones, pulls);
    },
    content: h(
      "div",
      { class: "spectra", style },
      ...mapElements
        .flatMap((name) => found.filter(({ element }) => element === name))
        .map(({ element, pull }) =>
          pullsPlot(pull, { width: own, alt, label: `valence of ${element}`, colour: elementColour(element) })
        )
    ),
    caption:
      "Errors that the counts give cover the noise and nothing else. Blur mixes neighbouring pixels, stray light fills in the white lines and drift leaves a remainder: where the noise is small, as for Mn, these are most of what is wrong.",
    provenance: "recovered"
  });
}
