/** The service worker and the script that starts it, as one file each, with what they have to know of the site put in. */
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { OfflineSite } from "../../src/service-worker/site.js";

function bundle(project: string, file: string, define: Record<string, string>): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(project, "src", "service-worker", file)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    define
  });
  return (outputFiles[0]?.text ?? "").trim();
}

export const bundleWorker = (project: string, site: OfflineSite): string =>
  `${bundle(project, "worker.ts", { SITE: JSON.stringify(site) })}\n`;

/** @param up way from the page to the site's root, "./" or "../" */
export const bundleRegister = (project: string, up: string): string =>
  bundle(project, "register.ts", { WORKER: JSON.stringify(`${up}service-worker.js`) }).replaceAll(
    "</",
    "<\\/"
  );
