/** Which files the service worker keeps, and when: all pages and their modules, the data that pages load first, and the rest when asked for. */
import type { OfflineSite } from "../../src/service-worker/site.js";
import { sha256, type PublishedSite, type SiteFile } from "./published-site.js";

/** Largest file, in bytes, that is kept without being asked for: no page loads a larger one first. */
export const largestKept = 1e6;
/** Most data, in bytes, that is kept without being asked for. */
export const mostData = 16e6;

/** The page that asks for every table, and for a database beside it: these are kept once used. */
const everything = "explore/sql";

/** Its name changes with its contents: by a hash, or by a library's version. */
const immutable = (path: string): boolean =>
  /(^|[./])[0-9a-f]{8}\.\w+$/.test(path) || /^_(npm|node)\/(@[^/]+\/)?[^/]+@\d/.test(path);

/** @param pages with their final HTML */
export function offlinePlan({ pages, files }: PublishedSite): OfflineSite {
  const lasting = files.filter(({ path }) => immutable(path));
  const modules = lasting.filter(isModule).sort(byNeed);
  const first = new Set(pages.filter(({ path }) => path !== everything).flatMap(({ attached }) => attached));
  let room = mostData;
  const data = lasting
    .filter(
      (file) =>
        !isModule(file) &&
        file.bytes <= largestKept &&
        first.has(file.path) &&
        file.name !== "data/sources.json"
    )
    .sort((a, b) => a.bytes - b.bytes || compare(a.path, b.path))
    .filter(({ bytes }) => (room -= bytes) >= 0);
  const kept = new Set([...modules, ...data]);
  return {
    version: sha256(pages.map(({ path, html }) => `${path} ${sha256(html)}\n`).join("")).slice(0, 16),
    pages: pages.map(({ path }) => path),
    modules: modules.map(({ path }) => path),
    data: data.map(({ path }) => path),
    asked: lasting.filter((file) => !kept.has(file)).map(({ path }) => path)
  };
}

const isModule = ({ path, bytes }: SiteFile): boolean =>
  bytes <= largestKept && /\.(js|css|woff2|json)$/.test(path) && !/^_file\/data\/|@duckdb\//.test(path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Framework's own, styles and fonts, our modules, libraries. */
const order = [/^_observablehq\//, /\.css$|\.woff2$/, /^_import\//, /./];
const rank = ({ path }: SiteFile): number => order.findIndex((pattern) => pattern.test(path));
const byNeed = (a: SiteFile, b: SiteFile): number => rank(a) - rank(b) || compare(a.path, b.path);
