import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import type * as bias from "../../../src/components/xanes/bias-plot.js";
import type * as charge from "../../../src/components/xanes/charge-table.js";
import type * as coverage from "../../../src/components/xanes/coverage-plot.js";
import type * as drift from "../../../src/components/xanes/drift-plot.js";
import type * as heat from "../../../src/components/xanes/pulls-heat.js";
import type * as shares from "../../../src/components/xanes/shares-plot.js";
import type * as edges from "../../../src/components/xanes/edges-plot.js";
import type * as gallery from "../../../src/components/xanes/map-gallery.js";
import type * as limit from "../../../src/components/xanes/limit-plot.js";
import type * as maps from "../../../src/components/xanes/maps-view.js";
import type * as pulls from "../../../src/components/xanes/pulls-plot.js";
import type * as references from "../../../src/components/xanes/references-plot.js";
import type * as rixs from "../../../src/components/xanes/rixs-map.js";
import type * as scree from "../../../src/components/xanes/scree-plot.js";
import type * as separability from "../../../src/components/xanes/separability-table.js";
import type * as settings from "../../../src/components/xanes/settings-form.js";
import type * as source from "../../../src/components/xanes/spectra-source.js";
import type * as spectrum from "../../../src/components/xanes/spectrum-view.js";
import type * as workflow from "../../../src/components/xanes/workflow-steps.js";
import type * as zoneMap from "../../../src/components/xanes/zone-map.js";
import type * as zones from "../../../src/components/xanes/zones-plot.js";
import type * as balance from "../../../src/science/xanes/charge-balance.js";
import type * as madeUp from "./made-up.js";
import { openViewers, type ViewerBrowser } from "./viewer-page.js";

type Viewers = typeof bias &
  typeof shares &
  typeof heat &
  typeof drift &
  typeof charge &
  typeof coverage &
  typeof edges &
  typeof gallery &
  typeof limit &
  typeof maps &
  typeof pulls &
  typeof references &
  typeof rixs &
  typeof scree &
  typeof separability &
  typeof settings &
  typeof source &
  typeof spectrum &
  typeof workflow &
  typeof zoneMap &
  typeof zones &
  typeof balance &
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

/** Maps and the spectra behind their selection, joined as on a page; what is selected is written on the body. */
async function showMaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const main = document.querySelector("main");
    const { grid, zones, layers } = viewers.madeUpMaps(32);
    const width = main?.clientWidth ?? 350;
    const view = viewers.mapsView(grid, layers, { width, zones, alt: "Maps of four elements." });
    const spectra = viewers.spectrumView(viewers.madeUpSpectra(), { width, subject: "nothing yet" });
    const tell = () => {
      const { mask, ...rest } = view.value;
      const pixels = mask?.reduce((sum, own) => sum + own, 0);
      document.body.dataset["selected"] = JSON.stringify({ ...rest, pixels });
      const outside = !mask && zones[rest.x * grid.ny + rest.y] === 0;
      const subject = mask ? `mean of ${pixels} pixels` : `pixel ${rest.x}, ${rest.y}`;
      spectra.update(
        outside ? [] : viewers.madeUpSpectra(mask ? 0.6 : 0.4),
        outside ? "outside the particle: no spectrum" : subject
      );
    };
    view.addEventListener("input", tell);
    main?.append(view, spectra);
    tell();
  });
}
const selected = async (page: Page): Promise<unknown> =>
  JSON.parse((await page.evaluate(() => document.body.dataset["selected"])) ?? "null");

/** A number that changes with any pixel of each map. */
const paintings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>(".maps-view .xanes-map canvas")].map((canvas) => {
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: []
      };
      let sum = 0;
      for (let i = 0; i < data.length; ++i) sum = (31 * sum + data[i]) % 1_000_003;
      return sum;
    })
  );

describe("the four maps", () => {
  it("share one cursor, by keys and sliders, and read out every layer", async () => {
    const page = await browser.open();
    await showMaps(page);
    const readout = page.locator(".maps-view .figure-readout");
    expect(await readout.textContent()).toContain(
      "x 10 nm, y 10 nm from the centre, zone 5. valence found: Mn 3."
    );
    const crosses = () =>
      page
        .locator(".maps-view .xanes-map svg > path:first-child")
        .evaluateAll((all) => all.map((p) => p.getAttribute("d")));
    const before = await crosses();
    await page.getByRole("application", { name: "Map of Co" }).focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowLeft"])
      await page.keyboard.press(key);
    expect(await selected(page)).toEqual({ x: 13, y: 15, mode: "pixel" });
    expect(await readout.textContent()).toContain("x −49 nm, y −10 nm");
    const after = await crosses();
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(before[0]);
    expect(await page.getByLabel("Cursor x").inputValue()).toBe("13");
    await page.getByLabel("Cursor y").fill("0");
    expect(await selected(page)).toEqual({ x: 13, y: 0, mode: "pixel" });
    expect(await readout.textContent()).toContain("outside the particle. valence found: Mn –");
    expect(await page.locator(".spectrum-view .figure-readout").textContent()).toContain("no spectrum");
    const rows = await page.locator(".map-readings tbody tr").allTextContents();
    expect(rows).toHaveLength(7);
    for (let i = 0; i < 9; ++i)
      await page.getByRole("application", { name: "Map of O" }).press("Shift+ArrowRight");
    expect(await selected(page)).toEqual({ x: 31, y: 0, mode: "pixel" });
    await page.context().close();
  });

  it("follow the pointer", async () => {
    const page = await browser.open();
    await showMaps(page);
    const box = await page.getByRole("application", { name: "Map of Ni" }).boundingBox();
    if (!box) throw new Error("missing map");
    await page.mouse.click(box.x + 0.26 * box.width, box.y + 0.51 * box.height);
    expect(await selected(page)).toEqual({ x: 8, y: 16, mode: "pixel" });
    await page.context().close();
  });

  it("show another layer with its own colours", async () => {
    const page = await browser.open();
    await showMaps(page);
    const before = await paintings(page);
    await page.getByLabel("Layer").selectOption("difference");
    const after = await paintings(page);
    expect(after.map((sum, i) => sum !== before[i])).toEqual([true, true, true, true]);
    expect(await page.locator(".maps-view .map-legend").first().textContent()).toContain("difference");
    expect(await page.locator(".map-readings .current th").textContent()).toBe("difference");
    await page.context().close();
  });

  it("select a zone, whose mask the spectra follow", async () => {
    const page = await browser.open();
    await showMaps(page);
    expect(await page.getByRole("radio", { name: "2", exact: true }).isVisible()).toBe(false);
    await page.getByRole("radio", { name: "zone" }).check();
    const first = (await selected(page)) as { zone: number; pixels: number };
    await page.getByRole("radio", { name: "2", exact: true }).check();
    const second = (await selected(page)) as { zone: number; pixels: number };
    expect(first.zone).toBe(1);
    expect(second.zone).toBe(2);
    const counted = await page.evaluate(() => {
      const { zones } = viewers.madeUpMaps(32);
      return [1, 2].map((zone) => zones.filter((own) => own === zone).length);
    });
    expect([first.pixels, second.pixels]).toEqual(counted);
    expect(await page.locator(".spectrum-view .figure-readout").textContent()).toBe(
      `mean of ${second.pixels} pixels`
    );
    await page.locator(".weights").first().getByText("0.600 ± 0.020").waitFor();
    expect(await page.locator(".weights").first().locator("td").allTextContents()).toEqual([
      "0.400 ± 0.020",
      "0.600 ± 0.020",
      "1.03"
    ]);
    // the cursor takes its zone along
    await page.getByRole("application", { name: "Map of Mn" }).press("ArrowLeft");
    expect(await selected(page)).toMatchObject({ zone: 5 });
    await page.context().close();
  });

  it("select by a lasso, by pointer and by keys", async () => {
    const page = await browser.open();
    await showMaps(page);
    await page.getByRole("radio", { name: "lasso" }).check();
    expect(await selected(page)).toEqual({ x: 16, y: 16, mode: "lasso" });
    const map = page.getByRole("application", { name: "Map of Mn" });
    const box = await map.boundingBox();
    if (!box) throw new Error("missing map");
    const to = (x: number, y: number) =>
      page.mouse.move(box.x + (x / 32) * box.width, box.y + (y / 32) * box.height);
    await to(10, 12);
    await page.mouse.down();
    for (const [x, y] of [
      [14, 12],
      [14, 18],
      [10, 18]
    ])
      await to(x, y);
    await page.mouse.up();
    expect(await selected(page)).toMatchObject({ mode: "lasso", pixels: 24 });
    await page.getByRole("button", { name: "Clear lasso" }).click();
    expect(await selected(page)).toEqual({ x: 16, y: 16, mode: "lasso" });
    await map.focus();
    for (const key of ["Enter", "ArrowRight", "ArrowRight", "Enter", "ArrowDown", "ArrowDown", "Enter"])
      await page.keyboard.press(key);
    // the triangle (16.5, 16.5), (18.5, 16.5), (18.5, 18.5); which pixels on its rim count is the rule's affair
    expect(((await selected(page)) as { pixels: number }).pixels).toBeGreaterThan(0);
    if (process.env["XANES_PICTURES"])
      await page.screenshot({ path: `${process.env["XANES_PICTURES"]}/lasso.png` });
    await page.keyboard.press("Escape");
    expect(await selected(page)).toEqual({ x: 18, y: 18, mode: "lasso" });
    await page.context().close();
  });

  it("keep cursor, layer and selection when other layers come, and refuse those that do not fit", async () => {
    const page = await browser.open();
    const said = await page.evaluate(() => {
      const { grid, zones, layers } = viewers.madeUpMaps(16);
      const view = viewers.mapsView(grid, layers, { width: 350, zones, alt: "Maps." });
      document.querySelector("main")?.append(view);
      view.layer = "edge jump";
      view.value = { x: 8, y: 7, mode: "zone", zone: 3 };
      view.update(layers.map((layer) => ({ ...layer, values: new Float32Array(256).fill(0.25) })));
      let message = "";
      try {
        view.update([{ ...layers[0], values: new Float32Array(3) }]);
      } catch (error) {
        message = String(error);
      }
      const { x, y, mode } = view.value;
      return [x, y, mode, view.layer, view.querySelector(".figure-readout")?.textContent, message];
    });
    expect(said).toEqual([
      8,
      7,
      "zone",
      "edge jump",
      expect.stringContaining("edge jump: Mn 0.25, Co 0.25"),
      expect.stringContaining('invalid layer "valence found" of Mn: 3 values; must be 16 × 16, one a pixel')
    ]);
    await page.context().close();
  });
});

describe("the table of charge", () => {
  const show = (page: Page) =>
    page.evaluate(() => {
      const table = viewers.chargeTable(
        {
          Mn: { before: 4, after: 4 },
          Ni: { before: 2, after: 3, afterError: 0.1 },
          O: { before: -2, after: -1.9 }
        },
        { compute: (changes) => viewers.chargeBalance(changes) }
      );
      document.querySelector("main")?.append(table);
      table.addEventListener("input", () => {
        document.body.dataset["ni"] = String(table.value.Ni?.after);
      });
    });

  it("computes anew with every edit, says what is wrong beside the field, and resets", async () => {
    const page = await browser.open();
    await show(page);
    const sum = page.locator(".charge-table tfoot td").last();
    const number = async () => Number.parseFloat(((await sum.textContent()) ?? "").replace("−", "-"));
    const before = await number();
    const field = page.getByLabel("Ni, after");
    await field.fill("2.5");
    expect(await page.evaluate(() => document.body.dataset["ni"])).toBe("2.5");
    const per = await page.evaluate(() => viewers.chargeBalance({ Ni: { before: 2, after: 2.5 } }).capacity);
    // both sums are rounded to tenths
    expect(Math.abs(before - (await number()) - per)).toBeLessThan(0.11);
    await field.fill("seven");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".charge-error").textContent()).toBe(
      "invalid Ni after: seven; must be a number from 0 to 5"
    );
    // both sums are rounded to tenths
    expect(Math.abs(before - (await number()) - per)).toBeLessThan(0.11);
    expect(await page.evaluate(() => document.body.dataset["ni"])).toBe("2.5");
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await number()).toBe(before);
    expect(await field.inputValue()).toBe("3");
    // oxygen is a share, of which the valence follows
    await page.getByLabel("O, oxidised share, after").fill("0");
    expect(await number()).toBeLessThan(before);
    await page.context().close();
  });
});

describe("forms", () => {
  it("the settings of the fit are sent with every change, and reset", async () => {
    const page = await browser.open();
    await page.evaluate(() => {
      const form = viewers.settingsForm({ sumToOne: true });
      document.querySelector("main")?.append(form);
      form.addEventListener("input", () => {
        document.body.dataset["settings"] = JSON.stringify(form.value);
      });
    });
    const now = async () =>
      JSON.parse((await page.evaluate(() => document.body.dataset["settings"])) ?? "{}") as unknown;
    await page.getByRole("radio", { name: "full range" }).check();
    await page.getByLabel("free background").check();
    expect(await now()).toEqual({
      window: "full",
      edges: { O: [525, 555], Mn: [635, 665], Co: [775, 805], Ni: [848, 880] },
      normalisation: "pre-post",
      sumToOne: true,
      freeBackground: true,
      registration: true
    });
    // to move an edge makes the window the reader's own, and no slider passes the other
    await page.getByRole("radio", { name: "the study's" }).check();
    await page.getByRole("slider", { name: "Upper edge" }).fill("786.5");
    expect(await now()).toMatchObject({ window: "own", edges: { Co: [775, 786.5], Mn: [638, 648] } });
    await page.getByRole("slider", { name: "Lower edge" }).fill("800");
    expect(await now()).toMatchObject({ window: "own", edges: { Co: [783.5, 786.5] } });
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await now()).toMatchObject({ window: "study", sumToOne: false, freeBackground: false });
    await page.context().close();
  });

  it("own references replace the illustrative ones, and come back", async () => {
    const page = await browser.open();
    await page.evaluate(() => {
      const form = viewers.spectraSource([
        { id: "Mn3+", label: "Mn³⁺", range: [635, 665] },
        { id: "Mn4+", label: "Mn⁴⁺", range: [635, 665] }
      ]);
      document.querySelector("main")?.append(form);
      form.addEventListener("input", () => {
        document.body.dataset["own"] = JSON.stringify(
          Object.entries(form.value).map(([id, { name, column, values }]) => [id, name, column, values[0]])
        );
      });
    });
    const own = async () =>
      JSON.parse((await page.evaluate(() => document.body.dataset["own"])) ?? "[]") as unknown;
    const give = (name: string, text: string) =>
      page.getByLabel("File").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.getByLabel("Species to replace").selectOption("Mn⁴⁺");
    await give("short.dat", "640 1\n641 2\n");
    await page.locator(".spectra-error", { hasText: "invalid range of short.dat: 640 to 641 eV" }).waitFor();
    expect(await own()).toEqual([]);
    await give("mine.dat", "# energy mu other\n630 1 7\n650 2 8\n670 3 9\n");
    await page.locator(".spectra-list", { hasText: "mine.dat (mu, 3 points, 630–670 eV)" }).waitFor();
    expect(await own()).toEqual([["Mn4+", "mine.dat", "mu", 1]]);
    await page.getByLabel("Column of the file").selectOption("other");
    expect(await own()).toEqual([["Mn4+", "mine.dat", "other", 7]]);
    await page.getByRole("button", { name: "Reset Mn⁴⁺" }).click();
    expect(await own()).toEqual([]);
    await page.context().close();
  });

  it("a gallery chooses a state, and the map of scattering is read along its excitation", async () => {
    const page = await browser.open();
    await page.evaluate(() => {
      const states = viewers.mapGallery(viewers.madeUpGallery(), { label: "State", value: "0.1 C-4.8 V" });
      const view = viewers.rixsView(viewers.madeUpRixs(), { width: 500, alt: "Scattering." });
      states.addEventListener("input", () => {
        document.body.dataset["state"] = states.value;
      });
      document.querySelector("main")?.append(states, view);
    });
    await page.getByRole("radio", { name: "10 C, 4.6 V" }).check();
    expect(await page.evaluate(() => document.body.dataset["state"])).toBe("10 C-4.6 V");
    const readout = page.locator(".rixs-view .figure-readout");
    await page.getByRole("slider", { name: "Excitation" }).fill("26");
    expect(await readout.textContent()).toMatch(/^Excitation 531\.50 eV: \d+ ± \d+ counts in 523–524 eV\.$/);
    const counts = async () => Number(/: (\d+) ±/.exec((await readout.textContent()) ?? "")?.[1]);
    const at = await counts();
    await page.getByRole("slider", { name: "Excitation" }).press("End");
    expect(await counts()).toBeLessThan(at);
    await page.context().close();
  });
});

describe("a detection limit", () => {
  it("is one straight line on its axes, with a level for each state, and refuses what has no logarithm", async () => {
    const page = await browser.open();
    const [line, legend, axis, said] = await page.evaluate(() => {
      const [points, held] = [viewers.madeUpLimit(), viewers.madeUpHeld()];
      const o = { width: 700, alt: "A limit.", xLabel: "counts", yLabel: "share (%)" };
      const view = viewers.limitPlot([...points].reverse(), held, o);
      document.querySelector("main")?.append(view);
      const dots = Array.from(view.querySelectorAll("svg[role=img] circle"), (dot) =>
        ["cx", "cy"].map((name) => Number(dot.getAttribute(name)))
      );
      const slopes = dots.slice(1).map(([x, y], k) => (y - dots[k][1]) / (x - dots[k][0]));
      const keys = Array.from(view.querySelectorAll("li"), (key) => key.textContent ?? "");
      const failed = (own: typeof points, of = held) => {
        try {
          viewers.limitPlot(own, of, o);
          return "nothing";
        } catch (error) {
          return String(error);
        }
      };
      return [
        slopes,
        keys,
        Array.from(view.querySelectorAll("svg[role=img] text"), (text) => text.textContent ?? ""),
        [
          failed(points.slice(1), [{ ...held[0], amount: 0 }]),
          failed([{ counts: -1, limit: 2 }, ...points]),
          failed(points.slice(1, 2))
        ]
      ] as const;
    });
    expect(line).toHaveLength(3);
    for (const slope of line) expect(slope).toBeCloseTo(line[0], 6);
    // x from the left, y from the top: the line falls
    expect(line[0]).toBeGreaterThan(0);
    expect(legend).toEqual([
      "detection limit; less is not seen",
      "in the sample at 0.1 C, 4.8 V: 20.0 %",
      "in the sample at 10 C, 2.0 V: 1.2 %"
    ]);
    expect(axis).toEqual(expect.arrayContaining(["10", "100", "1000", "5000", "1", "3", "10"]));
    expect(said[0]).toContain("invalid point of the limit: 0; must be positive");
    expect(said[1]).toContain("invalid point of the limit: -1; must be positive");
    expect(said[2]).toContain("missing points of the limit: 1; must be two at least");
    await page.context().close();
  });
});

describe("the steps of the analysis", () => {
  it("are a list in order, said in full in words, with the numbers that the analysis has", async () => {
    const page = await browser.open();
    const [names, alt] = await page.evaluate(() => {
      const { list, alt: words } = viewers.workflowSteps();
      return [Array.from(list.querySelectorAll("strong"), (name) => name.textContent ?? ""), words] as const;
    });
    expect(names[0]).toBe("Counts");
    expect(names.at(-1)).toBe("Valence");
    names.forEach((name, k) => expect(alt).toContain(`${k + 1}. ${name}: `));
    expect(alt).toContain("121 to 129 images an element");
    expect(alt).toContain("2 × 2 pixels become one");
    expect(alt).toContain("O 526–536, Mn 638–648, Co 775–782, Ni 850–860 eV");
    await page.context().close();
  });
});

describe("tables of pulls", () => {
  it("write every pull, and refuse one that is none", async () => {
    const page = await browser.open();
    const [texts, said] = await page.evaluate(() => {
      const rows = viewers.madeUpZonePulls();
      const view = viewers.pullsHeat(rows, { width: 700, alt: "Pulls." });
      const cells = Array.from(view.querySelectorAll("svg text"), (text) => text.textContent ?? "");
      try {
        viewers.pullsHeat([{ ...rows[0], pull: NaN }], { width: 700, alt: "Pulls." });
        return [cells, "nothing"] as const;
      } catch (error) {
        return [cells, String(error)] as const;
      }
    });
    expect(texts).toContain("−2.5");
    expect(texts).toContain("23");
    expect(said).toContain("invalid pull of Mn, pristine, zone 1: NaN");
    await page.context().close();
  });
});

describe.each([
  ["light", 1100],
  ["dark", 390]
] as const)("in the %s theme, %i pixels wide, all of them", (colorScheme, width) => {
  it("have no fault that axe finds, and never scroll the page sideways", async () => {
    const page = await browser.open({ colorScheme, viewport: { width, height: 844 } });
    await showMaps(page);
    await page.evaluate(() => {
      const main = document.querySelector("main");
      const chart = { width: main?.clientWidth ?? 350, alt: "A chart." };
      const { grid, zones } = viewers.madeUpMaps(32);
      const { pca, energies } = viewers.madeUpComponents();
      main?.append(
        viewers.mapGallery(viewers.madeUpGallery(), { label: "State", value: "0.1 C-4.8 V" }),
        viewers.zoneMap(grid, zones, { width: 300, alt: "Five zones." }),
        viewers.zonesPlot(viewers.madeUpZones(), chart),
        viewers.settingsForm(),
        viewers.chargeTable(
          { Mn: { before: 4, after: 3.8, afterError: 0.05 }, O: { before: -2, after: -1.9 } },
          { compute: (changes) => viewers.chargeBalance(changes) }
        ),
        viewers.separabilityTable(viewers.madeUpSeparability(), "Separability"),
        viewers.biasPlot(viewers.madeUpBias(), {
          ...chart,
          xLabel: "thickness (nm)",
          yLabel: "valence",
          truth: 3.1,
          current: 400
        }),
        viewers.coveragePlot(viewers.madeUpCoverage(), chart),
        viewers.pullsPlot(viewers.madeUpPulls(), { ...chart, label: "valence of Mn" }),
        viewers.pullsHeat(viewers.madeUpZonePulls(), chart),
        viewers.driftPlot(viewers.madeUpDrift(), chart),
        viewers.sharesPlot(viewers.madeUpShares(), { ...chart, top: 220 }),
        viewers.screePlot(pca, { ...chart, energies }),
        viewers.referencesPlot("Mn", viewers.madeUpReferences("Mn"), {
          width: chart.width,
          window: [638, 648]
        }),
        viewers.rixsView(viewers.madeUpRixs(), {
          ...chart,
          beside: [{ label: "2.0 V", map: viewers.madeUpRixs(0) }]
        }),
        viewers.edgesPlot(viewers.madeUpEdges(), chart),
        viewers.limitPlot(viewers.madeUpLimit(), viewers.madeUpHeld(), {
          ...chart,
          xLabel: "counts",
          yLabel: "share (%)"
        }),
        viewers.workflowSteps().list,
        viewers.spectraSource([{ id: "Mn3+", label: "Mn³⁺", range: [635, 665] }])
      );
    });
    if (process.env["XANES_PICTURES"])
      await page.screenshot({ path: `${process.env["XANES_PICTURES"]}/${colorScheme}.png`, fullPage: true });
    // nothing below moves when something else is selected
    const places: number[] = [];
    for (const mode of ["pixel", "zone", "lasso"]) {
      await page.getByRole("radio", { name: mode, exact: true }).check();
      places.push(
        await page
          .locator(".spectrum-view")
          .evaluate((view) => view.getBoundingClientRect().top + window.scrollY)
      );
    }
    expect(new Set(places).size).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    ).toBe(0);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});
