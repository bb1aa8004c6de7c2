/** A page in a real browser that holds the panels of the operando diffraction and made-up tables. No server. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tableToIPC, type Table } from "apache-arrow";
import { build, type Plugin } from "esbuild";
import { chromium, type BrowserContextOptions, type Page } from "playwright-core";
import { arrowTable, type Column } from "../../../src/data/lib/arrow-table.js";
import { operandoMeta } from "../../../src/data/lib/operando.js";

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
      contents: "export const FileAttachment = () => ({json: async () => ({})});"
    }));
  }
};

const column = (values: Column["values"], unit = ""): Column => ({ unit, description: "made up", values });
const table = (columns: Record<string, Column>): Table =>
  arrowTable(operandoMeta({ title: "Made up", description: "for a test" }), columns);

/** Eight patterns of one line that moves, and what goes with them. */
export function madeUpTables(): Record<string, Table> {
  const [patterns, bins] = [8, 120];
  const at = (k: number) => 18.6 - 0.02 * k;
  const pattern = Uint8Array.from({ length: patterns * bins }, (_, e) => 1 + Math.floor(e / bins));
  const angle = Float32Array.from({ length: patterns * bins }, (_, e) => 15 + (25 * (e % bins)) / (bins - 1));
  const counts = Int32Array.from(
    angle,
    (x, e) => 200 + 2000 * Math.exp(-(((x - at(pattern[e] - 1)) / 0.3) ** 2))
  );
  const rows = [0.1, 10].flatMap((rate) =>
    ["own moments", "one moment"]
      .filter((treatment) => rate === 0.1 || treatment === "own moments")
      .flatMap((treatment) => Array.from({ length: patterns }, (_, k) => ({ rate, treatment, k })))
  );
  const number = (of: (row: (typeof rows)[number]) => number) => column(rows.map(of), "Å");
  const found = (name: string, truth: (k: number) => number): Record<string, Column> => ({
    [`${name}_A`]: number(({ k, treatment }) => truth(k) + (treatment === "one moment" ? 0.01 : 0.0004)),
    [`${name}_error_A`]: number(() => 0.0005),
    [`true_${name}_A`]: number(({ k }) => truth(k))
  });
  const names = ["laboratory, copper", "metal jet, gallium"];
  return {
    patterns: table({
      ...{ pattern: column(pattern), two_theta_deg: column(angle, "°"), counts: column(counts) }
    }),
    lattice: table({
      rate_C: number(({ rate }) => rate),
      treatment: { ...column(rows.map(({ treatment }) => treatment)), type: "dictionary" },
      pattern: number(({ k }) => k + 1),
      branch: { ...column(rows.map(({ k }) => (k < 5 ? "charge" : "discharge"))), type: "dictionary" },
      ...{ time_s: number(({ k }) => 1500 * k + 750), basal_time_s: number(({ k }) => 1500 * k + 220) },
      ...{ lithium: number(({ k }) => 1.2 - 0.1 * k), capacity_mAh_g: number(({ k }) => 31 * k) },
      ...found("a", (k) => 2.853 - 0.001 * k),
      ...found("c", (k) => 14.24 + 0.02 * k),
      ...found("basal_c", (k) => 14.24 + 0.02 * k),
      ...{ basal_angle_deg: number(({ k }) => at(k)), basal_angle_error_deg: number(() => 0.0006) },
      ...{ basal_width_deg: number(() => 0.13), basal_width_error_deg: number(() => 0.002) },
      zero_deg: number(() => 0.015)
    }),
    pace: table({
      instrument: { ...column(names.flatMap((name) => [name, name])), type: "dictionary" },
      ...{ rate_C: column([0.1, 10, 0.1, 10]), patterns: column([31, 0, 1056, 6]) },
      share_of_charge: column([0.03, 1, 0.001, 0.17])
    }),
    detection: table({
      instrument: { ...column(names.flatMap((name) => [name, name])), type: "dictionary" },
      duration_s: column([0, 3000, 0, 90], "s"),
      ...{ seen: column([0, 1, 1, 1]), seen_twice: column([0, 0.9, 0, 1]) }
    })
  };
}

async function bundle(): Promise<{ js: string; css: string }> {
  const modules = ["operando-panels", "operando-transition-panel"].map(
    (name) => `export * from "./src/components/diffraction/${name}.js";`
  );
  const js = await build({
    stdin: {
      contents: [...modules, 'export { tableFromIPC } from "apache-arrow";'].join("\n"),
      resolveDir: process.cwd()
    },
    ...{ bundle: true, write: false, format: "iife", globalName: "operando", plugins: [asFrameworkResolves] }
  });
  const theme = (name: string) =>
    join(process.cwd(), "node_modules/@observablehq/framework/dist/style", `${name}.css`);
  const css = await build({
    stdin: {
      contents:
        '@import "./src/style.css"; @import "./src/styles/tomography.css"; @import "./src/styles/xanes.css";',
      ...{ resolveDir: process.cwd(), loader: "css" }
    },
    ...{ bundle: true, write: false },
    alias: {
      "observablehq:default.css": theme("default"),
      "observablehq:theme-air.css": theme("theme-air"),
      "observablehq:theme-near-midnight.css": theme("theme-near-midnight")
    }
  });
  return { js: js.outputFiles[0]?.text ?? "", css: css.outputFiles[0]?.text ?? "" };
}

export interface OperandoBrowser {
  open: (options?: BrowserContextOptions) => Promise<Page>;
  errors: string[];
  close: () => Promise<void>;
}

export async function openOperando(): Promise<OperandoBrowser> {
  const { js, css } = await bundle();
  const tables = madeUpTables();
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
  const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Test | The companion</title>
    <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"></head><body>
    <div id="observablehq-center"><main id="observablehq-main" class="observablehq"><h1>Test</h1><h2>Operando</h2></main></div>
    <script src="/all.js"></script></body></html>`;
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
        const name = /^\/(\w+)\.arrow$/.exec(pathname)?.[1];
        if (pathname === "/style.css") await route.fulfill({ contentType: "text/css", body: css });
        else if (pathname === "/all.js") await route.fulfill({ contentType: "text/javascript", body: js });
        else if (pathname === "/page") await route.fulfill({ contentType: "text/html", body: page });
        else if (name) await route.fulfill({ body: Buffer.from(tableToIPC(tables[name], "stream")) });
        else await route.fulfill({ status: 204 });
      });
      await tab.goto("http://localhost:9/page");
      return tab;
    },
    close: () => browser.close()
  };
}
