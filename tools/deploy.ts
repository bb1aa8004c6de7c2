/**
 * npm run deploy: checks that dist/ can be served by GitHub Pages and says what to do next. It sends nothing anywhere:
 * the workflow .github/workflows/deploy.yml builds and publishes the site at every push to main.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkSite } from "./lib/check-site.js";
import { main } from "./lib/files.js";

const workflow = ".github/workflows/deploy.yml";

await main(() => {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const project = process.cwd();
  const base = process.env["BASE_PATH"] ?? "/";
  const faults = checkSite(join(project, "dist"), base);
  if (!existsSync(join(project, workflow)))
    faults.push(`missing ${workflow}; take it from the repository's history`);
  if (values.json) console.log(JSON.stringify({ base, faults }));
  else if (faults.length > 0) for (const fault of faults) console.log(fault);
  else
    console.log(`dist/ is ready for GitHub Pages: ${workflow} is there, no file is too large, nothing is fetched from elsewhere.

To publish:
  1. push the repository to GitHub;
  2. in Settings → Pages, choose "GitHub Actions" as the source;
  3. push to main: the workflow builds the site under its address there and publishes it.

Any other host of static files will do as well: copy dist/ there. Its pages use relative addresses, so the folder may be
called anything; BASE_PATH=/name/ npm run build sets the address for what needs an absolute one.`);
  return faults.length > 0 ? 1 : 0;
});
