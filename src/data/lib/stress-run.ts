// What the loaders of the stress tables share: the mesh's resolution, the frames, the words of their metadata.
import { parseArgs } from "node:util";
import { defaultStressParameters, type StressParameters } from "../../science/mechanics/parameters.js";
import type { TableMetaInput } from "./table-meta.js";

/** Edges of the mesh are halved with LRTMO_RESOLUTION=fine. */
export const resolution = process.env.LRTMO_RESOLUTION === "fine" ? 2 : 1;

/** Depths of discharge of the profiles and maps: dense at the start, where the gradients form. */
export const profileDepths = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The rate that a parameterised loader is asked for, as in `stress/10C.arrow`. */
export function rateOption(): number {
  const { values } = parseArgs({ options: { rate: { type: "string" } } });
  const rate = /^(\d+(?:\.\d+)?)C$/.exec(values.rate ?? "")?.[1];
  if (rate === undefined)
    throw new Error(`invalid rate: ${values.rate}; must be a number followed by C, for example 10C`);
  return Number(rate);
}

export function parametersAt(rate: number): StressParameters {
  return { ...defaultStressParameters(), rate };
}

/** Metadata that every stress table has in common. */
export function stressMeta(
  title: string,
  description: string,
  parameters: Record<string, unknown>
): TableMetaInput {
  return {
    title,
    description,
    method:
      "Axisymmetric P2 finite elements: diffusion of lithium under a uniform flux, adaptive ESDIRK steps; small-strain linear elasticity with the eigenstrain of the lithium content.",
    provenance: "predicted",
    parameters: { ...parameters, resolution },
    sources: ["doi:10.1038/s41565-024-01773-4"],
    page: "/figures/fig-5-voids-and-stress",
    code: [
      "src/science/mechanics/simulate.ts",
      "src/science/mechanics/transport.ts",
      "src/science/mechanics/elasticity.ts",
      "src/science/mechanics/parameters.ts"
    ]
  };
}

/** Descriptions and units of the columns that several stress tables share. */
export const stressColumns = {
  rate_C: { unit: "C", description: "rate" },
  phase: { unit: "", description: "discharge (lithium enters) or charge (lithium leaves)" },
  half_cycle: { unit: "", description: "number of the half-cycle, from 0" },
  time_s: { unit: "s", description: "time since the start of the programme" },
  depth_of_discharge: { unit: "", description: "mean over the solid: 0 charged, 1 discharged" },
  radius_um: { unit: "µm", description: "distance from the centre along the line through bridge point A" },
  hoop_stress_MPa: { unit: "MPa", description: "hoop stress around the axis, tension positive" },
  radial_stress_MPa: {
    unit: "MPa",
    description: "stress along the line (spherical radial), tension positive"
  },
  von_mises_MPa: { unit: "MPa", description: "von Mises stress" },
  lithium: { unit: "", description: "lithium per formula unit" },
  node: { unit: "", description: "number of the node in the table of the mesh" }
} as const;
