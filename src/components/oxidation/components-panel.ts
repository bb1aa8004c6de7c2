// An independent look: principal components of the spectra of the chosen state, which know no references.
import { edgeElements, type EdgeElement } from "../../science/xanes/windows.js";
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { screePlot } from "../xanes/scree-plot.js";
import type { ComponentsAnswer } from "./live-request.js";
import type { LiveMicroscope } from "./live-run.js";
import { componentsTable } from "./shown-tables.js";

export interface ComponentsOptions {
  id: string;
  label: string;
  width: number;
  live: LiveMicroscope;
}

export function componentsPanel({ id, label, width, live }: ComponentsOptions): FigureFrame {
  const element = segmented<EdgeElement>({ label: "Element", options: edgeElements, value: "Ni" });
  const start = h("button", { type: "button", class: "button" }, "Take the components");
  const holder = h("div", {}, h("p", {}, "Of the state that is measured in Figure 3a."));
  const alt = "Variances of the principal components and their curves.";
  let answer: (ComponentsAnswer & { element: EdgeElement }) | null = null;
  const frame = figureFrame({
    ...{ id, label, title: "How many spectra does the stack hold?", alt },
    content: h("div", {}, element, start, holder),
    caption:
      "Principal components of the optical densities of all pixels. No references enter, so that what stands above the noise is what the counts support. Thickness is one component; drift that is left and saturation are components too.",
    interactive: true,
    provenance: "recovered",
    table: () => {
      if (!answer) throw new Error("missing components: press Take the components first");
      return componentsTable(`${id}-${answer.element}`, answer.pca, answer.energies);
    },
    code: ["src/science/xanes/components.ts"]
  });
  const run = async () => {
    frame.setState("busy");
    try {
      const asked = element.value;
      const { pca, energies } = await live.ask({ ask: "components", element: asked });
      answer = { pca, energies, element: asked };
      holder.replaceChildren(screePlot(pca, { width, energies, alt: `${asked}. ${alt}` }));
      frame.setState("idle");
    } catch (error) {
      frame.setState("error", error instanceof Error ? error.message : String(error));
    }
  };
  start.addEventListener("click", () => void run());
  element.addEventListener("input", () => {
    if (holder.querySelector("svg")) void run();
  });
  return frame;
}
