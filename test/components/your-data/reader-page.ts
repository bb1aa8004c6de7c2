/** A page in a real browser that holds the reader of files, with its workers and its libraries. No server: requests are answered here. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const asFrameworkResolves: Plugin = {
  name: "as-framework-resolves",
  setup(plugin) {
    plugin.onResolve({ filter: /^npm:/ }, ({ path }) =>
      plugin.resolve(path.slice(4), { kind: "import-statement", resolveDir: process.cwd() })
    );
    // the listing of the sources, which no test here opens
    plugin.onResolve({ filter: /^observablehq:stdlib$/ }, ({ path }) => ({ path, namespace: "stdlib" }));
    plugin.onLoad({ filter: /.*/, namespace: "stdlib" }, () => ({
      contents: "export const FileAttachment = () => ({});"
    }));
  }
};

const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test | The companion</title>
  <link rel="stylesheet" href="/style.css"></head><body><div id="observablehq-center">
  <main id="observablehq-main" class="observablehq"><h1>Test</h1></main></div><script type="module" src="/your-data.js"></script></body></html>`;

async function bundle(folder: string): Promise<string> {
  await build({
    // as in the site, a worker is a module of its own beside the page's
    entryPoints: {
      "your-data": "test/components/your-data/reader-entry.ts",
      "reader-work": "src/components/your-data/reader-work.ts",
      "live-work": "src/components/diffraction/live-work.ts"
    },
    ...{
      bundle: true,
      splitting: true,
      format: "esm",
      outdir: folder,
      logLevel: "error",
      chunkNames: "[name]-[hash]"
    },
    plugins: [asFrameworkResolves]
  });
  const theme = (name: string) =>
    join(process.cwd(), "node_modules/@observablehq/framework/dist/style", `${name}.css`);
  const css = await build({
    stdin: {
      contents:
        '@import "./src/style.css"; @import "./src/styles/tomography.css"; @import "./src/styles/xanes.css"; @import "./src/components/diffraction/diffraction.css"; @import "./src/components/validation/validation.css"; @import "./src/components/your-data/your-data.css";',
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
  return css.outputFiles[0]?.text ?? "";
}

export interface ReaderBrowser {
  open: (options?: BrowserContextOptions) => Promise<Page>;
  errors: string[];
  /** names of the scripts that were fetched */
  fetched: string[];
  close: () => Promise<void>;
}

export async function openReader(): Promise<ReaderBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "reader-"));
  const css = await bundle(folder);
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    chromium.executablePath()
  ];
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("missing browser: no Chromium found; install it or set CHROMIUM_PATH");
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run"];
  const browser: Browser = await chromium.launch({ executablePath, args });
  const [errors, fetched]: [string[], string[]] = [[], []];
  return {
    errors,
    fetched,
    async open(options = {}) {
      const context = await browser.newContext(options);
      const tab = await context.newPage();
      tab.on("pageerror", (error) => errors.push(error.message));
      tab.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await context.route("**/*", async (route) => {
        const { pathname, hostname } = new URL(route.request().url());
        const file = join(folder, pathname);
        if (hostname !== "localhost") await route.abort();
        else if (pathname === "/style.css") await route.fulfill({ contentType: "text/css", body: css });
        else if (pathname === "/page") await route.fulfill({ contentType: "text/html", body: page });
        else if (pathname.endsWith(".js") && existsSync(file)) {
          fetched.push(pathname);
          await route.fulfill({ contentType: "text/javascript", body: readFileSync(file) });
        } else await route.fulfill({ status: 204 });
      });
      await tab.goto("http://localhost:9/page");
      await tab.locator(".your-data").waitFor();
      return tab;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  };
}
