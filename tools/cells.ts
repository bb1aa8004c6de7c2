/** npm run cells [-- --json]: checks the types, names and syntax of all cells, at their lines in the pages. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkCells } from "./lib/check-cells.js";
import { main } from "./lib/files.js";

await main(async () => {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const project = process.cwd();
  const problems = await checkCells(project, join(project, "src"));
  if (values.json) console.log(JSON.stringify(problems, null, 1));
  else
    for (const { file, line, column, message } of problems)
      console.log(`${file}:${line}:${column} ${message}`);
  return problems.length > 0 ? 1 : 0;
});
