/** A page in a real browser that holds the panels of the pathway model, its worker, the stylesheets and small tables. No server. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { chromium, type BrowserContextOptions, type Page } from "playwright-core";
import { smallTables } from "./small-data.js";

const folder = "./src/components/pathways";
const panels = ["rate-panel", "prediction-panel", "switch-panel", "targets-table", "live-panel"];

const asFrameworkResolves: Plugin = {
  name: "as-framework-resolves",
  setup(plugin) {
    plugin.onResolve({ filter: /^npm:/ }, ({ path }) => ({ path, namespace: "npm" }));
    plugin.onLoad({ filter: /.*/, namespace: "npm" }, ({ path }) => ({
      contents: `export * from "${path.slice(4)}"`,
      resolveDir: process.cwd()
    }));
    plugin.onResolve({ filter: /^observablehq:stdlib$/ }, ({ path }) => ({ path, namespace: "stdlib" }));
    plugin.onLoad({ filter: /.*/, namespace: "stdlib" }, () => ({
      contents: "export const FileAttachment = () => ({});"
    }));
  }
};

const textOf = async (options: Parameters<typeof build>[0]): Promise<string> =>
  (await build({ bundle: true, ...options, write: false })).outputFiles?.[0]?.text ?? "";

async function files(): Promise<Map<string, { type: string; body: string }>> {
  const theme = (name: string) =>
    join(process.cwd(), "node_modules/@observablehq/framework/dist/style", `${name}.css`);
  const js = await textOf({
    stdin: {
      contents: [
        ...panels.map((name) => `export * from "${folder}/${name}.js";`),
        'export { tableFromIPC } from "apache-arrow";'
      ].join("\n"),
      resolveDir: process.cwd()
    },
    format: "iife",
    globalName: "panels",
    plugins: [asFrameworkResolves],
    define: { "import.meta.resolve": "resolveHere" },
    banner: { js: "const resolveHere = (path) => new URL(path, location.href).href;" }
  });
  const worker = await textOf({ entryPoints: [`${folder}/live-work.ts`], format: "esm" });
  const css = await textOf({
    stdin: { contents: '@import "./src/style.css";', resolveDir: process.cwd(), loader: "css" },
    alias: {
      "observablehq:default.css": theme("default"),
      "observablehq:theme-air.css": theme("theme-air"),
      "observablehq:theme-near-midnight.css": theme("theme-near-midnight")
    }
  });
  return new Map([
    ["/all.js", { type: "text/javascript", body: js }],
    ["/live-work.js", { type: "text/javascript", body: worker }],
    ["/style.css", { type: "text/css", body: css }],
    [
      "/page",
      {
        type: "text/html",
        body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test | The companion</title>
    <link rel="stylesheet" href="/style.css"></head><body><div id="observablehq-center">
    <main id="observablehq-main" class="observablehq"><h1>Test</h1><h2>Panels</h2></main></div><script src="/all.js"></script></body></html>`
      }
    ]
  ]);
}

export interface PanelBrowser {
  open: (options?: BrowserContextOptions, query?: string) => Promise<Page>;
  errors: string[];
  close: () => Promise<void>;
}

/** Built tables in place of the small ones, where a folder is named. */
function tables(): Map<string, Uint8Array> {
  const small = smallTables();
  const built = process.env["LRTMO_PATHWAYS_TABLES"];
  if (built)
    for (const path of small.keys()) {
      const file = join(built, path.replace("data/pathways-", ""));
      if (existsSync(file)) small.set(path, readFileSync(file));
    }
  return small;
}

export async function openPanels(): Promise<PanelBrowser> {
  const served = await files();
  const data = tables();
  const candidates = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    chromium.executablePath()
  ];
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("missing browser: no Chromium found; install it or set CHROMIUM_PATH");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const errors: string[] = [];
  return {
    errors,
    async open(options = {}, query = "") {
      const context = await browser.newContext(options);
      const tab = await context.newPage();
      tab.on("pageerror", (error) => errors.push(error.message));
      tab.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await context.route("**/*", async (route) => {
        const { pathname } = new URL(route.request().url());
        const file = served.get(pathname);
        const table = data.get(pathname.slice(1));
        if (file) await route.fulfill({ contentType: file.type, body: file.body });
        else if (table)
          await route.fulfill({ contentType: "application/octet-stream", body: Buffer.from(table) });
        else await route.fulfill({ status: 204 });
      });
      await tab.goto(`http://localhost:9/page${query}`);
      return tab;
    },
    close: () => browser.close()
  };
}
