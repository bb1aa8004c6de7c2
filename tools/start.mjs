/** npm start [-- --port 4000 --host 0.0.0.0]: sets up what is missing, makes the tables, and shows the site while it is edited. */
import { parseArgs } from "node:util";
import { framework, prepare, refuse, tool } from "./lib/setup.mjs";

const { values } = parseArgs({
  options: { port: { type: "string" }, host: { type: "string" }, open: { type: "boolean" } }
});
if (values.port !== undefined && !/^\d{1,5}$/.test(values.port))
  refuse(`invalid port: ${values.port}; give a number`);
await prepare();
if ((await tool("tools/seed.ts")) !== 0) process.exit(1);
const code = await tool("tools/data.ts");
if (code === 130 || code === 143) process.exit(code);
if (code !== 0) console.error("Some tables could not be made; the pages that need them will say so.");
const show = values.open ?? (process.stdout.isTTY && !process.env.CI);
process.exitCode = await framework([
  "preview",
  ...(values.port ? ["--port", values.port] : []),
  ...(values.host ? ["--host", values.host] : []),
  ...(show ? [] : ["--no-open"])
]);
