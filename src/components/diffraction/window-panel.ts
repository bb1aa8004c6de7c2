// Which reflections the instrument's window holds: the average cell's, (003) beyond its end, and those of the honeycomb order.
import { superstructureSignal } from "../../science/diffraction/superstructure.js";
import { defaultNeutronInstrument } from "../../science/diffraction/neutron-instrument.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { windowAxis } from "./window-axis.js";
import { windowLines } from "./window-lines.js";
import type { LimitOptions } from "./ellipses-panel.js";

export function windowPanel({ id, label, width }: LimitOptions): FigureFrame {
  const instrument = defaultNeutronInstrument();
  const lines = windowLines(instrument.resolution);
  const order = lines.filter(({ kind }) => kind === "order").sort((a, b) => b.strength - a.strength);
  const outside = order.filter(({ d }) => d > instrument.dMax);
  const [highest] = order;
  const named = new Set([highest, ...outside.filter(({ d }) => d > 4)]);
  const signal = superstructureSignal(instrument, 0.3);
  const alt = `Reflections on an axis of d with the window from ${instrument.dMin} to ${instrument.dMax} Å; (0 0 3) at 4.75 Å lies outside it.`;
  return figureFrame({
    ...{ id, label, title: "What falls outside the window", alt },
    content: windowAxis(lines, {
      ...{ width, alt, window: [instrument.dMin, instrument.dMax] },
      named: (line) =>
        named.has(line) ||
        ["0 0 3", "1 0 1", "0 1 2", "1 0 4"].includes(line.kind === "average" ? line.indices : "")
    }),
    caption: `Heights as roots, over that of (0 1 2); those of the honeycomb order as if the whole sample were Li₂MnO₃. (0 0 3), which tells c at a glance, lies above ${instrument.dMax} Å, and so do the ${outside.length} lines of the order that X-rays show best, (0 2 0) and (1 1 0) first of all; c comes from lines of mixed indices instead. Neutrons, to which Li and Mn are alike in sign, see more of the order within the window, (${highest.indices}) at ${highest.d.toFixed(2)} Å most: were 30 % of the volume perfect domains, it would stand out by ${signal.toFixed(0)} standard errors in 3 h. Stacking faults, which are common, smear it away, and our refinement of the average cell leaves it out.`,
    provenance: "predicted",
    code: ["src/science/diffraction/superstructure.ts", "src/science/material/structures.ts"]
  });
}
