import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { openSite, sitePages, type Site } from "../../test/pages/browser.js";

export const name = "pages";

interface Result {
  case: string;
  size: Record<string, number>;
  times: number[];
  error: number | null;
}

interface Vitals {
  lcp: number;
  cls: number;
  longest: number;
}

/** Largest contentful paint of every page of dist/, s; with its layout shift, longest task and gzipped JavaScript. */
export async function run(): Promise<Result[]> {
  const site = await openSite();
  const results: Result[] = [];
  for (const path of sitePages())
    for (const phone of [false, true]) {
      const visits: Awaited<ReturnType<typeof load>>[] = [];
      for (let k = 0; k < 3; ++k) visits.push(await load(site, path, phone));
      const worst = (key: "cls" | "longest" | "javascript") => Math.max(...visits.map((v) => v[key]));
      results.push({
        case: `/${path} ${phone ? "phone" : "desktop"}`,
        size: {
          layout_shift: Number(worst("cls").toFixed(3)),
          longest_task_ms: Math.round(worst("longest")),
          javascript_kB_gzip: Math.round(worst("javascript"))
        },
        times: visits.map((v) => v.lcp / 1000),
        error: null
      });
    }
  await site.close();
  return results;
}

async function load(site: Site, path: string, phone: boolean): Promise<Vitals & { javascript: number }> {
  const context = await site.browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 }
  });
  const page = await context.newPage();
  let javascript = 0;
  page.on("response", (response) => {
    if (!/\.js$/.test(new URL(response.url()).pathname)) return;
    void response.body().then(
      (body) => (javascript += gzipSync(body).length / 1024),
      () => undefined
    );
  });
  await page.addInitScript(observe);
  await page.goto(site.url(path), { waitUntil: "load" });
  await page.waitForTimeout(4000);
  const vitals = await read(page);
  await context.close();
  return { ...vitals, javascript };
}

/** Runs in the page, as text because a compiled function would bring helpers that are not there. */
const observe = `
  const vitals = (globalThis.vitals = { lcp: 0, cls: 0, longest: 0 });
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => (vitals.lcp = entry.startTime));
  watch("layout-shift", (entry) => (vitals.cls += entry.value));
  watch("longtask", (entry) => (vitals.longest = Math.max(vitals.longest, entry.duration)));
`;

const read = (page: Page): Promise<Vitals> =>
  page.evaluate(() => (globalThis as typeof globalThis & { vitals: Vitals }).vitals);
