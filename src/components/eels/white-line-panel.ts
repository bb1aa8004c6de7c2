// From the ratio of the white lines to a valence: the curve of the references at each resolution, and the regions upon it.
import * as Plot from "npm:@observablehq/plot";
import { comparedResolutions } from "../../science/eels/instrument.js";
import { defaultEelsSettings } from "../../science/eels/settings.js";
import { eelsSample, meanValence } from "../../science/eels/samples.js";
import { expectedSpectra } from "../../science/eels/twin.js";
import { whiteLines } from "../../science/eels/white-lines.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { instrumentFor } from "./live-spectra.js";

export function whiteLinePanel({
  id,
  label,
  width
}: {
  id: string;
  label: string;
  width: number;
}): FigureFrame {
  const dark = isDark();
  const alt = "Ratio of the white lines L3 and L2 of Mn against its valence, at three energy resolutions.";
  const runs = comparedResolutions.map((resolution, k) => {
    const style = seriesStyle(k, comparedResolutions.length, dark);
    const found = ["A", "B", "void"].map((name) => {
      const sample = eelsSample(name);
      const lines = whiteLines(expectedSpectra(sample, instrumentFor(resolution, 1)), defaultEelsSettings);
      return { name, valence: meanValence(sample), ratio: lines.ratio.value, curve: lines.curve };
    });
    return { resolution, style, found };
  });
  const plot = Plot.plot({
    ...{ width, height: 280, marginLeft: 44 },
    x: { label: "valence of Mn", ticks: 5 },
    y: { label: "L3 over L2", grid: true, ticks: 6 },
    marks: runs.flatMap(({ style, found }) => [
      Plot.line(found[0].curve, {
        x: "valence",
        y: "ratio",
        stroke: style.colour,
        strokeDasharray: style.dash,
        strokeWidth: 1.7
      }),
      Plot.dot(found, { x: "valence", y: "ratio", stroke: style.colour, r: 4, strokeWidth: 1.5 }),
      Plot.text(found, { x: "valence", y: "ratio", text: "name", dx: 10, textAnchor: "start" })
    ])
  });
  const legend = keys(runs.map(({ resolution, style }) => ({ label: `${resolution} eV`, ...style })));
  return figureFrame({
    ...{ id, label, title: "From white lines to a valence", alt },
    content: chart(plot, alt, legend),
    caption:
      "Lines: the ratio of mixtures of the illustrative references, taken in the same windows, over the same step, through the same low losses; so each resolution and thickness has a curve of its own. Circles: the regions, at the sample’s valence. At the void’s rim all three valences mix, and its ratio lies just off the curve, which knows mixtures of neighbours only: one number cannot tell Mn²⁺ with Mn⁴⁺ from Mn³⁺.",
    provenance: "recovered",
    table: () => {
      const rows = runs.flatMap(({ resolution, found }) => found[0].curve.map((p) => ({ resolution, ...p })));
      return {
        name: "white-line-ratio",
        columns: [
          {
            name: "resolution",
            unit: "eV",
            description: "full width at half height",
            values: rows.map((r) => r.resolution)
          },
          { name: "valence", unit: "", description: "of the mixture", values: rows.map((r) => r.valence) },
          { name: "ratio", unit: "", description: "L3 over L2", values: rows.map((r) => r.ratio) }
        ]
      };
    },
    code: ["src/science/eels/white-lines.ts"]
  });
}
