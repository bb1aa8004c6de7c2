// DuckDB's blocking build for Node, opened as the page opens its worker, for tests that run queries.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { RecordBatchReader, type RecordBatch } from "apache-arrow";
import type * as Arrow from "apache-arrow";
import type * as Blocking from "@duckdb/duckdb-wasm/blocking";
import { openingStatements, queryConfig } from "../../../src/components/sql/duckdb.js";
import type { Connection, Database } from "../../../src/components/sql/session.js";

const require = createRequire(import.meta.url);
const file = require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
const duckdb = require(file) as typeof Blocking;
const arrow = require("apache-arrow") as typeof Arrow;

export async function nodeDuckDB(): Promise<Database> {
  const bundle = (name: string) => ({
    mainModule: join(dirname(file), `duckdb-${name}.wasm`),
    mainWorker: ""
  });
  const bundles = { mvp: bundle("mvp"), eh: bundle("eh") };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate();
  db.open({ query: queryConfig });
  const connection = db.connect();
  for (const statement of openingStatements) connection.query(statement);
  connection.close();
  return { connect: () => adapted(db.connect()), terminate: () => {} };
}

/** The CommonJS build brings CommonJS Arrow, whose classes are not those of the tests: results cross over as bytes. */
const adapted = (connection: ReturnType<Blocking.DuckDBBindings["connect"]>): Connection => ({
  query: (text) => connection.query(text),
  send: async (text) => {
    const batches = [...(await connection.send(text))];
    return RecordBatchReader.from(
      arrow.tableToIPC(new arrow.Table(batches), "stream")
    ) as Iterable<RecordBatch>;
  },
  insertArrowFromIPCStream: (bytes, options) => connection.insertArrowFromIPCStream(bytes, options),
  cancelSent: () => connection.cancelSent(),
  close: () => connection.close()
});
