import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as curves from "../../../src/components/sims/curves-panels.js";
import type * as fickian from "../../../src/components/sims/fickian-panel.js";
import type * as limits from "../../../src/components/sims/limits-panels.js";
import type * as maps from "../../../src/components/sims/maps-panel.js";
import type { SimsRequest } from "../../../src/components/sims/live-request.js";
import type * as oxygen from "../../../src/components/sims/oxygen-panel.js";
import type * as states from "../../../src/components/sims/states.js";
import type * as packed from "../../../src/components/packed-arrays.js";
import type * as analysis from "../../../src/science/sims/analysis.js";
import { madeUp } from "./made-up.js";
import { openPanels, type PanelBrowser } from "./panel-page.js";

type Panels = typeof curves &
  typeof fickian &
  typeof limits &
  typeof maps &
  typeof oxygen &
  typeof states &
  Pick<typeof packed, "readPacked"> &
  Pick<typeof analysis, "analyseDomains">;
// in the browser the bundle is a global; the functions below that use it run there
declare const panels: Panels;

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await openPanels(madeUp());
}, 120_000);
afterAll(() => browser.close());

/** All panels of Figure 4a–d; what the worker would do is done in the page. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const main = document.querySelector("main");
    const width = main?.clientWidth ?? 350;
    const table = async (name: string) => {
      const rows = (await (await fetch(`/${name}`)).json()) as Record<string, unknown>[];
      const names = Object.keys(rows[0] ?? {});
      return {
        numRows: rows.length,
        schema: {
          metadata: new Map([
            ["provenance", "recovered"],
            ["title", name]
          ]),
          fields: names.map((column) => ({ name: column }))
        },
        getChild: (column: string) => ({ length: rows.length, get: (i: number) => rows[i]?.[column] })
      };
    };
    const of = panels.agedSections;
    const packed = async (id: string) => panels.readPacked(await fetch(`/${id}.vol`));
    const files = new Map(await Promise.all(of.map(async ({ id }) => [id, await packed(id)] as const)));
    const live = {
      dispose: () => {},
      async ask({ width: n, pixel, counts, ...settings }: SimsRequest) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const raw = { width: n, height: n, pixel, counts };
        const { maps, domains, overlaps } = panels.analyseDomains(raw, {
          ...settings,
          rings: 12,
          angles: 24
        });
        return {
          maps,
          areas: { Li: domains.Li.area, Mn: domains.Mn.area, O: domains.O.area },
          contrasts: { Li: 0, Mn: 0, O: 0 },
          overlaps: overlaps.map(({ pair, test }) => ({ pair: pair.join("–"), ...test }))
        };
      }
    };
    const aged = files.get("10C-20cycles");
    if (!aged) throw new Error("missing maps");
    const sized = (id: string) => ({ id, label: id, width, states: of });
    main?.append(
      panels.mapsPanel({ ...sized("fig-4a"), state: "10C-20cycles", files, live }),
      panels.oxygenPanel(aged, sized("fig-4d")),
      panels.correlationsPanel(await table("correlations"), sized("fig-4-correlations")),
      panels.profilesPanel(await table("profiles"), sized("fig-4-profiles")),
      panels.fickianPanel(await table("fickian"), sized("fig-4-fickian")),
      panels.matrixPanel(await table("matrix"), sized("fig-4-matrix")),
      panels.detectionPanel(await table("detection"), sized("fig-4-detection")),
      panels.calibrationPanel(await table("calibration"), sized("fig-4-calibration")),
      panels.falseFickianPanel(await table("false-fickian"), sized("fig-s26-false"))
    );
  });
  await page.locator("#fig-4a[data-state=idle]").waitFor();
}

/** Pictures of every panel go where this folder is named. */
const pictures = process.env["LRTMO_PICTURES"];

describe.each([
  { name: "wide", options: { viewport: { width: 1280, height: 900 } } },
  { name: "phone", options: { viewport: { width: 390, height: 844 } } },
  { name: "dark", options: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" as const } }
])("the panels of the ion maps, $name", ({ name, options }) => {
  it("fit their room, can be read by machines and raise no error", async () => {
    const page = await browser.open(options);
    await showAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options.viewport.width
    );
    expect(await accessibilityFaults(page, { within: "main" })).toEqual([]);
    expect(browser.errors).toEqual([]);
    if (pictures) {
      const heights = () =>
        Array.from(document.querySelectorAll(".figure-frame"), (e) => `${e.id} ${e.clientHeight}`);
      console.log(name, await page.evaluate(heights));
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: `${pictures}/sims-${name}.png`, fullPage: true });
    }
    await page.context().close();
  }, 90_000);
});

describe("the ion maps", () => {
  it("follow the cursor, the normalisation and the share, and say what is under the cursor", async () => {
    const page = await browser.open({ viewport: { width: 1280, height: 900 } });
    await showAll(page);
    const figure = page.locator("#fig-4a");
    const said = figure.getByRole("status").filter({ hasText: "µm" });
    const before = await said.textContent();
    await figure.locator(".stem-tile[tabindex]").focus();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await said.textContent()).not.toBe(before);
    const cells = () => figure.locator("td").allTextContents();
    const counted = await cells();
    await figure.getByLabel("total", { exact: true }).check();
    await page.waitForFunction(
      (old) => document.querySelector("#fig-4a tbody")?.textContent !== old,
      counted.join("")
    );
    await figure.locator("[data-state=idle]").or(page.locator("#fig-4a[data-state=idle]")).waitFor();
    expect(await cells()).not.toEqual(counted);
    await figure.getByLabel(/share/).press("ArrowRight");
    // the truth is known for the usual share only
    await figure.getByRole("cell", { name: "–", exact: true }).first().waitFor();
    await page.context().close();
  }, 90_000);
});
