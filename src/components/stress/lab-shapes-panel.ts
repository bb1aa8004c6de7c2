// A pore as a ball and as a ring: the stress at A against the gap.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { lineColours } from "./lab-colours.js";
import { halfWidth, labRows, columns } from "./lab-table.js";

const names = { sphere: "ball on the axis", torus: "ring at the equator" };

export function shapesPanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, ["shape", "gap_um", "hoop_stress_MPa", "largest_MPa", "von_mises_MPa"]);
  const colours = lineColours(2, isDark());
  const none = rows.find((row) => row.shape === "none");
  const curves = (key: "hoop_stress_MPa" | "largest_MPa") =>
    Object.entries(names).map(([shape, name], k) => {
      const own = rows.filter((row) => row.shape === shape);
      return {
        name,
        colour: colours[k],
        x: own.map((row) => Number(row.gap_um)),
        y: own.map((row) => Number(row[key]))
      };
    });
  const second = Math.max(
    ...rows
      .filter((row) => row.shape === "two spheres")
      .map((two) => {
        const one = rows.find((row) => row.shape === "sphere" && row.gap_um === two.gap_um);
        return 100 * Math.abs(Number(two.hoop_stress_MPa) / Number(one?.hoop_stress_MPa) - 1);
      })
  );
  const alt =
    "Stress at A against the gap between void and pore, for a ball-shaped pore on the axis and a ring at the equator: the ring has the lower hoop stress and by far the larger stress in the meridian plane.";
  const size = { legend: false, width: halfWidth(width), height: 290, xLabel: "gap (µm)", ariaLabel: alt };
  return figureFrame({
    id: "lab-shapes",
    label: "Laboratory, 6",
    title: "What a ring does that a ball would not",
    content: h(
      "div",
      {},
      Plot.legend({ color: { type: "ordinal", domain: Object.values(names), range: colours }, width }),
      columns(width, [
        bridgePlot(curves("hoop_stress_MPa"), { ...size, yLabel: "hoop stress at A (MPa)" }),
        bridgePlot(curves("largest_MPa"), { ...size, yLabel: "largest tension at A (MPa)" })
      ])
    ),
    caption: `At 10 C and a depth of discharge of 20 %. Left: around the axis; right: the larger of that and the stress along the void's surface in the meridian plane. At the void's surface without any pore: ${Number(none?.hoop_stress_MPa).toFixed(1)} MPa. A second ball on the other pole changes the stress by ${second.toPrecision(1)} % at most.`,
    alt,
    provenance: "predicted",
    table
  });
}
