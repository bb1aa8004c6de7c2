import { mkdirSync } from "node:fs";
import type { Table, tableFromArrays, tableFromIPC } from "apache-arrow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as cycles from "../../../src/components/electrochemistry/cycles-panel.js";
import type * as dqdv from "../../../src/components/electrochemistry/dqdv-panel.js";
import type * as first from "../../../src/components/electrochemistry/first-cycle-panel.js";
import type * as limits from "../../../src/components/electrochemistry/limits-panel.js";
import type * as live from "../../../src/components/electrochemistry/live-cell.js";
import type * as over from "../../../src/components/electrochemistry/overpotential-panel.js";
import type * as published from "../../../src/components/electrochemistry/published-table.js";
import type * as sensitivity from "../../../src/components/electrochemistry/sensitivity-panel.js";
import { openPanels, type PanelBrowser } from "./panel-page.js";

type Panels = typeof cycles &
  typeof dqdv &
  typeof first &
  typeof limits &
  typeof live &
  typeof over &
  typeof published &
  typeof sensitivity & { tableFromArrays: typeof tableFromArrays; tableFromIPC: typeof tableFromIPC };
// in the browser the bundle is a global; the functions below that use it run there
declare const panels: Panels;

const names = ["first-cycle", "sampled", "published", "cycles", "dqdv", "sensitivity", "cycler"] as const;
let browser: PanelBrowser;
beforeAll(async () => {
  browser = await openPanels(names);
}, 120_000);
afterAll(async () => {
  await browser.close();
});

/** All panels of the page, in its order. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(async (list) => {
    const main = document.querySelector("main");
    const width = main?.clientWidth ?? 350;
    const all: Partial<Record<(typeof list)[number], Table>> = {};
    for (const name of list)
      all[name] = panels.tableFromIPC(new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer()));
    const table = (name: (typeof list)[number]) => {
      const own = all[name];
      if (!own) throw new Error(`missing table ${name}`);
      return own;
    };
    // discharges of two cycles at each rate as they go on, and what else the pathway model's table holds
    const course = [0.1, 1, 10].flatMap((rate) =>
      [1, 20].flatMap((cycle) =>
        ["charge", "discharge"].flatMap((phase) =>
          [0, 0.5, 1].map((share) => ({
            rate,
            cycle,
            phase,
            capacity: share * ((phase === "charge" ? 190 : 140) - cycle)
          }))
        )
      )
    );
    const model = panels.tableFromArrays({
      rate_C: course.map(({ rate }) => rate),
      cycle: course.map(({ cycle }) => cycle),
      phase: course.map(({ phase }) => phase),
      capacity_mAh_g: course.map(({ capacity }) => capacity)
    });
    main?.append(
      panels.cyclesPanel(table("cycles"), { id: "fig-1a", label: "Figure 1a", width, model }),
      panels.firstCyclePanel(table("first-cycle"), table("sampled"), table("published"), {
        id: "fig-1b",
        label: "Figure 1b",
        width
      }),
      panels.publishedPanel(table("published"), { id: "fig-1-published", label: "Other studies" }),
      panels.dqdvPanel(table("dqdv"), { id: "fig-1-dqdv", label: "Figure 1b", width }),
      panels.overpotentialPanel(table("first-cycle"), { id: "fig-1-losses", label: "Figure 1b", width }),
      panels.sensitivityPanel(table("sensitivity"), { id: "fig-1-unknowns", label: "Limit a", width }),
      panels.cyclerPanel(table("cycler"), { id: "fig-1-cycler", label: "Limit b" }),
      panels.liveCell({ id: "fig-1-live", label: "Try it", width })
    );
  }, names);
}

describe.each([
  ["light", 1200],
  ["dark", 390]
] as const)("in the %s theme, %i pixels wide, all panels", (colorScheme, width) => {
  it("have no fault that axe finds, and never scroll the page sideways", async () => {
    const page = await browser.open({ colorScheme, viewport: { width, height: 844 } });
    await showAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await accessibilityFaults(page)).toEqual([]);
    if (process.env["LRTMO_SHOTS"]) {
      mkdirSync(process.env["LRTMO_SHOTS"], { recursive: true });
      const heights = await page.evaluate(() =>
        [...document.querySelectorAll("main > section")].map(
          (s) => `${s.id} ${s.getBoundingClientRect().height.toFixed(0)}`
        )
      );
      console.log(width, heights.join(", "));
      for (const section of await page.locator("main > section").all())
        await section.screenshot({
          path: `${process.env["LRTMO_SHOTS"]}/${width}-${await section.getAttribute("id")}.png`
        });
    }
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});

describe("what the figures say", () => {
  it("carries provenance, captions with numbers, and data to take away", async () => {
    const page = await browser.open();
    await showAll(page);
    const captions = await page.locator("main > section figcaption").allTextContents();
    for (const caption of captions) expect(caption).not.toMatch(/NaN|undefined|Infinity/);
    expect(captions[0]).toMatch(/97 % of the second discharge after 20 cycles and 3\.5 mV a cycle at 0\.1 C/);
    expect(captions[0]).toContain(
      "170 and 212 mAh/g in the first and the twentieth cycle here, 139 and 120 there"
    );
    // diamonds of the pathway model: two cycles at each of the two rates, in the first plot alone
    const diamonds = await page
      .locator("#fig-1a .figure-content .chart > svg")
      .evaluateAll((plots) => plots.map((plot) => plot.querySelectorAll('[stroke-width="1.5"] path').length));
    // the other plots hold the tips of the pointer alone
    expect(diamonds.map((count) => count - diamonds[2])).toEqual([4, 0, 0]);
    expect(await page.locator("#fig-1-published").textContent()).toContain("up to 300");
    expect(captions[1]).toMatch(
      /306 mAh\/g are taken out on charge and 253 come back on discharge \(82\.8 %\)/
    );
    const badges = await page.locator("main > section .figure-head").allTextContents();
    expect(badges[0]).toContain("calibrated");
    for (const k of [4, 5]) expect(badges[k]).toContain("calibrated");
    expect(badges[6]).toContain("recovered");
    expect(await page.locator("#fig-1b svg circle").count()).toBe(8);
    await page.context().close();
  });
});

describe("the cell in the reader's hands", () => {
  it("follows its fields, keeps them in the link, and keeps the last result where it cannot run", async () => {
    const page = await browser.open();
    await showAll(page);
    const frame = page.locator("#fig-1-live");
    const said = frame.locator(".figure-readout").first();
    const before = await said.textContent();
    expect(before).toContain("Charge 186.1 mAh/g");
    const D = frame.getByRole("textbox", { name: /diffusivity/ });
    await D.fill("3e-14");
    await expect.poll(() => said.textContent()).toContain("Charge 105.2 mAh/g");
    expect(page.url()).toContain("cell-diffusivity=3e-14");
    const rate = frame.getByRole("textbox", { name: /rate/ });
    await D.fill("1e-16");
    await rate.fill("50");
    await expect
      .poll(() => frame.locator(".error-note").last().textContent())
      .toContain("unsupported rate: 50 C");
    expect(await frame.getAttribute("data-state")).toBe("stale");
    expect(await frame.locator(".figure-content svg").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it("draws a reader's record, says what is wrong with another, and keeps the last good one", async () => {
    const page = await browser.open();
    await showAll(page);
    const frame = page.locator("#fig-1-live");
    const text = (unit: string) =>
      [
        `Time [s],Current [${unit}],Voltage [V]`,
        ...Array.from(
          { length: 200 },
          (_, i) => `${i * 60},${i < 100 ? 1 : -1},${i < 100 ? 3 + i / 90 : 4.1 - (i - 100) / 90}`
        )
      ].join("\n");
    const put = (name: string, content: string) =>
      frame
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
    const paths = () =>
      frame.locator(".figure-content svg g[stroke] path, .figure-content svg path[stroke]").count();
    const before = await paths();
    await put("own.csv", text("mA"));
    await expect.poll(() => frame.locator("caption").textContent()).toBe("Cycles of own.csv");
    expect(await frame.locator("tbody tr").first().textContent()).toContain("0.00165");
    expect(await paths()).toBeGreaterThan(before);
    await frame.getByLabel("Active mass (mg), if known").fill("8");
    await frame.getByLabel("Active mass (mg), if known").blur();
    await expect.poll(() => frame.locator("tbody tr").first().textContent()).toContain("206.2");
    await put("bad.csv", text("stone"));
    await expect
      .poll(() => frame.locator(".spectra-source .invalid").textContent())
      .toContain("unsupported unit");
    expect(await frame.locator("caption").textContent()).toBe("Cycles of own.csv");
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});
