// The reconstructed tomogram of one state as grey values, and the numbers of repeats with other noise.
import { parseArgs } from "node:util";
import { tomogramNumbers } from "../../science/porosity/analysis.js";
import { packArrays, writeBytes } from "../lib/packed-arrays.js";
import {
  expectedState,
  greyScale,
  otherSeeds,
  porosityMeta,
  sampleSize,
  shownSeed,
  tomogramOf,
  type GreyFacts
} from "../lib/porosity.js";
import { poreState } from "../../science/particle/pore-network-states.js";

const { state = "" } = parseArgs({ options: { state: { type: "string" } } }).values;
const { id, label } = poreState(state);
const expected = expectedState(id);
const { bytes, voxel } = tomogramOf(expected, shownSeed);
const others = otherSeeds.map((seed) => tomogramNumbers(tomogramOf(expected, seed)));
const facts: GreyFacts = { state: id, voxel_nm: 1e9 * voxel, ...greyScale, others };
await writeBytes(
  packArrays(
    porosityMeta({
      title: `Nanotomogram: ${label}`,
      description: "Share of oxide in every voxel as the reconstruction has it, in steps of a byte."
    }),
    { ...facts },
    [
      {
        ...{ name: "grey", shape: [sampleSize, sampleSize, sampleSize], axes: ["z", "x", "y"], unit: "" },
        ...{ kind: "class", values: bytes },
        description: "share of oxide: grey_min + byte · grey_step"
      }
    ]
  )
);
