import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { tableToIPC } from "apache-arrow";
import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { arrowTable } from "../../src/data/lib/arrow-table.js";
import { serve } from "../../tools/lib/static-server.js";
import { seed } from "../../tools/seed.js";
import { launchChromium } from "../pages/browser.js";
import { repository, temporaryProject } from "./project.js";

const page = `---
sql:
  numbers: numbers.arrow
---

# Cells as Framework documents them

\`\`\`sql id=sums
SELECT count(*)::INT AS n, sum(value) AS total FROM numbers
\`\`\`

\`\`\`ts
const [{ n, total }] = Array.from(sums as Iterable<{ n: number; total: number }>);
display(html\`<p id="sql">\${n} rows, \${total}</p>\`);
const table = await FileAttachment("numbers.arrow").arrow();
display(html\`<p id="arrow">\${table.numRows}</p>\`);
display(html\`<p id="arquero">\${aq.from([{ a: 1 }, { a: 2 }]).numRows()}</p>\`);
display(html\`<p id="d3">\${d3.sum([1, 2, 3])}</p>\`);
display(Plot.dotX([1, 2]).plot());
const choice = view(Inputs.range([0, 10], { label: "range", value: 4 }));
\`\`\`

<p id="input">\${choice}</p>

\${tex\`x^2\`}
`;

it("runs implicit names and sql cells in a built page, without a network", async () => {
  const project = temporaryProject({
    "src/index.md": page,
    "observablehq.config.js":
      'export default { root: "src", globalStylesheets: [], duckdb: { extensions: { json: null, parquet: null } } };'
  });
  const values = Float64Array.of(1, 2, 3.5);
  const meta = {
    title: "Numbers",
    description: "three",
    method: "typed",
    provenance: "predicted" as const,
    parameters: {},
    sources: [],
    page: "/",
    code: []
  };
  const table = arrowTable(meta, { value: { values, unit: "", description: "a number" } });
  writeFileSync(join(project, "src", "numbers.arrow"), tableToIPC(table, "stream"));
  await seed({ project, source: join(project, "src") });
  const framework = join(
    repository,
    "node_modules",
    "@observablehq",
    "framework",
    "dist",
    "bin",
    "observable.js"
  );
  const offline = join(repository, "tools", "lib", "offline.mjs");
  await promisify(execFile)(process.execPath, ["--import", offline, framework, "build"], {
    cwd: project,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true" }
  });
  const server = await serve(join(project, "dist"), "/deep/path/");
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage();
    const foreign: string[] = [];
    await tab.route("**/*", (route) => {
      const url = route.request().url();
      if (url.startsWith(server.origin) || /^(data|blob):/.test(url)) return route.continue();
      foreign.push(url);
      return route.abort();
    });
    await tab.goto(`${server.origin}/deep/path/`);
    const text = async (id: string) => {
      await tab.locator(id).waitFor({ timeout: 60_000 });
      return tab.locator(id).textContent();
    };
    expect(await text("#sql")).toBe("3 rows, 6.5");
    expect(await text("#arrow")).toBe("3");
    expect(await text("#arquero")).toBe("2");
    expect(await text("#d3")).toBe("6");
    expect(await text("#input")).toBe("4");
    expect(await tab.locator("svg circle").count()).toBe(2);
    expect(await tab.locator(".katex").count()).toBe(1);
    expect(await tab.locator(".observablehq--error").count()).toBe(0);
    expect(foreign).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
}, 180_000);
