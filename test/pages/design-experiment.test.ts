import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("Design your experiment", () => {
  it("asks all questions, follows a knob by keyboard, and keeps the experiment in its link", async () => {
    const { context, page, faults } = await visit(site, "explore/design-your-experiment");
    const table = page.locator("#experiment-decisions tbody");
    await table.getByText("C04a").waitFor();
    expect(await table.locator("tr").count()).toBe(32);
    const oxygen = table.locator("tr", { hasText: "C04a" });
    expect(await oxygen.textContent()).toContain("✕ not decidable");
    const partner = page.getByRole("radio", { name: "with X-rays" });
    await partner.focus();
    await page.keyboard.press("Space");
    await table.locator("tr", { hasText: "C04a" }).getByText("✓ decidable").waitFor();
    expect(await page.locator(".experiment-summary").textContent()).toContain("Won: C04a");
    expect(new URL(page.url()).search).toBe("?xrays=1");
    await page.reload();
    await table.locator("tr", { hasText: "C04a" }).getByText("✓ decidable").waitFor();
    await page.getByRole("button", { name: "the study", exact: true }).click();
    await table.locator("tr", { hasText: "C04a" }).getByText("✕ not decidable").waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("refuses a setting beyond the runs beside its field, and keeps the last sound experiment", async () => {
    const { context, page, faults } = await visit(site, "explore/design-your-experiment?tilt=75");
    const field = page.getByLabel("tilts to both sides, up to θ");
    await field.fill("120");
    await page.getByText("must be from 45 to 90").waitFor();
    expect(new URL(page.url()).search).toBe("?tilt=75");
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("is checked by a fork that shows what a stricter tomograph decides", async () => {
    const { context, page, faults } = await visit(site, "hypotheses/stricter-experiment");
    await page.locator("#stricter-decisions svg").first().waitFor();
    expect(await page.locator("#stricter-numbers tbody tr").count()).toBe(32);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);
});
