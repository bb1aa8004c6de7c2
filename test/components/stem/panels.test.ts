import { readFileSync } from "node:fs";
import type { tableFromArrays } from "apache-arrow";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as images from "../../../src/components/stem/images-panel.js";
import type * as limits from "../../../src/components/stem/limits-panels.js";
import type * as models from "../../../src/components/stem/model-panel.js";
import type * as pattern from "../../../src/components/stem/pattern-plot.js";
import type * as regions from "../../../src/components/stem/regions-panel.js";
import type * as statistics from "../../../src/components/stem/statistics-panel.js";
import type * as strain from "../../../src/components/stem/strain-panel.js";
import type * as surface from "../../../src/components/stem/surface-panel.js";
import { openPanels, type PanelBrowser } from "./panel-page.js";

type Panels = typeof images &
  typeof limits &
  typeof models &
  typeof pattern &
  typeof regions &
  typeof statistics &
  typeof strain &
  typeof surface & { tableFromArrays: typeof tableFromArrays };
// in the browser the bundle is a global; the functions below that use it run there
declare const panels: Panels;

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await openPanels();
}, 120_000);
afterAll(async () => {
  await browser.close();
});

/** All panels with made-up data: a field of 64 Å, images of 64² and maps of 16² points. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const main = document.querySelector("main");
    const width = main?.clientWidth ?? 350;
    const region = { radius: 8, box: [8, 8, 24], deficit: -0.3, rotation: 0, deviations: 9, columns: 20 };
    const regions = (kinds: string[]) =>
      kinds.map((kind, i) => ({ ...region, kind, x: 20 + 8 * i, y: 20, box: [8 + 8 * i, 8, 24] }));
    const lattice = {
      step_A: 4,
      phase_step_A: 4,
      g_per_px: [
        [0, 0.04],
        [0.08, 0.05]
      ],
      peaks: []
    };
    const file = (
      n: number,
      facts: Record<string, unknown>,
      kindOf: (name: string) => "class" | "scaled"
    ) => ({
      ...{ meta: {} as never, facts },
      array: (name: string) => ({
        ...{ name, shape: [n, n], axes: ["y", "x"], unit: "", description: "", min: -0.1, max: 0.1 },
        kind: kindOf(name),
        bytes: Uint8Array.from({ length: n * n }, (_, i) =>
          kindOf(name) === "class" ? 1 + (i % 3) : 1 + ((7 * i) % 254)
        )
      })
    });
    const scene = { pixel_A: 1 };
    const micrographs = file(64, { pristine: scene, slow: scene, fast: scene }, () => "scaled");
    const maps = file(
      16,
      {
        slow: { ...lattice, regions: regions(["regular", "low intensity"]) },
        "fast-surface": { ...lattice, regions: regions(["regular"]) },
        fast: { ...lattice, regions: regions(["regular", "low intensity", "twisted"]) }
      },
      (name) => (name.endsWith("phase") ? "class" : "scaled")
    );
    const count = 120;
    const fill = (value: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => value(i));
    const words = (value: (i: number) => string) => Array.from({ length: count }, (_, i) => value(i));
    const columns = panels.tableFromArrays({
      scene: words((i) => ["pristine", "slow", "fast"][i % 3]),
      ...{ x_A: fill((i) => (i * 5) % 100), y_A: fill((i) => (i * 11) % 100) },
      ...{ spacing_A: fill((i) => 4.7 + 0.01 * (i % 7)), tilt_deg: fill((i) => (i % 5) - 2) },
      true_spacing_A: fill((i) => 4.6 + 0.02 * (i % 7)),
      ...{ rotation_deg: fill((i) => (i % 9) - 4), deficit: fill((i) => -0.05 * (i % 5)) },
      ...{ true_dx_A: fill(() => 0), true_dy_A: fill(() => 0), true_rotation_deg: fill((i) => (i % 9) - 4) },
      region: words((i) => ["regular", "low intensity", "twisted"][i % 4] ?? "regular"),
      true_domain: words((i) => ["regular", "void", "twisted"][i % 4] ?? "none"),
      true_phase: words(() => "layered")
    });
    const scenes = ["pristine", "slow", "fast-surface", "fast"];
    const quantities = ["exx", "eyy", "exy", "rotation", "transformed layer"];
    const rows = scenes.flatMap((name) => quantities.map((quantity) => ({ name, quantity })));
    const ten = (value: number) => Float64Array.from(rows, () => value);
    const comparison = panels.tableFromArrays({
      scene: rows.map(({ name }) => name),
      quantity: rows.map(({ quantity }) => quantity),
      unit: rows.map(() => ""),
      ...{ found: ten(0.01), truth: ten(0.012), rms: ten(0.002), slope: ten(0.9), count: ten(100) }
    });
    const sweeps = ["dose", "thickness", "slow distortion", "line jitter", "surface", "wedge"].flatMap(
      (sweep) =>
        ["position", "lithium", "oxygen", "strain", "largest strain"].flatMap((quantity) =>
          ["haadf", "idpc"].flatMap((signal) => [1, 2, 3].map((x) => ({ sweep, quantity, signal, x })))
        )
    );
    const limits = panels.tableFromArrays({
      sweep: sweeps.map((r) => r.sweep),
      quantity: sweeps.map((r) => r.quantity),
      signal: sweeps.map((r) => r.signal),
      x: Float64Array.from(sweeps, (r) => r.x),
      value: Float64Array.from(sweeps, (r) => r.x / 3)
    });
    const steps = ["line", "depth", "other stack"].flatMap((kind) =>
      [0, 3.68, 7.12].flatMap((place) => [25, 50].map((depth) => ({ kind, place, depth })))
    );
    const some = (value: number) => Float64Array.from(steps, (r) => value * r.depth);
    const multislice = panels.tableFromArrays({
      kind: steps.map((r) => r.kind),
      place_A: Float64Array.from(steps, (r) => r.place),
      depth_A: Float64Array.from(steps, (r) => r.depth),
      ...{ haadf: some(0.001), haadf_model: some(0.0012), idpc_rad: some(-0.01), idpc_model_rad: some(-0.02) }
    });
    for (const { schema } of [columns, comparison, limits, multislice])
      schema.metadata.set("provenance", "recovered");
    const data = { images: micrographs, maps, columns, comparison };
    const words2 = { title: "A title", caption: "A caption.", alt: "A picture." };
    main?.append(
      panels.imagesPanel(micrographs, {
        id: "fig-1c",
        label: "Figure 1c, d",
        width,
        scene: "pristine",
        ...words2
      }),
      panels.modelPanel({ id: "fig-1m", label: "Figure 1m", width, set: "domains", beside: true, ...words2 }),
      panels.surfacePanel(data, { id: "fig-1f", label: "Figure 1f", width }),
      panels.regionsPanel(data, { id: "fig-1h", label: "Figure 1h–l", width }),
      panels.statisticsPanel(columns, { id: "fig-s17", label: "Supplementary Figure 17", width }),
      panels.strainPanel(maps, comparison, { id: "fig-s18", label: "Supplementary Figure 18", width }),
      panels.visibilityPanel(limits, { id: "limit-a", label: "Limit a", width }),
      panels.artefactsPanel(limits, { id: "limit-b", label: "Limit b", width }),
      panels.multislicePanel(multislice, { id: "limit-c", label: "Limit c", width })
    );
  });
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
    expect(await page.locator("main").textContent()).not.toMatch(/NaN|undefined|Infinity/);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});

describe("the pictures", () => {
  it("share one cursor, which arrow keys move and words follow", async () => {
    const page = await browser.open();
    await showAll(page);
    const frame = page.locator("#fig-1h");
    const said = frame.locator(".stem-group > .figure-readout");
    const before = await said.textContent();
    const crosses = () =>
      frame
        .locator(".stem-tile svg")
        .evaluateAll((all) => all.map((svg) => svg.querySelector("path")?.getAttribute("d")));
    const first = await crosses();
    await frame.locator('.stem-tile[role="application"]').first().focus();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await said.textContent()).not.toBe(before);
    // both images, and the zoom in which the cursor is
    const moved = (await crosses()).map((d, i) => d !== first[i]);
    expect(moved.slice(0, 2)).toEqual([true, true]);
    expect(moved.slice(2)).toContain(true);
    await page.context().close();
  });

  it("change with the contrast, and say which structure is where at either rate", async () => {
    const page = await browser.open();
    await showAll(page);
    const frame = page.locator("#fig-1f");
    const middle = () =>
      frame
        .locator("canvas")
        .first()
        .evaluate((canvas: HTMLCanvasElement) =>
          [...(canvas.getContext("2d")?.getImageData(0, 0, 64, 64).data ?? [])].reduce((sum, v) => sum + v, 0)
        );
    const before = await middle();
    await frame.getByLabel("White at").fill("30");
    expect(await middle()).toBeGreaterThan(before);
    const said = frame.locator(".stem-group > .figure-readout");
    expect(await said.textContent()).toContain("0.1 C: found");
    await frame.getByRole("radio", { name: "10 C", exact: true }).check();
    expect(await said.textContent()).toContain("10 C: found");
    expect(await frame.locator("caption").textContent()).toContain("10 C");
    await page.context().close();
  });
});

describe("the spacing of the slabs", () => {
  it("colours the columns found over the one image and true over the other, with one colour bar in Å", async () => {
    const page = await browser.open();
    await showAll(page);
    const frame = page.locator("#fig-1h");
    expect(await frame.locator(".stem-legend").count()).toBe(2);
    await frame.getByRole("radio", { name: "spacing", exact: true }).check();
    const colours = (tile: number) =>
      frame
        .locator(".stem-tile")
        .nth(tile)
        .locator("circle")
        .evaluateAll((all) => all.map((each) => each.getAttribute("fill")));
    const [found, truth] = [await colours(0), await colours(1)];
    expect([found.length, truth.length]).toEqual([40, 40]);
    // at the mean, 4.73 Å, white; the truth of the made-up table lies lower and spreads twice as far
    expect(new Set(found).size).toBe(7);
    expect(truth).not.toEqual(found);
    expect(await frame.locator(".map-name").first().textContent()).toBe("h · HAADF, spacing found");
    expect(await frame.locator(".map-name").nth(1).textContent()).toContain("spacing in the sample");
    expect(await frame.locator(".stem-legend").last().textContent()).toContain(
      "slab spacing (Å); white: the mean, 4.73"
    );
    await frame.getByRole("radio", { name: "rotation", exact: true }).check();
    expect(await colours(1)).toEqual([]);
    await page.context().close();
  });
});

describe("the model", () => {
  it("is turned by keys, hides an element, and shows another domain", async () => {
    const page = await browser.open();
    await showAll(page);
    const frame = page.locator("#fig-1m");
    const stage = frame.locator(".stem-stage");
    await stage.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => stage.getAttribute("aria-label")).toContain("Turned 10°");
    const shot = () =>
      stage.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL().length);
    const before = await shot();
    await frame.getByLabel(/^O, /).uncheck();
    await expect.poll(shot).not.toBe(before);
    const metal = () => frame.getByText(/^Mn, \d+ atoms/).textContent();
    const regular = parseInt((await metal())?.slice(4) ?? "");
    await frame.getByRole("radio", { name: "metal-poor" }).check();
    expect(parseInt((await metal())?.slice(4) ?? "")).toBeLessThan(regular);
    await page.context().close();
  });
});

describe("the data of every figure", () => {
  it("can be taken away, with units, as many rows as there are points", async () => {
    const page = await browser.open({ acceptDownloads: true });
    await showAll(page);
    const lines: Record<string, number> = {};
    for (const frame of await page.locator("main > section").all()) {
      await frame.locator(".figure-menu summary", { hasText: "Data" }).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        frame.getByRole("button", { name: "CSV" }).click()
      ]);
      const text = readFileSync(await file.path(), "utf8");
      lines[(await frame.getAttribute("id")) ?? ""] = text.trim().split("\n").length - 1;
    }
    // a line of the image; a map of 16 × 16; the 40 columns of the third lamella
    expect(lines).toMatchObject({ "fig-1c": 64, "fig-1f": 256, "fig-1h": 40, "fig-s18": 256 });
    expect(Object.values(lines).every((count) => count > 0)).toBe(true);
    await page.context().close();
  });
});

describe("the pattern", () => {
  it("tells the chosen pair in lengths and directions", async () => {
    const page = await browser.open();
    const words = await page.evaluate(() =>
      panels
        .patternPlot(
          {
            peaks: [{ x: 0, y: 0.04, power: 1 }],
            g: [
              [0, 0.04],
              [0.08, 0]
            ],
            sigma: 0.01,
            pixel: 0.2
          },
          200
        )
        .getAttribute("aria-label")
    );
    expect(words).toBe("Peaks of the pattern; g1 5.00 Å at 90°, g2 2.50 Å at 0°.");
    await page.context().close();
  });
});
