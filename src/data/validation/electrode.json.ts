// Checks against a measured electrode.
// measured: ct-nmc-nrel
import { writePart } from "../lib/validation/measured.js";
import { electrode } from "../lib/validation/electrode.js";

await writePart(electrode);
