// Splits SQL text into tokens: enough to find names, statements and colours without parsing the grammar.
// Follows DuckDB's lexer: '' and "" double themselves, E'…' knows backslashes, $tag$…$tag$, nested /* */ comments.

export type TokenKind = "word" | "quoted" | "string" | "number" | "comment" | "symbol";

export interface Token {
  kind: TokenKind;
  /** as written, quotes included */
  text: string;
  /** offset of the first character in the text */
  start: number;
  /** offset after the last character */
  end: number;
}

const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const number = /(?:0x[0-9a-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const dollar = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const escaped = /e'(?:[^'\\]|\\[^]|'')*'?/iy;
const string = /'(?:[^']|'')*'?/y;
const quoted = /"(?:[^"]|"")*"?/y;
const line = /--[^\n]*/y;

/** The tokens of a text in order, white space left out. Never throws: what has no end goes to the end of the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  const first = (at: number): [TokenKind, number] => {
    let end: number;
    if ((end = match(line, at)) >= 0) return ["comment", end];
    if (text.startsWith("/*", at)) return ["comment", endOfBlock(text, at)];
    if ((end = match(escaped, at)) >= 0) return ["string", end];
    if ((end = match(string, at)) >= 0) return ["string", end];
    if ((end = match(quoted, at)) >= 0) return ["quoted", end];
    if ((end = match(dollar, at)) >= 0) {
      const tag = text.slice(at, end);
      const close = text.indexOf(tag, end);
      return ["string", close < 0 ? text.length : close + tag.length];
    }
    if ((end = match(word, at)) >= 0) return ["word", end];
    if ((end = match(number, at)) >= 0) return ["number", end];
    // By code point, so that a character outside the basic plane is not cut in two.
    return ["symbol", at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)];
  };
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const [kind, end] = first(at);
    tokens.push({ kind, text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

function endOfBlock(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length;) {
    if (text.startsWith("/*", at)) {
      depth += 1;
      at += 2;
    } else if (text.startsWith("*/", at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else at += 1;
  }
  return text.length;
}

/** The name a token stands for: a quoted one without its quotes, others as written. */
export function nameOf(token: Token): string {
  if (token.kind === "quoted") return token.text.slice(1).replace(/"$/, "").replaceAll('""', '"');
  if (token.kind === "string") return token.text.slice(1).replace(/'$/, "").replaceAll("''", "'");
  return token.text;
}

/** Whether the token is this keyword, in any case. A quoted name is never a keyword. */
export const isWord = (token: Token | undefined, ...words: string[]): boolean =>
  token?.kind === "word" && words.includes(token.text.toUpperCase());

export const isSymbol = (token: Token | undefined, symbol: string): boolean =>
  token?.kind === "symbol" && token.text === symbol;

export interface Statement {
  /** the statement without its semicolon, from its first token on */
  text: string;
  /** offset of its first token in the whole text */
  start: number;
  /** comments left out */
  tokens: Token[];
}

/** The statements of a text; empty ones and those of comments alone are left out. */
export function statements(text: string): Statement[] {
  const found: Statement[] = [];
  let tokens: Token[] = [];
  const finish = (): void => {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first && last) found.push({ text: text.slice(first.start, last.end), start: first.start, tokens });
    tokens = [];
  };
  for (const token of tokenise(text)) {
    if (isSymbol(token, ";")) finish();
    else if (token.kind !== "comment") tokens.push(token);
  }
  finish();
  return found;
}
