import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

const path = "figures/fig-5-voids-and-stress";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

/** The depth and stress that the plot of point A reaches, read from the table behind it. */
const summary = ".stress-lab [role=status].figure-readout";

describe("the stress lab", () => {
  it("runs again when a parameter changes, and the link keeps it", async () => {
    const { context, page, faults } = await visit(site, path);
    await page.locator(summary).filter({ hasText: "nodes" }).waitFor();
    const before = await page.locator(summary).textContent();
    const gap = page.getByLabel("gap between void and pore", { exact: false }).last();
    await gap.fill("0.4");
    await gap.press("Tab");
    await page.waitForFunction(([selector, old]) => document.querySelector(selector)?.textContent !== old, [
      summary,
      before ?? ""
    ] as const);
    expect(new URL(page.url()).searchParams.get("gap")).toBe("0.4");
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("says what is wrong with a geometry that cannot be, and keeps the last figure", async () => {
    const { context, page, faults } = await visit(site, path);
    await page.locator(summary).filter({ hasText: "nodes" }).waitFor();
    const field = page.getByLabel("gap between void and pore", { exact: false }).last();
    await field.fill("9");
    await field.press("Tab");
    await page
      .locator(".stress-lab")
      .filter({ hasText: /must be/ })
      .waitFor();
    expect(await page.locator("#try-bridge svg").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("reads a hostile link as text and says so", async () => {
    const query = "?rate=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&gap=-1&colour=red";
    const { context, page, faults } = await visit(site, path + query);
    const note = await page.locator(".stress-lab [role=alert]").first().innerText();
    expect(note).toContain("invalid rate in the link");
    expect(note).toContain("invalid gap in the link");
    expect(note).toContain("unknown link parameter: colour");
    expect(await page.locator("img[src=x]").count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("can be stopped", async () => {
    const { context, page } = await visit(site, path);
    await page.locator(summary).filter({ hasText: "nodes" }).waitFor();
    // a slow material takes many steps
    const field = page.getByLabel("particle radius", { exact: false }).last();
    await field.fill("4");
    await field.press("Tab");
    const cancel = page.locator(".stress-lab").getByRole("button", { name: "Cancel" });
    await cancel.waitFor({ state: "visible" });
    await cancel.click();
    await page.locator(summary).filter({ hasText: "Stopped" }).waitFor();
    expect(await page.locator("#try-bridge svg").count()).toBeGreaterThan(0);
    await context.close();
  }, 90_000);
});

describe("the maps", () => {
  it("are worked by keyboard and read out the values under the cursor", async () => {
    const { context, page } = await visit(site, path);
    const map = page.locator("#fig-s27 .field-map");
    await map.focus();
    await map.press("ArrowRight");
    await page
      .locator("#fig-s27 .figure-readout")
      .filter({ hasText: /hoop stress .* MPa/ })
      .first()
      .waitFor();
    await context.close();
  }, 90_000);
});
