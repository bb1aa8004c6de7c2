// DuckDB in a worker of the page, fetched only when the first query runs, with its bytes counted.
// Closed to the outside: no files, no addresses, no extensions, so that a query from a link can do no harm.
import type { AsyncDuckDB } from "npm:@duckdb/duckdb-wasm";

/** Bytes of the module before compression; a server that compresses does not tell. Version 1.29.0. */
const moduleBytes = 35_659_694;

export const openingStatements = [
  "SET autoinstall_known_extensions=false",
  "SET autoload_known_extensions=false",
  "SET enable_external_access=false",
  // The browser gives a tab about 4 GB in all; a query that wants more than this fails with a sentence instead.
  "SET memory_limit='1GB'",
  "SET lock_configuration=true"
];

/** Numbers as JavaScript has them, so that plots and tables need no special cases. */
export const queryConfig = { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true };

export interface LoadOptions {
  signal: AbortSignal;
  /** fraction between 0 and 1, and what is being done */
  onProgress: (fraction: number, doing: string) => void;
}

/** The module once fetched, kept for a second start (after a query that could only be stopped with its worker). */
let fetched: Promise<string> | undefined;

export async function startDuckDB({ signal, onProgress }: LoadOptions): Promise<AsyncDuckDB> {
  const duckdb = await import("npm:@duckdb/duckdb-wasm");
  const url = import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  fetched ??= fetchModule(url, signal, (fraction) => onProgress(0.9 * fraction, "fetching DuckDB"));
  const module = await fetched.catch((error: unknown) => {
    fetched = undefined;
    throw error;
  });
  onProgress(0.9, "starting DuckDB");
  const worker = await duckdb.createWorker(
    import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js")
  );
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  try {
    await unlessAborted(db.instantiate(module), signal);
    await db.open({ query: queryConfig });
    const connection = await db.connect();
    for (const statement of openingStatements) await connection.query(statement);
    await connection.close();
  } catch (error) {
    await db.terminate();
    throw error;
  }
  onProgress(1, "DuckDB is ready");
  return db;
}

/** Fetches the module and answers with the address of a blob that holds it. */
async function fetchModule(
  url: string,
  signal: AbortSignal,
  onFraction: (fraction: number) => void
): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) {
    throw new Error(
      `missing database module: the server answered ${response.status}; reload the page to try again`
    );
  }
  const compressed = response.headers.get("content-encoding") !== null;
  const total = (!compressed && Number(response.headers.get("content-length"))) || moduleBytes;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    onFraction(Math.min(1, loaded / total));
  }
  return URL.createObjectURL(new Blob(parts, { type: "application/wasm" }));
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
