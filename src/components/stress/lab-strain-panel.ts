// Small against finite strain: the stress at A, and the difference, for four volume changes.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { lineColours } from "./lab-colours.js";
import { halfWidth, labRows, columns } from "./lab-table.js";

export function strainPanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, ["volume_change", "strain", "depth_of_discharge", "hoop_stress_MPa"]);
  const changes = [...new Set(rows.map((row) => Number(row.volume_change)))];
  const colours = lineColours(changes.length, isDark());
  const of = (S: number, strain: string) =>
    rows.filter((row) => row.volume_change === S && row.strain === strain);
  const x = (S: number) => of(S, "finite").map((row) => 100 * Number(row.depth_of_discharge));
  const stress = changes.flatMap((S, k) =>
    (["finite", "small"] as const).map((strain) => ({
      name: `${100 * S} %, ${strain}`,
      colour: colours[k],
      dashed: strain === "small",
      x: x(S),
      y: of(S, strain).map((row) => Number(row.hoop_stress_MPa))
    }))
  );
  const difference = changes.map((S, k) => {
    const small = of(S, "small");
    return {
      name: `${100 * S} %`,
      colour: colours[k],
      x: x(S).slice(1),
      y: of(S, "finite")
        .map((row, i) => 100 * (Number(row.hoop_stress_MPa) / Number(small[i].hoop_stress_MPa) - 1))
        .slice(1)
    };
  });
  const alt =
    "Hoop stress at A against depth of discharge at small and at finite strain, for four volume changes, and the difference in percent.";
  const size = {
    legend: false,
    width: halfWidth(width),
    height: 290,
    xLabel: "depth of discharge (%)",
    ariaLabel: alt
  };
  return figureFrame({
    id: "lab-strain",
    label: "Laboratory, 5",
    title: "Small against finite strain at 10 C",
    content: h(
      "div",
      {},
      Plot.legend({
        color: { type: "ordinal", domain: difference.map((d) => d.name), range: colours },
        width
      }),
      columns(width, [
        bridgePlot(stress, { ...size, yLabel: "hoop stress at A (MPa)" }),
        bridgePlot(difference, { ...size, yLabel: "finite less small strain (%)" })
      ])
    ),
    caption: "Each colour one ΔV/V₀ over a full discharge; dashed: small strain. E = 78 GPa.",
    alt,
    provenance: "predicted",
    table
  });
}
