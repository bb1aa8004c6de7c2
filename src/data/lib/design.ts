/** What the loaders of "Design your experiment" say of their tables. */
import { presets } from "../../science/experiment-design/settings.js";
import { required } from "../../science/experiment-design/decide.js";
import type { TableMetaInput } from "./table-meta.js";

export const designPage = "/explore/design-your-experiment";

export const designMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method: `Runs of the twins at one or two settings moved from the study's, with their noise and bias; between them noise and bias log-linear; factors of noise multiply, shifts of bias add. A question is decidable where claim and alternative lie ${required} √(noise² + bias²) apart.`,
  provenance: "predicted",
  parameters: { required, presets },
  seed: null,
  sources: ["doi:10.1038/s41565-024-01773-4"],
  page: designPage,
  code: [
    "src/science/experiment-design/decide.ts",
    "src/science/experiment-design/predict.ts",
    "src/science/experiment-design/surface.ts",
    "src/science/experiment-design/settings.ts",
    "src/data/lib/design-parts.ts"
  ],
  ...own
});
