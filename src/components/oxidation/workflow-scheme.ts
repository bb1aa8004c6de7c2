// Supplementary Figure 21c: the scheme of the analysis, from counts to a map of valence.
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { workflowSteps } from "../xanes/workflow-steps.js";

export function workflowScheme({ id, label }: { id: string; label: string }): FigureFrame {
  const { list, alt } = workflowSteps();
  return figureFrame({
    ...{ id, label, title: "From counts to a map of valence", content: list, alt },
    caption:
      "The sums of standard states and the windows are the study's; of the steps before them it says nothing, and they are the usual ones. Parts a and b, the microscope and its tomograms, stand with Figure 2.",
    provenance: "calibrated",
    code: ["src/science/xanes/prepare.ts", "src/science/xanes/analysis.ts"]
  });
}
