/**
 * The last step of the build: metadata on every page, ro-crate-metadata.json, CITATION.cff and LICENSE beside the site, and
 * the service worker. SITE_URL=https://…/name/ makes addresses in the metadata absolute.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { main, Refusal } from "./lib/files.js";
import { publish } from "./lib/publish.js";

await main(() => {
  const project = process.cwd();
  const dist = join(project, "dist");
  if (!existsSync(join(dist, "index.html")))
    throw new Refusal("missing site: dist/index.html is not there; run: npm run build");
  const url = process.env["SITE_URL"] ?? "";
  if (url !== "" && !/^https?:\/\/[^?#]+\/$/.test(url))
    throw new Refusal(`invalid SITE_URL: ${url}; must be an absolute address that ends with a slash`);
  const { pages, data, kept } = publish(project, dist, url);
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.error(
    `${pages} pages and ${data} tables and volumes described; kept for reading offline: ` +
      `${size(kept.pages)} pages, ${size(kept.modules)} modules, ${size(kept.data)} data`
  );
});
