// The page of a reader's own files, as built: the worker and the libraries of the formats come from the site itself.
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeTiff } from "../../src/components/your-data/write-tiff.js";
import { openSite, visit, type Site } from "./browser.js";

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site?.close());

it("an example by a twin becomes a figure", async () => {
  const { context, page, faults } = await visit(site, "explore/your-data");
  await page.getByRole("button", { name: "Mn L spectrum (XDI)" }).click();
  await page.getByRole("heading", { name: "example-manganese.xdi" }).waitFor();
  await page.getByRole("button", { name: "Analyse" }).click();
  await page.locator("#your-combination").waitFor();
  expect(await page.locator("#your-combination").textContent()).toContain("effective valence");
  expect(faults).toEqual([]);
  await context.close();
}, 90_000);

it("files of each library are opened on a phone, and nothing leaves the site", async () => {
  const { default: h5wasm } = await import("h5wasm");
  const xlsx = await import("@e965/xlsx");
  const { FS } = await h5wasm.ready;
  const made = new h5wasm.File("made.h5", "w");
  made.create_dataset({ name: "data", data: new Float32Array(60), shape: [3, 4, 5] });
  made.close();
  const book = {
    SheetNames: ["Fig. 1b"],
    Sheets: {
      "Fig. 1b": xlsx.utils.aoa_to_sheet([
        ["capacity", "voltage"],
        [0, 2],
        [200, 4.5]
      ])
    }
  };
  const { context, page, faults } = await visit(site, "explore/your-data", { width: 390, dark: true });
  for (const [name, content, title] of [
    ["a.tif", writeTiff(new Float32Array(60), 5, 4), "TIFF of 3 pages"],
    ["a.h5", FS.readFile("made.h5"), "HDF5 file with 1 dataset of numbers"],
    [
      "a.xlsx",
      new Uint8Array(xlsx.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer),
      "workbook of 1 sheet"
    ]
  ] as const) {
    await page
      .getByLabel("Choose a file")
      .setInputFiles({ name, mimeType: "", buffer: Buffer.from(content as Uint8Array) });
    await page.getByText(title).waitFor();
  }
  // laid over a table of the site
  await page.getByRole("button", { name: "Analyse" }).click();
  await page.locator("#your-overlay").waitFor();
  expect(await page.locator("#your-overlay").textContent()).toContain("ours: 0.1 C");
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  ).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await context.close();
}, 120_000);
