// Slip 10: which oxygen-poor share, lacking how much, goes with which loss of oxygen; the samples of the twin beside it.
import * as Plot from "npm:@observablehq/plot";
import { riseFor } from "../../science/slips/oxygen-loss.js";
import { classColour } from "../colours.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { number, rowsOf, word } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";

const losses = [1, 2, 4] as const;
/** both in % */
const rise = (loss: number, share: number): number => 100 * riseFor(loss, share);

/** @param table slips_oxygen */
export function lossPanel(table: TableLike, width: number): FigureFrame {
  const dark = isDark();
  const curves = losses.map((loss, i) => ({
    ...{ loss, ...seriesStyle(i, losses.length, dark) },
    points: Array.from({ length: 96 }, (_, k) => ({ share: 5 + k, rise: rise(loss, 5 + k) }))
  }));
  const states = rowsOf(table)
    .filter((row) => word(row, "state") !== "pristine")
    .map((row) => {
      const [share, loss] = [number(row, "oxygen_poor_percent"), number(row, "loss_percent")];
      return { share, rise: rise(loss, share) };
    });
  const plot = Plot.plot({
    ...{ width: Math.min(760, width), height: 300, marginLeft: 54 },
    x: { label: "oxygen-poor share of the volume (%)", domain: [0, 100] },
    y: { label: "rise of TM/O in it (%)", domain: [0, 40], grid: true, clamp: true },
    marks: [
      Plot.rectY([{}], { x1: 0, x2: 100, y1: 0, y2: 5, fillOpacity: 0.08 }),
      Plot.ruleY([5], { strokeDasharray: "2,3" }),
      ...curves.map(({ points, colour, dash }) =>
        Plot.line(
          points.filter((point) => point.rise <= 40 && point.rise > 0),
          { x: "share", y: "rise", stroke: colour, strokeDasharray: dash, strokeWidth: 2 }
        )
      ),
      Plot.dot(states, {
        ...{ x: "share", y: "rise", symbol: "diamond", r: 6, strokeWidth: 2 },
        stroke: classColour("oxygen-poor", dark)
      })
    ]
  });
  const alt = "Curves of equal oxygen loss; below a rise of 5 percent nothing is called oxygen-poor.";
  const legend = keys([
    ...curves.map(({ loss, colour, dash }) => ({ label: `${loss} % of all oxygen lost`, colour, dash })),
    { label: "twin's sample, 0.1 C, 4.8 V", mark: "dot", colour: classColour("oxygen-poor", dark) }
  ]);
  return figureFrame({
    ...{ id: "slip-loss", label: "Slip 10 · b", title: "A loss goes with many shares", alt },
    content: chart(plot, alt, legend),
    caption:
      "If only the oxygen-poor part lacks oxygen, each loss is a curve. In the shaded band TM/O rises by less than 5 %, and the part is called on target: a loss of 4 % that is spread evenly is not seen at all.",
    provenance: "predicted",
    table: () => ({
      name: "oxygen-loss-and-share",
      columns: [
        {
          name: "loss",
          unit: "%",
          description: "oxygen lost of the whole",
          values: curves.flatMap((c) => c.points.map(() => c.loss))
        },
        {
          name: "share",
          unit: "%",
          description: "oxygen-poor share",
          values: curves.flatMap((c) => c.points.map((q) => q.share))
        },
        {
          name: "rise",
          unit: "%",
          description: "rise of TM/O in it",
          values: curves.flatMap((c) => c.points.map((q) => q.rise))
        }
      ]
    }),
    code: ["src/science/slips/oxygen-loss.ts"]
  });
}
