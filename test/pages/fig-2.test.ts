import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

const path = "figures/fig-2-composition-tomography";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the states of the particle", () => {
  it("are chosen by keyboard, and slices and read-out follow", async () => {
    const { context, page, faults } = await visit(site, path);
    const figure = page.locator("#fig-2a");
    const picture = figure.locator("canvas").nth(10);
    const pixels = () => picture.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    await picture.waitFor();
    const before = await pixels();
    const radio = figure.getByRole("radio", { name: "0.1 C, 4.8 V" });
    await radio.focus();
    await page.keyboard.press("Space");
    await page.waitForFunction(
      ([old]) => document.querySelectorAll<HTMLCanvasElement>("#fig-2a canvas")[10]?.toDataURL() !== old,
      [before] as const
    );
    await figure.getByRole("button", { name: "Load the element densities" }).click();
    await figure.locator(".readings").getByText("Mn density").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});

describe("the tomograph to try", () => {
  it("measures, analyses and shows every step, and says when settings are newer", async () => {
    const { context, page, faults } = await visit(site, path);
    const lab = page.locator("#fig-2-live");
    await lab.scrollIntoViewIfNeeded();
    await lab.getByRole("button", { name: "Measure and analyse" }).click();
    await lab.getByText("Shares of the volume").waitFor({ timeout: 60_000 });
    expect(await lab.locator("table").count()).toBeGreaterThan(1);
    expect(await lab.locator("canvas").count()).toBeGreaterThan(3);
    await lab.getByLabel("±45°").check();
    await lab.getByText("The settings have changed since this run.").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  it("can be stopped, and then runs again", async () => {
    const { context, page } = await visit(site, path);
    const lab = page.locator("#fig-2-live");
    await lab.scrollIntoViewIfNeeded();
    await lab.getByLabel("64 pixels").check();
    await lab.getByRole("button", { name: "Measure and analyse" }).click();
    await lab.getByRole("button", { name: "Cancel" }).click();
    await lab.getByText("stopped by the reader").waitFor();
    await lab.getByLabel("32 pixels").check();
    await lab.getByRole("button", { name: "Measure and analyse" }).click();
    await lab.getByText("Shares of the volume").waitFor({ timeout: 60_000 });
    await context.close();
  }, 120_000);
});
