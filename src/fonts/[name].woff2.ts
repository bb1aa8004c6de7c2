/** A font file out of its npm package: `NAME.woff2` from @fontsource-variable, in the version of the lock file. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { name: { type: "string" } } });
const name = values.name ?? "";
const family = ["inter", "source-serif-4"].find((f) => name.startsWith(`${f}-`));
if (family === undefined || !/^[\w-]+$/.test(name)) {
  throw new Error(`unknown font: ${name}; must be a file of inter or source-serif-4`);
}
const file = createRequire(import.meta.url).resolve(`@fontsource-variable/${family}/files/${name}.woff2`);
process.stdout.write(readFileSync(file));
