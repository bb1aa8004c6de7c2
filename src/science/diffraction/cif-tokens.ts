// The words of a CIF with the lines they stand on: tags, values (plain, quoted, or text between lines that begin with a
// semicolon), loops and blocks. Hall, Allen & Brown, Acta Cryst. A 47 (1991) 655, doi 10.1107/S010876739101067X.

export interface CifWord {
  kind: "tag" | "value" | "loop" | "block";
  text: string;
  /** from 1 */
  line: number;
  /** quoted values are never "not given", nor tags */
  quoted: boolean;
}

/** @throws where a quotation or a text is not closed */
export function cifWords(text: string): CifWord[] {
  const words: CifWord[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  for (let k = 0; k < lines.length; ++k) {
    const line = k + 1;
    if (lines[k].startsWith(";")) {
      const body = [lines[k].slice(1)];
      do {
        if (++k >= lines.length)
          throw new Error(
            `invalid CIF, line ${line}: the text that begins here is not closed; end it with a line that begins with “;”`
          );
        if (!lines[k].startsWith(";")) body.push(lines[k]);
      } while (!lines[k].startsWith(";"));
      words.push({ kind: "value", text: body.join("\n"), line, quoted: true });
      continue;
    }
    wordsOfLine(lines[k], line, words);
  }
  return words;
}

function wordsOfLine(source: string, line: number, words: CifWord[]): void {
  let at = 0;
  while (at < source.length) {
    const mark = source[at];
    if (/\s/.test(mark)) {
      ++at;
    } else if (mark === "#") {
      return;
    } else if (mark === "'" || mark === '"') {
      // a quotation ends at its mark followed by a space: marks within words are part of them
      const close = new RegExp(`${mark}(?=\\s|$)`).exec(source.slice(at + 1));
      if (!close)
        throw new Error(
          `invalid CIF, line ${line}: the quotation ${source.slice(at, at + 20)} is not closed; end it with ${mark}`
        );
      words.push({ kind: "value", text: source.slice(at + 1, at + 1 + close.index), line, quoted: true });
      at += close.index + 2;
    } else {
      const word = /^\S+/.exec(source.slice(at))?.[0] ?? "";
      words.push({ kind: kindOf(word), text: word, line, quoted: false });
      at += word.length;
    }
  }
}

function kindOf(word: string): CifWord["kind"] {
  if (word.startsWith("_")) return "tag";
  if (/^loop_$/i.test(word)) return "loop";
  return /^data_/i.test(word) ? "block" : "value";
}
