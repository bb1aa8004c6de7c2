// What Figure 4e–g shows, as a table to take away: every channel of the three edges with its fit.
import type { Columns } from "../csv.js";
import { edgeViews } from "./edge-views.js";
import type { LiveSpectra } from "./live-spectra.js";

export function spectraTable(live: LiveSpectra | undefined): Columns {
  const views = live ? Object.entries(edgeViews(live)) : [];
  const all = <T>(of: (name: string, view: (typeof views)[number][1], i: number) => T): T[] =>
    views.flatMap(([name, view]) => Array.from(view.energies, (_, i) => of(name, view, i)));
  return {
    name: `electron-spectra-${live?.sample.id ?? "none"}`,
    columns: [
      { name: "edge", unit: "", description: "lithium, oxygen or manganese", values: all((name) => name) },
      {
        name: "energy_loss",
        unit: "eV",
        description: "centre of the channel",
        values: all((_, v, i) => v.energies[i])
      },
      { name: "counts", unit: "", description: "electrons counted", values: all((_, v, i) => v.counts[i]) },
      { name: "fit", unit: "", description: "electrons by the model", values: all((_, v, i) => v.model[i]) },
      {
        name: "background",
        unit: "",
        description: "of these under the edges",
        values: all((_, v, i) => v.parts[0].values[i])
      },
      {
        name: "other_region",
        unit: "",
        description: "counts of the other region",
        values: all((_, v, i) => v.beside?.counts[i])
      }
    ]
  };
}
