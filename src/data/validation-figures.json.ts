// Which measured data were present, and what is said under the figures made of them.
// tables: data/validation/*.json
import { readOutcomes } from "./lib/validation/measured.js";
import { overviewOf } from "./lib/validation/tables.js";

process.stdout.write(JSON.stringify(overviewOf(readOutcomes())));
