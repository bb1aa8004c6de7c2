import { mkdirSync } from "node:fs";
import type { tableFromIPC } from "apache-arrow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as live from "../../../src/components/pathways/live-panel.js";
import type * as prediction from "../../../src/components/pathways/prediction-panel.js";
import type * as rate from "../../../src/components/pathways/rate-panel.js";
import type * as switches from "../../../src/components/pathways/switch-panel.js";
import type * as targets from "../../../src/components/pathways/targets-table.js";
import { openPanels, type PanelBrowser } from "./panel-page.js";

type Panels = typeof live &
  typeof prediction &
  typeof rate &
  typeof switches &
  typeof targets & { tableFromIPC: typeof tableFromIPC };
// in the browser the bundle is a global; the functions below that use it run there
declare const panels: Panels;

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await openPanels();
}, 180_000);
afterAll(() => browser?.close());

async function showAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const main = document.querySelector("main");
    const width = main?.clientWidth ?? 350;
    const table = async (name: string) =>
      panels.tableFromIPC(new Uint8Array(await (await fetch(`/data/pathways-${name}.arrow`)).arrayBuffer()));
    const off = await table("switches");
    const room = (element: HTMLElement) => {
      const box = Object.assign(document.createElement("div"), { className: "room" });
      box.append(element);
      main?.append(box);
    };
    room(
      panels.ratePanel(await table("states"), await table("profiles"), {
        ...{ id: "pathways-rate", label: "Pathways a", width },
        tolerated: ["live-rate", "live-off"]
      })
    );
    room(
      panels.predictionPanel(await table("predictions"), {
        id: "pathways-predictions",
        label: "Pathways b",
        width
      })
    );
    room(panels.switchPanel(off, { id: "pathways-switches", label: "Pathways c" }));
    main?.append(panels.claimsOfModel(off), panels.targetsTable(await table("targets")));
    room(
      panels.livePanel({
        ...{ id: "pathways-live", label: "Pathways d", width },
        ...{ invalidation: new Promise<void>(() => undefined), tolerated: ["rate", "state"] }
      })
    );
  });
}

async function run(page: Page): Promise<string> {
  await page.locator("#pathways-live").getByRole("button", { name: "Run" }).click();
  const said = page.locator("#pathways-live .figure-readout");
  await said.filter({ hasText: "lithium kept to" }).waitFor();
  return (await said.textContent()) ?? "";
}

describe.each([
  ["light", 1280],
  ["dark", 390]
] as const)("in the %s theme, %i pixels wide, all panels", (colorScheme, width) => {
  it("have no fault that axe finds, and never scroll the page sideways", async () => {
    const page = await browser.open({ colorScheme, viewport: { width, height: 844 } });
    await showAll(page);
    await run(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await accessibilityFaults(page)).toEqual([]);
    const shots = process.env["LRTMO_SHOTS"];
    if (shots) {
      mkdirSync(shots, { recursive: true });
      for (const section of await page.locator("main section.figure-frame").all()) {
        const id = (await section.getAttribute("id")) ?? "";
        const box = await section.boundingBox();
        console.log(width, id, box?.height.toFixed(0));
        await section.screenshot({ path: `${shots}/${width}-${id}.png` });
      }
    }
    expect(browser.errors).toEqual([]);
    await page.context().close();
  }, 120_000);
});

describe("a reader", () => {
  it("moves along the rate by the keyboard, and the link keeps where", async () => {
    const page = await browser.open({}, "?rate=10&state=discharged");
    await showAll(page);
    const said = page.locator("#pathways-rate .figure-readout");
    expect(await said.textContent()).toMatch(/^10 C, discharged \(calibrated\)/);
    await page.getByLabel("Rate", { exact: true }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await said.textContent()).toMatch(/^1 C, discharged \(predicted\): .* % of the oxygen lost/);
    expect(new URL(page.url()).searchParams.get("rate")).toBeNull();
    await page.context().close();
  }, 60_000);

  it("switches a mechanism off and ages a particle without it", async () => {
    const page = await browser.open();
    await showAll(page);
    await run(page);
    const lost = page.locator("#pathways-live tbody tr", { hasText: "1 C, 4.8 V" }).locator("td").nth(2);
    expect(Number(await lost.textContent())).toBeGreaterThan(1);
    await page.getByLabel("release of oxygen at the surface").uncheck();
    expect(await page.locator("#pathways-live .figure-message").textContent()).toContain("press Run");
    await page.locator("#pathways-live").getByRole("button", { name: "Run" }).click();
    await expect.poll(() => lost.textContent()).toBe("0.00");
    expect(new URL(page.url()).searchParams.get("live-off")).toBe("surfaceRelease");
    expect(browser.errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("is told of a link that holds nonsense", async () => {
    const page = await browser.open({}, "?rate=fast");
    await showAll(page);
    expect(await page.locator("#pathways-rate .error-note").textContent()).toContain(
      'invalid rate in the link: "fast"'
    );
    await page.context().close();
  }, 60_000);
});
