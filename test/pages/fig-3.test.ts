import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

const path = "figures/fig-3-oxidation-states";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the oxidation-state maps", () => {
  it("are measured in the browser as they came with the page, and follow state and settings", async () => {
    const { context, page, faults } = await visit(site, path);
    const figure = page.locator("#fig-3a");
    const reading = figure.locator(".map-readings");
    await reading.waitFor();
    const before = await reading.textContent();
    await figure.getByText("Prepared and fitted in your browser").waitFor({ timeout: 90_000 });
    await figure.getByText("Weights of Mn, with standard errors").waitFor();
    // the file keeps valences to a hundredth, so that the reading may differ in its last digit and no more
    const valences = (text: string | null) =>
      (text ?? "")
        .match(/\d\.\d\d/g)
        ?.slice(0, 3)
        .map(Number) ?? [];
    const after = valences(await reading.textContent());
    valences(before).forEach((v, i) => expect(Math.abs(v - after[i])).toBeLessThan(0.02));

    const weights = () => figure.locator("table.weights").nth(2).textContent();
    const plain = await weights();
    await figure.getByLabel("weights sum to one").check();
    await page.waitForFunction(
      ([old]) => document.querySelectorAll("#fig-3a table.weights")[2]?.textContent !== old,
      [plain] as const
    );

    await figure.getByRole("radio", { name: "0.1 C, discharged" }).focus();
    await page.keyboard.press("Space");
    await page.waitForFunction(
      ([old]) => document.querySelector("#fig-3a .map-readings")?.textContent !== old,
      [await reading.textContent()] as const
    );
    expect(faults).toEqual([]);
    await context.close();
  }, 180_000);
});

describe("the balance of charge", () => {
  it("follows what is typed and refuses what is no valence", async () => {
    const { context, page, faults } = await visit(site, path);
    const table = page.locator("#fig-3-charge");
    await table.scrollIntoViewIfNeeded();
    const field = table.getByLabel("Ni, after");
    await field.fill("2.1");
    const said = table.locator(".figure-readout");
    const before = await said.textContent();
    await field.fill("3.1");
    await page.waitForFunction(
      ([old]) => document.querySelector("#fig-3-charge .figure-readout")?.textContent !== old,
      [before] as const
    );
    await field.fill("none");
    await table.getByText("invalid Ni after: none").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});
