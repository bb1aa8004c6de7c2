import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Download, Page } from "playwright-core";
import { accessibilityFaults } from "../accessibility.js";
import type * as figureFrame from "../../src/components/figure-frame.js";
import type * as controls from "../../src/components/controls.js";
import type * as urlState from "../../src/components/url-state.js";
import type * as errorNote from "../../src/components/error-note.js";
import type * as progress from "../../src/components/progress.js";
import type * as tableView from "../../src/components/table-view.js";
import type * as parameterTable from "../../src/components/parameter-table.js";
import type * as badge from "../../src/components/provenance-badge.js";
import type { Parameter } from "../../src/science/parameters.js";
import { openComponents, readDownload } from "./component-page.js";
import type { ComponentBrowser } from "./component-page.js";

type Components = typeof figureFrame &
  typeof controls &
  typeof urlState &
  typeof errorNote &
  typeof progress &
  typeof tableView &
  typeof parameterTable &
  typeof badge;
// in the browser the bundle is a global; the functions below that use it run there
declare const components: Components;

const base = { min: 0, status: "assumed" as const, source: "not given" };
const parameters: Record<"radius" | "diffusivity" | "pores", Parameter> = {
  radius: { ...base, symbol: "R", label: "Particle radius", value: 8e-6, unit: "m", min: 1e-6, max: 2e-5 },
  diffusivity: {
    ...base,
    symbol: "D",
    label: "Diffusivity",
    value: 7e-15,
    unit: "m^2/s",
    min: 1e-16,
    max: 1e-13,
    scale: "log",
    status: "sourced",
    doi: "10.1000/x"
  },
  pores: { ...base, symbol: "n", label: "Number of pores", value: 3, unit: "", max: 8 }
};

let browser: ComponentBrowser;
beforeAll(async () => {
  browser = await openComponents();
});
afterAll(async () => {
  await browser.close();
});

/** Puts one of everything on the page. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate((ps) => {
    const main = document.querySelector("#observablehq-main");
    const svg = new DOMParser().parseFromString(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" viewBox="0 0 300 150"><g aria-label="line"><path d="M0,150L300,0" style="stroke:currentColor;fill:none"/><text x="10" y="20">σ (MPa)</text></g></svg>',
      "image/svg+xml"
    ).documentElement;
    const columns = [{ name: "r", unit: "µm", values: [0, 8] }];
    const form = components.parameterForm(ps, { integers: ["pores"], delay: 10 });
    const frame = components.figureFrame({
      id: "fig",
      label: "Figure 5d",
      title: "Hoop stress",
      content: svg,
      caption: "A caption.",
      alt: "A line that rises.",
      provenance: "predicted",
      table: { name: "stress", columns },
      meta: { page: "/figures/fig-5", method: "Finite elements" },
      code: ["src/a.ts"],
      controls: form,
      aspect: 2
    });
    const bar = components.progressBar({ label: "Simulating" });
    bar.update(0.4, "transport");
    main?.append(
      frame,
      components.segmented({ label: "Rate", options: [0.1, 1, 10], format: (d) => `${d} C` }),
      components.select({ label: "Field", options: ["c", "hoop"] }),
      components.timeSlider({ label: "Depth of discharge", labels: ["0 %", "50 %", "100 %"], perSecond: 20 }),
      bar,
      components.errorNote(["unknown link parameter: <img src=x onerror=alert(1)>"]),
      components.parameterTable(ps),
      components.provenanceWord("measured"),
      components.tableView({
        caption: "Claims",
        rows: [{ v: 10 }, { v: 9 }],
        columns: [{ name: "v", unit: "%", value: (row) => row.v }]
      })
    );
    Object.assign(window, { frame, form, heard: [] as unknown[] });
    form.addEventListener("input", () => (window as unknown as { heard: unknown[] }).heard.push(form.value));
  }, parameters);
}

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Record<string, number>[] }).heard);

const themes = [
  { colorScheme: "light" as const, width: 1280 },
  { colorScheme: "dark" as const, width: 1280 },
  { colorScheme: "light" as const, width: 390 },
  { colorScheme: "dark" as const, width: 390 }
];

describe.each(themes)("all components, $colorScheme, $width px", ({ colorScheme, width }) => {
  it("have no fault that axe finds, open or closed, and never scroll the page sideways", async () => {
    const page = await browser.open({ colorScheme, viewport: { width, height: 844 } });
    await showAll(page);
    // the rules about whole pages are for the tests of whole pages
    await page.locator(".badge summary").click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    ).toBe(0);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Cite" }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });
});

describe("the figure frame", () => {
  const download = async (page: Page, menu: string, item: string): Promise<[Download, Buffer]> => {
    await page.locator(".figure-menu summary", { hasText: menu }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: item }).click()
    ]);
    return [file, readDownload(await file.path())];
  };

  it("hands out precisely what is shown", async () => {
    const page = await browser.open();
    await showAll(page);
    const [csv, csvBytes] = await download(page, "Data", "CSV");
    expect([csv.suggestedFilename(), csvBytes.toString()]).toEqual(["fig.csv", "r [µm]\r\n0\r\n8\r\n"]);
    const [, arrow] = await download(page, "Data", "Arrow");
    expect(arrow.subarray(0, 6).toString()).toBe("ARROW1");
    const [, svg] = await download(page, "Image", "SVG");
    expect(svg.toString()).toContain("σ (MPa)");
    expect(svg.toString()).toMatch(/<path[^>]*stroke: rgb\(27, 30, 35\)/);
    const [, png] = await download(page, "Image", "PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const shown = await page.locator(".figure-content").evaluate((box) => box.clientWidth);
    expect(png.readUInt32BE(16)).toBe(2 * shown);
    await page.context().close();
  });

  it("cites, links and forks with the state of the link, and shows its code as text", async () => {
    const page = await browser.open({ permissions: ["clipboard-read", "clipboard-write"] }, "?rate=3");
    await showAll(page);
    const sheet = page.locator("dialog pre");
    await page.getByRole("button", { name: "Cite" }).click();
    expect(await sheet.textContent()).toContain("url = {http://localhost:9/page?rate=3#fig}");
    expect(await sheet.textContent()).toContain("howpublished = {The companion: an executable companion}");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Fork" }).click();
    expect(await sheet.textContent()).toBe("npm run fork -- figures/fig-5 hypotheses/NAME");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Code" }).click();
    await expect.poll(() => sheet.textContent()).toBe("const a = 1; // <b>");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
    await page.getByRole("button", { name: "Link" }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe("http://localhost:9/page?rate=3#fig");
    // the figure keeps nothing in the link: what the address holds is not its doing
    const said = page.locator(".figure-copied");
    await expect.poll(() => said.textContent()).toBe("Link copied.");
    const keep = (href: string) =>
      page.evaluate((own) => {
        const { frame } = window as unknown as { frame: figureFrame.FigureFrame };
        frame.update({ permalink: () => own });
      }, href);
    await keep("http://localhost:9/page?rate=5");
    await page.getByRole("button", { name: "Link" }).click();
    await expect.poll(() => said.textContent()).toBe("Link copied, with the state of the controls.");
    await keep("http://localhost:9/page");
    await page.getByRole("button", { name: "Link" }).click();
    await expect.poll(() => said.textContent()).toBe("Link copied.");
    await page.context().close();
  });

  it("keeps the last result while it recomputes, says so, and changes in place", async () => {
    const page = await browser.open();
    await showAll(page);
    const result = await page.evaluate(() => {
      const { frame } = window as unknown as { frame: figureFrame.FigureFrame };
      const box = frame.querySelector(".figure-content");
      frame.setState("busy", "Recomputing, 40 %");
      const during = [
        frame.dataset.state,
        box?.querySelector("svg") !== null,
        box?.getAttribute("aria-busy")
      ];
      frame.setState("idle");
      const next = document.createElement("p");
      next.textContent = "new";
      frame.update({ content: next, alt: "Another.", provenance: "measured" });
      return [
        ...during,
        box?.textContent,
        box?.getAttribute("aria-label"),
        frame.querySelectorAll(".badge").length
      ];
    });
    expect(result).toEqual(["busy", true, "true", "new", "Another.", 1]);
    await page.context().close();
  });

  it("keeps the picture's room free before it is there", async () => {
    const page = await browser.open();
    const [height, width] = await page.evaluate(() => {
      const frame = components.figureFrame({
        id: "x",
        label: "",
        title: "",
        content: document.createElement("div"),
        caption: "",
        alt: "x",
        provenance: "reported",
        aspect: 2.5
      });
      document.querySelector("#observablehq-main")?.append(frame);
      const box = frame.querySelector(".figure-content")?.getBoundingClientRect();
      return [box?.height ?? 0, box?.width ?? 0];
    });
    expect(height).toBeCloseTo(width / 2.5, 0);
    await page.context().close();
  });
});

describe("the parameter form", () => {
  it("gives SI values, waits for quiet, and keeps the last sound values while something is wrong", async () => {
    const page = await browser.open();
    await showAll(page);
    const radius = page.getByLabel("Particle radius R", { exact: true });
    expect(await radius.inputValue()).toBe("8");
    await radius.fill("99");
    await expect
      .poll(() => page.locator(".invalid").first().textContent())
      .toBe("invalid particle radius: 99; must be from 1 to 20 µm");
    expect(await radius.getAttribute("aria-invalid")).toBe("true");
    await page.waitForTimeout(60);
    expect(await heard(page)).toEqual([]);
    await radius.fill("9.5");
    await expect.poll(() => heard(page)).toEqual([{ radius: 9.5e-6, diffusivity: 7e-15, pores: 3 }]);
    await page.getByLabel("Diffusivity D", { exact: true }).fill("1e-14");
    await page.getByLabel("Number of pores n", { exact: true }).fill("2.5");
    await expect
      .poll(() => page.locator(".invalid").nth(2).textContent())
      .toContain("must be a whole number from 0 to 8");
    await page.getByRole("button", { name: "Reset" }).click();
    await expect
      .poll(async () => (await heard(page)).at(-1))
      .toEqual({ radius: 8e-6, diffusivity: 7e-15, pores: 3 });
    await page.context().close();
  });

  it("slides on a logarithmic scale where the parameter asks for it, by keyboard too", async () => {
    const page = await browser.open();
    await showAll(page);
    const slider = page.getByLabel("Diffusivity, slider");
    await slider.focus();
    await page.keyboard.press("End");
    await expect.poll(async () => (await heard(page)).at(-1)?.diffusivity).toBe(1e-13);
    await page.keyboard.press("Home");
    await expect.poll(async () => (await heard(page)).at(-1)?.diffusivity).toBe(1e-16);
    await slider.fill("200");
    await expect.poll(async () => (await heard(page)).at(-1)?.diffusivity).toBe(3.16e-15);
    await page.context().close();
  });
});

describe("other controls", () => {
  it("have values and send input", async () => {
    const page = await browser.open();
    await showAll(page);
    const time = page.getByLabel("Depth of discharge");
    await time.focus();
    await page.keyboard.press("ArrowRight");
    expect(await time.getAttribute("aria-valuetext")).toBe("50 %");
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => time.inputValue()).toBe("2");
    await page.getByLabel("10 C").check();
    const values = await page.evaluate(() =>
      [...document.querySelectorAll(".control")].map((c) => (c as HTMLElement & { value: unknown }).value)
    );
    expect(values).toEqual([10, "c", 2]);
    await page.context().close();
  });

  it("nothing plays for those who want less motion", async () => {
    const page = await browser.open({ reducedMotion: "reduce" });
    await showAll(page);
    expect(await page.getByRole("button", { name: "Play" }).count()).toBe(0);
    await page.context().close();
  });

  it("a table sorts by its header and says so", async () => {
    const page = await browser.open();
    await showAll(page);
    const table = page.getByRole("region", { name: "Claims" });
    await table.getByRole("button", { name: "v" }).click();
    expect(await table.locator("td").allTextContents()).toEqual(["9", "10"]);
    expect(await table.locator("th").getAttribute("aria-sort")).toBe("ascending");
    await page.context().close();
  });

  it("the link follows the values, and a hostile link ends as text", async () => {
    const page = await browser.open({}, "?rate=<img src=x onerror=alert(1)>&keep=1");
    const [problem, images, href] = await page.evaluate(() => {
      const state = components.urlState(
        { rate: components.numberField({ default: 10, min: 0.01, max: 20, unit: "C" }) },
        ["keep"]
      );
      const note = components.errorNote(state.problems);
      document.body.append(note);
      state.set({ rate: 3 });
      return [note.textContent, note.querySelectorAll("img").length, location.search];
    });
    expect(problem).toBe(
      'invalid rate in the link: "<img src=x onerror=alert(1)>"; must be a number from 0.01 to 20 C; the default (10 C) is used'
    );
    expect([images, href]).toEqual([0, "?rate=3&keep=1"]);
    await page.context().close();
  });
});
