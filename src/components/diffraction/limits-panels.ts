// What the instrument could have seen: the loss that stands out, how χ² rises, what wrong assumptions do, whether errors are true.
import type { Table } from "npm:apache-arrow";
import { neutronQuantities } from "../../science/diffraction/neutron-analysis.js";
import { coverageOf, type Repeat } from "../../science/diffraction/neutron-repeat.js";
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";
import { curvesPlot } from "./curves-plot.js";
import type { LimitOptions } from "./ellipses-panel.js";
import { shortName } from "./short-names.js";
import { numberOf, rowsOf } from "./table-rows.js";

const sweeps = {
  hours: { x: "counting time (h)", column: "hours", xType: "log", current: 3, name: "counting time" },
  dMax: {
    x: "largest spacing measured (Å)",
    column: "d_max_A",
    xType: "linear",
    current: 2.5,
    name: "largest d"
  },
  dMin: {
    x: "smallest spacing measured (Å)",
    column: "d_min_A",
    xType: "linear",
    current: 0.5,
    name: "smallest d"
  }
} as const;
type Sweep = keyof typeof sweeps;

/** @param table neutron-limits */
export function detectionPanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table);
  const sweep = segmented<Sweep>({
    ...{
      label: "Against",
      options: Object.keys(sweeps) as Sweep[],
      format: (each: Sweep) => sweeps[each].name
    }
  });
  const holder = h("div");
  const said = h("p", { class: "figure-readout", role: "status" });
  const show = () => {
    const { x, column, xType, current } = sweeps[sweep.value];
    const mine = rows.filter((row) => row["sweep"] === sweep.value);
    const points = mine
      .filter((row) => row["smallest_loss"] !== null)
      .map((row) => ({
        series: String(row["variant_label"]),
        x: numberOf(row[column]),
        y: numberOf(row["smallest_loss"])
      }));
    const found = points.map(({ y }) => y);
    const yDomain = [Math.min(...found) * 0.8, Math.max(...found) * 1.2] as const;
    const alt = `Smallest oxygen loss that stands out by three standard errors against: ${x}.`;
    holder.replaceChildren(
      curvesPlot(points, {
        ...{
          width,
          alt,
          xLabel: x,
          yLabel: "loss that stands out (% of O)",
          xType,
          yType: "log",
          current,
          yDomain
        },
        ...{ height: 340, levels: [{ y: 4, label: "4 %: reported" }] }
      })
    );
    const lost = new Map(
      mine
        .filter((row) => row["smallest_loss"] === null)
        .map((row) => [String(row["variant_label"]), String(row["dependent"])])
    );
    said.textContent = [...lost]
      .map(
        ([name, dependent]) =>
          `Not to be refined from these data: “${name}”; ${dependent.split(", ").map(shortName).join(", ")} are not told apart.`
      )
      .join(" ");
  };
  sweep.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  return figureFrame({
    ...{ id, label, title: "The loss that could be detected", table },
    content: h("div", {}, sweep, holder, said),
    caption:
      "Three standard errors of the oxygen occupancy, at best, for eight ways to refine the discharged sample at 0.1 C. Counting longer helps as the root of the time; knowing something else helps at once.",
    alt: "Curves of the smallest detectable oxygen loss.",
    interactive: true,
    provenance: "predicted"
  });
}

/** @param table neutron-profile */
export function profilePanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const points = rowsOf(table)
    .filter((row) => numberOf(row["chi_squared_rise"]) < 40)
    .map((row) => ({
      series: String(row["variant_label"]),
      x: numberOf(row["oxygen"]),
      y: numberOf(row["chi_squared_rise"])
    }));
  const alt = "Rise of χ² against the oxygen occupancy that is held.";
  return figureFrame({
    ...{ id, label, title: "Profile likelihood of the oxygen occupancy", alt, table },
    content: curvesPlot(points, {
      ...{ width, alt, xLabel: "oxygen occupancy, held", yLabel: "rise of χ²", yDomain: [0, 30] },
      levels: [1, 4, 9].map((y, k) => ({ y, label: `${k + 1} standard error${k ? "s" : ""}` })),
      ...{ current: 0.96, currentLabel: "true" }
    }),
    caption:
      "Oxygen is held, all else is refined again: how much worse the pattern fits. A parabola means that the standard error tells all; what is refined beside it makes it wide.",
    interactive: true,
    provenance: "predicted"
  });
}

const heldNames: Record<string, string> = {
  mixing: "Ni on the lithium layer",
  lithiumInMetalLayer: "Li in the metal layer",
  bMetal: "B of the metals (Å²)"
};

/** @param table neutron-bias */
export function biasPanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const signed = (digits: number) => (value: unknown) =>
    `${Number(value) < 0 ? "−" : "+"}${Math.abs(Number(value)).toFixed(digits)}`;
  return figureFrame({
    ...{ id, label, title: "When what is held is wrong", table },
    content: tableView({
      caption: "Endless counting, one held number off: what comes back less what is true",
      // the bias is as the offset is, to its sign
      rows: rowsOf(table).filter((row) => numberOf(row["offset"]) > 0),
      columns: [
        { name: "held", value: (row) => heldNames[String(row["held"])] ?? String(row["held"]) },
        { name: "off by", value: (row) => numberOf(row["offset"]), show: signed(3) },
        { name: "O", unit: "%", value: (row) => numberOf(row["oxygen_bias"]), show: signed(2) },
        { name: "Li oct.", value: (row) => numberOf(row["lithium_oct_bias"]), show: signed(4) },
        { name: "Li tet.", value: (row) => numberOf(row["lithium_tet_bias"]), show: signed(4) },
        {
          name: "χ² added",
          value: (row) => numberOf(row["misfit"]),
          show: (v) => (Number(v) < 1e-9 ? "0" : formatNumber(Number(v), 2))
        }
      ]
    }),
    caption:
      "Offsets to the other side do the opposite. No counting time takes such a bias away, and the fit does not show it: χ² grows by less than its own scatter (0.02 for 5,000 bins).",
    alt: "Table of biases from wrong assumptions.",
    interactive: true,
    provenance: "predicted"
  });
}

/** @param table neutron-coverage */
export function coveragePanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const repeats = new Map<number, Repeat>();
  for (const row of rowsOf(table)) {
    const seed = numberOf(row["seed"]);
    const repeat = repeats.get(seed) ?? {
      seed,
      chiSquared: numberOf(row["chi_squared"]),
      fault: "",
      pulls: []
    };
    repeats.set(seed, repeat);
    repeat.pulls.push({
      quantity: String(row["quantity"]) as keyof typeof neutronQuantities,
      value: numberOf(row["recovered"]),
      error: numberOf(row["standard_error"]),
      pull: numberOf(row["pull"])
    });
  }
  const two = (value: unknown) => Number(value).toFixed(2).replace("-", "−");
  return figureFrame({
    ...{ id, label, title: "Are the errors true?", table },
    content: tableView({
      caption: `${repeats.size} patterns of one sample with other noise, each refined`,
      rows: coverageOf([...repeats.values()]),
      columns: [
        { name: "quantity", value: ({ quantity }) => neutronQuantities[quantity].label },
        {
          name: "intervals that hold the truth",
          unit: "%",
          value: ({ coverage }) => 100 * coverage,
          show: (value, { coverageError }) =>
            `${Number(value).toFixed(1)} ± ${(100 * coverageError).toFixed(1)}`
        },
        { name: "mean pull", value: ({ meanPull }) => meanPull, show: two },
        { name: "its deviation", value: ({ pullDeviation }) => pullDeviation, show: two },
        { name: "largest", value: ({ largestPull }) => largestPull, show: two },
        { name: "error told", value: ({ meanError }) => meanError, show: (v) => formatNumber(Number(v), 2) },
        { name: "scatter", value: ({ scatter }) => scatter, show: (v) => formatNumber(Number(v), 2) }
      ]
    }),
    caption:
      "95 of 100 intervals of ±1.96 standard errors should hold the truth, pulls scatter by 1 about 0, and the error told should be the scatter of the values. True where the model is: the twin and the refinement share the crystal and the shape of the peaks.",
    alt: "Table of coverage for each refined quantity.",
    interactive: true,
    provenance: "recovered"
  });
}
