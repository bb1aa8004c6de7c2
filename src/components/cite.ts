/** BibTeX of a figure: what it is, how it was made and which state of the code and of the controls it shows. */
import type { TableMeta } from "./table-meta.js";

export interface Citation {
  /** id of the figure, used in the key */
  id: string;
  label: string;
  title: string;
  /** permalink with the state of the controls */
  url: string;
  /** title of the companion */
  site: string;
  provenance: string;
  meta?: Partial<TableMeta> | undefined;
  accessed: Date;
}

/** A `@misc` entry; special characters of LaTeX are escaped, except in the URL. */
export function bibtex({ id, label, title, url, site, provenance, meta, accessed }: Citation): string {
  const day = accessed.toISOString().slice(0, 10);
  const notes = [
    `values: ${provenance}`,
    meta?.method && `method: ${meta.method}`,
    meta?.seed && `seed ${meta.seed}`,
    meta?.inputHash && `code and data ${meta.inputHash.slice(0, 12)}`,
    `accessed ${day}`
  ].filter((note): note is string => Boolean(note));
  const fields: [string, string][] = [
    ["author", `{The contributors to ${escapeLatex(site)}}`],
    ["title", `{${escapeLatex(`${label}: ${title}`)}}`],
    ["howpublished", escapeLatex(site)],
    ["year", day.slice(0, 4)],
    ["url", url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ["note", escapeLatex(notes.join("; "))]
  ];
  const key = `lrtmo-${id.replace(/[^\w-]+/g, "-")}`;
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
};

export const escapeLatex = (text: string): string =>
  text.replace(/[\\~^]|[#$%&_{}]/g, (c) => special[c] ?? `\\${c}`);
