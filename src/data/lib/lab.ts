// What the loaders of the stress laboratory share.
import {
  responseAxes,
  responseRange,
  type ResponseRange,
  type ResponseTable
} from "../../science/mechanics/bridge-response.js";
import { tabulateResponse } from "../../science/mechanics/response-table.js";
import { defaultStressParameters } from "../../science/mechanics/parameters.js";
import { stressColumns } from "./stress-run.js";
import type { TableMetaInput } from "./table-meta.js";

/** Share of the default mesh's fineness at which the response is tabulated: it serves to 1 %. */
const responseResolution = process.env.LRTMO_RESOLUTION === "fine" ? 1.4 : 0.7;

/** @param counts nodes of each axis: gap, pore radius, Poisson's ratio, Fourier number */
export function labResponse(
  range: ResponseRange = responseRange,
  counts = [6, 4, 2, 24]
): Promise<ResponseTable> {
  return tabulateResponse(defaultStressParameters(), responseAxes(range, counts), {
    resolution: responseResolution
  });
}

export function labMeta(
  title: string,
  description: string,
  method: string,
  code: string[],
  rest: Partial<TableMetaInput> = {}
): TableMetaInput {
  return {
    title,
    description,
    method,
    provenance: "predicted",
    parameters: { ...defaultStressParameters() },
    sources: ["doi:10.1038/s41565-024-01773-4"],
    page: "/supplementary/stress-laboratory",
    code: ["src/science/mechanics/simulate.ts", ...code],
    ...rest
  };
}

/** Pa as MPa, nothing where there is none. */
export const inMPa = (values: ArrayLike<number | null>): (number | null)[] =>
  Array.from(values, (v) => (v === null || Number.isNaN(v) ? null : v * 1e-6));

export const labColumns = {
  ...stressColumns,
  gap_um: { unit: "µm", description: "gap between the void's surface and the pore's" },
  pore_radius_um: { unit: "µm", description: "radius of the pore" },
  poisson_ratio: { unit: "", description: "Poisson's ratio" },
  youngs_modulus_GPa: { unit: "GPa", description: "Young's modulus" },
  diffusivity_m2_s: { unit: "m²/s", description: "diffusivity of lithium at 298 K" },
  fourier: { unit: "", description: "Fourier number D t/R²" },
  volume_change: { unit: "", description: "ΔV/V0 over one full discharge" }
} as const;
