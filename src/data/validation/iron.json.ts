// Checks against a measured stack of iron images.
// measured: stxm-fe-ledge-als
import { writePart } from "../lib/validation/measured.js";
import { iron } from "../lib/validation/iron.js";

await writePart(iron);
