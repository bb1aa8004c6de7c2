import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { moveLinks, textHash } from "../../src/data/lib/forks.js";
import { splitPage } from "../../src/data/lib/front-matter.js";
import { Refusal, writeWhole } from "./files.js";

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** "src/figures/fig-5.md", "/figures/fig-5" and "figures/fig-5" are the same page. */
export function pagePath(text: string): string {
  return text
    .replace(/^\.?\/+/, "")
    .replace(/^src\//, "")
    .replace(/\.md$/, "");
}

/**
 * Copies a page into the hypotheses folder, with its links mended and its origin written down.
 * @param source absolute path of the source root
 * @returns path of the new page below the source root
 */
export function forkPage(source: string, originText: string, targetText: string): string {
  const origin = pagePath(originText);
  const target = pagePath(targetText);
  checkTarget(source, target);
  if (!origin.split("/").every((part) => name.test(part)) || !existsSync(join(source, `${origin}.md`))) {
    throw new Refusal(
      `unknown page: ${originText}; give the path of a page below src, like figures/fig-5-voids-and-stress`
    );
  }
  const text = readFileSync(join(source, `${origin}.md`), "utf8");
  writeWhole(join(source, `${target}.md`), forkText(text, origin, target));
  return target;
}

function checkTarget(source: string, target: string): void {
  const [folder, last = "", ...more] = target.split("/");
  if (folder !== "hypotheses" || more.length > 0 || !name.test(last) || last === "index") {
    throw new Refusal(
      `invalid name: ${target}; a fork is hypotheses/NAME, where NAME is of lower-case letters, digits and single hyphens`
    );
  }
  if (existsSync(join(source, `${target}.md`))) {
    throw new Refusal(
      `invalid name: src/${target}.md exists already; choose another name, or delete that page first`
    );
  }
}

/** The text of a fork: the origin's, with links for its new place and a head that says where it is from. */
export function forkText(text: string, origin: string, target: string): string {
  const { head, body } = splitPage(moveLinks(text, origin, target));
  const kept = head
    .replace(/^title:.*\n/m, "")
    .replace(/^forkedFrom:.*\n(?:[ \t]+.*\n)*/m, "")
    .trimEnd();
  const words = posix.basename(target).replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const lines = [
    `title: ${JSON.stringify(title)}`,
    "forkedFrom:",
    `  page: /${origin}`,
    `  hash: "${textHash(text)}"`,
    ...(kept === "" ? [] : [kept])
  ];
  return `---\n${lines.join("\n")}\n---\n${body}`;
}
