/** What the loaders of the nanotomograms share: a run of the twin, how grey values are packed, and what is said of tables. */
import { readFileSync } from "node:fs";
import { poreNetwork } from "../../science/particle/pore-network.js";
import { poreStates } from "../../science/particle/pore-network-states.js";
import type { PoreNumbers } from "../../science/porosity/analysis.js";
import { defaultTomograph } from "../../science/porosity/instrument.js";
import { reconstruct, type Tomogram } from "../../science/porosity/reconstruct.js";
import { greyRange } from "../../science/porosity/segment.js";
import { defaultSegmentSettings } from "../../science/porosity/settings.js";
import { expectedRadiographs, record, type ExpectedRadiographs } from "../../science/porosity/twin.js";
import type { ReportedFacts } from "./porosity-facts.js";
import { unpackArrays } from "./packed-arrays.js";
import type { TableMetaInput } from "./table-meta.js";

/** Voxels along an edge: 137.5 nm wide by default; 68.75 nm with LRTMO_RESOLUTION=fine. */
export const sampleSize = process.env["LRTMO_RESOLUTION"] === "fine" ? 256 : 128;

/** Seed of the noise of what is shown, and of the repeats. */
export const shownSeed = 1;
export const otherSeeds = [2, 3];

export const porosityPage = "/figures/fig-5-voids-and-stress";
export const stateIds = poreStates.map(({ id }) => id);

/** The radiographs of a state without noise, which all its seeds share. */
export function expectedState(id: string): ExpectedRadiographs {
  return expectedRadiographs(poreNetwork(id, { size: sampleSize }), defaultTomograph(sampleSize));
}

/** One tomogram of these radiographs, its grey values in the steps of a byte, as they are stored. */
export function tomogramOf(expected: ExpectedRadiographs, seed: number): Tomogram & { bytes: Uint8Array } {
  const tomogram = reconstruct(record(expected, defaultTomograph(sampleSize), seed), undefined, {
    limit: 2 ** 33
  });
  const bytes = greyBytes(tomogram.grey);
  return { ...tomogram, grey: greyOf(bytes), bytes };
}

const step = (greyRange.max - greyRange.min) / 255;

export function greyBytes(grey: Float32Array): Uint8Array {
  const bytes = new Uint8Array(grey.length);
  for (let p = 0; p < grey.length; ++p)
    bytes[p] = Math.min(255, Math.max(0, Math.round((grey[p] - greyRange.min) / step)));
  return bytes;
}

export function greyOf(bytes: Uint8Array): Float32Array {
  const grey = new Float32Array(bytes.length);
  for (let p = 0; p < bytes.length; ++p) grey[p] = greyRange.min + step * bytes[p];
  return grey;
}

export interface GreyFacts {
  state: string;
  voxel_nm: number;
  /** grey value of byte b: min + b·step */
  grey_min: number;
  grey_step: number;
  /** numbers of the runs with other seeds */
  others: PoreNumbers[];
}

export const greyScale = { grey_min: greyRange.min, grey_step: step };

function fileOf(path: string): Buffer {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const table = tables.find((own) => own.path === path);
  if (!table) throw new Error(`missing ${path}; a page must load it: then run npm run data`);
  return readFileSync(table.file);
}

/** The tomogram of a state that the data build made first. @throws where it did not */
export function readGrey(id: string): { facts: GreyFacts; tomogram: Tomogram } {
  const file = unpackArrays(fileOf(`data/porosity-grey/${id}.vol`));
  const facts = file.facts as unknown as GreyFacts;
  const size = sampleSize;
  return {
    facts,
    tomogram: { grey: greyOf(file.classes("grey")), shape: [size, size, size], voxel: 1e-9 * facts.voxel_nm }
  };
}

/** What was measured of all states. @throws where the data build did not make a state first */
export const readReported = (): ReportedFacts[] =>
  stateIds.map(
    (id) => unpackArrays(fileOf(`data/porosity-volumes/${id}.vol`)).facts as unknown as ReportedFacts
  );

/** What all these tables have in common. */
export const porosityMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Twin of phase-contrast nanotomography (Fresnel propagation, blur, photon noise), then the analysis on its counts: thickness by single-distance retrieval, filtered back-projection, threshold of Otsu, connected pores, watershed, local thickness, areas by Crofton and by marching cubes.",
  provenance: "recovered",
  parameters: { size: sampleSize, settings: defaultSegmentSettings },
  seed: shownSeed,
  sources: [
    "doi:10.1038/s41565-024-01773-4",
    "doi:10.1046/j.1365-2818.2002.01010.x (retrieval)",
    "doi:10.1063/1.555974 (refraction)"
  ],
  page: porosityPage,
  ...own,
  code: own.code ?? [
    "src/science/porosity/analysis.ts",
    "src/science/porosity/twin.ts",
    "src/science/particle/pore-network.ts",
    "src/science/particle/pore-network-states.ts"
  ]
});
