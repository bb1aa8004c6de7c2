/** Makes a built site citable, archivable and readable without a network. Equal sites give equal bytes. */
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleRegister, bundleWorker } from "./bundle-worker.js";
import { offlinePlan } from "./offline-plan.js";
import { upFrom } from "./page-metadata.js";
import { publishPage } from "./publish-page.js";
import { readPage, readSite, type SiteFile } from "./published-site.js";
import { roCrate } from "./ro-crate.js";

export interface Published {
  pages: number;
  /** tables and volumes that the crate describes */
  data: number;
  /** bytes that the service worker keeps without being asked: pages, modules, data */
  kept: { pages: number; modules: number; data: number };
}

const written = new Set(["ro-crate-metadata.json", "service-worker.js"]);

/**
 * @param project folder of the repository, with CITATION.cff and LICENSE
 * @param siteUrl absolute address of the site's root, or "" where it is not known
 */
export function publish(project: string, dist: string, siteUrl = ""): Published {
  for (const name of ["CITATION.cff", "LICENSE"])
    if (existsSync(join(project, name))) copyFileSync(join(project, name), join(dist, name));
  const site = readSite(dist);
  const files = site.files.filter(({ path }) => !written.has(path));
  const scripts = new Map<string, string>();
  const pages = site.pages.map((page) => {
    const up = upFrom(page.path);
    const register = scripts.get(up) ?? bundleRegister(project, up);
    scripts.set(up, register);
    const tables = files.filter(({ meta }) => meta !== undefined && pageOfTable(meta.page) === page.path);
    const html = publishPage({ page, tables, siteUrl }, register);
    writeFileSync(join(dist, page.file), html);
    return { ...readPage(page.file, html), html };
  });
  const final = { pages, files };
  const crate = roCrate(final);
  writeFileSync(join(dist, "ro-crate-metadata.json"), `${JSON.stringify(crate, null, 1)}\n`);
  const plan = offlinePlan(final);
  writeFileSync(join(dist, "service-worker.js"), bundleWorker(project, plan));
  const sizes = new Map(files.map((file) => [file.path, file]));
  return {
    pages: pages.length,
    data: files.filter(({ meta }) => meta).length,
    kept: {
      pages: pages.reduce((sum, { html }) => sum + Buffer.byteLength(html), 0),
      modules: total(plan.modules, sizes),
      data: total(plan.data, sizes)
    }
  };
}

/** "/figures/fig-1" as the page is called here; "/hypotheses/index" is "hypotheses/". */
const pageOfTable = (page: string): string | undefined =>
  page === "" ? undefined : page.replace(/^\//, "").replace(/(^|\/)index$/, "$1");

const total = (paths: readonly string[], files: ReadonlyMap<string, SiteFile>): number =>
  paths.reduce((sum, path) => sum + (files.get(path)?.bytes ?? 0), 0);
