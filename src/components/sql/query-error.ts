// DuckDB's message, often many lines, reduced to one sentence and the place in the query that it points to.

export interface QueryError {
  /** one lower-case sentence */
  sentence: string;
  /** 1-based line of the query, where DuckDB names one */
  line?: number;
  /** 1-based column in that line */
  column?: number;
  /** the line of the query that is at fault, and a caret under the place */
  excerpt?: string;
}

/** Longest line shown with its caret. */
const widest = 100;

/**
 * @param message what DuckDB threw
 * @param query the text that was run
 * @param tables names that can be suggested for one that is not known
 */
export function describeError(message: string, query: string, tables: readonly string[] = []): QueryError {
  return { sentence: sentenceOf(message, tables), ...placeOf(message, query) };
}

/** Whether DuckDB itself refused; else its WebAssembly broke, and so it did with an INTERNAL or FATAL error. */
export const isDuckDBs = (message: string): boolean =>
  /^(Error: )*\w[\w ]* Error: /.test(message) && !/^(Error: )*(INTERNAL|FATAL) Error/.test(message);

function sentenceOf(message: string, tables: readonly string[]): string {
  const text = message.replace(/^(?:Uncaught )?(?:Error: )+/, "").replace(/\n*LINE \d+:[^]*$/, "");
  const missing = /Table with name (.+?) does not exist/.exec(text)?.[1];
  if (missing !== undefined) {
    const near = nearest(missing, tables);
    return `unknown table: ${missing}; ${near === undefined ? "the catalogue lists those there are" : `did you mean ${near}?`}`;
  }
  const column = /Referenced column "(.+?)" not found/.exec(text)?.[1];
  if (column !== undefined) {
    const candidates = /Candidate bindings: (.+)/.exec(text)?.[1]?.replaceAll('"', "");
    return `unknown column: ${column}${candidates === undefined ? "" : `; did you mean ${candidates}?`}`;
  }
  const extension = /it exists in the (\w+) extension/.exec(text)?.[1];
  if (extension !== undefined) {
    const what = /with name "?(\w+)"?/.exec(text)?.[1] ?? "this function";
    return `unsupported function: ${what}; it is in DuckDB's extension ${extension}, which would have to be fetched from elsewhere`;
  }
  if (/^Permission Error/.test(text))
    return "unsupported source: queries read the tables of the catalogue only, no files and no addresses";
  if (/configuration has been locked/.test(text))
    return "unsupported statement: the settings of the database are fixed";
  if (/^Out of Memory Error/.test(text))
    return "unsupported size: the query needs more memory than the page allows (1 GB); aggregate or filter first";
  if (!isDuckDBs(message)) {
    return `unsupported query: the database broke down on it (${lowerFirst(text.split("\n")[0] ?? "")}) and starts anew with the next run`;
  }
  const [, kind = "Error", rest = text] = /^(\w[\w ]*?) Error: ([^]*)$/.exec(text) ?? [];
  const first = (rest.split(/\n/)[0] ?? "").trim().replace(/[.!]+$/, "");
  const verb =
    kind === "Catalog"
      ? "unknown name"
      : /^Not ?[iI]mplemented$/.test(kind)
        ? "unsupported query"
        : "invalid query";
  return `${verb}: ${first === "" ? "DuckDB gave no reason" : lowerFirst(first)}`;
}

/** Only an ordinary capitalised word is lowered: not NULL, not a quoted name. */
const lowerFirst = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z' ])/, (letter) => letter.toLowerCase());

function placeOf(
  message: string,
  query: string
): { line: number; column: number; excerpt: string } | undefined {
  const match = /LINE (\d+): ?(.*)\n( *)\^/.exec(message);
  if (!match) return undefined;
  const [whole, number = "1", shown = "", spaces = ""] = match;
  const line = Number(number);
  const prefix = whole.indexOf(shown === "" ? "\n" : shown, `LINE ${number}:`.length);
  // DuckDB cuts long lines with "..." on either side; where the rest is in the query gives the true column.
  const text = query.split("\n")[line - 1] ?? shown;
  const bare = shown.replace(/^\.\.\./, "").replace(/\.\.\.$/, "");
  const cut = shown.startsWith("...") ? 3 : 0;
  const at = Math.max(0, text.indexOf(bare));
  const column = at + Math.max(0, spaces.length - prefix - cut) + 1;
  return { line, column, excerpt: excerptOf(text, column) };
}

function excerptOf(text: string, column: number): string {
  const from = Math.max(0, Math.min(column - 1 - widest / 2, text.length - widest));
  const before = from > 0 ? "…" : "";
  const after = from + widest < text.length ? "…" : "";
  // Tabs are kept, so that the caret stands under the same character.
  const lead = text.slice(from, column - 1).replace(/[^\t]/g, " ");
  return `${before}${text.slice(from, from + widest)}${after}\n${before ? " " : ""}${lead}^`;
}

/** The closest name, if it is close: at most a third of its letters differ, or one contains the other. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  const wanted = name.toLowerCase();
  for (const candidate of names) {
    const other = candidate.toLowerCase();
    const d = other.includes(wanted) || wanted.includes(other) ? 1 : distance(wanted, other);
    if (d < least) [best, least] = [candidate, d];
  }
  return least <= Math.max(1, name.length / 3) ? best : undefined;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
