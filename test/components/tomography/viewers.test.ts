import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as classStack from "../../../src/components/tomography/class-stack.js";
import type * as confusion from "../../../src/components/tomography/confusion-view.js";
import type * as convergence from "../../../src/components/tomography/convergence-plot.js";
import type * as distance from "../../../src/components/tomography/distance-plot.js";
import type * as fsc from "../../../src/components/tomography/fsc-plot.js";
import type * as ortho from "../../../src/components/tomography/ortho-view.js";
import type * as sinogram from "../../../src/components/tomography/sinogram-view.js";
import type * as sweep from "../../../src/components/tomography/sweep-plot.js";
import type * as series from "../../../src/components/tomography/tilt-series.js";
import type * as tilt from "../../../src/components/tomography/tilt-view.js";
import type * as volumeView from "../../../src/components/tomography/volume-view.js";
import type * as volumes from "../../../src/components/tomography/volume.js";
import type * as madeUp from "./made-up.js";
import { openViewers, type ViewerBrowser } from "./viewer-page.js";

type Viewers = typeof classStack &
  typeof confusion &
  typeof convergence &
  typeof distance &
  typeof fsc &
  typeof ortho &
  typeof sinogram &
  typeof sweep &
  typeof series &
  typeof tilt &
  typeof volumeView &
  typeof volumes &
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

async function showSlices(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { grid, layers } = viewers.madeUpVolume(32);
    const view = viewers.orthoView(grid, layers, { width: 350, alt: "A ball with domains." });
    document.querySelector("main")?.append(view);
    view.addEventListener("input", () => {
      document.body.dataset["at"] = JSON.stringify(view.value);
    });
  });
}

/** How many colours a canvas shows, and a number that changes with any of its pixels. */
const lookAt = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>(wanted);
    if (!canvas) throw new Error(`missing canvas: ${wanted}`);
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext("2d");
    context?.drawImage(canvas, 0, 0);
    const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
    const colours = new Set<number>();
    let [sum, filled] = [0, 0];
    for (let i = 0; i < pixels.length; i += 4) {
      const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
      colours.add(colour);
      if (pixels[i + 3] > 200) filled += 1;
      sum = (sum * 31 + colour + pixels[i + 3]) % 1_000_003;
    }
    return { colours: colours.size, filled: (4 * filled) / pixels.length, sum };
  }, selector);

describe("the three slices", () => {
  it("follow the keys, in the plane and through it, and read out every layer", async () => {
    const page = await browser.open();
    await showSlices(page);
    const readout = page.locator(".ortho-view .figure-readout");
    expect(await readout.textContent()).toContain("x 10 nm, y 10 nm, z 10 nm");
    await page.getByRole("application", { name: "Slice xy" }).focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowUp", "PageDown"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.body.dataset["at"])).toBe('{"z":15,"x":18,"y":15}');
    expect(await readout.textContent()).toContain("x 49 nm, y −10 nm, z −10 nm");
    expect(await page.getByLabel("x", { exact: true }).inputValue()).toBe("18");
    // the zy plane is crossed by x, and its own arrows move z
    await page.getByRole("application", { name: "Slice zy" }).focus();
    for (const key of ["PageUp", "ArrowLeft"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.body.dataset["at"])).toBe('{"z":14,"x":19,"y":15}');
    for (let i = 0; i < 5; ++i) await page.keyboard.press("Shift+ArrowLeft");
    expect(await page.evaluate(() => document.body.dataset["at"])).toBe('{"z":0,"x":19,"y":15}');
    const readings = await page.locator(".readings dt").allTextContents();
    expect(readings).toHaveLength(6);
    expect(await page.locator(".readings dd").first().textContent()).toBe("outside");
    await page.context().close();
  });

  it("follow the pointer and the sliders", async () => {
    const page = await browser.open();
    await showSlices(page);
    const slice = page.getByRole("application", { name: "Slice xz" });
    const box = await slice.boundingBox();
    if (!box) throw new Error("missing slice");
    await page.mouse.click(box.x + 0.26 * box.width, box.y + 0.76 * box.height);
    expect(await page.evaluate(() => document.body.dataset["at"])).toBe('{"z":24,"x":8,"y":16}');
    await page.getByLabel("y", { exact: true }).fill("3");
    expect(await page.evaluate(() => document.body.dataset["at"])).toBe('{"z":24,"x":8,"y":3}');
    await page.context().close();
  });

  it("show another layer with its own colours and legend", async () => {
    const page = await browser.open();
    await showSlices(page);
    const classes = await lookAt(page, ".slice-xy canvas");
    // outside, and at most three classes
    expect(classes.colours).toBeLessThanOrEqual(4);
    expect(classes.filled).toBeGreaterThan(0.4);
    await page.getByLabel("Layer").selectOption({ label: "O density" });
    const density = await lookAt(page, ".slice-xy canvas");
    expect(density.colours).toBeGreaterThan(8);
    expect(await page.locator(".layer-legend").textContent()).toContain("O density (mol/m³)");
    expect(await page.locator(".readings .current").textContent()).toMatch(/^O density[\d,]+ mol\/m³$/);
    await page.context().close();
  });

  it("keep the cross-hair when other layers come", async () => {
    const page = await browser.open();
    const said = await page.evaluate(() => {
      const { grid, layers } = viewers.madeUpVolume(16);
      const view = viewers.orthoView(grid, layers, { width: 350, alt: "A ball.", layer: "class, true" });
      document.querySelector("main")?.append(view);
      view.value = { z: 8, x: 8, y: 7 };
      const values = new Uint8Array(16 ** 3).fill(3);
      view.update([{ kind: "class", label: "class, true", values }]);
      const before = [view.value, view.layer, view.querySelector(".figure-readout")?.textContent];
      view.update([...layers, { kind: "class", label: "one more", values }]);
      view.layer = "one more";
      return [...before, view.querySelector(".figure-readout")?.textContent];
    });
    expect(said).toEqual([
      { z: 8, x: 8, y: 7 },
      "class, true",
      expect.stringContaining("true: oxygen-rich"),
      expect.stringContaining("one more: oxygen-rich")
    ]);
    await page.context().close();
  });
});

async function showVolume(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { grid, layers } = viewers.madeUpVolume(32);
    const layer = layers[1];
    if (layer.kind !== "class") throw new Error("missing class layer");
    const view = viewers.volumeView(grid, layer, { width: 300, alt: "A ball with domains." });
    document.querySelector("main")?.append(view);
  });
}

describe("the 3-D view", () => {
  const canvas = ".volume-stage canvas";
  // a frame is drawn when the browser next draws
  const settled = (page: Page) =>
    page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 300)));

  it("waits for the reader, then draws, turns by keys, hides classes and cuts", async () => {
    const page = await browser.open();
    await showVolume(page);
    expect(await page.locator(canvas).count()).toBe(0);
    await page.getByRole("button", { name: /Show in 3-D \(loads \d+ kB\)/ }).click();
    await page.locator(canvas).waitFor();
    await settled(page);
    const stage = page.getByRole("application");
    const first = await lookAt(page, canvas);
    expect(first.colours).toBeGreaterThan(50);
    expect(await stage.getAttribute("aria-label")).toContain("Turned 30°, raised 25°, zoom 1.0, not cut");

    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("+");
    await settled(page);
    const turned = await lookAt(page, canvas);
    expect(turned.sum).not.toBe(first.sum);
    expect(await stage.getAttribute("aria-label")).toContain("Turned 40°, raised 25°, zoom 1.2");
    await page.keyboard.press("Home");
    await settled(page);
    expect(await lookAt(page, canvas)).toEqual(first);

    await page.getByRole("radio", { name: "z", exact: true }).check();
    await settled(page);
    const cut = await lookAt(page, canvas);
    expect(cut.sum).not.toBe(first.sum);
    expect(await stage.getAttribute("aria-label")).toContain("cut across z at 50 %");
    await page.getByLabel("other side").check();
    await settled(page);
    const other = await lookAt(page, canvas);
    expect(other.sum).not.toBe(cut.sum);
    expect(other.filled).toBeGreaterThan(0.1);
    expect(other.sum).not.toBe(first.sum);
    await page.getByLabel("other side").uncheck();
    await page.getByLabel("Position of the cut").fill("20");
    await settled(page);
    expect((await lookAt(page, canvas)).sum).not.toBe(cut.sum);
    await page.getByRole("radio", { name: "none" }).check();

    for (const name of ["target", "oxygen-poor", "oxygen-rich"])
      await page.getByRole("checkbox", { name, exact: true }).uncheck();
    await settled(page);
    expect((await lookAt(page, canvas)).filled).toBe(0);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it("turns by dragging and draws nothing while nothing changes", async () => {
    const page = await browser.open(
      {},
      `let count = 0;
      const draw = WebGL2RenderingContext.prototype.drawArrays;
      WebGL2RenderingContext.prototype.drawArrays = function (...args) {
        document.body.dataset.frames = ++count;
        draw.apply(this, args);
      };`
    );
    await showVolume(page);
    await page.getByRole("button", { name: /Show in 3-D/ }).click();
    await page.locator(canvas).waitFor();
    await settled(page);
    const frames = () => page.evaluate(() => document.body.dataset["frames"]);
    const before = await frames();
    await settled(page);
    expect(Number(before)).toBeGreaterThan(0);
    expect(await frames()).toBe(before);
    const box = await page.getByRole("application").boundingBox();
    if (!box) throw new Error("missing stage");
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, box.y + 100);
    await page.mouse.up();
    await settled(page);
    expect(Number(await frames())).toBeGreaterThan(Number(before));
    expect(await page.getByRole("application").getAttribute("aria-label")).toMatch(/Turned 60°/);
    await page.context().close();
  });

  it.each([
    ["gives no WebGL", true],
    ["takes it away", false]
  ])("shows the slices in a browser that %s", async (_, never) => {
    const without = `const own = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return /webgl/.test(kind) ? null : own.call(this, kind, ...rest);
      };`;
    const page = await browser.open({}, never ? without : undefined);
    await showVolume(page);
    await page.getByRole("button", { name: /Show in 3-D/ }).click();
    if (!never) {
      await page.locator(canvas).waitFor();
      await page.evaluate((wanted) => {
        const context = document.querySelector<HTMLCanvasElement>(wanted)?.getContext("webgl2");
        context?.getExtension("WEBGL_lose_context")?.loseContext();
      }, canvas);
    }
    await page.locator(".ortho-view").waitFor();
    expect(await page.locator(".volume-view > .figure-readout").textContent()).toMatch(
      /WebGL.*; the slices show the same volume\.$/
    );
    expect((await lookAt(page, ".slice-xy canvas")).filled).toBeGreaterThan(0.4);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it("starts by itself where it is told to, once it is seen", async () => {
    const page = await browser.open({ viewport: { width: 600, height: 400 } });
    await page.evaluate(() => {
      const { grid, layers } = viewers.madeUpVolume(16);
      const layer = layers[1];
      if (layer.kind !== "class") throw new Error("missing class layer");
      const view = viewers.volumeView(grid, layer, { width: 300, alt: "A ball.", start: true });
      const above = document.createElement("div");
      above.style.height = "2000px";
      document.querySelector("main")?.append(above, view);
    });
    await settled(page);
    expect(await page.locator(canvas).count()).toBe(0);
    await page.locator(".volume-stage").scrollIntoViewIfNeeded();
    await page.locator(canvas).waitFor();
    await page.context().close();
  });

  it("gives the context back when the cell ends", async () => {
    const page = await browser.open();
    const lost = await page.evaluate(async () => {
      const { grid, layers } = viewers.madeUpVolume(16);
      const layer = layers[1];
      if (layer.kind !== "class") throw new Error("missing class layer");
      let end = () => {};
      const invalidation = new Promise<void>((resolve) => (end = resolve));
      const view = viewers.volumeView(grid, layer, { width: 300, alt: "A ball.", invalidation });
      document.querySelector("main")?.append(view);
      await view.show();
      const context = view.querySelector("canvas")?.getContext("webgl2");
      const before = context?.isContextLost();
      end();
      await invalidation;
      await new Promise((done) => setTimeout(done, 50));
      return [before, context?.isContextLost(), view.querySelector(".ortho-view")];
    });
    expect(lost).toEqual([false, true, null]);
    await page.context().close();
  });
});

async function showSeries(page: Page): Promise<void> {
  await page.evaluate(() => {
    const main = document.querySelector("main");
    const data = viewers.madeUpSeries(32, 24);
    const images = viewers.tiltView(data, { width: 350, alt: "Tilt series." });
    const sinograms = (row: number) => data.stacks.map((stack) => viewers.sinogramOf(data, stack, row));
    const { tilts, columns, pixel } = data;
    const rows = viewers.sinogramView(sinograms(12), {
      width: 350,
      alt: "Sinograms.",
      tilts,
      columns,
      pixel
    });
    let row = 12;
    images.addEventListener("input", () => {
      rows.value = images.value.tilt;
      if (images.value.row !== row) rows.update(sinograms((row = images.value.row)));
    });
    rows.addEventListener("input", () => {
      images.value = { ...images.value, tilt: rows.value };
    });
    main?.append(images, rows);
  });
}

describe("the tilt series and its sinograms", () => {
  it("move together, by slider and by keys", async () => {
    const page = await browser.open();
    await showSeries(page);
    const images = page.locator(".tilt-view .figure-readout");
    const rows = page.locator(".sinogram-view .figure-readout");
    expect(await images.textContent()).toContain("at 0°; the sinogram is that of row 12 of 24");
    const before = await lookAt(page, ".tilt-image canvas");
    await page.getByLabel("Tilt", { exact: true }).fill("100");
    expect(await images.textContent()).toContain("at 35°");
    expect(await rows.textContent()).toContain("Marked tilt: 35°");
    expect((await lookAt(page, ".tilt-image canvas")).sum).not.toBe(before.sum);
    await page
      .getByRole("application", { name: /Sinogram of 545/ })
      .first()
      .focus();
    await page.keyboard.press("ArrowUp");
    expect(await images.textContent()).toContain("at 34°");
    const sinogramBefore = await lookAt(page, ".sinogram-image canvas");
    await page.getByRole("application", { name: "Image at 34°" }).focus();
    for (let i = 0; i < 4; ++i) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    expect(await images.textContent()).toContain("at 33°; the sinogram is that of row 8");
    expect((await lookAt(page, ".sinogram-image canvas")).sum).not.toBe(sinogramBefore.sum);
    await page.getByLabel("Image", { exact: true }).selectOption({ index: 1 });
    expect(await images.textContent()).toContain("660 eV");
    await page.context().close();
  });

  it("show the missing wedge on request, and play only for readers who do not mind", async () => {
    const page = await browser.open({ reducedMotion: "reduce" });
    await showSeries(page);
    expect(await page.getByRole("button", { name: "Play" }).count()).toBe(0);
    const before = await lookAt(page, ".sinogram-image canvas");
    expect(before.filled).toBe(1);
    await page.getByLabel(/not measured/).check();
    expect((await lookAt(page, ".sinogram-image canvas")).filled).toBeCloseTo(131 / 180, 1);
    expect(await page.locator(".sinogram-image").first().textContent()).toContain("not measured");
    await page.context().close();
  });
});

describe.each([
  ["light", 1100],
  ["dark", 390]
] as const)("in the %s theme, %i pixels wide, all of them", (colorScheme, width) => {
  it("have no fault that axe finds, and never scroll the page sideways", async () => {
    const page = await browser.open({ colorScheme, viewport: { width, height: 844 } });
    await showSlices(page);
    await showVolume(page);
    await page.getByRole("button", { name: /Show in 3-D/ }).click();
    await page.locator(".volume-stage canvas").waitFor();
    await showSeries(page);
    await page.evaluate(() => {
      const main = document.querySelector("main");
      const chart = { width: main?.clientWidth ?? 350, alt: "A chart." };
      main?.append(
        viewers.classStack(viewers.madeUpShares(), chart),
        viewers.classStack(viewers.madeUpShares(), { ...chart, arrangement: "stacked" }),
        viewers.confusionView([
          [9000, 300, 200],
          [400, 1500, 10],
          [0, 0, 0]
        ]),
        viewers.convergencePlot(viewers.madeUpCurves(), { ...chart, yLabel: "residual" }),
        viewers.fscPlot(viewers.madeUpFsc(), { ...chart, halfBit: viewers.madeUpHalfBit() }),
        viewers.sweepPlot(viewers.madeUpSweep(), {
          ...chart,
          xLabel: "threshold (%)",
          truth: { target: 0.9 }
        }),
        viewers.distancePlot(viewers.madeUpDistances(), chart)
      );
    });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    ).toBe(0);
    expect(await page.locator(".confusion tbody tr").last().textContent()).toBe("oxygen-rich–0–0–0");
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});

it("a confusion matrix of another size is refused", async () => {
  const page = await browser.open();
  const message = await page.evaluate(() => {
    try {
      viewers.confusionView([[1, 2]]);
    } catch (error) {
      return String(error);
    }
    return "";
  });
  expect(message).toContain("invalid confusion matrix: 1 rows; must be 3 rows of 3 counts");
  await page.context().close();
});
