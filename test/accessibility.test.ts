import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, rulesOfColour } from "./accessibility.js";
import { launchChromium } from "./pages/browser.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser?.close());

const opened = async (body: string, dark = false) => {
  const page = await browser.newPage({ colorScheme: dark ? "dark" : "light" });
  await page.setContent(
    `<!DOCTYPE html><html lang="en"><head><title>Small</title><style>
      body { background: white; color: black }
      @media (prefers-color-scheme: dark) { body { background: black; color: white } .faint { color: #333 } }
    </style></head><body><main><h1>Small</h1>${body}</main></body></html>`
  );
  return page;
};
const names = (faults: string[]) => faults.map((fault) => fault.split(":")[0]);

describe("the look at a page's accessibility", () => {
  it("finds nothing on a sound page", async () => {
    expect(await accessibilityFaults(await opened("<p>All well.</p>"))).toEqual([]);
  });

  it("finds an image without words, a field without a name and faint text, and shows them", async () => {
    const page = await opened(
      '<img src="data:,"><input id="x"><p style="color: #bbb">Faint</p><section id="part"><p>Well</p></section>'
    );
    const faults = await accessibilityFaults(page, { serious: true });
    expect(names(faults).sort()).toEqual(["color-contrast", "image-alt", "label"]);
    expect(faults.join("\n")).toContain('<input id="x">');
    expect(await accessibilityFaults(page, { within: "#part" })).toEqual([]);
    expect(names(await accessibilityFaults(page, { rules: ["label"] }))).toEqual(["label"]);
    expect(names(await accessibilityFaults(page, { tags: ["cat.text-alternatives"] }))).toEqual([
      "image-alt"
    ]);
  });

  it("finds by the rules of colour what is faint in one theme", async () => {
    const body = '<p class="faint">Words</p>';
    expect(await accessibilityFaults(await opened(body), { rules: rulesOfColour })).toEqual([]);
    expect(names(await accessibilityFaults(await opened(body, true), { rules: rulesOfColour }))).toEqual([
      "color-contrast"
    ]);
  });

  it("tells what is serious from what is not", async () => {
    const page = await opened("<h4>Deep</h4>");
    expect(names(await accessibilityFaults(page))).toEqual(["heading-order"]);
    expect(await accessibilityFaults(page, { serious: true })).toEqual([]);
  });
});
