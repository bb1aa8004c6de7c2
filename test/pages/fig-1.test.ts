import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, visit, type Site } from "./browser.js";

const path = "figures/fig-1-electrochemistry-and-lattice";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the half-cell in the page", () => {
  it("runs again with another rate, keeps it in the link, and draws a reader's file or says what is wrong", async () => {
    const { context, page, faults } = await visit(site, path);
    const figure = page.locator("#fig-1-live");
    await figure.scrollIntoViewIfNeeded();
    const said = () => figure.locator(".figure-readout").first().textContent();
    const before = await said();
    const rate = figure.getByRole("textbox", { name: /rate/ });
    await rate.fill("5");
    await rate.blur();
    await expect.poll(said, { timeout: 15_000 }).not.toBe(before);
    expect(page.url()).toContain("cell-rate=5");

    const give = (name: string, current: string) =>
      figure.locator('input[type="file"]').setInputFiles({
        name,
        mimeType: "text/csv",
        buffer: Buffer.from(
          [
            `Time [s],Current [${current}],Voltage [V]`,
            ...Array.from({ length: 121 }, (_, i) => {
              const charging = i <= 60;
              return `${60 * i},${charging ? 2 : -2},${charging ? 3 + i / 60 : 5 - i / 60}`;
            })
          ].join("\n")
        )
      });
    await give("own.csv", "mA");
    await expect.poll(() => figure.locator("caption").textContent()).toBe("Cycles of own.csv");
    await give("bad.csv", "stone");
    await expect
      .poll(() => figure.locator(".spectra-source .invalid").textContent())
      .toContain("unsupported unit");
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);
});
