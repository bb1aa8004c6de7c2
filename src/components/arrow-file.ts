/** Tables as bytes of an Arrow IPC file. The library comes only when somebody asks for such a file. */
import type { Table } from "apache-arrow";
import { columnsOf } from "./csv.js";
import type { Tabular } from "./csv.js";

export async function arrowFile(
  table: Tabular,
  metadata: Record<string, string> = {}
): Promise<Uint8Array<ArrayBuffer>> {
  const arrow = await import("npm:apache-arrow");
  if (!("columns" in table)) {
    // Tables on pages come from this same library; the type is wider so that readers of metadata need not load it.
    return new Uint8Array(arrow.tableToIPC(table as unknown as Table, "file"));
  }
  const columns = columnsOf(table);
  const vectors = columns.map((c) => arrow.vectorFromArray(Array.from(c.values)));
  const fields = columns.map(({ name, unit = "", description = "" }, i) => {
    const type = vectors[i]?.type ?? new arrow.Null();
    return new arrow.Field(name, type, true, new Map(Object.entries({ unit, description })));
  });
  const schema = new arrow.Schema(fields, new Map(Object.entries({ title: table.name, ...metadata })));
  const data = arrow.makeData({
    type: new arrow.Struct(fields),
    length: columns[0]?.values.length ?? 0,
    children: vectors.map((v) => v.data[0] ?? arrow.makeData({ type: new arrow.Null(), length: 0 }))
  });
  return new Uint8Array(
    arrow.tableToIPC(new arrow.Table(schema, new arrow.RecordBatch(schema, data)), "file")
  );
}
