import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

const path = "supplementary/operando-diffraction";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the operando patterns", () => {
  it("are stepped through at both rates, and the course of c stands below", async () => {
    const { context, page, faults } = await visit(site, path);
    for (const [id, count] of [
      ["#fig-s19a", 52],
      ["#fig-s19b", 10]
    ] as const) {
      const figure = page.locator(id);
      await figure.getByText(`Pattern 1 of ${count}`).waitFor();
      await figure.getByRole("slider", { name: "Pattern" }).focus();
      await page.keyboard.press("ArrowRight");
      await figure.getByText(`Pattern 2 of ${count}`).waitFor();
    }
    await page.locator("#fig-s19c svg[role=img]").first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("say what a transition would look like", async () => {
    const { context, page, faults } = await visit(site, path);
    const figure = page.locator("#fig-s19-transition");
    await page.locator("#what-the-instrument-could-have-seen").scrollIntoViewIfNeeded();
    await figure.getByText("Two lines in one pattern").waitFor({ timeout: 60_000 });
    const before = await figure.textContent();
    await figure.getByRole("slider").first().focus();
    for (let i = 0; i < 12; ++i) await page.keyboard.press("ArrowRight");
    await expect.poll(() => figure.textContent()).not.toBe(before);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
