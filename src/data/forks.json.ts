/** The forks, each with what differs from the page it was copied from. */
// reads: src/hypotheses/*.md src/figures/*.md src/supplementary/*.md src/explore/*.md
import { readForks } from "./lib/forks.js";

process.stdout.write(JSON.stringify(readForks("src")));
