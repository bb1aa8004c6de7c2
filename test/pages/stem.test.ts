import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the lattice in the reader's hands", () => {
  it("is imaged and analysed in a worker, follows what is set, and refuses frequencies on one line", async () => {
    const { context, page, faults } = await visit(site, "supplementary/electron-microscopy");
    const frame = page.locator("#stem-live");
    await frame.scrollIntoViewIfNeeded();
    const said = frame.locator(".figure-readout").last();
    await said.getByText("rms from the truth").waitFor({ timeout: 60_000 });
    const at = frame.locator(".stem-group > .figure-readout");
    const turned = async () =>
      parseFloat((await at.textContent())?.match(/found (−?[\d.]+)/)?.[1]?.replace("−", "-") ?? "");
    expect(Math.abs((await turned()) - 6)).toBeLessThan(1.5);
    await frame.getByRole("textbox", { name: /rotation of the turned patch/ }).fill("-4");
    await expect.poll(turned, { timeout: 30_000 }).toBeLessThan(-2);
    expect(page.url()).toContain("lattice-twist=-4");

    // the reference is the patch: what was turned is not any more
    await frame.getByRole("radio", { name: "the turned patch" }).check();
    await expect.poll(async () => Math.abs(await turned()), { timeout: 30_000 }).toBeLessThan(1.5);

    for (const name of ["g₁", "g₂"]) await frame.getByLabel(name).selectOption({ index: 1 });
    await frame.getByText("lie on one line").waitFor({ timeout: 30_000 });
    expect(await frame.getAttribute("data-state")).toBe("stale");
    expect(await frame.locator(".stem-tile").count()).toBe(3);
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);
});

describe("the atoms of Figure 1", () => {
  it("can be turned without three, which is fetched only when it is asked for", async () => {
    const { context, page, faults } = await visit(site, "figures/fig-1-electrochemistry-and-lattice");
    const fetched = () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource").some(({ name }) => name.includes("/three"))
      );
    const frame = page.locator("#fig-1e");
    const stage = frame.locator(".stem-stage");
    await stage.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => stage.getAttribute("aria-label")).toContain("raised 10°");
    expect(await fetched()).toBe(false);
    await frame.getByRole("button", { name: "Along the beam" }).click();
    await expect.poll(() => stage.getAttribute("aria-label")).toContain("raised 0°");
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
