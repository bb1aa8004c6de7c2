/** Runs a TypeScript tool, with its dependencies installed first: node tools/run.mjs tools/data.ts --list */
import { prepare, refuse, tool } from "./lib/setup.mjs";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) refuse("missing file; give a tool, like: node tools/run.mjs tools/data.ts");
await prepare();
process.exitCode = await tool(file, args);
