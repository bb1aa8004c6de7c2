// Curves and maps of a reader's own numbers, in the shape that the figures of measured data draw.
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";
import { curvePlot } from "../validation/curve-plot.js";
import type { DrawnFigure, DrawnSeries } from "../validation/figures.js";
import { mapViews } from "../validation/map-views.js";
import type { Column } from "../csv.js";

export interface Named {
  label: string;
  unit: string;
}

interface Drawn {
  id: string;
  title: string;
  x: Named;
  value: Named;
  names: { found: string; reference: string };
}

const floats = (values: ArrayLike<number>): Float64Array => Float64Array.from(values);
const entryOf = (drawn: Drawn, kind: "curve" | "map", columns = 0, rows = 0): DrawnFigure["entry"] => ({
  ...drawn,
  ...{ kind, columns, rows, caption: "", alt: drawn.title, data_set: "", source: "", licence: "" }
});

export interface Curve {
  x: ArrayLike<number>;
  measured: ArrayLike<number>;
  /** NaN where nothing was fitted */
  fitted: ArrayLike<number>;
}

/** Measured points with their fit, and what is left. */
export function fittedCurve(
  drawn: Drawn,
  { x, measured, fitted }: Curve,
  parts: { name: string; x: ArrayLike<number>; values: ArrayLike<number> }[],
  width: number
): HTMLElement {
  const nothing = (n: number) => new Float64Array(n).fill(NaN);
  const series: DrawnSeries[] = [
    { name: "fit", x: floats(x), y: nothing(x.length), found: floats(fitted), reference: floats(measured) },
    ...parts.map((part) => ({
      ...{ name: part.name, x: floats(part.x), found: floats(part.values) },
      ...{ y: nothing(part.x.length), reference: nothing(part.x.length) }
    }))
  ];
  return curvePlot({ entry: entryOf(drawn, "curve"), series }, width, isDark());
}

/** One map with a cursor. @param values [x][y], y fastest */
export function oneMap(
  drawn: Drawn,
  values: Float32Array,
  nx: number,
  ny: number,
  width: number
): HTMLElement {
  const places = Array.from({ length: nx * ny }, (_, p) => p);
  const series: DrawnSeries = {
    name: drawn.title,
    x: Float64Array.from(places, (p) => Math.floor(p / ny)),
    y: Float64Array.from(places, (p) => p % ny),
    found: floats(values),
    reference: new Float64Array(nx * ny).fill(NaN)
  };
  return mapViews({ entry: entryOf(drawn, "map", nx, ny), series: [series] }, width);
}

export interface NumberRow {
  what: string;
  value: number;
  error: number;
  unit: string;
}

export const numbersView = (rows: readonly NumberRow[], caption: string): HTMLElement =>
  tableView<NumberRow>({
    ...{ caption, rows, sortable: false },
    columns: [
      { name: "quantity", value: ({ what }) => what },
      {
        name: "value",
        value: ({ value }) => value,
        show: (v) => (Number.isFinite(v) ? formatNumber(Number(v), 5) : "–")
      },
      {
        ...{ name: "standard error", value: ({ error }: NumberRow) => error },
        show: (v: unknown) => (Number.isFinite(v) ? formatNumber(Number(v), 2) : "–")
      },
      { name: "unit", value: ({ unit }) => unit }
    ]
  });

export const numberColumns = (rows: readonly NumberRow[]): Column[] => [
  { name: "quantity", values: rows.map(({ what }) => what) },
  { name: "value", values: rows.map(({ value }) => value) },
  { name: "standard_error", values: rows.map(({ error }) => (Number.isFinite(error) ? error : null)) },
  { name: "unit", values: rows.map(({ unit }) => unit) }
];

export interface FrameOptions {
  id: string;
  title: string;
  content: Element;
  caption: string;
  alt: string;
  columns: () => readonly Column[];
  code: readonly string[];
  file: string;
  /** page of the paper's figure whose analysis this is */
  method: string;
}

/** A figure of a reader's own data: marked measured, with its numbers to take away. */
export const ownFrame = ({
  id,
  title,
  content,
  caption,
  alt,
  columns,
  code,
  file,
  method
}: FrameOptions): FigureFrame =>
  figureFrame({
    ...{ id: `your-${id}`, label: "Your data", title, content, caption, alt, code },
    ...{ interactive: true, provenance: "measured" },
    table: () => ({ name: `your-${id}`, columns: columns() }),
    meta: { title, method, sources: [`your own file ${file}, read in this browser`] },
    permalink: () => location.href.replace(/[?#].*$/, "")
  });

export const stacked = (...parts: (Element | null)[]): HTMLElement =>
  h("div", { class: "your-stacked" }, ...parts);
