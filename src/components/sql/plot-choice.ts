// What a quick plot shows until the reader chooses: decided from the kinds and the spread of the columns.

export type PlotMark = "line" | "dot" | "bar";

export interface PlotChoice {
  x: string;
  /** undefined counts rows */
  y: string | undefined;
  colour: string | undefined;
  mark: PlotMark;
}

export interface PlotColumn {
  name: string;
  kind: "number" | "date" | "other";
  values: readonly (number | Date | string | null)[];
}

/** More colours than this cannot be told apart. */
const mostColours = 12;
/** In fewer rows than this a number has few values by chance. */
const fewRows = 4 * mostColours;
/** More bars than this cannot be read. */
const mostBars = 40;

/** A sensible first plot, or undefined where there is nothing to draw (no rows, or only unrelated text). */
export function defaultPlot(columns: readonly PlotColumn[]): PlotChoice | undefined {
  const spread = new Map(columns.map((column) => [column, distinct(column.values)]));
  const varied = columns.filter((column) => (spread.get(column) ?? 0) > 1);
  const measures = varied.filter(({ kind }) => kind === "number");
  const ordered = varied.filter(({ kind }) => kind !== "other");
  const groups = columns.filter(
    (column) => column.kind === "other" && within(spread.get(column), 1, mostBars)
  );
  const colours = varied.filter((column) => isGroup(column, spread.get(column) ?? 0));
  const [key] = columns;
  const [measure] = measures;
  // A name in the first column that no other row has: the rest is said of it.
  if (
    measure &&
    key?.kind === "other" &&
    key.values.length <= mostBars &&
    spread.get(key) === key.values.length
  ) {
    return { x: key.name, y: measure.name, colour: undefined, mark: "bar" };
  }

  // A number of few values, such as a rate, is a better colour than an axis where others can be the axes.
  const free = ordered.filter((column) => !isGroup(column, spread.get(column) ?? 0));
  const [only] = free;
  const x = free.length >= 2 ? only : (ordered.find((column) => column !== only) ?? only);
  const y =
    free.find(({ kind, name }) => kind === "number" && name !== x?.name) ?? measures.find((c) => c !== x);
  if (x && y) {
    const others = columns.filter((column) => column !== x && column !== y);
    const groups = others.filter((column) => isGroup(column, spread.get(column) ?? 0));
    const colour = colours.find((column) => column !== x && column !== y);
    return { x: x.name, y: y.name, colour: colour?.name, mark: isPath(x, y, groups) ? "line" : "dot" };
  }
  const value = measures[0] ?? columns.find(({ kind, values }) => kind === "number" && values.length > 0);
  const [group] = groups;
  if (group && value && (spread.get(group) ?? 0) > 1) {
    const one = spread.get(group) === group.values.length;
    const colour = groups.find((column) => column !== group && (spread.get(column) ?? 0) > 1);
    return { x: group.name, y: value.name, colour: colour?.name, mark: one ? "bar" : "dot" };
  }
  if (measures[0]) return { x: measures[0].name, y: undefined, colour: undefined, mark: "bar" };
  if (group) return { x: group.name, y: undefined, colour: undefined, mark: "bar" };
  return undefined;
}

/** Columns that split the rows into lines of their own: those of few values that are on neither axis. */
export function lineGroups(columns: readonly PlotColumn[], { x, y, colour }: PlotChoice): PlotColumn[] {
  return columns.filter(
    (c) => c.name !== x && c.name !== y && (c.name === colour || isGroup(c, distinct(c.values)))
  );
}

const within = (n: number | undefined, least: number, most: number): boolean =>
  n !== undefined && n >= least && n <= most;

const keyOf = (value: number | Date | string | null): number | string | null =>
  value instanceof Date ? value.getTime() : value;

const distinct = (values: PlotColumn["values"]): number => new Set(values.map(keyOf)).size;

/** Can be a colour: a text of few values, or a number of few values among many rows, such as a rate. */
const isGroup = ({ kind, values }: PlotColumn, n: number): boolean =>
  kind !== "date" && within(n, 2, mostColours) && values.length >= (kind === "number" ? fewRows : 2 * n);

/** Whether y is one value for each x within every group, over three points or more: then a line is honest. */
function isPath(x: PlotColumn, y: PlotColumn, groups: readonly PlotColumn[]): boolean {
  const seen = new Set<string>();
  const paths = new Set<string>();
  for (let i = 0; i < x.values.length; i++) {
    if (y.values[i] === null) continue;
    const group = JSON.stringify(groups.map(({ values }) => keyOf(values[i] ?? null)));
    const point = `${group} ${String(keyOf(x.values[i] ?? null))}`;
    if (seen.has(point)) return false;
    seen.add(point);
    paths.add(group);
  }
  return seen.size >= 3 * Math.max(1, paths.size);
}
