// Checks against spectra of a public library.
// measured: xanes-xaslib
import { writePart } from "../lib/validation/measured.js";
import { librarySpectra } from "../lib/validation/library-spectra.js";

await writePart(librarySpectra);
