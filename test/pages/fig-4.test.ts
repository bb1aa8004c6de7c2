import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the ion maps", () => {
  it("follow the particle and the normalisation by keyboard, in a worker", async () => {
    const { context, page, faults } = await visit(site, "figures/fig-4-sims-and-spectra");
    const figure = page.locator("#fig-4a");
    await page.locator("#fig-4a[data-state=idle]").waitFor();
    const table = figure.locator("tbody");
    expect(await table.textContent()).toContain("0.003");
    const radio = figure.getByRole("radio", { name: "total" });
    await radio.focus();
    await page.keyboard.press("Space");
    await figure.getByRole("cell", { name: "0.21", exact: true }).first().waitFor();
    await figure.getByRole("radio", { name: "pristine" }).check();
    await page.locator("#fig-4a[data-state=idle]").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("of the first cycle are on their own page, with its anchors", async () => {
    const { context, page, faults } = await visit(site, "supplementary/sims");
    await page.locator("#fig-s26[data-state=idle]").waitFor();
    await page.locator("#fig-s26-fickian").getByText("10 C, first cycle, 4.8 V").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});

it("every panel of Figure 4 has its anchor", async () => {
  const { context, page } = await visit(site, "figures/fig-4-sims-and-spectra");
  for (const panel of "abcdefg") expect(await page.locator(`#fig-4${panel}`).count(), panel).toBe(1);
  await context.close();
}, 60_000);
