/**
 * The ten slips and ambiguities as rows. Every verdict is a sentence made of numbers by a rule: what would come out if the print
 * were taken at its word, beside what comes out as it is read here.
 */
import type { DirectionRow } from "./slips-direction.js";
import type { ResolutionRow } from "./slips-electrons.js";
import type { FickianMapRow } from "./slips-lithium.js";
import type { AbsorptionRow, OxygenFacts } from "./slips-oxygen.js";
import type { TransientRow } from "./slips-transient.js";
import type { Kind, Own, SlipRow } from "./slips-verdict.js";
import { alone, fickian, type FragmentInputs, oxygen, resolution, voxel } from "./slips-verdicts-measured.js";
import { balance, direction, exponential, gravity, migration, volume } from "./slips-verdicts-model.js";
import { salts, schemes, trappedLithium, uncited } from "./slips-verdicts-text.js";
import type { VoxelReading } from "./slips-voxels.js";

/** What the register is made from: rows of the tables, SI units. */
export interface SlipInputs extends FragmentInputs {
  transient: readonly TransientRow[];
  direction: readonly DirectionRow[];
  voxels: readonly VoxelReading[];
  resolutions: readonly ResolutionRow[];
  maps: readonly FickianMapRow[];
  absorption: readonly AbsorptionRow[];
  oxygen: readonly OxygenFacts[];
}

const row = (slip: number, letter: string, where: string, kind: Kind, what: string, own: Own): SlipRow => ({
  ...{ slip, id: `${slip}${letter}`, where, what, kind },
  ...own
});

/** All of them, in the order of the page. */
export function slipsRegister(inputs: SlipInputs): SlipRow[] {
  const model = "methods, particle simulation";
  return [
    row(1, "a", model, "misprint", "the diffusivity has no exponential", exponential()),
    row(1, "b", model, "misprint", "the cell's volume has b where c must stand", volume()),
    row(1, "c", model, "misprint", "migration goes with the potential, not its gradient", migration()),
    row(
      1,
      "d",
      model,
      "misprint",
      "lithium is balanced without a time derivative",
      balance(inputs.transient)
    ),
    row(2, "", model, "misprint", "the model is said to give a distribution of gravity", gravity()),
    row(
      3,
      "",
      "methods, synthesis",
      "ambiguity",
      "lithium carbonate is said to precipitate the metals",
      salts()
    ),
    row(4, "", "text and methods", "misprint", "a voxel is said to be 25 nm³", voxel(inputs.voxels)),
    row(5, "a", "text", "ambiguity", "Supplementary Figure 3b for what 14 shows", trappedLithium()),
    row(
      5,
      "b",
      "text and methods",
      "ambiguity",
      "Supplementary Figure 21 as drawing and as evidence",
      schemes()
    ),
    row(5, "c", "data availability", "ambiguity", "Supplementary Figure 25 is not cited", uncited()),
    row(
      6,
      "",
      "caption of Fig. 5, text",
      "ambiguity",
      "delithiation in the caption, discharge in the text",
      direction(inputs.direction)
    ),
    row(
      7,
      "",
      "methods, electron spectra",
      "tension between statements",
      "4.7 eV of resolution, and fine structure",
      resolution(inputs.resolutions)
    ),
    row(
      8,
      "",
      "text",
      "tension between statements",
      "lithium is not Fickian in maps, Fickian in the model",
      fickian(inputs.maps)
    ),
    row(9, "", "text, methods", "missing number", "one fragment a state, no error bar", alone(inputs)),
    row(
      10,
      "",
      "text",
      "tension between statements",
      "oxygen-poor shares and the loss are not set beside each other",
      oxygen(inputs)
    )
  ];
}
