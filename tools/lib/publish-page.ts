/** A built page made ready: its metadata, the start of the service worker, and nothing that changes from build to build. */
import { jsonLd, metaTags, scriptJson, type PageFacts } from "./page-metadata.js";

/**
 * @param register script that starts the worker
 * @throws where the page has no head, or has been through this before
 */
export function publishPage(facts: PageFacts, register: string): string {
  const { html, file } = facts.page;
  if (!html.includes("\n</head>"))
    throw new Error(`invalid page: ${file} has no head; build the site anew with npm run build`);
  if (html.includes("application/ld+json"))
    throw new Error(`invalid page: ${file} was published before; build the site anew with npm run build`);
  const added = [
    metaTags(facts),
    `<script type="application/ld+json">${scriptJson(jsonLd(facts))}</script>`,
    `<script>${register}</script>`
  ].join("\n");
  return reproducible(html).replace("\n</head>", () => `\n${added}\n</head>`);
}

/** Readers may zoom, and a file's time is that of the build, which no reader needs. */
const reproducible = (html: string): string =>
  html
    .replace(', maximum-scale=1"', '"')
    .replace(/^registerFile\(.*$/gm, (line) => line.replace(/,"lastModified":\d+/, ""));
