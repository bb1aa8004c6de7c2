// Checks against a cycler's file of a commercial cell.
// measured: echem-lgm50-nmc
import { writePart } from "../lib/validation/measured.js";
import { cycling } from "../lib/validation/cycling.js";

await writePart(cycling);
