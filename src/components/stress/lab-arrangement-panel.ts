// Arrangements of pores: half-sections of the particles, and what each does to the stress.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { defaultStressParameters } from "../../science/mechanics/parameters.js";
import {
  arrangedGeometry,
  poreArrangements,
  type PoreArrangementName
} from "../../science/mechanics/pore-arrangements.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { bridgePlot } from "./bridge-plot.js";
import { lineColours } from "./lab-colours.js";
import { halfWidth, labRows, columns } from "./lab-table.js";

const labels: Record<PoreArrangementName, string> = {
  default: "two pores (default)",
  equal: "four shells, equal",
  outwards: "larger outwards",
  inwards: "larger inwards"
};

const names = [
  "arrangement",
  "porosity",
  "depth_of_discharge",
  "hoop_at_A_MPa",
  "largest_hoop_MPa",
  "largest_r_um",
  "largest_z_um",
  "largest_von_mises_MPa"
] as const;

function circle(radius: number, r: number, z: number, name: string) {
  return Array.from({ length: 65 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 64;
    return { x: 1e6 * (r + radius * Math.cos(angle)), y: 1e6 * (z + radius * Math.sin(angle)), name };
  });
}

/** Section through the axis: a pore off the axis shows on both sides, being a ring. */
function section(name: PoreArrangementName, colour: string, width: number): Element {
  const { radius, voidRadius, pores } = arrangedGeometry(defaultStressParameters(), name);
  const holes = pores.flatMap((pore, k) =>
    (pore.r === 0 ? [1] : [1, -1]).flatMap((side) =>
      circle(pore.radius, side * pore.r, pore.z, `${k} ${side}`)
    )
  );
  return h(
    "div",
    { style: "text-align: center" },
    Plot.plot({
      width,
      height: width,
      margin: 2,
      ariaLabel: `Section of the particle with its pores: ${labels[name]}.`,
      x: { domain: [-8.2, 8.2], axis: null },
      y: { domain: [-8.2, 8.2], axis: null },
      marks: [
        Plot.line(circle(radius, 0, 0, "outer"), {
          x: "x",
          y: "y",
          stroke: colour,
          fill: colour,
          fillOpacity: 0.25
        }),
        Plot.line([...holes, ...circle(voidRadius, 0, 0, "void")], {
          x: "x",
          y: "y",
          z: "name",
          stroke: colour,
          fill: "var(--theme-background)"
        })
      ]
    }),
    labels[name]
  );
}

export function arrangementPanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, names).filter((row) => Number(row.depth_of_discharge) > 0);
  const colours = lineColours(poreArrangements.length, isDark());
  const each = Math.min(180, (width < 640 ? width / 2 : width / 4) - 12);
  const own = (name: string) => rows.filter((row) => row.arrangement === name);
  const curve = (name: PoreArrangementName, k: number, y: number[]) => ({
    name: labels[name],
    colour: colours[k],
    dashed: name === "default",
    x: own(name).map((row) => 100 * Number(row.depth_of_discharge)),
    y
  });
  const curves = (key: (typeof names)[number]) =>
    poreArrangements.map((name, k) =>
      curve(
        name,
        k,
        own(name).map((row) => Number(row[key]))
      )
    );
  const change = (key: (typeof names)[number]) =>
    poreArrangements.map((name, k) =>
      curve(
        name,
        k,
        own(name).map((row, i) => {
          const base = Number(own("default")[i][key]);
          return 100 * (Number(row[key]) / base - 1);
        })
      )
    );
  const alt =
    "Sections of four particles with different pores, and hoop stress at A against depth of discharge, as it is and against the default's: the four hardly differ.";
  const size = {
    legend: false,
    width: halfWidth(width),
    height: 290,
    xLabel: "depth of discharge (%)",
    ariaLabel: alt
  };
  const at20 = rows.filter((row) => Math.abs(Number(row.depth_of_discharge) - 0.2) < 1e-6);
  const digits = (key: (typeof names)[number], count: number) => (row: (typeof rows)[number]) =>
    Number(Number(row[key]).toPrecision(count));
  return figureFrame({
    id: "graded-pores",
    label: "Fork, 1",
    title: "Stress in particles with graded pores at 10 C",
    content: h(
      "div",
      {},
      columns(
        width,
        poreArrangements.map((name, k) => section(name, colours[k], each)),
        2
      ),
      columns(width, [
        bridgePlot(curves("hoop_at_A_MPa"), { ...size, yLabel: "hoop stress at A (MPa)" }),
        bridgePlot(change("hoop_at_A_MPa"), { ...size, yLabel: "hoop stress at A less the default's (%)" })
      ]),
      tableView({
        caption: "At a depth of discharge of 20 %",
        sortable: false,
        rows: at20,
        columns: [
          { name: "arrangement", value: (row) => labels[row.arrangement as PoreArrangementName] },
          {
            name: "porosity",
            unit: "%",
            value: (row) => Number((100 * Number(row.porosity)).toPrecision(3))
          },
          { name: "hoop at A", unit: "MPa", value: digits("hoop_at_A_MPa", 4) },
          { name: "largest hoop", unit: "MPa", value: digits("largest_hoop_MPa", 4) },
          {
            name: "where",
            unit: "µm",
            value: (row) => Number(Math.hypot(Number(row.largest_r_um), Number(row.largest_z_um)).toFixed(2))
          },
          { name: "largest von Mises", unit: "MPa", value: digits("largest_von_mises_MPa", 4) }
        ]
      })
    ),
    caption:
      "Sections through the axis: pores beside it are rings. All four have the same void, and the same first pores at a gap of 0.2 µm. “Where”: distance of the largest hoop stress from the centre.",
    alt,
    provenance: "predicted",
    table
  });
}
