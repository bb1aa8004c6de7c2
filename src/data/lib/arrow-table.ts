/**
 * Arrow tables with the metadata that pages, SQL and downloads are made from, written as an IPC stream
 * (DuckDB silently inserts nothing from the file format).
 */
import {
  Bool,
  Dictionary,
  Field,
  Float32,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Uint8,
  Utf8,
  vectorFromArray,
  type Data,
  type DataType,
  type Vector
} from "apache-arrow";
import type { ColumnMeta, TableMetaInput } from "./table-meta.js";

export type ColumnType = "float64" | "float32" | "int32" | "uint8" | "utf8" | "dictionary" | "bool";

export interface Column extends ColumnMeta {
  /** one value a row; null where there is none (not in typed arrays) */
  values:
    Float64Array | Float32Array | Int32Array | Uint8Array | readonly (number | string | boolean | null)[];
  /** by default that of the typed array; else float64, utf8 or bool by the first value */
  type?: ColumnType;
}

/**
 * Makes a table of columns of equal length.
 * Versions and input hash come from the data build (LRTMO_VERSIONS, LRTMO_INPUT_HASH) unless given.
 * @throws where there is no column, lengths differ, a unit or description is missing, or a value does not fit its type
 */
export function arrowTable(meta: TableMetaInput, columns: Record<string, Column>): Table {
  const entries = Object.entries(columns);
  const [first] = entries;
  if (!first) throw new Error(`missing columns: table "${meta.title}" has none; give at least one`);
  const length = first[1].values.length;
  for (const [name, column] of entries) checkColumn(name, column, first[0], length);
  const vectors = entries.map(([name, column]) => toVector(name, column));
  const fields = entries.map(([name, { unit, description }], i) => {
    const vector = at(vectors, i);
    const metadata = new Map([
      ["unit", unit],
      ["description", description]
    ]);
    return new Field(name, vector.type as DataType, vector.nullCount > 0, metadata);
  });
  const schema = new Schema(fields, schemaMetadata(meta));
  const children = vectors.map((vector) => at(vector.data as readonly Data[], 0));
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return new Table(schema, [new RecordBatch(schema, data)]);
}

/** Writes a table to standard output and waits until all of it has been taken. */
export async function writeTable(
  table: Table,
  output: NodeJS.WritableStream = process.stdout
): Promise<void> {
  const bytes = tableToIPC(table, "stream");
  await new Promise<void>((resolve, reject) => {
    output.once("error", reject);
    output.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function at<T>(list: readonly T[], i: number): T {
  const value = list[i];
  if (value === undefined) throw new Error(`missing item: ${i} of ${list.length}`);
  return value;
}

function checkColumn(name: string, column: Column, firstName: string, length: number): void {
  if (column.values.length !== length) {
    throw new Error(
      `invalid length of column ${name}: ${column.values.length} rows; must equal the ${length} of column ${firstName}`
    );
  }
  if (typeof column.unit !== "string") {
    throw new Error(`missing unit of column ${name}; give "" where it is dimensionless`);
  }
  if (!column.description)
    throw new Error(`missing description of column ${name}; say in a few words what it holds`);
}

function schemaMetadata(meta: TableMetaInput): Map<string, string> {
  if (!meta.title)
    throw new Error("missing title of table; give one that a reader understands without the page");
  return new Map([
    ["title", meta.title],
    ["description", meta.description],
    ["method", meta.method],
    ["provenance", meta.provenance],
    ["parameters", JSON.stringify(meta.parameters)],
    ["seed", meta.seed === undefined || meta.seed === null ? "" : String(meta.seed)],
    ["versions", meta.versions ? JSON.stringify(meta.versions) : (process.env["LRTMO_VERSIONS"] ?? "{}")],
    ["input_hash", meta.inputHash ?? process.env["LRTMO_INPUT_HASH"] ?? ""],
    ["sources", JSON.stringify(meta.sources)],
    ["page", meta.page],
    ["code", JSON.stringify(meta.code)]
  ]);
}

const arrowTypes: Record<ColumnType, () => DataType> = {
  float64: () => new Float64(),
  float32: () => new Float32(),
  int32: () => new Int32(),
  uint8: () => new Uint8(),
  utf8: () => new Utf8(),
  dictionary: () => new Dictionary(new Utf8(), new Int32()),
  bool: () => new Bool()
};

function toVector(name: string, column: Column): Vector {
  const type = column.type ?? defaultType(name, column.values);
  checkValues(name, type, column.values);
  return vectorFromArray(column.values as readonly unknown[], arrowTypes[type]());
}

function defaultType(name: string, values: Column["values"]): ColumnType {
  if (values instanceof Float64Array) return "float64";
  if (values instanceof Float32Array) return "float32";
  if (values instanceof Int32Array) return "int32";
  if (values instanceof Uint8Array) return "uint8";
  const first = values.find((value) => value !== null);
  if (typeof first === "string") return "utf8";
  if (typeof first === "boolean") return "bool";
  if (typeof first === "number") return "float64";
  throw new Error(`missing type of column ${name}: no value to tell it from; give type`);
}

const integerRange: Partial<Record<ColumnType, [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint8: [0, 255]
};

function checkValues(name: string, type: ColumnType, values: Column["values"]): void {
  const wanted = type === "utf8" || type === "dictionary" ? "string" : type === "bool" ? "boolean" : "number";
  const range = integerRange[type];
  for (let row = 0; row < values.length; ++row) {
    const value = values[row];
    if (value === null) continue;
    const fits =
      typeof value === wanted &&
      (!range || (Number.isInteger(value) && (value as number) >= range[0] && (value as number) <= range[1]));
    if (!fits)
      throw new Error(
        `invalid value in column ${name}, row ${row}: ${String(value)}; must be of type ${type}`
      );
  }
}
