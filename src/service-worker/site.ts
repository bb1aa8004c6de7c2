/** What the build tells the service worker of the site. */
export interface OfflineSite {
  /** changes with any page */
  version: string;
  /** pages as they are asked for, below the site's root: "", "claims", "figures/…" */
  pages: readonly string[];
  /** files with a hash in their name, in the order in which they are kept; those that no page works without first */
  modules: readonly string[];
  /** the same of data that a page loads first */
  data: readonly string[];
  /** all other files whose name changes with their contents: kept once asked for */
  asked: readonly string[];
}

/** What a page asks of the worker when it has time. */
export interface KeepMessage {
  keep: true;
  /** the reader pays for each byte: no data that was not asked for */
  lean: boolean;
  /** what the page has loaded before a worker was there */
  loaded: readonly string[];
}

/**
 * The page that a path asks for: "claims" for "claims.html", "" for "index.html", "hypotheses/" for "hypotheses/index".
 * @param path below the site's root, without query
 */
export const pageOf = (path: string): string => path.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1");
