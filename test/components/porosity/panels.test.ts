import { mkdirSync } from "node:fs";
import type { tableFromIPC } from "apache-arrow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as packed from "../../../src/components/packed-arrays.js";
import type * as explorer from "../../../src/components/porosity/explorer-panel.js";
import type * as joint from "../../../src/components/porosity/joint-panel.js";
import type * as limits from "../../../src/components/porosity/limits-panels.js";
import type * as numbers from "../../../src/components/porosity/numbers-panel.js";
import type * as radiographs from "../../../src/components/porosity/radiographs-panel.js";
import type * as sizes from "../../../src/components/porosity/sizes-panel.js";
import type * as state from "../../../src/components/porosity/state-panel.js";
import type * as threshold from "../../../src/components/porosity/threshold-panel.js";
import { openPanels, type PanelBrowser } from "./panel-page.js";

type Panels = typeof packed &
  typeof explorer &
  typeof joint &
  typeof limits &
  typeof numbers &
  typeof radiographs &
  typeof sizes &
  typeof state &
  typeof threshold & { tableFromIPC: typeof tableFromIPC };
// in the browser the bundle is a global; the functions below that use it run there
declare const panels: Panels;

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await openPanels();
}, 180_000);
afterAll(() => browser?.close());

/** All panels, in the order of the pages. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const main = document.querySelector("main");
    const width = main?.clientWidth ?? 350;
    const bytes = async (path: string) => (await fetch(`/data/porosity-${path}`)).arrayBuffer();
    const table = async (name: string) => panels.tableFromIPC(new Uint8Array(await bytes(`${name}.arrow`)));
    const volume = (path: string) => panels.readPacked({ arrayBuffer: () => bytes(path) });
    const [pristine, slow, fast] = [
      await volume("volumes/pristine.vol"),
      await volume("volumes/0.1C.vol"),
      await volume("volumes/10C.vol")
    ];
    const classes = { pristine, "0.1C": slow, "10C": fast };
    const forever = new Promise<void>(() => undefined);
    const radial = await table("radial");
    const stress = async (rate: string) =>
      panels.tableFromIPC(new Uint8Array(await (await fetch(`/data/stress/${rate}.arrow`)).arrayBuffer()));
    const grid = (columns: number, ...of: HTMLElement[]) => {
      const box = document.createElement("div");
      box.className = `grid grid-cols-${columns}`;
      for (const panel of of) {
        const room = Object.assign(document.createElement("div"), { className: "room" });
        room.append(panel);
        box.append(room);
      }
      return box;
    };
    const third = width > 800 ? Math.floor(width / 3) - 12 : width;
    const half = width > 700 ? Math.floor(width / 2) - 8 : width;
    main?.append(
      grid(
        3,
        panels.statePanel(pristine, { id: "fig-5a", label: "Figure 5a", width: third }),
        panels.statePanel(slow, { id: "fig-5b", label: "Figure 5b", width: third }),
        panels.statePanel(fast, { id: "fig-5c", label: "Figure 5c", width: third })
      ),
      panels.jointPanel(radial, await stress("0.1C"), await stress("10C"), {
        id: "fig-5-joint",
        label: "Figure 5b–e",
        width
      }),
      panels.explorerPanel(classes, {
        id: "fig-5-explorer",
        label: "Figure 5a–c",
        width,
        invalidation: forever
      }),
      panels.radiographsPanel(await volume("radiographs.vol"), {
        ...{ id: "fig-5-radiographs", label: "Raw signal", width }
      }),
      panels.thresholdPanel({
        ...{ id: "fig-5-threshold", label: "Segmentation", width, invalidation: forever },
        load: async (name) => ({ grey: await volume(`grey/${name}.vol`), classes: classes[name] })
      }),
      panels.numbersPanel(await table("numbers"), { id: "fig-5-numbers", label: "Numbers" }),
      grid(
        2,
        panels.sizesPanel(await table("pores"), { id: "fig-5-sizes", label: "Sizes", width: half }),
        panels.openingsPanel(await table("openings"), {
          id: "fig-5-openings",
          label: "Openings",
          width: half
        })
      ),
      panels.detectionPanel(await table("detection"), { id: "fig-5-detection", label: "Limit a", width })
    );
    const own = await table("limits");
    const found = await table("numbers");
    const limit = (name: limits.LimitName) =>
      panels.limitPanel(own, name, { id: `fig-5-${name}`, label: "Limit", width: half }, found);
    main?.append(
      grid(2, limit("size"), limit("cameraBlur")),
      grid(2, limit("photons"), limit("fresnel")),
      grid(2, limit("distances"), limit("energy")),
      grid(
        2,
        limit("tilts"),
        panels.connectionPanel(own, { id: "fig-5-connection", label: "Limit", width: half })
      )
    );
  });
  await page
    .locator("#fig-5-threshold [role=status]")
    .filter({ hasText: "of the particle is void" })
    .waitFor();
}

describe.each([
  ["light", 1280],
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
        [...document.querySelectorAll("main section.figure-frame")].map(
          (s) => `${s.id} ${s.getBoundingClientRect().height.toFixed(0)}`
        )
      );
      console.log(width, heights.join(", "));
      for (const section of await page.locator("main section.figure-frame").all())
        await section.screenshot({
          path: `${process.env["LRTMO_SHOTS"]}/${width}-${await section.getAttribute("id")}.png`
        });
    }
    expect(browser.errors).toEqual([]);
    await page.context().close();
  }, 120_000);
});

describe("what a reader does", () => {
  it("moves the threshold: void, picture and sentence follow, by keys too", async () => {
    const page = await browser.open();
    await showAll(page);
    const slider = page.getByLabel("Threshold", { exact: true });
    const said = page.locator("#fig-5-threshold [role=status].figure-readout");
    const percent = async () => Number(/: ([\d.]+) %/.exec((await said.textContent()) ?? "")?.[1]);
    const before = await percent();
    await slider.focus();
    for (let k = 0; k < 12; ++k) await slider.press("ArrowRight");
    expect(await percent()).toBeGreaterThan(before);
    for (let k = 0; k < 30; ++k) await slider.press("ArrowLeft");
    expect(await percent()).toBeLessThan(before);
    await page.context().close();
  });

  it("cuts a particle elsewhere and chooses another to look into", async () => {
    const page = await browser.open();
    await showAll(page);
    const cut = page.locator("#fig-5c input[type=range]");
    await cut.focus();
    await cut.press("Home");
    expect(await page.locator("#fig-5c output").textContent()).toMatch(/^−8\.\d µm$/);
    await page.locator("#fig-5-explorer").getByLabel("pristine", { exact: true }).check();
    expect(await page.locator("#fig-5-explorer .ortho-view").count()).toBeGreaterThan(0);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});

it("carries the numbers found beside those of the sample in caption and table", async () => {
  const page = await browser.open();
  await showAll(page);
  const caption = await page.locator("#fig-5c figcaption").innerText();
  expect(caption).toMatch(/Found [\d.]+ ± [\d.]+ % void in \d+ ± [\d.]+ pores \(in the sample [\d.]+ %/);
  expect(await page.locator("#fig-5-numbers tbody tr").count()).toBeGreaterThan(15);
  expect(await page.locator("#fig-5-joint figcaption").innerText()).toMatch(
    /10 C: [\d.]+ ± [\d.]+ MPa where the void is/
  );
  await page.context().close();
});

it("gives every image a scale bar, and every number found its error", async () => {
  const page = await browser.open();
  await showAll(page);
  const images = page.locator("#fig-5a, #fig-5-radiographs, #fig-5-threshold").locator(".slice:has(canvas)");
  expect(await images.count()).toBe(2 + 6 + 1);
  for (const image of await images.all()) expect(await image.locator("svg rect").count()).toBe(1);
  // the quantity that has a value but no error: none, as the particles of this test have no path at either threshold
  const cells = await page.locator("#fig-5-numbers tbody tr td:nth-child(6)").allInnerTexts();
  for (const text of cells) expect(text).toMatch(/^–$|±/);
  await page.context().close();
});

it("draws what the threshold does as bands", async () => {
  const page = await browser.open();
  await showAll(page);
  for (const id of ["fig-5-joint", "fig-5-openings", "fig-5-detection", "fig-5-distances"])
    expect(
      await page.locator(`#${id} svg path[fill-opacity], #${id} svg g[fill-opacity] path`).count()
    ).toBeGreaterThan(0);
  await page.context().close();
});

it("says where the connection is lost", async () => {
  const page = await browser.open();
  await showAll(page);
  expect(await page.locator("#fig-5-connection figcaption").innerText()).toMatch(
    /\d+ and 6 with four distances/
  );
  expect(await page.locator("#fig-5-connection svg[role=img] text").allTextContents()).toContain(
    "4 distances"
  );
  await page.context().close();
});
