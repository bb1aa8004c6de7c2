import type { Page } from "playwright-core";
import { openSite, visit } from "../../test/pages/browser.js";

export const name = "lab";

interface Result {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

const summary = ".stress-lab [role=status].figure-readout";

/** A full discharge at 10 C in the page's worker, s: with a new mesh each time, and with the mesh of the run before. */
export async function run(): Promise<Result[]> {
  const site = await openSite();
  const { page, context } = await visit(site, "figures/fig-5-voids-and-stress");
  const gaps = await times(page, "gap between void and pore", [
    "0.21",
    "0.22",
    "0.23",
    "0.24",
    "0.25",
    "0.26",
    "0.27"
  ]);
  const moduli = await times(page, "Young's modulus", ["79", "80", "81", "82", "83", "84", "85"]);
  const nodes = Number((await page.locator(summary).textContent())?.replace(",", "").match(/^\d+/)?.[0]);
  await context.close();
  await site.close();
  return [
    { case: "discharge in the page, new geometry", size: { nodes }, times: gaps, error: null },
    { case: "discharge in the page, same geometry", size: { nodes }, times: moduli, error: null }
  ];
}

/** Seconds that the page says each run took; the first two only warm up. */
async function times(page: Page, label: string, values: string[]): Promise<number[]> {
  const seconds: number[] = [];
  for (const value of values) {
    const before = await page.locator(summary).textContent();
    const field = page.getByLabel(label, { exact: false }).last();
    await field.fill(value);
    await field.press("Tab");
    await page.waitForFunction(
      ([selector, old]) => {
        const lab = document.querySelector<HTMLElement>(".stress-lab");
        return lab?.dataset.state === "idle" && document.querySelector(selector)?.textContent !== old;
      },
      [summary, before ?? ""] as const
    );
    const text = (await page.locator(summary).textContent()) ?? "";
    seconds.push(Number(/([\d.]+) s;/.exec(text)?.[1]));
  }
  return seconds.slice(2);
}
