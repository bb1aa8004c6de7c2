// How large the pores are, and which sizes were seen: void by the diameter of its pores, and pores found by their size.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { chart, chartHeight, keys } from "../tomography/chart.js";
import { stateColour, stateLabel, stateNames } from "./pore-style.js";

export interface PanelOptions {
  id: string;
  label: string;
  width: number;
}

const dashed = "7,3";
const stateKeys = (dark: boolean) => [
  ...stateNames.map((state) => ({ label: stateLabel[state], colour: stateColour(state, dark) })),
  { label: "in the sample", dash: dashed }
];

const band = { label: "between the thresholds", mark: "fill", colour: "rgb(128 128 128 / 0.4)" } as const;

/** Void in pores up to a diameter, as the diameters rise. @param table porosity-pores */
export function sizesPanel(table: Table, { id, label, width }: PanelOptions): FigureFrame {
  const dark = isDark();
  const rows = rowsOf(table);
  const lines = stateNames.flatMap((state) =>
    ["found", "true"].map((of) => {
      const own = rows
        .filter((row) => row["state"] === state && row["of"] === of)
        .map((row) => ({ diameter: Number(row["diameter_um"]), volume: Number(row["volume_um3"]) }))
        .sort((a, b) => a.diameter - b.diameter);
      let sum = 0;
      return { state, of, points: own.map(({ diameter, volume }) => ({ diameter, sum: (sum += volume) })) };
    })
  );
  const alt = "Volume of void in pores up to a diameter, for the three particles, found and in the samples.";
  const plot = Plot.plot({
    ...{ width, height: chartHeight({ width, alt }), marginLeft: 54, marginRight: 16 },
    x: { label: "diameter of a ball of the pore's volume (µm)", type: "log", ticks: 5, tickFormat: "~g" },
    y: {
      label: "void in pores up to it (µm³)",
      type: "log",
      domain: [0.01, 120],
      ticks: 4,
      tickFormat: "~g",
      grid: true
    },
    marks: lines.map(({ state, of, points }) =>
      Plot.line(points, {
        ...{ x: "diameter", y: "sum", curve: "step-after", clip: true, stroke: stateColour(state, dark) },
        ...(of === "true" ? { strokeDasharray: dashed, strokeWidth: 1.2 } : { strokeWidth: 2.2 })
      })
    )
  });
  return figureFrame({
    ...{ id, label, title: "Void by the size of its pores", alt, provenance: "recovered", table },
    content: chart(plot, alt, keys(stateKeys(dark))),
    caption:
      "The line's end is all void. At 0.1 C it climbs through hundreds of pores below 2 µm; at 10 C one step, the connected cracks and cavities, is nearly all of it. What the threshold does to the number of pores and to all void is in the table of numbers."
  });
}

/** @param table porosity-openings */
export function openingsPanel(table: Table, { id, label, width }: PanelOptions): FigureFrame {
  const dark = isDark();
  const rows = rowsOf(table).map((row) => {
    const found = Number(row["network_um3"]);
    const all = [found, Number(row["network_at_lower_um3"]), Number(row["network_at_higher_um3"])];
    return {
      ...{ state: String(row["state"]), middle: 0.5 * (Number(row["from_um"]) + Number(row["to_um"])) },
      ...{ found, low: Math.min(...all), high: Math.max(...all), truth: Number(row["true_network_um3"]) }
    };
  });
  const alt = "Volume of the largest connected pore by its local thickness, found and in the samples.";
  const plot = Plot.plot({
    ...{ width, height: chartHeight({ width, alt }), marginLeft: 54, marginRight: 16 },
    x: { label: "local thickness (µm)" },
    y: { label: "volume (µm³)", grid: true },
    marks: stateNames.flatMap((state) => {
      const own = rows.filter((row) => row.state === state);
      const stroke = stateColour(state, dark);
      return [
        Plot.areaY(own, { x: "middle", y1: "low", y2: "high", fill: stroke, fillOpacity: 0.2 }),
        Plot.line(own, { x: "middle", y: "truth", stroke, strokeDasharray: dashed, strokeWidth: 1.2 }),
        Plot.line(own, { x: "middle", y: "found", stroke, strokeWidth: 2.2 })
      ];
    })
  });
  return figureFrame({
    ...{ id, label, title: "How wide the largest connected pore opens", alt, provenance: "recovered", table },
    content: chart(plot, alt, keys([...stateKeys(dark), band])),
    caption:
      "Bands hold what the threshold less and more its error gives. Diameter of the largest ball that fits, at each voxel of the largest pore: cracks are the narrow end, cavities and the core's void the wide one. Steps are those of voxels 0.1375 µm wide."
  });
}

/** @param table porosity-detection */
export function detectionPanel(table: Table, { id, label, width }: PanelOptions): FigureFrame {
  const dark = isDark();
  const rows = rowsOf(table)
    .filter((row) => row["state"] === "0.1C" && Number(row["pores"]) > 0)
    .map((row) => {
      const [n, k] = [Number(row["pores"]), Number(row["found"])];
      const share = k / n;
      // Wilson's interval at 95 %: it stays within 0 and 1
      const z = 1.96;
      const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
      const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
      const shares = [k, Number(row["found_at_lower"]), Number(row["found_at_higher"])].map(
        (m) => (100 * m) / n
      );
      return {
        ...{ least: Math.min(...shares), most: Math.max(...shares) },
        ...{
          voxels: Number(row["voxels_across"]),
          diameter: 0.5 * (Number(row["from_um"]) + Number(row["to_um"]))
        },
        ...{ share: 100 * share, low: 100 * (middle - half), high: 100 * (middle + half) }
      };
    });
  const stroke = stateColour("0.1C", dark);
  const alt =
    "Share of the pores put into the 0.1 C sample that were found, against their diameter in voxels.";
  const plot = Plot.plot({
    ...{ width, height: chartHeight({ width, alt }), marginLeft: 50, marginRight: 16 },
    x: { label: "diameter (voxels)", domain: [0, 8] },
    y: { label: "found (%)", domain: [0, 100], grid: true },
    marks: [
      Plot.areaY(rows, { x: "voxels", y1: "least", y2: "most", fill: stroke, fillOpacity: 0.2 }),
      Plot.ruleX(rows, { x: "voxels", y1: "low", y2: "high", stroke }),
      Plot.line(rows, { x: "voxels", y: "share", stroke, strokeWidth: 2 }),
      Plot.dot(rows, { x: "voxels", y: "share", fill: stroke, r: 3.5 })
    ]
  });
  const half = rows.find(({ share }) => share >= 50);
  return figureFrame({
    ...{ id, label, title: "Which pores are seen at all", alt, provenance: "recovered", table },
    content: chart(plot, alt, keys([band])),
    caption: `Balls that were put into the 0.1 C particle apart from one another; bars are 95 % intervals of the counts, the band what the threshold less and more its error gives. Half are found from about ${half ? half.voxels.toFixed(1) : "–"} voxels of diameter on: ${half ? (1000 * half.diameter).toFixed(0) : "–"} nm here, and if all else scaled with the voxel ${half ? (20 * half.voxels).toFixed(0) : "–"} nm at the study's 20 nm. Nanovoids below that are in no picture.`
  });
}
