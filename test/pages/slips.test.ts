import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

const frames = [
  ...[
    "slips-register",
    "slip-equations",
    "slip-diffusivity",
    "slip-volume",
    "slip-transient",
    "slip-synthesis"
  ],
  ...["slip-voxels", "slip-citations", "slip-direction", "slip-edges", "slip-resolution", "slip-relaxation"],
  ...["slip-maps", "slip-fragments", "slip-absorption", "slip-loss"]
];

describe("the page of the slips", () => {
  it("shows every figure and every verdict, and its overview leads to the sections", async () => {
    const { context, page, faults } = await visit(site, "supplementary/slips", { width: 390, dark: true });
    for (const id of frames) {
      const frame = page.locator(`#${id}`);
      await frame.scrollIntoViewIfNeeded();
      expect(await frame.locator("svg[role=img], table").count(), id).toBeGreaterThan(0);
      expect(await frame.locator(".badge").count(), id).toBe(1);
    }
    expect(await page.locator(".slip-verdict").count()).toBe(15);
    const links = page.locator("#slips-register tbody a");
    expect(await links.count()).toBe(15);
    for (const link of await links.all())
      expect(await page.locator(`h2${await link.getAttribute("href")}`).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("draws no tick that is cut off, and no axis without a unit", async () => {
    const { context, page } = await visit(site, "supplementary/slips");
    const frame = page.locator("#slip-diffusivity");
    await frame.scrollIntoViewIfNeeded();
    const cut = await frame.locator("svg[role=img]").evaluate((svg) => {
      const edge = svg.getBoundingClientRect().left;
      return Array.from(svg.querySelectorAll("text")).filter((t) => t.getBoundingClientRect().left < edge - 1)
        .length;
    });
    expect(cut).toBe(0);
    expect(await frame.locator("svg[role=img]").textContent()).toContain("m²/s");
    await context.close();
  }, 60_000);
});
