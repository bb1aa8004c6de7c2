import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("pores and cracks on Figure 5", () => {
  it("shows the three particles and where they meet the stress, from files of less than 1 MB", async () => {
    const { context, page, faults } = await visit(site, "figures/fig-5-voids-and-stress");
    for (const id of ["fig-5a", "fig-5b", "fig-5c"]) {
      await page.locator(`#${id} canvas`).first().waitFor();
      expect(await page.locator(`#${id} figcaption`).innerText()).toMatch(/% void in \d+ ± [\d.]+ pores/);
    }
    expect(await page.locator("#fig-5-joint svg path").count()).toBeGreaterThan(3);
    expect(await page.locator("#fig-5-joint figcaption").innerText()).toMatch(
      /10 C: [\d.]+ ± [\d.]+ MPa where the void is/
    );
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes("porosity-"))
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
    );
    expect(sizes.length).toBe(4);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1e6);
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});

describe("the page of the nanotomograms", () => {
  it("lets a reader move the threshold, and the void follows", async () => {
    const { context, page, faults } = await visit(site, "supplementary/porosity");
    const said = page.locator("#fig-5-threshold .figure-readout");
    await said.filter({ hasText: "of the particle is void" }).waitFor();
    const before = await said.textContent();
    await page.getByLabel("Threshold", { exact: true }).focus();
    for (let k = 0; k < 10; ++k) await page.keyboard.press("ArrowRight");
    expect(await said.textContent()).not.toBe(before);
    expect(await page.locator("#fig-5-numbers tbody tr").count()).toBeGreaterThan(15);
    await page.locator("#the-raw-signal").scrollIntoViewIfNeeded();
    await page.locator("#fig-5-radiographs canvas").first().waitFor();
    expect(await page.locator("#fig-5-radiographs canvas").count()).toBe(6);
    await page.locator("#what-the-instrument-could-have-seen").scrollIntoViewIfNeeded();
    for (const id of ["fig-5-distances", "fig-5-energy", "fig-5-tilts", "fig-5-connection"])
      await page.locator(`#${id} figcaption`).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});
