// A block of a CIF as single items and loops, by tag in lower case.

import { cifWords, type CifWord } from "./cif-tokens.js";

export interface CifLoop {
  tags: string[];
  /** [row][tag] */
  rows: CifWord[][];
  line: number;
}

export interface CifBlock {
  name: string;
  items: Map<string, CifWord>;
  loops: CifLoop[];
}

/** All blocks of a file. @throws where a tag has no value, or a loop's values do not fill its rows */
export function cifBlocks(text: string): CifBlock[] {
  const words = cifWords(text);
  const blocks: CifBlock[] = [];
  let block: CifBlock | undefined;
  // what stands before the first data_ belongs to a block without a name
  const current = () => {
    if (!block) blocks.push((block = { name: "", items: new Map(), loops: [] }));
    return block;
  };
  for (let k = 0; k < words.length;) {
    const word = words[k];
    if (word.kind === "block") {
      blocks.push((block = { name: word.text.slice(5), items: new Map(), loops: [] }));
      ++k;
    } else if (word.kind === "loop") {
      const { loop, next } = readLoop(words, k);
      current().loops.push(loop);
      k = next;
    } else if (word.kind === "tag") {
      const value = words[k + 1] as CifWord | undefined;
      if (value?.kind !== "value")
        throw new Error(
          `invalid CIF, line ${word.line}: ${word.text} has no value; give one, or “?” where it is not known`
        );
      current().items.set(word.text.toLowerCase(), value);
      k += 2;
    } else
      throw new Error(
        `invalid CIF, line ${word.line}: “${word.text.slice(0, 40)}” belongs to no tag; a value follows its tag, and values with spaces stand in quotation marks`
      );
  }
  return blocks;
}

function readLoop(words: readonly CifWord[], start: number): { loop: CifLoop; next: number } {
  const { line } = words[start];
  let k = start + 1;
  const tags: string[] = [];
  while (words[k]?.kind === "tag") tags.push(words[k++].text.toLowerCase());
  const values: CifWord[] = [];
  while (words[k]?.kind === "value") values.push(words[k++]);
  if (tags.length === 0 || values.length % tags.length !== 0)
    throw new Error(
      `invalid CIF, line ${line}: the loop has ${values.length} values for ${tags.length} tags; must be a whole number of rows`
    );
  const rows: CifWord[][] = [];
  for (let i = 0; i < values.length; i += tags.length) rows.push(values.slice(i, i + tags.length));
  return { loop: { tags, rows, line }, next: k };
}

/** Whether a value says that it is not given. */
export const notGiven = (word: CifWord | undefined): boolean =>
  word === undefined || (!word.quoted && (word.text === "?" || word.text === "."));

/** A number, its standard error in brackets left out: "0.2412(3)". @throws with the line where it is none */
export function cifNumber(word: CifWord, tag: string): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:\(\d+\))?$/.exec(word.text.trim());
  if (!match)
    throw new Error(
      `invalid ${tag}, line ${word.line}: “${word.text}”; must be a number, such as 2.853 or 0.2585(3)`
    );
  return Number(match[1]);
}
