// Checks against measured nickel edges.
// measured: xanes-ni-k-refs-pyxas
import { writePart } from "../lib/validation/measured.js";
import { nickel } from "../lib/validation/nickel.js";

await writePart(nickel);
