import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { splitPage } from "../../src/data/lib/front-matter.js";

/** A piece of live code in a page: a fenced block, or an expression `${…}` in the text. */
export interface Cell {
  /** "ts", "js", "sql", "html", "svg", "tex" or "inline" */
  kind: string;
  code: string;
  /** place in the page of each line of the code, as an offset into its text */
  lines: number[];
  /** what is said after the language, for example {id: "row"} of ```` ```sql id=row ```` */
  attributes: Record<string, string>;
}

interface Token {
  type: string;
  info: string;
  content: string;
  map: [number, number] | null;
  children: Token[] | null;
}

interface ParseError extends SyntaxError {
  loc?: { line: number; column: number };
}

/** The parts of Framework's compiler that say what is code in a page, and whether it parses. */
interface Framework {
  createMarkdownIt: (options?: object) => { parse(text: string, context: object): Token[] };
  parseInfo: (info: string) => { tag: string; attributes: Record<string, string> };
  parseJavaScript: (code: string, options: { path: string; inline?: boolean }) => unknown;
}

let loaded: Promise<Framework> | undefined;

function framework(project: string): Promise<Framework> {
  const load = async (file: string): Promise<object> =>
    (await import(
      pathToFileURL(join(project, "node_modules/@observablehq/framework/dist", file)).href
    )) as object;
  return (loaded ??= Promise.all(["markdown.js", "info.js", "javascript/parse.js"].map(load)).then(
    (modules) => Object.assign({}, ...modules) as Framework
  ));
}

/** All live code of a page, in its order, as Framework itself finds it. */
export async function findCells(project: string, page: string): Promise<Cell[]> {
  const { createMarkdownIt, parseInfo } = await framework(project);
  const { body } = splitPage(page);
  const start = page.length - body.length;
  const lineStarts = [start];
  for (let i = start; i < page.length; ++i) if (page[i] === "\n") lineStarts.push(i + 1);
  const lineStart = (line: number): number => lineStarts[line] ?? page.length;
  const cells: Cell[] = [];
  let cursor = start;
  for (const token of createMarkdownIt().parse(body, {
    code: [],
    startLine: 0,
    currentLine: 0,
    path: "/page"
  })) {
    const [first = 0] = token.map ?? [];
    if (token.type === "fence") {
      const { tag, attributes } = parseInfo(token.info);
      if (attributes["run"]?.toLowerCase() === "false") continue;
      const lines = token.content.split("\n").map((text, i) => {
        const offset = lineStart(first + 1 + i);
        return Math.max(offset, page.indexOf(text, offset));
      });
      cells.push({ kind: tag, code: token.content, lines, attributes });
      cursor = lineStart(token.map?.[1] ?? first);
    } else {
      cursor = Math.max(cursor, token.map ? lineStart(first) : 0);
      for (const child of token.children ?? []) {
        if (child.type !== "placeholder") continue;
        const [head = "", ...rest] = child.content.split("\n");
        const found = page.indexOf(`\${${head}`, cursor);
        const lines = [found < 0 ? cursor : found + 2];
        for (const text of rest) {
          const next = page.indexOf("\n", lines.at(-1)) + 1;
          lines.push(Math.max(next, page.indexOf(text, next)));
        }
        cursor = (lines.at(-1) ?? cursor) + (rest.at(-1) ?? head).length;
        cells.push({ kind: "inline", code: child.content, lines, attributes: {} });
      }
    }
  }
  return cells;
}

/** What Framework says of code that it could not run, with the place in the code; undefined where it can. */
export async function parseFault(
  project: string,
  code: string,
  inline: boolean
): Promise<{ message: string; line: number; column: number } | undefined> {
  const { parseJavaScript } = await framework(project);
  try {
    parseJavaScript(code, { path: "/page", inline });
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc = { line: 1, column: 0 } } = error as ParseError;
    return { message: error.message.replace(/ \(\d+:\d+\)$/, ""), ...loc };
  }
}
