import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

const path = "supplementary/stress-laboratory";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

const summary = ".stress-lab [role=status].figure-readout";

describe("the full model in the page", () => {
  it("runs with another volume table and at finite strain, and the link keeps both", async () => {
    const { context, page, faults } = await visit(site, path);
    const said = page.locator(summary);
    await said.filter({ hasText: "nodes" }).waitFor();
    const first = (await said.textContent()) ?? "";
    expect(first).toContain("The imposed current is met to");
    await page.getByLabel("ΔV/V₀ against lithium").selectOption({ label: "NMC811 (Koerver 2018)" });
    const lab = page.locator(".stress-lab");
    await page.waitForFunction(([selector, old]) => document.querySelector(selector)?.textContent !== old, [
      summary,
      first
    ] as const);
    await lab.getByText("finite", { exact: true }).click();
    await page.waitForFunction(() => new URL(location.href).searchParams.get("strain") === "finite");
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>(".stress-lab")?.dataset.state === "idle"
    );
    expect(new URL(page.url()).searchParams.get("volume")).toBe("nmc811");
    expect(await page.locator("#full-voltage svg").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("says in one sentence why a discharge cannot begin, and keeps the last figure", async () => {
    const { context, page, faults } = await visit(site, path);
    await page.locator(summary).filter({ hasText: "nodes" }).waitFor();
    const field = page.getByLabel("diffusivity at 298 K", { exact: false }).last();
    await field.fill("1e-16");
    await field.press("Tab");
    await page
      .locator(".stress-lab [role=alert]")
      .filter({ hasText: /surface/ })
      .waitFor();
    expect(await page.locator("#full-voltage svg").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
