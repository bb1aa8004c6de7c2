// What neutrons see of each layer: the mean coherent length, to which manganese and lithium are negative and nickel is not.
import { composition } from "../../science/material/composition.js";
import { coherentLength } from "../../science/material/neutron-scattering.js";
import { parameterForm } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { layerRows } from "./layer-rows.js";
import { tableView } from "../table-view.js";
import { latticeParameters } from "../../science/particle/lattice-states.js";

const say = (value: number): string => value.toFixed(2).replace("-", "−");

export function layerPanel({ id, label }: { id: string; label: string }): FigureFrame {
  const { lithiumInMetalLayer, mixing, lithiumOct, oxygen } = latticeParameters("pristine");
  const parameters = { lithiumInMetalLayer, mixing, lithiumOct, oxygen };
  // as the formula has it: 0.2 Li beside the metals, none exchanged
  const ideal = { lithiumInMetalLayer: composition.Li - 1, mixing: 0, lithiumOct: 1, oxygen: 1 };
  const form = parameterForm(parameters, { values: ideal, delay: 30 });
  const holder = h("div");
  const show = () => {
    const rows = layerRows(form.value);
    holder.replaceChildren(
      tableView({
        caption: "Mean coherent scattering length of a position",
        sortable: false,
        rows,
        columns: [
          { name: "layer", value: ({ layer }) => layer },
          {
            name: "atoms and their lengths (fm)",
            value: ({ contents }) =>
              contents
                .filter(({ share }) => share !== 0)
                .map(
                  ({ element, share }) => `${share.toFixed(2)} ${element} (${say(coherentLength(element))})`
                )
                .join(" + ")
          },
          { name: "mean", unit: "fm", value: ({ mean }) => mean, show: (value) => say(Number(value)) }
        ]
      })
    );
  };
  form.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  return figureFrame({
    ...{ id, label, title: "A layer that neutrons hardly see" },
    content: holder,
    controls: form,
    caption:
      "As the formula has it, the metal layer is −0.63 fm a position, a ninth of oxygen's 5.8, and of the other sign: manganese and nickel cancel. Its contents and its B show in the pattern hardly at all; a few percent of nickel on either layer weigh as much as all the rest.",
    alt: "Table of the contents and mean scattering lengths of the metal layer, the lithium layer and oxygen.",
    interactive: true,
    provenance: "predicted",
    code: ["src/science/material/neutron-scattering.ts"]
  });
}
