import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { accessibilityFaults } from "../accessibility.js";
import { publish } from "../../tools/lib/publish.js";
import { serve } from "../../tools/lib/static-server.js";
import { base, dist, openSite, settled, sitePages, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

interface Visitor {
  context: BrowserContext;
  page: Page;
  faults: string[];
}

async function visitor(options: { width?: number; dark?: boolean } = {}): Promise<Visitor> {
  const context = await site.browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce"
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console error: ${message.text()}`);
  });
  return { context, page, faults };
}

/** Paths below the base of what the caches of a page's origin hold. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async (root) => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        found.push(decodeURI(new URL(url).pathname.slice(root.length)));
    return found.sort();
  }, base);

/** The plan of the built worker, as its own text has it. */
function plan(): { pages: string[]; modules: string[]; data: string[] } {
  const text = readFileSync(join(dist, "service-worker.js"), "utf8");
  const list = (name: string): string[] =>
    JSON.parse(/\[[^\]]*\]/.exec(text.slice(text.indexOf(`${name}:[`)))?.[0] ?? "[]") as string[];
  return { pages: list("pages"), modules: list("modules"), data: list("data") };
}

/** Waits until the worker has brought all that it keeps without being asked. */
async function allKept(page: Page): Promise<void> {
  const { pages, modules, data } = plan();
  await expect
    .poll(async () => (await kept(page)).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(pages.length + modules.length + data.length);
}

describe("without a network", () => {
  it("shows after one visit that page and all others, with their figures", async () => {
    const server = await serve(dist, base);
    const url = (path: string) => server.origin + base + path;
    const { context, page, faults } = await visitor();
    await page.goto(url("claims"), { waitUntil: "load" });
    expect(plan().pages).toEqual(expect.arrayContaining(sitePages()));
    await allKept(page);
    expect(faults).toEqual([]);

    // no server, and the browser told so
    await server.close();
    await context.setOffline(true);
    for (const path of [
      "claims",
      "",
      "figures/fig-3-oxidation-states",
      "figures/fig-5-voids-and-stress?x=1"
    ]) {
      await page.goto(url(path), { waitUntil: "load" });
      await settled(page);
      expect(await page.locator(".observablehq--error").allTextContents(), path).toEqual([]);
      expect(await page.locator("h1").count()).toBe(1);
      if (path.startsWith("figures"))
        expect(await page.locator(".figure-content svg").count()).toBeGreaterThan(3);
      await page.locator(".offline-note").waitFor({ state: "visible" });
    }
    expect(faults).toEqual([]);
    expect(await accessibilityFaults(page, { within: ".offline-note" })).toEqual([]);

    await page.goto(url("no-such-page"), { waitUntil: "load" });
    expect(await page.locator("h1").textContent()).toBe("This page was not kept");
    await context.close();
  }, 180_000);

  it("takes over a new build without a mixture of both, keeps no error, and leaves other sites alone", async () => {
    const project = mkdtempSync(join(tmpdir(), "companion-"));
    onTestFinished(() => rmSync(project, { recursive: true, force: true }));
    const repository = new URL("../..", import.meta.url).pathname;
    const build = (name: string, hash: string) => {
      const html = (script: string) =>
        `<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Small</title>\n</head>\n<body><main><h1>${name}</h1>` +
        `<p id="said"></p></main><script type="module" src="${script}"></script></body>\n</html>\n`;
      rmSync(join(project, "dist"), { recursive: true, force: true });
      const files = {
        "index.html": html(`./_import/a.${hash}.js`),
        "deep/page.html": html(`../_import/a.${hash}.js`),
        [`_import/a.${hash}.js`]: `document.querySelector("#said").textContent = "${name} runs";`
      };
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(project, "dist", path)), { recursive: true });
        writeFileSync(join(project, "dist", path), text);
      }
      publish(repository, join(project, "dist"));
    };
    build("first", "11111111");
    const server = await serve(join(project, "dist"), base);
    const url = (path: string) => server.origin + base + path;
    const { context, page } = await visitor();
    await page.goto(url(""), { waitUntil: "load" });
    await expect
      .poll(() => kept(page), { timeout: 30_000 })
      .toEqual(["", "_import/a.11111111.js", "deep/page"]);
    await page.evaluate(async (root) => {
      await caches.open("of another site");
      for (const path of ["_import/missing.12345678.js", "no-such-page", "_import/a.11111111.js"])
        await fetch(root + path);
    }, base);
    expect(await kept(page)).toEqual(["", "_import/a.11111111.js", "deep/page"]);

    build("second", "22222222");
    await page.goto(url("deep/page"), { waitUntil: "load" });
    await page.getByText("second runs").waitFor();
    // the first build's worker waits for its last page to close
    await expect
      .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)), {
        timeout: 30_000
      })
      .toBe(true);
    await page.close();
    // a page that comes at once may still be the old worker's: then once more
    const reopened = async () => {
      const once = await context.newPage();
      await once.goto(url(""), { waitUntil: "load" });
      const found = await kept(once);
      await once.close();
      return found;
    };
    await expect
      .poll(reopened, { timeout: 40_000, interval: 1000 })
      .toEqual(expect.not.arrayContaining(["_import/a.11111111.js"]));
    const later = await context.newPage();
    await later.goto(url("deep/page"), { waitUntil: "load" });
    await expect
      .poll(() => kept(later), { timeout: 30_000 })
      .toEqual(["", "_import/a.22222222.js", "deep/page"]);
    const names = await later.evaluate(() => caches.keys());
    expect(names).toHaveLength(3);
    expect(names).toContain("of another site");
    await server.close();
    await later.goto(url("deep/page"), { waitUntil: "load" });
    await later.getByText("second runs").waitFor();
    await context.close();
  }, 120_000);
});

describe("references", () => {
  it("open a card by keyboard, and close it by Escape", async () => {
    const { context, page } = await visitor();
    await page.goto(site.url("figures/fig-5-voids-and-stress"), { waitUntil: "load" });
    await settled(page);
    const link = page.locator(".parameter-table a.source-link").first();
    await link.waitFor();
    await page.keyboard.press("Tab");
    await link.focus();
    const card = page.locator(".reference-card");
    await card.waitFor({ state: "visible" });
    expect(await link.getAttribute("aria-describedby")).toBe(await card.getAttribute("id"));
    expect(await accessibilityFaults(page, { within: ".reference-card" })).toEqual([]);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await link.press("Enter");
    await page.waitForURL(/references#ref-/);
    expect(await page.locator(":target").count()).toBe(1);
    await context.close();
  }, 90_000);

  it("open a card under the pointer, which can be reached", async () => {
    const { context, page } = await visitor();
    await page.goto(site.url(""), { waitUntil: "load" });
    const doi = page.locator('#observablehq-main a[href^="https://doi.org/"]').first();
    await doi.hover();
    const card = page.locator(".reference-card");
    await card.waitFor({ state: "visible" });
    expect(await card.textContent()).toContain("Revealing the degradation pathways");
    await card.hover();
    await page.waitForTimeout(600);
    expect(await card.isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: "detached" });
    await context.close();
  }, 60_000);
});

describe("on paper", () => {
  it.each(["claims", "supplementary/diffraction"])(
    "%s fits the sheet, without menus and controls",
    async (path) => {
      const { context, page } = await visitor();
      await page.goto(site.url(path), { waitUntil: "load" });
      await settled(page);
      // the text's width on A4 with the margins of the stylesheet
      await page.setViewportSize({ width: 673, height: 960 });
      await page.emulateMedia({ media: "print" });
      const wide = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("#observablehq-main :is(svg, canvas, table)")]
            .filter((element) => element.getClientRects().length > 0)
            .filter(
              (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
            )
            .map((element) => `${element.tagName} in ${element.closest("[id]")?.id ?? ""}`)
        );
      await expect.poll(wide, { timeout: 20_000 }).toEqual([]);
      for (const gone of ["#observablehq-sidebar", "#observablehq-toc", ".figure-tools", ".skip-link"])
        expect(
          await page
            .locator(gone)
            .first()
            .isVisible()
            .catch(() => false),
          gone
        ).toBe(false);
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.length).toBeGreaterThan(20_000);
      await context.close();
    },
    120_000
  );
});

it("describes each page to machines", async () => {
  const { context, page } = await visitor();
  for (const path of ["", "figures/fig-3-oxidation-states", "references"]) {
    await page.goto(site.url(path), { waitUntil: "domcontentloaded" });
    const ld = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}"
    ) as {
      "@graph": { "@type": string | string[]; distribution?: { contentUrl: string } }[];
    };
    for (const { distribution } of ld["@graph"]) {
      if (!distribution) continue;
      const { pathname } = new URL(distribution.contentUrl, page.url());
      expect(existsSync(join(dist, decodeURI(pathname.slice(base.length)))), pathname).toBe(true);
    }
    expect(await page.locator('meta[name="citation_title"]').getAttribute("content")).not.toBe("");
  }
  await context.close();
}, 60_000);
