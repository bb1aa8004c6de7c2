import type { TableState, Watcher } from "./data-build.js";

/** Progress on standard error: a bar on a terminal, a line for each table elsewhere. */
export function progress(stream: NodeJS.WriteStream = process.stderr): Watcher & { stop(): void } {
  const running = new Map<string, number>();
  let total = 0;
  let done = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    const width = 24;
    const filled = Math.round((width * done) / Math.max(1, total));
    const names = [...running].map(
      ([path, start]) => `${path} ${((Date.now() - start) / 1000).toFixed(0)} s`
    );
    const line = `[${"█".repeat(filled)}${"·".repeat(width - filled)}] ${done}/${total}  ${names.join(", ")}`;
    stream.write(`\r\x1b[K${line.slice(0, (stream.columns || 100) - 1)}`);
  };
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    if (stream.isTTY) stream.write("\r\x1b[K");
  };
  return {
    stop,
    start(count) {
      total += count;
      if (stream.isTTY) timer ??= setInterval(draw, 200);
    },
    begin(path) {
      running.set(path, Date.now());
      if (stream.isTTY) draw();
    },
    end(table: TableState) {
      running.delete(table.path);
      done += 1;
      if (stream.isTTY) stream.write("\r\x1b[K");
      stream.write(`${summary(table)}\n`);
      if (done === total) stop();
      else if (stream.isTTY) draw();
    }
  };
}

function summary({ path, state, why, seconds, bytes }: TableState): string {
  if (state === "failed") return why ?? `failed: ${path}`;
  return `${path}  ${(seconds ?? 0).toFixed(1)} s  ${size(bytes ?? 0)}`;
}

export function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
