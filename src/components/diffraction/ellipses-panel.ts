// Error ellipses of the oxygen occupancy with what it is confused with, for ways to refine and any counting time: live.
import {
  detectabilityOf,
  type Detectability,
  precisionAt,
  stateInformation,
  variants,
  type StateInformation,
  type Variant
} from "../../science/diffraction/identifiability.js";
import type { NeutronQuantity } from "../../science/diffraction/neutron-analysis.js";
import { defaultNeutronInstrument, neutronParameters } from "../../science/diffraction/neutron-instrument.js";
import { latticeState } from "../../science/particle/lattice-states.js";
import { parameterForm } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { shortNames } from "./short-names.js";
import { ellipseOf } from "./error-ellipse.js";
import { ellipseKeys, ellipsePlot } from "./ellipse-plot.js";

export interface LimitOptions {
  id: string;
  label: string;
  width: number;
}

/** the state that carries the study's loss, discharged after the first cycle */
const state = "0.1C-discharged";
const shown = ["default", "bMetal", "lithium", "joint"];
const beside = [
  { quantity: "bOxygen", label: "B of oxygen (Å²)" },
  { quantity: "lithiumTet", label: "tetrahedral Li" },
  { quantity: "lithiumOct", label: "octahedral Li" }
] as const satisfies readonly { quantity: NeutronQuantity; label: string }[];

const chosen: readonly Variant[] = variants.filter(({ id }) => shown.includes(id));

export function ellipsesPanel({ id, label, width }: LimitOptions): FigureFrame {
  const { values } = latticeState(state);
  const across = width >= 900 ? 3 : width >= 600 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  const columns = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  const holder = h("div", { class: "spectra", style: columns });
  const said = h("div");
  const form = parameterForm(
    { hours: neutronParameters.hours, dMax: neutronParameters.dMax },
    { delay: 60, check: ({ dMax }) => (dMax < 1.5 ? { dMax: "invalid range of d: must reach 1.5 Å" } : {}) }
  );
  let known: { dMax: number; information: StateInformation } | null = null;
  const informationTo = (dMax: number) => {
    if (known?.dMax === dMax) return known.information;
    const usual = defaultNeutronInstrument();
    // bins as wide as before
    const points = Math.round(
      (usual.points * Math.log(dMax / usual.dMin)) / Math.log(usual.dMax / usual.dMin)
    );
    known = { dMax, information: stateInformation(state, { ...usual, dMax, points }) };
    return known.information;
  };
  const show = () => {
    const { hours, dMax } = form.value;
    const information = informationTo(dMax);
    const precisions = chosen.map((variant) => ({
      variant,
      precision: precisionAt(information, hours, variant)
    }));
    holder.replaceChildren(
      ...beside.map(({ quantity, label: name }) => {
        const truth = [values.oxygen, values[quantity]] as const;
        const ellipses = precisions.flatMap(({ variant, precision }, index) => {
          const ellipse = ellipseOf(precision, quantity, truth, { label: variant.label, index });
          return ellipse ? [ellipse] : [];
        });
        return ellipsePlot(ellipses, {
          ...{ width: own, xLabel: "oxygen occupancy", yLabel: name, truth, against: 1 },
          ...{ count: chosen.length, alt: `Error ellipses of oxygen and ${name}.` }
        });
      })
    );
    said.replaceChildren(
      tableView({
        caption: `After ${hours} h, up to ${dMax} Å`,
        sortable: false,
        rows: precisions.map(({ variant, precision }) => ({
          ...detectabilityOf(precision),
          name: variant.label
        })),
        columns: [
          { name: "refined", value: ({ name }) => name },
          {
            name: "error of O",
            unit: "%",
            value: ({ error }) => 100 * error,
            show: (v) => Number(v).toFixed(2)
          },
          {
            name: "loss at 3 errors",
            unit: "%",
            value: ({ smallestLoss }) => 100 * smallestLoss,
            show: (v) => Number(v).toFixed(1)
          },
          {
            name: "4 % stand out in",
            unit: "of 100",
            value: ({ power }) => 100 * power,
            show: (v) => Number(v).toFixed(0)
          },
          ...(["bOxygen", "lithiumTet", "lithiumOct", "scale"] as const).map((q) => ({
            name: `with ${shortNames[q]}`,
            value: ({ correlation }: Detectability) => correlation[q] ?? NaN,
            show: (v: unknown) => (Number.isFinite(v) ? Number(v).toFixed(2).replace("-", "−") : "–")
          }))
        ]
      })
    );
  };
  const frame = figureFrame({
    ...{ id, label, title: "Oxygen against what looks like it" },
    content: h(
      "div",
      {},
      form,
      ellipseKeys(
        chosen.map((variant) => variant.label),
        "no oxygen lost"
      ),
      holder,
      said
    ),
    caption:
      "Ellipses of one (thick) and three standard errors about the true values of the discharged sample at 0.1 C, from the information that the counts hold at best. Where an ellipse of three errors reaches the line of no loss, the loss does not stand out. The table has the correlations of the oxygen occupancy. Jointly with X-rays, Ni/Li exchange and all B are refined as well.",
    alt: "Error ellipses of the oxygen occupancy against B of oxygen, tetrahedral and octahedral lithium.",
    interactive: true,
    provenance: "predicted",
    code: ["src/science/diffraction/identifiability.ts", "src/science/diffraction/information.ts"]
  });
  const attempt = () => {
    try {
      show();
      frame.setState("idle");
    } catch (error) {
      frame.setState("error", error instanceof Error ? error.message : String(error));
    }
  };
  form.addEventListener("input", (event) => {
    event.stopPropagation();
    attempt();
  });
  attempt();
  return frame;
}
