// An energy-loss spectrum: zero loss, edges over their backgrounds, and with low losses the valence of Mn, as in Figure 4.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { numbersView, ownFrame, stacked } from "./drawn.js";
import type { LossAnswer } from "./loss-analysis.js";
import type { UseContext, UsePanel } from "./use-panel.js";

const code = [
  "src/components/your-data/loss-analysis.ts",
  "src/science/eels/background.ts",
  "src/science/eels/white-lines.ts"
];

export function lossPanel({ reader, opened, width }: UseContext): UsePanel {
  const note = errorNote();
  const said = h("p", { class: "figure-readout", role: "status" });
  const keep = async () => {
    note.show([]);
    try {
      const { name } = await reader.ask("keepLow", {});
      said.textContent = `${name} is kept as the low losses of the spectra that follow.`;
    } catch (error) {
      note.show(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    form: h(
      "div",
      {},
      h(
        "p",
        {},
        "Nothing needs to be chosen: energies and counts are told by the file. The low losses of the same place, kept first, let the edges of a core-loss spectrum be fitted."
      ),
      h("button", { type: "button", class: "button", onclick: () => void keep() }, "Keep as low losses"),
      said,
      note
    ),
    async analyse(task) {
      const answer = await reader.ask("loss", {}, task);
      return { frames: [frameOf(answer, opened.name, width)], notes: answer.notes };
    }
  };
}

function frameOf(
  { energies, counts, backgrounds, rows, hasZeroLoss }: LossAnswer,
  file: string,
  width: number
) {
  const dark = isDark();
  // log scale keeps a zero-loss peak and the losses after it on one picture
  const every = Math.max(1, Math.floor(energies.length / 2000));
  const points = Array.from(energies, (e, i) => ({ e, n: counts[i] ?? NaN })).filter(
    ({ n }, i) => i % every === 0 && (!hasZeroLoss || n > 0)
  );
  const styles = backgrounds.map((_, k) => seriesStyle(k, backgrounds.length, dark));
  const plot = Plot.plot({
    ...{ width, height: 320, marginLeft: 60 },
    x: { label: "energy loss (eV)" },
    y: { label: "counts", grid: true, ...(hasZeroLoss && { type: "log" as const }) },
    marks: [
      Plot.line(points, { x: "e", y: "n", stroke: "currentColor", strokeWidth: 1.2 }),
      ...backgrounds.map((b, k) =>
        Plot.line(
          Array.from(b.energies, (e, i) => [e, b.values[i]]),
          {
            stroke: styles[k]?.colour ?? "currentColor",
            strokeDasharray: styles[k]?.dash ?? "none",
            strokeWidth: 1.8
          }
        )
      )
    ]
  });
  const legend = keys([
    { label: "counts" },
    ...backgrounds.map(({ name }, k) => ({ label: `background of ${name}`, ...(styles[k] ?? {}) }))
  ]);
  return ownFrame({
    ...{
      id: "losses",
      title: "Your energy losses",
      alt: "Counts against energy loss, with the backgrounds under the edges.",
      file,
      code
    },
    method: "the analysis of Figure 4: src/science/eels/",
    content: stacked(
      chart(plot, "Counts against energy loss, with the backgrounds under the edges.", legend),
      numbersView(rows, "What it tells")
    ),
    caption:
      "Backgrounds are power laws fitted before each edge; errors are those of the counts and of the background carried on under the edge.",
    columns: () => [
      { name: "energy_loss", unit: "eV", values: energies },
      { name: "counts", values: counts }
    ]
  });
}
