// Columns of a Parquet file, by hyparquet; only plain columns, whose cells are numbers, texts or times.
import type { TableColumn, TextTable } from "../../science/readers/text-table.js";
import { mostCells } from "../../science/readers/text-table.js";
import { byteRange } from "./byte-range.js";
import { saying } from "./said.js";

const what = "Parquet file";

export async function openParquet(file: Blob): Promise<TextTable> {
  const [{ parquetMetadataAsync, parquetReadObjects, parquetSchema }, { compressors }] = await Promise.all([
    import("npm:hyparquet"),
    import("npm:hyparquet-compressors")
  ]);
  return saying(what, async () => {
    const source = {
      byteLength: file.size,
      slice: (start: number, end = file.size) => byteRange(file, start, end - start, what)
    };
    const metadata = await parquetMetadataAsync(source);
    const rows = Number(metadata.num_rows);
    const fields = parquetSchema(metadata).children;
    const plain = fields.filter(({ children }) => children.length === 0).map(({ element }) => element.name);
    const notes: string[] = [];
    if (plain.length < fields.length)
      notes.push(`${fields.length - plain.length} columns of lists or records were left out.`);
    if (rows === 0 || plain.length === 0)
      throw new Error("missing rows: the Parquet file holds none; export it again");
    if (rows * plain.length > mostCells)
      throw new Error(
        `unsupported table: ${plain.length} columns of ${rows} rows; must be ${mostCells / 1e6} million cells at most: leave columns out`
      );
    const records = await parquetReadObjects({ file: source, metadata, columns: plain, compressors });
    const columns = plain.map((name): TableColumn => {
      const cells = records.map((record) => record[name] as unknown);
      const number = cells.every(
        (cell) => cell == null || typeof cell === "number" || typeof cell === "bigint"
      );
      const any = number && cells.some((cell) => cell != null);
      return { name, kind: any ? "number" : "text", values: cells.map(textOf) };
    });
    return { columns, rows: records.length, header: [], notes };
  });
}

function textOf(cell: unknown): string {
  if (cell == null || Number.isNaN(cell)) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
  if (
    typeof cell === "string" ||
    typeof cell === "number" ||
    typeof cell === "bigint" ||
    typeof cell === "boolean"
  )
    return String(cell);
  return "…";
}
