import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import { mixedSpectrum } from "../../../src/components/your-data/example-spectrum.js";
import { examples, exampleNames, type ExampleName } from "../../../src/components/your-data/example-names.js";
import { openReader, type ReaderBrowser } from "./reader-page.js";

let browser: ReaderBrowser;
beforeAll(async () => {
  browser = await openReader();
}, 180_000);
afterAll(() => browser?.close());

const shots = process.env["LRTMO_SHOTS"];

describe("every example goes from its button to a figure of its analysis", () => {
  it.each<[ExampleName, string]>([
    ["cycling", "your-dqdv"],
    ["spectrum", "your-combination"],
    ["loss", "your-losses"],
    ["pattern", "your-pattern"],
    ["stack", "your-stack"],
    ["projections", "your-slice"],
    ["volume", "your-grey"],
    ["ions", "your-ions"]
  ])("%s", async (name, id) => {
    const wide = exampleNames.indexOf(name) % 2 === 0;
    const page = await browser.open({
      viewport: { width: wide ? 1200 : 390, height: 900 },
      colorScheme: wide ? "light" : "dark"
    });
    await page.getByRole("button", { name: examples[name] }).press("Enter");
    await page.getByRole("button", { name: "Analyse" }).press("Enter");
    await page.locator(`#${id}`).waitFor({ timeout: 90_000 });
    expect(await page.locator(".error-note p").allTextContents()).toEqual([]);
    // what lies outside a mask must not reach the ends of the colours
    if (name === "stack" || name === "ions")
      expect(await page.locator(`#${id} .figure-content svg .tick text`).count()).toBeGreaterThan(1);
    // made by a twin, so not measured
    expect(await page.locator(`#${id} .figure-head`).textContent()).toContain("recovered");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      wide ? 1200 : 390
    );
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/your-${name}.png`, fullPage: true });
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
    expect(browser.errors).toEqual([]);
  });
});

const main = () => browser.open({ viewport: { width: 1000, height: 900 } });
type Tab = Awaited<ReturnType<typeof main>>;
const give = (page: Tab, name: string, content: string | Buffer) =>
  page
    .getByLabel("Choose a file")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
const sentences = (page: Tab) => page.locator(".your-data > .error-note p").allTextContents();

describe("a reader's own file", () => {
  it("HDF5 is read by ranges in the worker; its datasets, axes and angles are offered; the figure is marked measured", async () => {
    const { default: h5wasm } = await import("h5wasm");
    const { FS } = await h5wasm.ready;
    const made = new h5wasm.File("made.h5", "w");
    const group = made.create_group("exchange");
    // a disc of radius 10 in 40 columns, seen from 30 sides
    const line = Array.from(
      { length: 40 },
      (_, x) => 1e4 * Math.exp(-0.05 * 2 * Math.sqrt(Math.max(0, 100 - (x - 19.5) ** 2)))
    );
    group.create_dataset({
      name: "data",
      data: Float32Array.from({ length: 30 * 2 * 40 }, (_, i) => line[i % 40] ?? 0),
      shape: [30, 2, 40]
    });
    group.create_dataset({
      name: "data_white",
      data: new Float32Array(2 * 2 * 40).fill(1e4),
      shape: [2, 2, 40]
    });
    group.create_dataset({
      name: "theta",
      data: Float64Array.from({ length: 30 }, (_, i) => 6 * i),
      shape: [30]
    });
    made.close();
    const page = await main();
    await give(page, "disc.h5", Buffer.from(FS.readFile("made.h5")));
    await page.getByText("HDF5 file with 3 datasets of numbers").waitFor();
    await page.locator(".your-image canvas").waitFor();
    expect(await page.getByLabel("Read it as").inputValue()).toBe("1");
    expect(
      await page
        .getByLabel("Angles of the 30 projections", { exact: true })
        .locator("option:checked")
        .textContent()
    ).toBe("/exchange/theta");
    expect(await page.getByLabel("Images without sample").locator("option:checked").textContent()).toBe(
      "/exchange/data_white"
    );
    await page.getByRole("button", { name: "Analyse" }).click();
    await page.locator("#your-slice").waitFor();
    expect(await page.locator("#your-slice .figure-head").textContent()).toContain("measured");
    // other axis: 2 images of 30 × 40
    await page.getByLabel("Images follow along").selectOption({ label: "axis 2" });
    await page.getByText("of 2", { exact: false }).first().waitFor();
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it("a workbook is laid over our figure, sheet and columns chosen; script in a cell stays text", async () => {
    const xlsx = await import("@e965/xlsx");
    const rows = [
      ["capacity", "voltage", '<img src=x onerror="window.hacked=1">'],
      [0, 2, "a"],
      [100, 3.5, "b"],
      [200, 4.5, "c"]
    ];
    const book = {
      SheetNames: ["notes", "Fig. 1b"],
      Sheets: {
        notes: xlsx.utils.aoa_to_sheet([["see"], ["next"]]),
        "Fig. 1b": xlsx.utils.aoa_to_sheet(rows)
      }
    };
    const page = await main();
    await give(
      page,
      "source.xlsx",
      Buffer.from(xlsx.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer)
    );
    await page.getByLabel("Sheet").selectOption({ label: "Fig. 1b (4 rows, 3 columns)" });
    await page.getByRole("cell", { name: "4.5" }).waitFor();
    await page.getByText("Ours has capacity (mAh/g) along and voltage (V) up.").waitFor();
    await page.getByRole("button", { name: "Analyse" }).click();
    const figure = page.locator("#your-overlay");
    await figure.waitFor();
    expect(await figure.textContent()).toContain("ours: charge");
    expect(await figure.locator(".figure-head").textContent()).toContain("measured");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure
        .locator(".figure-menu summary", { hasText: "Data" })
        .click()
        .then(() => figure.getByRole("button", { name: "CSV" }).click())
    ]);
    const { readFileSync } = await import("node:fs");
    expect(
      readFileSync(await download.path(), "utf8")
        .split("\r\n")
        .slice(0, 3)
    ).toEqual(["source,x,y", "your data,0,2", "your data,100,3.5"]);
    expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    // states that stand in words have a place all the same
    await page.getByLabel("Column along").selectOption({ label: "none: the number of the row" });
    await page.getByLabel("Column up").selectOption({ label: "voltage" });
    await page.getByRole("button", { name: "Analyse" }).click();
    await page.getByText("3 points.").waitFor();
    await expect.poll(() => figure.getAttribute("data-state")).not.toBe("stale");
    await figure.locator(".figure-menu summary", { hasText: "Data" }).click();
    const [again] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: "CSV" }).click()
    ]);
    expect(
      readFileSync(await again.path(), "utf8")
        .split("\r\n")
        .slice(1, 4)
    ).toEqual(["your data,1,2", "your data,2,3.5", "your data,3,4.5"]);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it("stopped, the page still has the references that it lists", async () => {
    const page = await main();
    const spectrum = (shares: Record<string, number>) => {
      const { energies, values } = mixedSpectrum(0.25, shares);
      return `energy,mu\n${Array.from(energies, (e, i) => `${e},${values[i]}`).join("\n")}\n`;
    };
    for (const [name, valence] of [
      ["Mn3+", "3"],
      ["Mn4+", "4"]
    ] as const) {
      await give(page, `${name}.csv`, spectrum({ [name]: 1 }));
      await page.getByRole("heading", { name: `${name}.csv` }).waitFor();
      await page.getByText("Keep this spectrum as a reference").click();
      await page.getByLabel("Valence", { exact: true }).fill(valence);
      await page.getByRole("button", { name: "Keep as a reference" }).click();
      await page.getByRole("button", { name: `Forget ${name}` }).waitFor({ state: "attached" });
    }
    await give(page, "mixed.csv", spectrum({ "Mn3+": 0.35, "Mn4+": 0.65 }));
    await page.getByRole("heading", { name: "mixed.csv" }).waitFor();
    await page.getByLabel("Fit with").selectOption({ label: "the references that I kept" });
    // the second stops the first, which is sent by then, and the worker with it
    const closed = page.workers()[0]?.waitForEvent("close");
    expect(page.workers()[0]?.url()).toContain("reader-work");
    await page.getByRole("button", { name: "Analyse" }).evaluate(async (button: HTMLButtonElement) => {
      button.click();
      for (let turn = 0; turn < 20; ++turn) await Promise.resolve();
      button.click();
    });
    await closed;
    await page.locator("#your-combination").waitFor();
    expect(await sentences(page)).toEqual([]);
    expect(await page.locator("#your-combination").textContent()).toMatch(/weight of Mn3\+ \(valence 3\)/);
    expect(await page.locator(".your-kept li").count()).toBe(2);
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it("one that cannot be read says why, and what was there stays", async () => {
    const page = await main();
    await give(
      page,
      "a.csv",
      "Time [s],Current [A],Voltage [V]\n0,1,3\n10,1,3.5\n20,1,4\n30,-1,3.5\n40,-1,3\n"
    );
    await page.getByRole("button", { name: "Analyse" }).click();
    await page.locator("#your-dqdv").waitFor();
    for (const [name, content, sentence] of [
      ["b.csv", "", "missing data: b.csv is empty"],
      ["b.csv", "PK\u0003\u0004 not a table", "zip archive in disguise"],
      ["b.h5", "not one", "invalid HDF5 file"],
      ["b.tif", "II*\0\u0008", "invalid TIFF"],
      ["b.txt", "only words here\n", "missing table"]
    ] as const) {
      await give(page, name, content);
      await expect.poll(() => sentences(page)).toEqual([expect.stringContaining(sentence)]);
      expect(await page.locator("#your-dqdv").count()).toBe(1);
      expect(await page.getByRole("heading", { name: "a.csv" }).count()).toBe(1);
    }
    expect(browser.errors).toEqual([]);
    await page.context().close();
  });

  it("libraries come only with a file that needs them", async () => {
    browser.fetched.length = 0;
    const page = await main();
    const heavy = () => browser.fetched.filter((path) => /h5|hdf5|geotiff|xlsx|hyparquet/i.test(path));
    await give(page, "a.csv", "Time [s],Current [A],Voltage [V]\n0,1,3\n10,1,3.5\n20,1,4\n");
    await page.getByText("3 rows, 3 columns").waitFor();
    expect(heavy()).toEqual([]);
    // and then they do
    await give(page, "a.h5", Buffer.from("\x89HDF\r\n\x1a\nand nothing more", "latin1"));
    await expect.poll(() => sentences(page)).toEqual([expect.stringContaining("invalid HDF5 file")]);
    expect(heavy().length).toBeGreaterThan(0);
    await page.context().close();
  });

  it("a drop is a choice too", async () => {
    const page = await main();
    const transfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["2theta I e\n10 5 1\n11 6 1\n12 7 1\n"], "dropped.xye"));
      return data;
    });
    await page.locator(".your-drop").dispatchEvent("drop", { dataTransfer: transfer });
    await page.getByRole("heading", { name: "dropped.xye" }).waitFor();
    expect(await page.getByLabel("Read it as").locator("option:checked").textContent()).toBe(
      "powder pattern"
    );
    await page.context().close();
  });
});
