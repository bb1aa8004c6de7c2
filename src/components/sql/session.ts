// Runs queries over the tables of the catalogue: fetches only the tables that a query names, keeps at most so many
// rows, and undoes what a query changes, so that a query's answer depends on its text alone and a link can carry it.
import type { RecordBatch, Schema, Table } from "npm:apache-arrow";
import type { CatalogueEntry } from "./catalogue.js";
import { columnUnits } from "./column-units.js";
import { findTables } from "./find-tables.js";
import { describeError, isDuckDBs, type QueryError } from "./query-error.js";
import type { ColumnType } from "./value.js";
import { isWord, statements, type Statement } from "./tokens.js";

/** Rows kept of a result: a browser holds these with ease; what is larger is better aggregated. */
export const mostRows = 200_000;

/** What is used of a connection of duckdb-wasm; its blocking build for Node has the same words. */
export interface Connection {
  query(text: string): unknown;
  send(text: string): Promise<AsyncIterable<RecordBatch> | Iterable<RecordBatch>>;
  insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; schema: string }): unknown;
  cancelSent(): unknown;
  close(): unknown;
}

export interface Database {
  connect(): Promise<Connection> | Connection;
  /** stops the worker; the next query starts another */
  terminate(): unknown;
}

export interface RunOptions {
  signal?: AbortSignal;
  /** fraction between 0 and 1, undefined where it is not known */
  onProgress?: (fraction: number | undefined, doing: string) => void;
}

export interface QueryResult {
  query: string;
  table: Table;
  /** there were more rows than are kept */
  truncated: boolean;
  /** unit by column name, where it surely holds */
  units: Map<string, string>;
  /** tables of the catalogue that were read */
  tables: string[];
  milliseconds: number;
}

/** A mistake in the query, told in one sentence. */
export class InvalidQuery extends Error {
  constructor(
    readonly detail: QueryError,
    options?: ErrorOptions
  ) {
    super(detail.sentence, options);
  }
}

export interface SessionOptions {
  catalogue: readonly CatalogueEntry[];
  start: (options: {
    signal: AbortSignal;
    onProgress: (fraction: number, doing: string) => void;
  }) => Promise<Database>;
  /** the bytes of a table's Arrow stream */
  fetchTable: (entry: CatalogueEntry, signal: AbortSignal) => Promise<Uint8Array>;
  limit?: number;
  now?: () => number;
}

export interface Session {
  /** Throws InvalidQuery for a mistake in the query, and the signal's reason when stopped. One query at a time. */
  run: (query: string, options?: RunOptions) => Promise<QueryResult>;
}

/** How long a stopped query may take to end before its worker is ended for it. */
const patience = 1500;
const mostRetries = 20;
/** Arrow's id of dictionary-encoded types. */
const dictionary = -1;

export function openSession(options: SessionOptions): Session {
  const { catalogue, start, fetchTable, limit = mostRows, now = () => performance.now() } = options;
  const names = catalogue.map(({ name }) => name);
  let database: Database | undefined;
  let loaded = new Set<string>();
  /** ends when the last query has left the worker, or the worker is gone; a stopped query says so earlier */
  let busy: Promise<unknown> = Promise.resolve();
  let queue: Promise<unknown> = Promise.resolve();

  function run(query: string, options?: RunOptions): Promise<QueryResult> {
    const turn = queue.then(() => runNow(query, options));
    queue = turn.catch(() => {}).then(() => busy);
    return turn;
  }

  async function runNow(query: string, options: RunOptions = {}): Promise<QueryResult> {
    const { signal = new AbortController().signal, onProgress = () => {} } = options;
    const all = check(query);
    signal.throwIfAborted();
    if (!database) {
      loaded = new Set();
      database = await start({ signal, onProgress });
    }
    const db = database;
    const started = now();
    const tables = new Set(findTables(query, names));
    for (let attempt = 0; ; attempt++) {
      await load(db, tables, signal, onProgress);
      onProgress(undefined, "running the query");
      try {
        const { table, truncated } = await execute(db, query, all, signal);
        const units = columnUnits(query, catalogue);
        return { query, table, truncated, units, tables: [...tables], milliseconds: now() - started };
      } catch (error) {
        signal.throwIfAborted();
        const missing = missingTable(error, names);
        if (missing === undefined || tables.has(missing) || attempt >= mostRetries) throw error;
        tables.add(missing);
      }
    }
  }

  async function load(
    db: Database,
    tables: Iterable<string>,
    signal: AbortSignal,
    onProgress: NonNullable<RunOptions["onProgress"]>
  ): Promise<void> {
    for (const entry of catalogue) {
      if (loaded.has(entry.name) || !new Set(tables).has(entry.name)) continue;
      onProgress(undefined, `reading ${entry.name}`);
      const bytes = await fetchTable(entry, signal);
      signal.throwIfAborted();
      const connection = await db.connect();
      try {
        await connection.insertArrowFromIPCStream(bytes, { name: entry.name, schema: "main" });
      } finally {
        await connection.close();
      }
      loaded.add(entry.name);
    }
  }

  async function execute(
    db: Database,
    query: string,
    all: Statement[],
    signal: AbortSignal
  ): Promise<Answer> {
    const connection = await db.connect();
    const discard = (): void => {
      if (database === db) database = undefined;
      void db.terminate();
    };
    const work = inTransaction(connection, query, all);
    busy = new Promise<void>((free) => {
      const stop = (): void => {
        void Promise.resolve(connection.cancelSent()).catch(() => {});
        // A single long step inside DuckDB hears no call; then only the worker's end stops it.
        setTimeout(() => {
          if (!ended) discard();
          free();
        }, patience);
      };
      let ended = false;
      signal.addEventListener("abort", stop, { once: true });
      const end = (): void => {
        ended = true;
        signal.removeEventListener("abort", stop);
        free();
      };
      work.then(end, (error: unknown) => {
        if (isBroken(error)) discard();
        end();
      });
      if (signal.aborted) stop();
    });
    return await unlessAborted(work, signal);
  }

  function check(query: string): Statement[] {
    const all = statements(query);
    if (all.length === 0)
      throw new InvalidQuery({ sentence: "missing query: write one, or choose an example" });
    for (const { tokens, text } of all) {
      const [first] = tokens;
      if (isWord(first, "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT")) {
        const word = text.split(/\s/, 1)[0] ?? "";
        throw new InvalidQuery({
          sentence: `unsupported statement: ${word}; each run is one transaction and leaves the tables as they were`
        });
      }
    }
    return all;
  }

  async function inTransaction(connection: Connection, query: string, all: Statement[]): Promise<Answer> {
    // Blanks in place of what stands before a statement, so that DuckDB counts the lines of the whole text.
    const placed = all.map(({ text, start: at }) => query.slice(0, at).replace(/[^\n]/g, " ") + text);
    try {
      await connection.query("BEGIN TRANSACTION");
      for (const text of placed.slice(0, -1)) await connection.query(text);
      return await collect(await connection.send(placed.at(-1) ?? ""), limit);
    } catch (error) {
      if (error instanceof InvalidQuery) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new InvalidQuery(describeError(message, query, names), { cause: error });
    } finally {
      await quietly(() => connection.query("ROLLBACK"));
      await quietly(() => connection.close());
    }
  }

  return { run };
}

interface Answer {
  table: Table;
  truncated: boolean;
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    if (signal.aborted) stop();
  });
}

async function collect(
  reader: AsyncIterable<RecordBatch> | Iterable<RecordBatch>,
  most: number
): Promise<Answer> {
  const batches: RecordBatch[] = [];
  let rows = 0;
  // One row more than is kept tells whether there are more.
  for await (const batch of reader) {
    batches.push(batch);
    rows += batch.numRows;
    if (rows > most) break;
  }
  const { Table } = await import("npm:apache-arrow");
  const schema = batches[0]?.schema ?? (reader as { schema?: Schema }).schema;
  // duckdb-wasm streams the indices of an ENUM without its names: Arrow would read null everywhere.
  const coded = schema?.fields.find(({ type }) => (type as ColumnType).typeId === dictionary);
  if (coded) {
    throw new InvalidQuery({
      sentence: `unsupported type: ENUM in column ${coded.name}; cast it with ::VARCHAR`
    });
  }
  const table = batches.length > 0 ? new Table(batches) : schema ? new Table(schema) : new Table();
  return rows > most ? { table: table.slice(0, most), truncated: true } : { table, truncated: false };
}

function missingTable(error: unknown, names: readonly string[]): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
  const wanted = /Table with name (.+?) does not exist/.exec(cause)?.[1]?.toLowerCase();
  return wanted === undefined ? undefined : names.find((name) => name.toLowerCase() === wanted);
}

/** Not a mistake in the query: the database itself failed, and answers nothing sensible from then on. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && !isDuckDBs(error.cause.message);

async function quietly(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch {
    // An aborted transaction and a terminated worker both leave nothing to undo.
  }
}
