// Figure 4e–g: Li K, O K and Mn L of two regions, measured and fitted in the page for the resolution, dose and analysis chosen.
import { comparedResolutions } from "../../science/eels/instrument.js";
import { elementColour } from "../colours.js";
import { segmented, select } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { choiceField, urlState } from "../url-state.js";
import { edgeViews } from "./edge-views.js";
import { fitPlot } from "./fit-plot.js";
import { foundTable } from "./found-table.js";
import { liveSpectra, type LiveSpectra } from "./live-spectra.js";
import { spectraTable } from "./spectra-table.js";

export interface SpectraPanelOptions {
  id: string;
  label: string;
  width: number;
}

const doses = [0.01, 0.1, 1, 10] as const;
const tails = { plasmon: "plasmon", "power law": "power law" } as const;
const edges = { reference: "as in the reference", free: "free" } as const;
const plurals = { with: "in the model", without: "left out" } as const;

export function spectraPanel({ id, label, width }: SpectraPanelOptions): FigureFrame {
  const link = urlState({
    "eels-region": choiceField(["A", "B"], "A"),
    "eels-resolution": choiceField(comparedResolutions.map(String), String(comparedResolutions[0])),
    "eels-dose": choiceField(doses.map(String), "1")
  });
  const region = segmented({ label: "Region", options: ["A", "B"], value: link.values["eels-region"] });
  const resolution = segmented<number>({
    label: "Energy resolution (eV)",
    options: comparedResolutions,
    value: Number(link.values["eels-resolution"])
  });
  const dose = segmented<number>({
    label: "Dose, over 3500 electrons per Å²",
    options: doses,
    value: Number(link.values["eels-dose"])
  });
  const tail = select({
    label: "Under Li K",
    options: ["plasmon", "power law"] as const,
    format: (k) => tails[k]
  });
  const plural = select({
    label: "Plural scattering",
    options: ["with", "without"] as const,
    format: (k) => plurals[k]
  });
  const mainEdge = select({
    label: "O K main edge",
    options: ["reference", "free"] as const,
    format: (k) => edges[k]
  });
  const deconvolution = select({
    label: "Edge integrals",
    options: ["none", "fourier-ratio"] as const,
    format: (k) => (k === "none" ? "not deconvolved" : "Fourier-ratio")
  });
  const crossSections = select({ label: "Cross-sections", options: ["tables", "hydrogenic"] as const });
  const over = segmented({ label: "Show", options: ["over the background", "as counted"] });
  const controls = [region, resolution, dose, tail, plural, mainEdge, deconvolution, crossSections, over];
  const holder = h("div");
  const alt = "Electron energy-loss spectra at the Li K, O K and Mn L edges with their fits and residuals.";
  const across = width >= 900 ? 3 : width >= 640 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  let last: LiveSpectra | undefined;

  const measure = () =>
    liveSpectra({
      ...{ region: region.value, beside: region.value === "A" ? "B" : "A", seed: 1 },
      ...{
        resolution: resolution.value,
        dose: dose.value,
        tail: tail.value,
        plural: plural.value === "with"
      },
      ...{ mainEdge: mainEdge.value, deconvolution: deconvolution.value, crossSections: crossSections.value }
    });
  const draw = (live: LiveSpectra) => {
    last = live;
    const views = edgeViews(live);
    const at = `at ${resolution.value} eV`;
    const common = { width: own, over: over.value === "over the background" };
    const plots = [
      fitPlot(views.lithium, {
        ...{
          ...common,
          title: `e · Li K, region ${live.sample.id}, ${at}`,
          colour: elementColour("Li", isDark())
        },
        alt: `Li K edge beside the metals' M edges, region ${live.sample.id}, ${at}.`,
        marks: [
          { energy: 51, label: "Mn" },
          { energy: 55, label: "Li" },
          { energy: 59, label: "Co" },
          { energy: 68, label: "Ni" }
        ]
      }),
      fitPlot(views.oxygen, {
        ...{
          ...common,
          title: `f · O K, region ${live.sample.id}, ${at}`,
          colour: elementColour("O", isDark())
        },
        alt: `O K edge with its pre-peak, region ${live.sample.id}, ${at}.`,
        marks: [{ energy: 530, label: "530 eV" }]
      }),
      fitPlot(views.manganese, {
        ...{
          ...common,
          title: `g · Mn L, region ${live.sample.id}, ${at}`,
          colour: elementColour("Mn", isDark())
        },
        alt: `Mn L edges fitted with references, region ${live.sample.id}, ${at}.`,
        marks: [
          { energy: 640, label: "L3" },
          { energy: 651, label: "L2" }
        ]
      })
    ];
    const style = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
    holder.replaceChildren(
      h("div", { class: "spectra", style }, ...plots),
      foundTable(live.rows, `Region ${live.sample.id} ${at}: found and true, one run`)
    );
  };
  const frame = figureFrame({
    ...{ id, label, title: "Lithium, oxygen and manganese by electron energy loss", alt },
    content: h("div", {}, h("div", { class: "map-controls" }, ...controls), holder),
    caption:
      "Points: electrons counted in a channel. Coloured: the fit, and thin its parts; grey: the other region under the same beam. Every edge of the model is convolved with the low losses of the same place, so that thickness and resolution need not be guessed. What the regions hold is the aged particle of the pathway model, and an input here; the table says how much of it comes back.",
    interactive: true,
    provenance: "recovered",
    permalink: link.href,
    table: () => spectraTable(last),
    code: ["src/science/eels/analysis.ts", "src/science/eels/twin.ts", "src/science/eels/lithium-fit.ts"]
  });
  let waiting = 0;
  const show = () => {
    try {
      draw(measure());
      frame.setState("idle");
    } catch (error) {
      frame.setState("error", error instanceof Error ? error.message : String(error));
    }
  };
  const change = () => {
    link.set({
      "eels-region": region.value,
      "eels-resolution": String(resolution.value),
      "eels-dose": String(dose.value)
    });
    frame.setState("busy");
    cancelAnimationFrame(waiting);
    // the pressed button is painted first
    waiting = requestAnimationFrame(() => setTimeout(show));
  };
  for (const control of controls) control.addEventListener("input", change);
  over.addEventListener("input", () => last && draw(last));
  show();
  return frame;
}
