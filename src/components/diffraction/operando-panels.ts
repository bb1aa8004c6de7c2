// Supplementary Figure 19 in its frames: the patterns, (003) and the lattice against the charge passed, and the pace.
import type { Table } from "npm:apache-arrow";
import * as Plot from "npm:@observablehq/plot";
import { braggAngle } from "../../science/diffraction/x-ray-line.js";
import { rateColour } from "../colours.js";
import { segmented, select } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys } from "../tomography/chart.js";
import { besideControls, type Found, type LatticeRow, latticeRows, patternsOf } from "./operando-data.js";
import { operandoMap } from "./operando-map.js";
import { trackingPlot, type TrackedPoint } from "./operando-tracking.js";

export interface OperandoPanelOptions {
  id: string;
  label: string;
  width: number;
}

const lines = [
  { label: "003", d: (_: number, c: number) => c / 3 },
  { label: "101", d: (a: number, c: number) => 1 / Math.sqrt(4 / 3 / a ** 2 + 1 / c ** 2) },
  { label: "006", d: (_: number, c: number) => c / 6 },
  { label: "104", d: (a: number, c: number) => 1 / Math.sqrt(4 / 3 / a ** 2 + 16 / c ** 2) },
  { label: "110", d: (a: number) => a / 2 },
  { label: "Al", d: () => 2.338 }
];
const views = { "(003) alone": [-1.1, 1.1], "all angles": null } as const;
type View = keyof typeof views;

const frameWords = {
  0.1: "A laboratory diffractometer passes 15 to 40° in 25 minutes. Each pattern is therefore not of one moment: (003) is read 3.7 minutes after its start, (012) 23 minutes after it.",
  10: "A metal jet gives a pattern every 45 seconds, all angles at once: six in the charge. In the first the lattice moves so fast that (003) is smeared."
} as const;

/** Waterfall and map. @param table operando-patterns-slow or -fast @param lattice operando-lattice */
export function operandoMapPanel(
  table: Table,
  lattice: Table,
  {
    id,
    label,
    width,
    rate,
    invalidation
  }: OperandoPanelOptions & { rate: 0.1 | 10; invalidation?: Promise<unknown> }
): FigureFrame {
  const data = patternsOf(table, rate);
  const rows = latticeRows(lattice).filter((row) => row.rate === rate && row.treatment === "own moments");
  const truth = rows.map((row) => braggAngle(data.wavelength, row.basalC.truth / 3) + row.zero);
  const [first, last] = [data.twoTheta[0], data.twoTheta[data.twoTheta.length - 1]];
  const centre = truth.reduce((sum, angle) => sum + angle, 0) / truth.length;
  const { a, c } = rows[0];
  const alt = `Diffraction patterns during the first charge and discharge at ${rate} C.`;
  const choice = segmented<View>({
    label: "Angles",
    options: Object.keys(views) as View[],
    value: "(003) alone"
  });
  let pattern = 0;
  const content = () => {
    const span = views[choice.value];
    const range = span ? ([centre + span[0], centre + span[1]] as const) : ([first, last] as const);
    const marks = lines
      .map(({ label: name, d }) => ({ label: name, angle: braggAngle(data.wavelength, d(a.value, c.value)) }))
      .filter(({ angle }) => angle > range[0] && angle < range[1]);
    const view = operandoMap(data, {
      ...{ width: besideControls(width), alt, range, marks, truth, pattern },
      times: rows.map((row) => row.time),
      ...(invalidation ? { invalidation } : {})
    });
    view.addEventListener("input", () => (pattern = view.value));
    return view;
  };
  const frame = figureFrame({
    ...{ id, label, title: `Every pattern of the first cycle, ${rate} C`, alt, table },
    content: content(),
    controls: h("div", {}, choice),
    caption: `${frameWords[rate]} The dashed line is (003) of the sample. Lines that stay where they are come from the cell around the sample: aluminium, lithium, separator; their kinds and strengths are assumed, as are the counts.`,
    interactive: true,
    provenance: "predicted"
  });
  choice.addEventListener("input", () => frame.update({ content: content() }));
  return frame;
}

const quantities = {
  "c from (003)": { of: (row: LatticeRow): Found => row.basalC, y: "c from (003) (Å)" },
  "c, whole pattern": { of: (row: LatticeRow): Found => row.c, y: "c (Å)" },
  "a, whole pattern": { of: (row: LatticeRow): Found => row.a, y: "a (Å)" },
  "2θ of (003)": { of: angleOf, y: "2θ of (003) (°)" }
} as const;
type Quantity = keyof typeof quantities;
const treatments = ["own moments", "one moment"] as const;

/** 2θ as found; the truth is that of the true c. */
function angleOf(row: LatticeRow): Found {
  const wavelength = row.rate === 0.1 ? 1.54186 : 1.3418;
  return { value: row.angle, error: row.angleError, truth: braggAngle(wavelength, row.basalC.truth / 3) };
}

/** (003), c and a against the charge passed. @param table operando-lattice */
export function operandoLatticePanel(table: Table, { id, label, width }: OperandoPanelOptions): FigureFrame {
  const all = latticeRows(table);
  const quantity = select<Quantity>({
    ...{ label: "Quantity", options: Object.keys(quantities) as Quantity[] },
    value: "c from (003)"
  });
  const treatment = segmented<(typeof treatments)[number]>({
    ...{ label: "A scan's lines at", options: [...treatments] as (typeof treatments)[number][] },
    value: "own moments"
  });
  const alt = "Lattice against the charge passed at 0.1 C and 10 C, found and true, with pulls.";
  const content = () => {
    const { of, y } = quantities[quantity.value];
    const points = all
      .filter((row) => row.rate === 10 || row.treatment === treatment.value)
      .map((row): TrackedPoint => ({
        rate: row.rate,
        branch: row.branch,
        capacity: row.capacity,
        ...of(row)
      }));
    return trackingPlot(points, { width: besideControls(width), alt, yLabel: y, decimals: 4 });
  };
  const frame = figureFrame({
    ...{ id, label, title: "What the lattice does, found beside true", alt, table },
    content: content(),
    controls: h("div", {}, quantity, treatment),
    caption:
      "Marks: found, with standard errors from the counts, mostly smaller than the mark. Dashed: the lattice of the sample, which is an input: c against lithium bent to the study's words, where the half-cycles end from the pathway model. Taken for one moment, a 25-minute scan gives a wrong c wherever c moves, most of all where it falls at the end of the slow charge; put where the lattice of its own moment has them, the lines of one scan agree.",
    interactive: true,
    provenance: "recovered"
  });
  for (const control of [quantity, treatment])
    control.addEventListener("input", () => frame.update({ content: content() }));
  return frame;
}

/** Patterns in a charge against the rate. @param table operando-pace */
export function pacePanel(table: Table, { id, label, width }: OperandoPanelOptions): FigureFrame {
  const rows = table.toArray().map((each: { toJSON: () => Record<string, unknown> }) => {
    const row = each.toJSON();
    return {
      instrument: String(row["instrument"]),
      rate: Number(row["rate_C"]),
      patterns: Number(row["patterns"]),
      share: Number(row["share_of_charge"])
    };
  });
  const dark = isDark();
  const names = [...new Set(rows.map(({ instrument }) => instrument))];
  // each instrument has the colour of the rate that it is used at
  const colours = names.map((name) => rateColour(name.includes("copper") ? 0.1 : 10, dark));
  const alt =
    "Complete patterns that fit into the first charge against the rate, for scans of 25 min and frames of 45 s.";
  const some = rows.filter(({ patterns }) => patterns > 0);
  const plot = Plot.plot({
    ...{ width, height: 300, marginLeft: 54, marginRight: 16 },
    x: { label: "rate (C)", type: "log", domain: [0.045, 22], ticks: 5, tickFormat: "~g" },
    y: {
      label: "patterns in the charge",
      type: "log",
      domain: [0.8, 3000],
      grid: true,
      ticks: 5,
      tickFormat: "~s"
    },
    marks: [
      Plot.ruleX([0.1, 10], { strokeOpacity: 0.4, strokeDasharray: "2,3" }),
      ...names.flatMap((name, i) => {
        const own = some.filter(({ instrument }) => instrument === name);
        const dash = i ? "none" : "7,3";
        return [
          Plot.line(own, {
            x: "rate",
            y: "patterns",
            stroke: colours[i],
            strokeWidth: 2,
            strokeDasharray: dash
          }),
          Plot.dot(own, { x: "rate", y: "patterns", fill: colours[i], r: 3 }),
          Plot.text(own, {
            ...{ x: "rate", y: "patterns", text: (d: { patterns: number }) => String(d.patterns) },
            ...{ dy: -10, fontSize: 10 }
          })
        ];
      })
    ]
  });
  const legend = keys([
    ...names.map((name, i) => ({ label: name, colour: colours[i], dash: i ? "none" : "7,3" })),
    { label: "rates of the study", dash: "2,3" }
  ]);
  return figureFrame({
    ...{ id, label, title: "How many patterns fit into a charge", alt, table },
    content: chart(plot, alt, legend),
    caption:
      "Complete patterns, no time lost between them. Above 2 C a 25-minute scan no longer fits into a charge. At 10 C the 45-second frames are six, each of a sixth of the charge; eight would need the full nominal capacity.",
    interactive: true,
    provenance: "predicted"
  });
}
