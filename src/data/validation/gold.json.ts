// Checks against a measured gold edge.
// measured: xanes-lcf-larch-au
import { writePart } from "../lib/validation/measured.js";
import { gold } from "../lib/validation/gold.js";

await writePart(gold);
