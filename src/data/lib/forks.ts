/** Forks: pages in src/hypotheses that were copied from another page, and what was changed in them since. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { differences, type Difference } from "./differences.js";
import { frontMatter, splitPage } from "./front-matter.js";

export interface Fork {
  title: string;
  /** site path, "/hypotheses/NAME" */
  path: string;
  /** site path of the page that it was copied from; "" where it was written from nothing */
  origin: string;
  originTitle: string;
  /** the origin was changed after it was copied */
  behind: boolean;
  differences: Difference[];
}

/** All pages of the hypotheses folder but its index, by title. */
export function readForks(source: string): Fork[] {
  const folder = join(source, "hypotheses");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "index.md")
    .map((name) => readFork(source, `hypotheses/${name.slice(0, -3)}`))
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}

/** @param page path below the source root without extension, "hypotheses/NAME" */
export function readFork(source: string, page: string): Fork {
  const text = readFileSync(join(source, `${page}.md`), "utf8");
  const values = frontMatter(text);
  const origin = values.get("forkedFrom.page") ?? "";
  const originFile = join(source, `${origin}.md`);
  const originText = origin !== "" && existsSync(originFile) ? readFileSync(originFile, "utf8") : undefined;
  return {
    title: pageTitle(text) ?? posix.basename(page),
    path: `/${page}`,
    origin,
    originTitle: (originText !== undefined && pageTitle(originText)) || origin,
    behind: originText !== undefined && textHash(originText) !== values.get("forkedFrom.hash"),
    differences:
      originText === undefined
        ? []
        : differences(splitPage(moveLinks(originText, origin, page)).body, splitPage(text).body)
  };
}

export const textHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);

export const pageTitle = (text: string): string | undefined =>
  frontMatter(text).get("title") ?? /^# (.+)$/m.exec(text)?.[1];

/**
 * Rewrites the relative imports, attachments and links of a page for another place.
 * @param from path of the page below the source root
 * @param to path of its copy
 */
export function moveLinks(text: string, from: string, to: string): string {
  const move = (link: string): string => {
    const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(link) ?? [];
    const target = posix.join("/", posix.dirname(from), path);
    const moved =
      posix.relative(posix.join("/", posix.dirname(to)), target) + (path.endsWith("/") ? "/" : "");
    return (path.startsWith(".") && !moved.startsWith(".") ? `./${moved}` : moved) + rest;
  };
  const relative = String.raw`(?![a-z]+:|[/#$])`;
  const code = [
    /((?:\bfrom|\bimport|\bimport\(|\bimport\.meta\.resolve\()\s*["'])(\.{1,2}\/[^"']+)/g,
    new RegExp(String.raw`(\bFileAttachment\(\s*["'\`])(${relative}[^"'\`$]+)`, "g"),
    /(\b(?:href|src)=")(\.{1,2}\/[^"$]+)/g
  ];
  const replace = (part: string, patterns: readonly RegExp[]): string =>
    patterns.reduce(
      (done, pattern) => done.replace(pattern, (_, before: string, link: string) => before + move(link)),
      part
    );
  const inProse = [new RegExp(String.raw`(\]\()(${relative}[^)\s$]+)`, "g")];
  const inHead = [/^(\s+[\w-]+:\s+)(\.{1,2}\/\S+)$/gm];
  const { head, body } = splitPage(text);
  const moved = body
    .split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ \t]*$)/m)
    .map((part, i) => replace(part, i % 2 ? code : [...code, ...inProse]))
    .join("");
  return head === "" ? moved : `---\n${replace(head, inHead)}---\n${moved}`;
}
