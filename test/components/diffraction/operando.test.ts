import type { tableFromIPC } from "apache-arrow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as panels from "../../../src/components/diffraction/operando-panels.js";
import type * as transitions from "../../../src/components/diffraction/operando-transition-panel.js";
import { openOperando, type OperandoBrowser } from "./operando-page.js";

// in the browser the bundle is a global; the functions below that use it run there
declare const operando: typeof panels & typeof transitions & { tableFromIPC: typeof tableFromIPC };

let browser: OperandoBrowser;
beforeAll(async () => {
  browser = await openOperando();
}, 60_000);
afterAll(async () => {
  await browser.close();
});

/** One panel of each kind, as on a page. */
async function show(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const main = document.querySelector("main");
    const width = main?.clientWidth ?? 350;
    const names = ["patterns", "lattice", "pace", "detection"];
    const [patterns, lattice, pace, detection] = await Promise.all(
      names.map(async (name) =>
        operando.tableFromIPC(new Uint8Array(await (await fetch(`/${name}.arrow`)).arrayBuffer()))
      )
    );
    main?.append(
      operando.operandoMapPanel(patterns, lattice, { id: "map", label: "Map", width, rate: 0.1 }),
      operando.operandoLatticePanel(lattice, { id: "lattice", label: "Lattice", width }),
      operando.pacePanel(pace, { id: "pace", label: "Pace", width: Math.min(640, width) }),
      operando.transitionPanel(detection, { id: "transition", label: "Transition", width })
    );
  });
}

describe("panels of the operando diffraction", () => {
  it("are drawn without errors, and are sound for assistive technology", async () => {
    const page = await browser.open({ viewport: { width: 1180, height: 900 } });
    await show(page);
    expect(browser.errors).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("move through the patterns by keys, and say where the cursor is", async () => {
    const page = await browser.open({ viewport: { width: 1180, height: 900 } });
    await show(page);
    const readout = page.locator("#map .figure-readout");
    await expect.poll(() => readout.textContent()).toContain("Pattern 1 of 8, 12.5 min after the start");
    await page.locator("#map input[type=range]").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await readout.textContent()).toContain("Pattern 3 of 8, 1.0 h after the start");
    // the other view keeps the pattern
    await page.getByLabel("all angles").check({ force: true });
    expect(await readout.textContent()).toContain("Pattern 3 of 8");
    await page.context().close();
  }, 60_000);

  it("link the cursor: the pointer over the map chooses pattern and angle", async () => {
    const page = await browser.open({ viewport: { width: 1180, height: 900 } });
    await show(page);
    const map = page.locator("#map svg[aria-label*='Map of']");
    const box = await map.boundingBox();
    if (!box) throw new Error("missing map");
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.15 * box.height);
    const text = await page.locator("#map .figure-readout").textContent();
    expect(text).toMatch(/Pattern [78] of 8/);
    expect(text).toMatch(/At 18\.\d\d°: \d+ counts/);
    await page.context().close();
  }, 60_000);

  it("say what the colours of the map mean, from the fewest counts to the most", async () => {
    const page = await browser.open({ viewport: { width: 1180, height: 900 } });
    await show(page);
    const bar = page.locator("#map .operando-legend svg:has(.tick)");
    expect(await bar.textContent()).toContain("counts (colours by their square root)");
    const ticks = await bar.locator(".tick text").allTextContents();
    expect(ticks.length).toBeGreaterThan(2);
    const numbers = ticks.map((text) => Number(text.replaceAll(",", "")));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(2200);
    expect(Math.max(...numbers)).toBeGreaterThan(1500);
    // a square root: a tick of half the range stands beyond the middle of the bar
    const places = await bar
      .locator(".tick")
      .evaluateAll((list) =>
        list.map((tick) => Number(/translate\(([\d.]+)/.exec(tick.getAttribute("transform") ?? "")?.[1]))
      );
    const along = (value: number) => places[numbers.indexOf(value)] - places[0];
    const last = numbers[numbers.length - 1];
    const share = (numbers[1] - numbers[0]) / (last - numbers[0]);
    expect(along(numbers[1]) / along(last)).toBeGreaterThan(share + 0.02);
    await page.context().close();
  }, 60_000);

  it("show how wrong a scan is that is taken for one moment", async () => {
    const page = await browser.open({ viewport: { width: 1180, height: 900 } });
    await show(page);
    const said = () => page.locator("#lattice .map-name").first().textContent();
    expect(await said()).toContain("pulls of 0.8 root mean square");
    await page.getByLabel("one moment").check({ force: true });
    expect(await said()).toContain("pulls of 20.0 root mean square");
    await page.context().close();
  }, 60_000);

  it("run a transition anew when its duration is moved", async () => {
    const page = await browser.open({ viewport: { width: 1180, height: 900 } });
    await show(page);
    const readout = page.locator("#transition .figure-content > div > .figure-readout");
    expect(await readout.textContent()).toContain(
      "Two lines in one pattern; both phases were there at once in none"
    );
    const slider = page.locator("#transition input[type=range]").first();
    await slider.fill("3");
    await expect.poll(() => readout.textContent(), { timeout: 10_000 }).toContain("patterns in a row");
    await page.getByLabel("0.1 C: 25 min").check({ force: true });
    await slider.fill("0.2");
    await expect.poll(() => readout.textContent(), { timeout: 10_000 }).toContain("Two lines in no pattern");
    expect(browser.errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  it("fit a phone, in the dark theme too", async () => {
    const page = await browser.open({ viewport: { width: 390, height: 800 }, colorScheme: "dark" });
    await show(page);
    const over = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".figure-frame")]
        .filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
        .map(({ id }) => id)
    );
    expect(over).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  }, 60_000);
});
