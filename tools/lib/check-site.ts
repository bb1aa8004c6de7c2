import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./files.js";

/** GitHub refuses larger files. */
const largestFile = 100e6;

/** Ways in which a file makes a browser fetch something at once; links that a reader may follow are not among them. */
const fetches: Record<string, RegExp[]> = {
  html: [
    /<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\bsrc="((?:https?:)?\/\/[^"]+)"/g,
    /<link\b(?![^>]*\brel="(?:canonical|license|author)")[^>]*?\bhref="((?:https?:)?\/\/[^"]+)"/g
  ],
  css: [/url\(\s*["']?((?:https?:)?\/\/[^"')]+)/g, /@import\s+["']((?:https?:)?\/\/[^"']+)/g],
  js: [
    /\bimport\s*\(?\s*["']((?:https?:)?\/\/[^"']+)["']/g,
    /\bfrom\s*["']((?:https?:)?\/\/[^"']+)["']/g,
    /\b(?:fetch|new Worker|new URL|importScripts)\(\s*["'`]((?:https?:)?\/\/[^"'`]+)["'`]\s*[,)]/g
  ]
};

/** Faults that would keep a built site from working at GitHub Pages, one sentence each. */
export function checkSite(dist: string, base: string): string[] {
  if (!existsSync(join(dist, "index.html")))
    return ["missing site: dist/index.html is not there; run: npm run build"];
  const faults: string[] = [];
  if (!existsSync(join(dist, ".nojekyll")))
    faults.push("missing dist/.nojekyll: Pages would leave out _npm and others");
  for (const path of listFiles(dist, () => true)) {
    const file = join(dist, path);
    const { size } = statSync(file);
    if (size > largestFile)
      faults.push(`invalid size: dist/${path} has ${Math.round(size / 1e6)} MB; at most 100 MB`);
    const text = /\.(html|css|js)$/.test(path) ? readFileSync(file, "utf8") : "";
    const patterns = fetches[/\w+$/.exec(path)?.[0] ?? ""] ?? [];
    for (const url of new Set(
      patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, found]) => found))
    )) {
      if (url !== undefined && !harmless(url))
        faults.push(`invalid address: dist/${path} fetches ${url} from another host`);
    }
    if (path.endsWith(".html")) faults.push(...outsideBase(path, text, base));
  }
  return faults;
}

/** Names that only look like addresses: of XML vocabularies, and bases for parsing a relative address. */
const harmless = (url: string): boolean =>
  /^https?:\/\/(www\.w3\.org\/|localhost\b|example\.(com|org)\b|a\b)/.test(url);

/** A page's absolute paths must begin with the base that the site is served under. */
function outsideBase(path: string, html: string, base: string): string[] {
  const found = [...html.matchAll(/\b(?:href|src)="(\/(?!\/)[^"]*)"/g)].map(([, url = ""]) => url);
  return [...new Set(found)]
    .filter((url) => !url.startsWith(base))
    .map((url) => `invalid path: dist/${path} asks for ${url}, which is outside ${base}`);
}
