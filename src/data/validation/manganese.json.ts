// Checks against measured manganese standards.
// measured: xanes-mn-standards-athena
import { writePart } from "../lib/validation/measured.js";
import { manganese } from "../lib/validation/manganese.js";

await writePart(manganese);
