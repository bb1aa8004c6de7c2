// Checks against measured projections of a tooth.
// measured: tomo-tooth
import { writePart } from "../lib/validation/measured.js";
import { tooth } from "../lib/validation/tooth.js";

await writePart(tooth);
