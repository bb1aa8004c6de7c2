// A stack of 200 MB, TIFF and HDF5, from the choice of the file to its first image in a real browser, and how long the page did
// not answer meanwhile; then a text table of 100,000 rows read by itself.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTiff } from "../../src/components/your-data/write-tiff.js";
import { textTable } from "../../src/science/readers/text-table.js";
import { openReader, type ReaderBrowser } from "../../test/components/your-data/reader-page.js";
import type { Measurement } from "../run.js";

export const name = "readers";

const [pages, columns, rows] = [200, 512, 512];

async function largeHdf5(images: Float32Array): Promise<Uint8Array> {
  const { default: h5wasm } = await import("h5wasm");
  const { FS } = await h5wasm.ready;
  const file = new h5wasm.File("large.h5", "w");
  file.create_dataset({ name: "data", data: images, shape: [pages, rows, columns] });
  file.close();
  const bytes = FS.readFile("large.h5");
  FS.unlink("large.h5");
  return bytes;
}

/** Seconds to the first image, and the longest time for which the page did not draw, ms. */
async function firstImage(
  browser: ReaderBrowser,
  path: string
): Promise<{ seconds: number; longest: number }> {
  const page = await browser.open({ viewport: { width: 1000, height: 900 } });
  await page.evaluate(`{
    const watch = (globalThis.watch = { longest: 0, last: performance.now() });
    const step = (now) => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }`);
  const start = performance.now();
  await page.getByLabel("Choose a file").setInputFiles(path);
  await page.locator(".your-image canvas").waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - start) / 1000;
  const longest = await page.evaluate(
    () => (globalThis as typeof globalThis & { watch: { longest: number } }).watch.longest
  );
  await page.context().close();
  return { seconds, longest };
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "readers-"));
  const images = Float32Array.from(
    { length: pages * columns * rows },
    (_, i) => (i % 977) + Math.floor(i / 262144)
  );
  const browser = await openReader();
  const results: Measurement[] = [];
  try {
    for (const [file, bytes] of [
      ["large.tif", writeTiff(images, columns, rows)],
      ["large.h5", await largeHdf5(images)]
    ] as const) {
      const path = join(folder, file);
      writeFileSync(path, bytes);
      const visits: { seconds: number; longest: number }[] = [];
      for (let k = 0; k < 3; ++k) visits.push(await firstImage(browser, path));
      results.push({
        case: `${file}: first image`,
        size: {
          megabytes: Math.round(bytes.length / 1e6),
          longest_without_frame_ms: Math.round(Math.max(...visits.map((v) => v.longest)))
        },
        times: visits.map((v) => v.seconds),
        error: browser.errors.length
      });
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const lines = Array.from(
    { length: 100_000 },
    (_, i) => `${i},${Math.sin(i).toFixed(6)},${(3 + i / 1e5).toFixed(5)},${i % 7}`
  );
  const text = ["Time [s],Current [A],Voltage [V],Step", ...lines].join("\n");
  const times: number[] = [];
  let found = 0;
  for (let k = 0; k < 3; ++k) {
    const start = performance.now();
    found = textTable(text).rows;
    times.push((performance.now() - start) / 1000);
  }
  return [
    ...results,
    { case: "text table", size: { rows: lines.length }, times, error: found - lines.length }
  ];
}
