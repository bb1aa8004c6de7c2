/**
 *   npm run fork -- figures/fig-5-voids-and-stress hypotheses/NAME    copies a page to change something in it
 *   npm run fork -- --diff hypotheses/NAME                            shows what differs from its origin
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readFork } from "../src/data/lib/forks.js";
import { main, Refusal } from "./lib/files.js";
import { forkPage, pagePath } from "./lib/fork-page.js";

// a reader such as `head` may close the pipe before everything is written
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

await main(() => {
  const { values, positionals } = parseArgs({
    options: { diff: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
    allowPositionals: true
  });
  const source = join(process.cwd(), "src");
  if (values.diff) return show(source, positionals[0] ?? "", values.json);
  const [origin, target] = positionals;
  if (origin === undefined || target === undefined) {
    throw new Refusal(
      "missing pages; give both: npm run fork -- figures/fig-5-voids-and-stress hypotheses/NAME"
    );
  }
  const page = forkPage(source, origin, target);
  if (values.json) console.log(JSON.stringify({ page: `/${page}`, file: `src/${page}.md` }));
  else
    console.log(`Made src/${page}.md; it is in the menu under Hypotheses. Give it a title, then: npm start`);
  return 0;
});

function show(source: string, text: string, json: boolean): number {
  const page = pagePath(text);
  if (!/^hypotheses\/[\w-]+$/.test(page) || !existsSync(join(source, `${page}.md`))) {
    throw new Refusal(`unknown fork: ${text || "none given"}; give one like hypotheses/NAME`);
  }
  const fork = readFork(source, page);
  if (json) console.log(JSON.stringify(fork));
  else if (fork.origin === "") console.log(`src/${page}.md was not copied from another page`);
  else {
    const behind = fork.behind ? " (which was changed since)" : "";
    console.log(`src/${page}.md against src${fork.origin}.md${behind}`);
    if (fork.differences.length === 0) console.log("nothing differs yet");
    for (const { line, removed, added } of fork.differences) {
      console.log(`\nline ${line}`);
      for (const text of removed) console.log(`- ${text}`);
      for (const text of added) console.log(`+ ${text}`);
    }
  }
  return 0;
}
