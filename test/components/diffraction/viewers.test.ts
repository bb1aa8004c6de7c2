import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as heat from "../../../src/components/diffraction/correlation-heat.js";
import type * as curves from "../../../src/components/diffraction/curves-plot.js";
import type * as ellipses from "../../../src/components/diffraction/ellipse-plot.js";
import type * as table from "../../../src/components/diffraction/refined-table.js";
import type * as plot from "../../../src/components/diffraction/refinement-plot.js";
import type * as series from "../../../src/components/diffraction/series-plot.js";
import type * as sliders from "../../../src/components/diffraction/value-sliders.js";
import type * as axis from "../../../src/components/diffraction/window-axis.js";
import type * as lines from "../../../src/components/diffraction/window-lines.js";
import type * as madeUp from "./made-up.js";
import { openViewers, type ViewerBrowser } from "./viewer-page.js";

type Viewers = typeof heat &
  typeof curves &
  typeof ellipses &
  typeof table &
  typeof plot &
  typeof series &
  typeof sliders &
  typeof axis &
  typeof lines &
  typeof madeUp;
// in the browser the bundle is a global; the functions below that use it run there
declare const viewers: Viewers;

let browser: ViewerBrowser;
beforeAll(async () => {
  browser = await openViewers();
}, 60_000);
afterAll(async () => {
  await browser.close();
});

const settle = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function showPattern(page: Page): Promise<void> {
  await page.evaluate(() => {
    const main = document.querySelector("main");
    const view = viewers.refinementPlot(viewers.madeUpPattern(), {
      ...{ width: main?.clientWidth ?? 350, alt: "A pattern." }
    });
    view.addEventListener("input", () => (document.body.dataset["window"] = JSON.stringify(view.value)));
    Object.assign(window, { view });
    main?.append(view);
  });
  await settle(page);
}
const shownWindow = async (page: Page): Promise<[number, number]> =>
  JSON.parse((await page.evaluate(() => document.body.dataset["window"])) ?? "[0,0]") as [number, number];
const readout = (page: Page) => page.locator(".refinement-plot .figure-readout").textContent();

/** A number that changes with the painting. */
const painting = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".pattern-stage canvas");
    const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let sum = 0;
    for (let i = 0; i < data.length; i += 1) sum = (31 * sum + data[i]) % 1_000_003;
    return sum;
  });

describe("the refinement plot", () => {
  it("is enlarged by drawing across and made whole by a double click", async () => {
    const page = await browser.open();
    await showPattern(page);
    expect(await readout(page)).toBe("d from 0.700 to 2.500 Å: 53 reflections.");
    const stage = page.locator(".pattern-stage");
    const box = await stage.boundingBox();
    if (!box) throw new Error("missing stage");
    const whole = await painting(page);
    // from 52 to 10 pixels before the right end lies the axis
    const at = (d: number) => box.x + 52 + ((d - 0.7) / 1.8) * (box.width - 62);
    await page.mouse.move(at(2.2), box.y + 100);
    await page.mouse.down();
    await page.mouse.move(at(2.3), box.y + 110, { steps: 3 });
    await settle(page);
    expect(await page.locator(".pattern-overlay rect").count()).toBe(1);
    await page.mouse.move(at(2.45), box.y + 120, { steps: 3 });
    await page.mouse.up();
    await settle(page);
    const [from, to] = await shownWindow(page);
    expect(from).toBeCloseTo(2.2, 2);
    expect(to).toBeCloseTo(2.45, 2);
    expect(await painting(page)).not.toBe(whole);
    expect(await page.locator(".pattern-overlay text", { hasText: "0 1 2" }).count()).toBe(1);
    await stage.dblclick({ position: { x: 200, y: 100 } });
    await settle(page);
    expect(await shownWindow(page)).toEqual([0.7, expect.closeTo(2.5, 6)]);
  });

  it("goes from reflection to reflection by keys, and reads it out", async () => {
    const page = await browser.open();
    await showPattern(page);
    await page.locator(".pattern-stage").focus();
    for (const key of ["+", "+", "+", "End"]) await page.keyboard.press(key);
    const [from, to] = await shownWindow(page);
    expect(to - from).toBeCloseTo(1.8 * 0.6 ** 3, 6);
    await page.keyboard.press("ArrowRight");
    expect((await shownWindow(page))[0]).toBeCloseTo(from + 0.1 * (to - from), 6);
    await page.keyboard.press("0");
    await page.keyboard.press("Shift+ArrowLeft");
    await settle(page);
    expect(await readout(page)).toMatch(/Reflection 1 0 1: d 2\.4\d{3} Å, multiplicity 6/);
    await page.keyboard.press("Shift+ArrowLeft");
    await settle(page);
    expect(await readout(page)).toMatch(/Reflection 0 0 6: /);
    await page.getByRole("button", { name: "Next reflection" }).click();
    await settle(page);
    expect(await readout(page)).toMatch(/Reflection 1 0 1: /);
    await page.locator(".pattern-stage").focus();
    await page.keyboard.press("Escape");
    await settle(page);
    expect(await readout(page)).toMatch(/^d from 0\.700/);
  });

  it("draws roots and standard errors when asked, and keeps its part when another pattern comes", async () => {
    const page = await browser.open({ colorScheme: "dark", viewport: { width: 390, height: 800 } });
    await showPattern(page);
    const first = await painting(page);
    await page.getByText("√").click();
    await settle(page);
    const roots = await painting(page);
    expect(roots).not.toBe(first);
    await page.getByText("standard errors").click();
    await settle(page);
    expect(await painting(page)).not.toBe(roots);
    expect(await page.locator(".pattern-overlay").textContent()).toContain("(obs − calc)/σ");
    await page.getByRole("button", { name: "Zoom in" }).click();
    const kept = await shownWindow(page);
    await page.evaluate(() => {
      const { view } = window as unknown as { view: plot.RefinementPlot };
      view.update(viewers.madeUpPattern("pristine"));
      document.body.dataset["window"] = JSON.stringify(view.value);
    });
    await settle(page);
    expect(await shownWindow(page)).toEqual(kept);
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(room);
  });
});

describe("tables and charts", () => {
  it("show what they are given, in both themes and on a phone, and are sound for those who cannot see", async () => {
    for (const options of [{}, { colorScheme: "dark", viewport: { width: 390, height: 800 } }] as const) {
      const page = await browser.open(options);
      await page.evaluate(() => {
        const main = document.querySelector("main");
        const width = main?.clientWidth ?? 350;
        const alt = "What a test shows.";
        const covariance = [1e-4, 5e-5, 4e-4] as const;
        const stages = ["pristine", "4.8 V"];
        const points = stages.map((stage, i) => ({
          ...{
            rate: i ? (0.1 as const) : null,
            stage,
            lithium: 1 - 0.5 * i,
            value: 1 - 0.04 * i,
            error: 0.01,
            truth: 1
          }
        }));
        const names = ["O", "B(O)", "scale"];
        const row = {
          label: "oxygen occupancy",
          symbol: "n_O",
          unit: "",
          value: 0.952,
          error: 0.0098,
          truth: 0.96
        };
        const spec = { name: "o" as const, label: "oxygen", unit: "", min: 0.8, max: 1, digits: 3 };
        const slider = viewers.valueSliders([spec], { o: 0.9 }, "Crystal");
        slider.addEventListener("input", () => (document.body.dataset["slid"] = String(slider.value.o)));
        main?.append(
          viewers.refinementPlot(viewers.madeUpPattern(), { width, alt }),
          viewers.refinedTable([row, { ...row, error: 0 }, { ...row, error: NaN }], "Values"),
          viewers.correlationHeat(names, [1, 0.02, -0.99, 0.02, 1, -0.001, -0.99, -0.001, 1], { width, alt }),
          viewers.ellipsePlot([{ label: "a", index: 0, centre: [0.96, 1], covariance }], {
            ...{ width, alt, xLabel: "x", yLabel: "y", truth: [0.96, 1], against: 1, count: 2 }
          }),
          viewers.ellipseKeys(["a", "b"], "no loss"),
          viewers.curvesPlot(
            [1, 3, 10].map((x) => ({ series: "a", x, y: 3 / Math.sqrt(x) })),
            {
              ...{ width, alt, xLabel: "h", yLabel: "%", xType: "log", yType: "log", current: 3 },
              levels: [{ y: 2, label: "reported" }]
            }
          ),
          viewers.seriesPlot(points, { width, alt, yLabel: "O", against: "state", stages }),
          viewers.seriesPlot(points, { width, alt, yLabel: "O", against: "lithium", stages }),
          viewers.windowAxis(viewers.windowLines(0.0025), {
            width,
            alt,
            window: [0.5, 2.5],
            named: () => false
          }),
          slider
        );
      });
      await settle(page);
      const cells = await page.locator(".table-view tbody tr").allTextContents();
      expect(cells).toEqual([
        "oxygen occupancy nO0.9520 ± 0.00980.96−0.82",
        "oxygen occupancy nO0.952 (held)0.96–",
        "oxygen occupancy nO0.952 (no error: at its bound, or not determined)0.96–"
      ]);
      const matrix = page.locator(".scroll-sideways svg");
      expect(await matrix.getAttribute("aria-label")).toContain("The strongest: O with scale, −.99.");
      expect(await matrix.textContent()).toContain(".00");
      expect(await matrix.textContent()).not.toContain("−.00");
      await page.getByRole("slider", { name: "oxygen" }).focus();
      await page.keyboard.press("ArrowRight");
      expect(Number(await page.evaluate(() => document.body.dataset["slid"]))).toBeCloseTo(0.9005, 9);
      expect(await accessibilityFaults(page, { within: "main" })).toEqual([]);
    }
    expect(browser.errors).toEqual([]);
  });
});
