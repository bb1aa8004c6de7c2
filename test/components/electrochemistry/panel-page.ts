/** A page in a real browser that holds the panels of the half-cell, the stylesheets and the tables of the loaders. No server. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { chromium, type BrowserContextOptions, type Page } from "playwright-core";

const folder = "src/components/electrochemistry";

const asFrameworkResolves: Plugin = {
  name: "as-framework-resolves",
  setup(plugin) {
    plugin.onResolve({ filter: /^npm:/ }, ({ path }) => ({ path, namespace: "npm" }));
    plugin.onLoad({ filter: /.*/, namespace: "npm" }, ({ path }) => ({
      contents: `export * from "${path.slice(4)}"`,
      resolveDir: process.cwd()
    }));
    // the listing of the sources, which no test here opens
    plugin.onResolve({ filter: /^observablehq:stdlib$/ }, ({ path }) => ({ path, namespace: "stdlib" }));
    plugin.onLoad({ filter: /.*/, namespace: "stdlib" }, () => ({
      contents: "export const FileAttachment = () => ({});"
    }));
  }
};

async function bundle(): Promise<{ js: string; css: string }> {
  const modules = readdirSync(folder).map((name) => `./${folder}/${name.replace(/ts$/, "js")}`);
  const js = await build({
    stdin: {
      contents: [
        ...modules.map((path) => `export * from "${path}";`),
        'export { tableFromArrays, tableFromIPC } from "apache-arrow";'
      ].join("\n"),
      resolveDir: process.cwd()
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "panels",
    plugins: [asFrameworkResolves]
  });
  const theme = (name: string) =>
    join(process.cwd(), "node_modules/@observablehq/framework/dist/style", `${name}.css`);
  const css = await build({
    stdin: {
      contents:
        '@import "./src/style.css"; @import "./src/styles/tomography.css"; @import "./src/styles/xanes.css";',
      resolveDir: process.cwd(),
      loader: "css"
    },
    bundle: true,
    write: false,
    alias: {
      "observablehq:default.css": theme("default"),
      "observablehq:theme-air.css": theme("theme-air"),
      "observablehq:theme-near-midnight.css": theme("theme-near-midnight")
    }
  });
  return { js: js.outputFiles[0]?.text ?? "", css: css.outputFiles[0]?.text ?? "" };
}

/** The tables as the loaders write them. */
async function tables(names: readonly string[]): Promise<Map<string, Buffer>> {
  const run = promisify(execFile);
  const out = new Map<string, Buffer>();
  for (const name of names) {
    const { stdout } = await run(
      process.execPath,
      ["--import", "tsx", `src/data/electrochemistry-${name}.arrow.ts`],
      { encoding: "buffer", maxBuffer: 16e6 }
    );
    out.set(name, stdout);
  }
  return out;
}

export interface PanelBrowser {
  open: (options?: BrowserContextOptions) => Promise<Page>;
  errors: string[];
  close: () => Promise<void>;
}

export async function openPanels(names: readonly string[]): Promise<PanelBrowser> {
  const [{ js, css }, data] = await Promise.all([bundle(), tables(names)]);
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    chromium.executablePath()
  ];
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("missing browser: no Chromium found; install it or set CHROMIUM_PATH");
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run"];
  const browser = await chromium.launch({ executablePath, args });
  const errors: string[] = [];
  const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test | The companion</title>
    <link rel="stylesheet" href="/style.css"></head><body><div id="observablehq-center">
    <main id="observablehq-main" class="observablehq"><h1>Test</h1><h2>Panels</h2></main></div><script src="/all.js"></script></body></html>`;
  return {
    errors,
    async open(options = {}) {
      const context = await browser.newContext(options);
      const tab = await context.newPage();
      tab.on("pageerror", (error) => errors.push(error.message));
      tab.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await tab.route("**/*", async (route) => {
        const { pathname } = new URL(route.request().url());
        const table = data.get(pathname.slice(1));
        if (table) await route.fulfill({ contentType: "application/octet-stream", body: table });
        else if (pathname === "/style.css") await route.fulfill({ contentType: "text/css", body: css });
        else if (pathname === "/all.js") await route.fulfill({ contentType: "text/javascript", body: js });
        else if (pathname === "/page") await route.fulfill({ contentType: "text/html", body: page });
        else await route.fulfill({ status: 204 });
      });
      await tab.goto("http://localhost:9/page");
      return tab;
    },
    close: () => browser.close()
  };
}
