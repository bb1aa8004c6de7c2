/** What the tables of the checks have in common: their metadata, and the columns of what is drawn. */
import type { Column } from "../arrow-table.js";
import type { TableMetaInput } from "../table-meta.js";
import type { Outcome } from "./measured.js";
import type { Figure } from "./part.js";

/** What the page knows of a figure; its points are in the table. */
export type FigureEntry = Omit<Figure, "series"> & { data_set: string; source: string; licence: string };

/** What the page says of the outcomes, beside the tables. */
export interface Overview {
  /** folders of measured data that were present */
  present: string[];
  /** one sentence for each that was not, or lacks a file */
  problems: string[];
  figures: FigureEntry[];
}

const isPresent = ({ problem }: Outcome): boolean => problem === undefined;

export const overviewOf = (outcomes: readonly Outcome[]): Overview => ({
  present: outcomes.filter(isPresent).map(({ folder }) => folder),
  problems: outcomes.flatMap(({ problem }) => problem ?? []),
  figures: outcomes.flatMap(({ folder, source: { source, licence }, figures = [] }) =>
    figures.map((figure) => ({ ...withoutSeries(figure), data_set: folder, source, licence }))
  )
});

function withoutSeries(figure: Figure): Omit<Figure, "series"> {
  const own: Partial<Figure> = { ...figure };
  delete own.series;
  return own as Omit<Figure, "series">;
}

/** Metadata of a table made of the outcomes. */
export function validationMeta(
  outcomes: readonly Outcome[],
  own: Pick<TableMetaInput, "title" | "description">
): TableMetaInput {
  const present = outcomes.filter(isPresent);
  const method =
    "The functions behind the figures, run on others' measured files; what is expected comes with the files, from the program or the paper that is named.";
  return {
    ...own,
    method:
      present.length > 0 ? method : `${method} The measured files were not present when this table was made.`,
    provenance: "measured",
    parameters: { present: present.map(({ folder }) => folder) },
    sources: present.map(({ source }) => `${source.source}; ${source.repository}; ${source.licence}`),
    page: "/validation",
    code: [...new Set(outcomes.flatMap(({ code }) => code))]
  };
}

/** One row a point of a curve or a pixel of a map. */
export function seriesColumns(outcomes: readonly Outcome[]): Record<string, Column> {
  const all = outcomes.flatMap(({ figures = [] }) =>
    figures.flatMap(({ id, series }) => series.map((one) => ({ id, ...one, length: one.x.length })))
  );
  type One = (typeof all)[number];
  const spread = <T>(of: (one: One, i: number) => T): T[] =>
    all.flatMap((one) => Array.from({ length: one.length }, (_, i) => of(one, i)));
  const text = (description: string, of: (one: One) => string): Column => ({
    ...{ unit: "", description, type: "dictionary", values: spread(of) }
  });
  const number = (description: string, of: (one: One, i: number) => number | undefined): Column => ({
    ...{ unit: "", description, type: "float32", values: spread((one, i) => of(one, i) ?? null) }
  });
  return {
    figure: text("figure on the page of the checks", ({ id }) => id),
    series: text("curve or map: the fit, or a part of it", ({ name }) => name),
    x: number("energy in eV of a curve, column of a map", ({ x }, i) => x[i]),
    y: number("row of a map; none for a curve", ({ y }, i) => y?.[i]),
    found: number("what is found here", ({ found }, i) => found[i]),
    reference: number(
      "what it is held against: measured, or what others found",
      ({ reference }, i) => reference?.[i]
    )
  };
}
