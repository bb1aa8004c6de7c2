import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the page of the two pathways", () => {
  it("shows the rates, the predictions and what each mechanism carries", async () => {
    const { context, page, faults } = await visit(site, "pathways");
    await page.locator("#pathways-rate .figure-readout").filter({ hasText: "of the oxygen lost" }).waitFor();
    await page.locator("#pathways-switches").scrollIntoViewIfNeeded();
    await page.locator("#pathways-predictions svg circle").first().waitFor();
    const rows = page.locator("#pathways-switches tbody tr");
    expect(await rows.count()).toBe(10);
    expect(await rows.filter({ hasText: "distortion of slabs" }).innerText()).toContain("C10");
    expect(await page.getByText(/lithium is kept to \d+e-\d+ and oxygen to \d+e-\d+/).count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("says in its text what its tables hold", async () => {
    const { context, page, faults } = await visit(site, "pathways?rate=3");
    const said = page.locator("#pathways-rate .figure-readout");
    await said.filter({ hasText: "3 C, 4.8 V (predicted): 1.57 % of the oxygen lost" }).waitFor();
    expect(await page.locator("tr", { hasText: "oxygen above" }).first().innerText()).toContain("no");
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("ages a particle in its worker", async () => {
    const { context, page, faults } = await visit(site, "pathways?live-rate=5");
    await page.locator("#pathways-live").scrollIntoViewIfNeeded();
    await page.locator("#pathways-live").getByRole("button", { name: "Run" }).click();
    await page.locator("#pathways-live .figure-readout").filter({ hasText: "lithium kept to" }).waitFor();
    expect(await page.locator("#pathways-live tbody tr").count()).toBe(7);
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});
