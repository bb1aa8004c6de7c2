// Supplementary Figure 20: the reference spectra with their assumptions, and the place for a reader's own.
import { referenceSpectrum } from "../../science/material/xanes-references.js";
import { species } from "../../science/material/xanes-lines.js";
import { edgeElements, energyGrid, fitWindows, measuredRanges } from "../../science/xanes/windows.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { referencesPlot } from "../xanes/references-plot.js";
import { spectraSource } from "../xanes/spectra-source.js";
import { speciesOf } from "./map-layers.js";
import type { OwnReferences } from "./live-settings.js";
import { curvesTable, type Curve } from "./shown-tables.js";

export interface ReferencesPanelOptions {
  id: string;
  label: string;
  width: number;
  onOwn: (own: OwnReferences) => void;
}

export function referencesPanel({ id, label, width, onOwn }: ReferencesPanelOptions): FigureFrame {
  const across = width >= 640 ? 2 : 1;
  const each = Math.floor((width - 24 * (across - 1)) / across);
  const source = spectraSource(
    species.map(({ id: key, label: name, element }) => ({
      id: key,
      label: name,
      range: measuredRanges[element]
    }))
  );
  const plots = h("div", {
    class: "spectra",
    style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))`
  });
  let shown: Curve[] = [];
  const draw = () => {
    shown = [];
    plots.replaceChildren(
      ...edgeElements.map((element) => {
        const energies = energyGrid(element, 0.1);
        const curves = speciesOf(element).map((own) => {
          const mine = source.value[own.id];
          const values = mine?.values ?? referenceSpectrum(own, energies);
          const top = values.reduce((most, v) => Math.max(most, v), 0);
          return {
            label: own.label,
            energies: mine?.energies ?? energies,
            values: values.map((v) => v / top),
            assumptions: mine ? `from the file ${mine.name}, column ${mine.column}` : own.assumptions,
            sources: mine ? "" : own.sources,
            own: mine !== undefined
          };
        });
        for (const { label: name, energies: at, values } of curves)
          shown.push({ of: { element, species: name }, energies: at, values });
        const window = fitWindows[element];
        return referencesPlot(element, curves, {
          width: each,
          window,
          yLabel: "absorption over its maximum"
        });
      })
    );
  };
  source.addEventListener("input", () => {
    draw();
    onOwn(source.value);
  });
  draw();
  return figureFrame({
    ...{ id, label, title: "Reference spectra: illustrative" },
    content: h("div", {}, plots, source),
    caption:
      "Not measured by anybody: tabulated continua with lines whose places are recalled from the literature or taken from calculated multiplets, and whose areas are largely assumed. The twin and the analysis use the same set, so that what comes back tests the method and not the set. Put your own in their place and Figure 3a is fitted with them, the sample staying as it is.",
    alt: "Reference spectra of Mn, Co, Ni and O over the measured ranges, the study's fit windows shaded.",
    interactive: true,
    provenance: "calibrated",
    table: () => curvesTable(id, shown, { name: "absorption", description: "over the maximum of the curve" }),
    code: ["src/science/material/xanes-lines.ts", "src/science/material/xanes-references.ts"]
  });
}
