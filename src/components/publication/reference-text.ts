/** References as text: all of them by number, one as a line, and which ones a text names. */
import { doiUrl } from "./about.js";
import { methodReferences } from "./method-references.js";
import { references, type Reference } from "./references.js";

/** In the order of the References page: what values rest on, then the methods of the kernels. */
export const allReferences: readonly Reference[] = [...references, ...methodReferences];

/** Anchor of a reference on the References page. */
export const anchorOf = ({ key }: Reference): string => `ref-${key}`;

/** Number on the References page, from 1. @throws where no reference has the key */
export function referenceNumber(key: string): number {
  const i = allReferences.findIndex((reference) => reference.key === key);
  if (i < 0)
    throw new Error(
      `unknown reference: ${key}; add it to src/components/publication/references.ts or mend the mark`
    );
  return i + 1;
}

const trimmed = (doi: string): string => doi.toLowerCase().replace(/[.,;)]+$/, "");

/** DOIs end in what follows them in a text: both are compared without closing punctuation. */
export const byDoi = (doi: string): Reference | undefined =>
  allReferences.find((reference) => reference.doi !== undefined && trimmed(reference.doi) === trimmed(doi));

/** "Koerver, R. et al. (2018). Title. Energy Environ. Sci. 11, 2142." without DOI and note. */
export function referenceLine({ authors, year, title, where }: Reference): string {
  const parts = [year === undefined ? authors : `${authors} (${year})`, title, where];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (part.endsWith(".") ? part : `${part}.`))
    .join(" ");
}

export interface Named {
  reference: Reference;
  start: number;
  end: number;
}

/** Where a text names references by one of their names; the longest name wins, and none overlap. In the order of the text. */
export function namedIn(text: string): Named[] {
  const names = references
    .flatMap((reference) => (reference.names ?? []).map((name) => ({ reference, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const found: Named[] = [];
  for (const { reference, name } of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (found.every((other) => end <= other.start || start >= other.end))
        found.push({ reference, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export const doiLink = (reference: Reference): string | undefined =>
  reference.doi === undefined ? undefined : doiUrl(reference.doi);
