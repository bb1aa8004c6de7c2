/** One font file, `NAME.woff2`. */
import { parseArgs } from "node:util";
import { fontFile } from "./fonts.js";

const { values } = parseArgs({ options: { name: { type: "string" } } });
process.stdout.write(fontFile(values.name ?? ""));
