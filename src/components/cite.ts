/** BibTeX of a figure: what it is, how it was made and which state of the code and of the controls it shows; and of the study. */
import { companion, study } from "./publication/about.js";
import type { TableMeta } from "./table-meta.js";

export interface Citation {
  /** id of the figure, used in the key */
  id: string;
  label: string;
  title: string;
  /** link to the figure, with the state of the controls where its page keeps it */
  url: string;
  /** title of the companion */
  site: string;
  provenance: string;
  meta?: Partial<TableMeta> | undefined;
  accessed: Date;
}

/**
 * Two entries: a `@misc` of the figure, by the companion's authors in the year of its release, and the study's `@article`
 * that it names as related. Special characters of LaTeX are escaped, except in addresses.
 */
export function bibtex({ id, label, title, url, site, provenance, meta, accessed }: Citation): string {
  const day = accessed.toISOString().slice(0, 10);
  const notes = [
    `Version ${companion.version}`,
    `values: ${provenance}`,
    meta?.method && `method: ${meta.method}`,
    meta?.seed && `seed ${meta.seed}`,
    meta?.inputHash && `code and data ${meta.inputHash.slice(0, 12)}`,
    `companion to doi:${study.doi}`,
    `accessed ${day}`
  ].filter((note): note is string => Boolean(note));
  const figure = entry("misc", `lrtmo-${id.replace(/[^\w-]+/g, "-")}`, [
    ["author", `{${escapeLatex(companion.author)}}`],
    ["title", `{${escapeLatex(`${label}: ${title}`)}}`],
    ["howpublished", escapeLatex(`${site}: ${companion.subtitle}`)],
    ...release(url, day),
    ["note", escapeLatex(notes.join("; "))]
  ]);
  return figure + studyEntry();
}

/** The companion as a whole. @param url address of its first page */
export function companionEntry(url: string, accessed: Date): string {
  const day = accessed.toISOString().slice(0, 10);
  return entry("misc", "lrtmo-companion", [
    ["author", `{${escapeLatex(companion.author)}}`],
    ["title", `{${escapeLatex(`${companion.title}: ${companion.subtitle}`)}}`],
    ["howpublished", "Software and web site"],
    ...release(url, day),
    ["note", escapeLatex(`Version ${companion.version}; companion to doi:${study.doi}; accessed ${day}`)]
  ]);
}

/** The study, which is cited for what was measured. */
export function studyEntry(): string {
  return entry("article", study.key, [
    ["author", study.authors.map(([family, given]) => `${family}, ${given}`).join(" and ")],
    ["title", `{${escapeLatex(study.title)}}`],
    ["journal", escapeLatex(study.journal)],
    ["year", study.year],
    ["month", study.month],
    ["doi", study.doi]
  ]);
}

/** `related` and `urldate` are biblatex's; BibTeX leaves them out, and finds the same in the note. */
const release = (url: string, day: string): [string, string][] => [
  ["year", companion.released.slice(0, 4)],
  ["month", String(Number(companion.released.slice(5, 7)))],
  ["url", url.replace(/[{}\\\s]/g, encodeURIComponent)],
  ["urldate", day],
  ["related", study.key]
];

const entry = (type: string, key: string, fields: readonly [string, string][]): string =>
  `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
};

export const escapeLatex = (text: string): string =>
  text.replace(/[\\~^]|[#$%&_{}]/g, (c) => special[c] ?? `\\${c}`);
