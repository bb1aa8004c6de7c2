import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statSync } from "node:fs";
import { join } from "node:path";
import { accessibilityFaults, rulesOfColour } from "../accessibility.js";
import { base, dist, openSite, sitePages, visit, type Site, type Visit } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

/** Ids that a page's links may point at, gathered page by page. */
const anchors = new Map<string, Set<string>>();
const links: { from: string; to: string }[] = [];

describe.each(sitePages())("/%s", (path) => {
  /** as most see it: for its links and for the faults of the light theme */
  let light: Visit;
  beforeAll(async () => {
    light = await visit(site, path);
  }, 90_000);
  afterAll(() => light?.context.close());

  it("opens without an error and without leaving its origin", async () => {
    const { page, faults } = light;
    anchors.set(path, new Set(await page.$$eval("[id]", (all) => all.map((e) => e.id))));
    const found = await page.$$eval("a[href]", (all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const to of found) links.push({ from: path, to });
    expect(faults).toEqual([]);
    expect(await page.title()).not.toBe("");
  }, 90_000);

  it("has no serious accessibility fault", async () => {
    expect(await accessibilityFaults(light.page, { serious: true })).toEqual([]);
  }, 120_000);

  it("fits a phone, and can be read there in the dark", async () => {
    const { page, faults } = await visit(site, path, {
      ...{ width: 390, height: 844, dark: true },
      context: light.context
    });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    expect(await accessibilityFaults(page, { serious: true, rules: rulesOfColour })).toEqual([]);
    await page.close();
  }, 120_000);
});

it("has no broken link or anchor inside the site", () => {
  const origin = new URL(site.url("")).origin;
  const broken: string[] = [];
  for (const { from, to } of links) {
    const url = new URL(to);
    if (url.origin !== origin) continue;
    const path = url.pathname.startsWith(base)
      ? url.pathname.slice(base.length).replace(/\.html$/, "")
      : null;
    // a file beside the pages: data, LICENSE
    if (path && statSync(join(dist, path), { throwIfNoEntry: false })?.isFile()) continue;
    const known =
      path === null ? undefined : (anchors.get(path) ?? anchors.get(path.replace(/(^|\/)index$/, "$1")));
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (!known) broken.push(`${from} → ${to}: no such page`);
    else if (anchor && !known.has(anchor)) broken.push(`${from} → ${to}: no such anchor`);
  }
  expect(links.length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});
