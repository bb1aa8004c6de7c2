// A real Chromium over the built site, served under a sub-path, with every other origin out of reach.
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { serve } from "../../tools/lib/static-server.js";

export const dist = new URL("../../dist", import.meta.url).pathname;
export const base = "/some/sub-path/";

/** Every page of the built site as a path below the base, without its ending: "", "claims", "figures/…". */
export function sitePages(): string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) =>
      relative(dist, join(dist, file))
        .replaceAll("\\", "/")
        .replace(/\.html$/, "")
    )
    .map((page) => page.replace(/(^|\/)index$/, "$1"))
    .filter((page) => page !== "404")
    .sort();
}

export interface Site {
  browser: Browser;
  /** address of a page below the base */
  url: (page: string) => string;
  close: () => Promise<void>;
}

export async function launchChromium(): Promise<Browser> {
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    chromium.executablePath()
  ];
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("missing browser: no Chromium found; install it or set CHROMIUM_PATH");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // no name but this machine's is found: a page that asks another origin fails, without a rule for every request
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
    ]
  });
}

export async function openSite(): Promise<Site> {
  if (!existsSync(dist)) throw new Error("missing site: dist/ is not there; run npm run build first");
  const server = await serve(dist, base);
  const browser = await launchChromium();
  return {
    browser,
    url: (page) => server.origin + base + page,
    close: async () => {
      await browser.close();
      await server.close();
    }
  };
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** everything that should not have happened: errors, failed requests, requests to another origin */
  faults: string[];
}

/** Opens a page and waits until its cells have run. @param options.context to be visited once more, with what it has cached */
export async function visit(
  site: Site,
  path: string,
  options: { width?: number; height?: number; dark?: boolean; context?: BrowserContext } = {}
): Promise<Visit> {
  const context =
    options.context ??
    (await site.browser.newContext({
      reducedMotion: "reduce",
      acceptDownloads: true,
      // each visit would fetch the whole site for offline use; its own test lets it
      serviceWorkers: "block"
    }));
  const page = await context.newPage();
  await page.setViewportSize({ width: options.width ?? 1280, height: options.height ?? 900 });
  await page.emulateMedia({ colorScheme: options.dark ? "dark" : "light", reducedMotion: "reduce" });
  const faults: string[] = [];
  const origin = new URL(site.url("")).origin;
  page.on("request", (request) => {
    const url = request.url();
    if (!(url.startsWith(origin) || url.startsWith("data:") || url.startsWith("blob:")))
      faults.push(`request to another origin: ${url}`);
  });
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console error: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(site.url(path), { waitUntil: "load" });
  await settled(page);
  for (const text of await page.locator(".observablehq--error").allTextContents())
    faults.push(`cell error: ${text.trim()}`);
  return { context, page, faults };
}

/** Scrolls through the page, so that what waits to be seen starts, until no cell is still loading. */
export async function settled(page: Page): Promise<void> {
  const loading = () => document.querySelectorAll("observablehq-loading, .observablehq--loading").length;
  const deadline = Date.now() + 60_000;
  do {
    for (let y = 0; y <= (await page.evaluate(() => document.documentElement.scrollHeight)); y += 800) {
      await page.evaluate((top) => window.scrollTo(0, top), y);
      await page.waitForTimeout(60);
    }
    if (Date.now() > deadline) throw new Error(`cells still loading on ${page.url()} after a minute`);
  } while ((await page.evaluate(loading)) > 0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(300);
}
