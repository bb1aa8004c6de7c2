// Opens a file of any kind that is known: its bytes say which. Nothing is read beyond what is shown, but for texts and workbooks.
import { decodeText } from "../../science/readers/decode-text.js";
import { guessRawLayout, type RawLayout } from "../../science/readers/raw-volume.js";
import { sniff, sniffedBytes } from "../../science/readers/sniff.js";
import { textTable, type TextTable } from "../../science/readers/text-table.js";
import { firstPart, guessHdf5, guessTable } from "./guess-use.js";
import { openHdf5, type Hdf5File } from "./hdf5-file.js";
import type { ImageSource } from "./image-source.js";
import { openRaw } from "./images-raw.js";
import { openTiff } from "./images-tiff.js";
import type { ChooseOptions, Opened, Shown, ShownTable } from "./opened.js";
import { openParquet } from "./table-parquet.js";
import { openWorkbook } from "./table-workbook.js";

/** A part of a file, ready for an analysis. */
export interface Chosen {
  shown: Shown;
  table?: TextTable;
  images?: ImageSource;
}

export interface OpenFile {
  opened: Opened;
  /** text of a file that is one */
  text?: string;
  hdf5?: Hdf5File;
  choose: (part: string, options?: ChooseOptions) => Promise<Chosen>;
  close: () => void;
}

/** Texts beyond this size are refused: all of a text must be held to be read. */
const longestText = 300e6;
const shownRows = 8;

const shape = (sizes: readonly number[]): string => sizes.join(" × ");

/** A file by name and content; a `File` is one. @throws one sentence on what is wrong with it */
export async function openFile(name: string, file: Blob, layout?: RawLayout): Promise<OpenFile> {
  const format = sniff(name, new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer()), file.size);
  const own = { name, bytes: file.size };
  if (format === "tiff") {
    const images = await openTiff(file);
    const title = `TIFF of ${images.count} ${images.count === 1 ? "page" : "pages"}`;
    const what = `${images.type}, ${shape([images.count, images.rows, images.columns])}`;
    // three slices are hardly a volume
    const suggested = images.count === 3 ? "ions" : images.count > 1 ? "volume" : null;
    return ofImages({ ...own, format, title, suggested, notes: [] }, what, images);
  }
  if (format === "raw") {
    const told = layout ?? guessRawLayout(name, file.size);
    const opened = {
      ...own,
      format,
      title: "plain numbers without a header",
      suggested: "volume",
      notes: [],
      layout: told
    } as const;
    if (!told)
      return {
        opened: {
          ...opened,
          parts: [],
          first: "",
          notes: ["Neither its name nor its size tells its dimensions: give them."]
        },
        choose: () =>
          Promise.reject(
            new Error("missing dimensions: give columns, rows, slices and the type of the numbers")
          ),
        close: () => undefined
      };
    const images = openRaw(file, told);
    return ofImages(
      { ...opened, notes: [] },
      `${told.type}, ${shape([told.slices, told.rows, told.columns])}`,
      images
    );
  }
  if (format === "hdf5") return ofHdf5(own, await openHdf5(file));
  if (format === "parquet") {
    const table = await openParquet(file);
    return ofTable({ ...own, format, title: "Parquet file", notes: [] }, table);
  }
  if (format === "workbook") return ofWorkbook(own, file);
  if (file.size > longestText)
    throw new Error(
      `unsupported text: ${(file.size / 1e6).toFixed(0)} MB; must be ${longestText / 1e6} MB at most: save it as Parquet, or in parts`
    );
  return ofText(own, new Uint8Array(await file.arrayBuffer()));
}

type Own = Pick<Opened, "name" | "bytes">;

function ofImages(opened: Omit<Opened, "parts" | "first">, what: string, images: ImageSource): OpenFile {
  return {
    opened: { ...opened, parts: [{ name: "", what }], first: "", notes: images.notes },
    choose: () => Promise.resolve({ shown: shownImages("", images), images }),
    close: () => undefined
  };
}

const shownImages = (part: string, { count, columns, rows, type, notes }: ImageSource): Shown => ({
  ...{ shape: "images", part, count, columns, rows, type, notes }
});

function shownTable(part: string, name: string, table: TextTable, nameRow?: number): ShownTable {
  const head = Array.from({ length: Math.min(shownRows, table.rows) }, (_, r) =>
    table.columns.map(({ values }) => (values[r] ?? "").slice(0, 60))
  );
  return {
    ...{
      shape: "table",
      part,
      rows: table.rows,
      head,
      suggested: guessTable(name, table),
      notes: table.notes
    },
    columns: table.columns.map((column) => ({ name: column.name, kind: column.kind })),
    ...(nameRow !== undefined && { nameRow })
  };
}

function ofTable(
  opened: Omit<Opened, "parts" | "first" | "suggested">,
  table: TextTable,
  text?: string
): OpenFile {
  const shown = shownTable("", opened.name, table);
  return {
    opened: {
      ...opened,
      parts: [{ name: "", what: `${table.rows} rows, ${table.columns.length} columns` }],
      ...{ first: "", suggested: shown.suggested }
    },
    ...(text !== undefined && { text }),
    choose: () => Promise.resolve({ shown, table }),
    close: () => undefined
  };
}

function ofText(own: Own, bytes: Uint8Array): OpenFile {
  const { text, encoding } = decodeText(bytes);
  const notes = encoding === "UTF-8" ? [] : [`The text is in ${encoding}.`];
  const start = text.slice(0, 20_000);
  const whole = (format: "msa" | "cif", title: string): OpenFile => ({
    opened: {
      ...own,
      ...{ format, title, first: "", suggested: format === "msa" ? "loss" : "pattern", notes },
      parts: [{ name: "", what: title }]
    },
    text,
    choose: () =>
      Promise.resolve({ shown: { shape: "text", part: "", lines: text.split(/\r\n|\n|\r/, 12), notes: [] } }),
    close: () => undefined
  });
  if (/^\s*#FORMAT\s*:/im.test(start) || /\.msa$/i.test(own.name)) return whole("msa", "EMSA/MAS spectrum");
  if (/^\s*_cell_length_a\s/im.test(text) || /\.cif$/i.test(own.name))
    return whole("cif", "crystal structure (CIF)");
  const table = textTable(text);
  return ofTable({ ...own, format: "text", title: "text table", notes }, table, text);
}

function ofHdf5(own: Own, hdf5: Hdf5File): OpenFile {
  const { parts, notes } = hdf5;
  const first = firstPart(parts);
  return {
    opened: {
      ...{ ...own, format: "hdf5", notes },
      title: `HDF5 file with ${parts.length} ${parts.length === 1 ? "dataset" : "datasets"} of numbers`,
      parts: parts.map((part) => ({
        name: part.path,
        what: `${part.type}, ${shape(part.shape)}`,
        shape: part.shape
      })),
      ...{ first: first?.path ?? "", suggested: guessHdf5(parts, first) }
    },
    hdf5,
    async choose(path, { axis = 0 } = {}) {
      const part = parts.find((each) => each.path === path);
      if (!part) throw new Error(`unknown dataset: ${path}; choose one of the list`);
      if (part.shape.length > 1) {
        const images = await hdf5.images(path, axis);
        return { shown: shownImages(path, images), images };
      }
      const values = await hdf5.numbers(path);
      const column = { name: path, kind: "number" as const, values: Array.from(values, String) };
      const table: TextTable = { columns: [column], rows: values.length, header: [], notes: [] };
      return { shown: shownTable(path, "", table), table };
    },
    close: () => hdf5.close()
  };
}

async function ofWorkbook(own: Own, file: Blob): Promise<OpenFile> {
  const book = await openWorkbook(file);
  const { sheets } = book;
  return {
    opened: {
      ...{ ...own, format: "workbook", suggested: null, notes: book.notes },
      title: `workbook of ${sheets.length} ${sheets.length === 1 ? "sheet" : "sheets"}`,
      parts: sheets.map(({ name, rows, columns }) => ({ name, what: `${rows} rows, ${columns} columns` })),
      first: sheets[0]?.name ?? ""
    },
    async choose(sheet, { nameRow } = {}) {
      const { nameRow: found, ...table } = book.table(sheet, nameRow);
      return Promise.resolve({ shown: shownTable(sheet, own.name, table, found), table });
    },
    close: () => undefined
  };
}
