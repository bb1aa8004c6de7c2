import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCif } from "../../src/science/diffraction/cif.js";
import { defaultNeutronInstrument } from "../../src/science/diffraction/neutron-instrument.js";
import { measureNeutrons } from "../../src/science/diffraction/neutron-twin.js";
import { latticeCrystal } from "../../src/science/particle/lattice-states.js";
import { openSite, visit, type Site } from "./browser.js";

const path = "supplementary/diffraction";
let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

describe("the refined patterns", () => {
  it("follow the chosen sample, with values and correlations, and the link keeps it", async () => {
    const { context, page, faults } = await visit(site, path);
    const figure = page.locator("#fig-s1");
    await figure.getByText("0.1 C, discharged: R_wp").waitFor();
    const oxygen = page.locator("#fig-s-values tbody tr").first();
    const before = await oxygen.textContent();
    expect(before).toMatch(/oxygen occupancy nO0\.9[56]\d\d ± 0\.0[01]\d+0\.96/);
    expect(
      await page.locator("#fig-s-correlation .scroll-sideways svg").getAttribute("aria-label")
    ).toContain("The strongest: O with scale");
    await figure.getByLabel("Sample", { exact: true }).selectOption({ label: "pristine" });
    await figure.getByText("pristine: R_wp").waitFor();
    expect(await oxygen.textContent()).not.toBe(before);
    expect(page.url()).toContain("sample=pristine");
    await page.reload();
    await figure.getByText("pristine: R_wp").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});

describe("the live refinement", () => {
  it("draws with the sliders, refines from there, and keeps the last good state when it cannot", async () => {
    const { context, page, faults } = await visit(site, path);
    await page.locator("#try-it").scrollIntoViewIfNeeded();
    const figure = page.locator("#fig-s-live");
    await figure.getByText("Converged after").waitFor({ timeout: 60_000 });
    const said = figure.locator(".live-refinement > .figure-readout");
    const chi = async () => Number(/χ² ([\d.]+)/.exec((await said.textContent()) ?? "")?.[1]);
    const best = await chi();
    const oxygen = figure.getByRole("slider", { name: "oxygen occupancy" });
    const refined = Number(await oxygen.inputValue());
    await figure.getByRole("checkbox", { name: "scale follows" }).uncheck();
    await oxygen.focus();
    for (let i = 0; i < 5; ++i) await page.keyboard.press("Shift+ArrowLeft");
    expect(Number(await oxygen.inputValue())).toBeCloseTo(Math.max(0.85, refined - 0.025), 6);
    expect(await chi()).toBeGreaterThan(best + 0.1);

    await figure.getByRole("button", { name: "Refine from here" }).click();
    await expect.poll(chi, { timeout: 60_000 }).toBeLessThan(best + 0.01);
    expect(Number(await oxygen.inputValue())).toBeCloseTo(refined, 3);

    await figure.getByRole("checkbox", { name: "Ni/Li exchange too" }).check();
    await figure.getByRole("button", { name: "Refine from here" }).click();
    await figure
      .getByText(/Not converged \(singular\).*The last good state stays\./)
      .waitFor({ timeout: 60_000 });
    expect(Number(await oxygen.inputValue())).toBeCloseTo(refined, 3);
    expect(await chi()).toBeLessThan(best + 0.01);
    expect(faults).toEqual([]);
    await context.close();
  }, 240_000);
});

describe("a reader's own pattern", () => {
  it("is refused in words, and refined where it is sound", async () => {
    const { context, page, faults } = await visit(site, path);
    await page.locator("#try-it").scrollIntoViewIfNeeded();
    const figure = page.locator("#fig-s-own");
    const refine = figure.getByRole("button", { name: "Refine" });
    await refine.waitFor({ timeout: 60_000 });
    await refine.click();
    await figure.getByText("missing pattern: choose a file of three columns first").waitFor();
    const { x, intensity, error } = measureNeutrons(
      latticeCrystal("pristine"),
      defaultNeutronInstrument({ points: 1500, dMin: 0.8 }),
      7
    ).pattern;
    const rows = Array.from(x, (d, i) => `${d} ${intensity[i]} ${error[i]}`);
    const put = (text: string) =>
      figure
        .getByLabel("Pattern (.xye, three columns)")
        .setInputFiles({ name: "own.xye", mimeType: "text/plain", buffer: Buffer.from(text) });
    await put([...rows, rows[0]].join("\n"));
    await refine.click();
    await figure.getByText(/ambiguous pattern: .* stands twice, lines 1 and 1501/).waitFor();
    await put([...rows].reverse().join("\n"));
    const cif = writeCif(latticeCrystal("pristine"));
    const crystal = (text: string) =>
      figure
        .getByLabel("Crystal (.cif)")
        .setInputFiles({ name: "own.cif", mimeType: "text/plain", buffer: Buffer.from(text) });
    await crystal(cif.replace(/^_cell_length_a.*$/m, ""));
    await refine.click();
    await figure.getByText("missing cell:").waitFor();
    await crystal(cif);
    await refine.click();
    await figure.getByText("The rows fell in d; their order was turned.").waitFor({ timeout: 60_000 });
    expect(await figure.locator(".refinement-plot").count()).toBe(1);
    expect(await figure.locator("tbody tr").allTextContents()).toContainEqual(
      expect.stringMatching(/^cell aÅ2\.85/)
    );
    expect(faults).toEqual([]);
    await context.close();
  }, 240_000);
});
