/** A page's text in two: the lines between two `---` at its very beginning, and the rest. */
export interface PageText {
  head: string;
  body: string;
  /** line of the body's first line in the page, counted from 1 */
  bodyLine: number;
}

export function splitPage(text: string): PageText {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (!match || match.index !== 0) return { head: "", body: text, bodyLine: 1 };
  return {
    head: match[1] ?? "",
    body: text.slice(match[0].length),
    bodyLine: match[0].split("\n").length
  };
}

/**
 * Values of a page's front matter, one level deep: enough for `title: …` and the maps `sql:` and `forkedFrom:`.
 * A nested value's key is joined by a dot ("forkedFrom.page").
 */
export function frontMatter(text: string): Map<string, string> {
  const values = new Map<string, string>();
  let parent = "";
  for (const line of splitPage(text).head.split(/\r?\n/)) {
    const match = /^(\s*)([\w-]+|"[^"]+"):(?:\s+(.*?))?\s*$/.exec(line);
    if (!match) continue;
    const [, indent = "", quotedKey = "", raw = ""] = match;
    const key = quotedKey.replace(/^"|"$/g, "");
    if (indent === "") parent = key;
    const value = raw.replace(/^(["'])(.*)\1$/, "$2");
    if (value !== "") values.set(indent === "" ? key : `${parent}.${key}`, value);
  }
  return values;
}
