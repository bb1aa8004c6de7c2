import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf"
};

/**
 * Serves a folder as GitHub Pages would: under a base path, `/page` for `page.html`, 404 for the rest.
 * @param base starts and ends with a slash
 */
export async function serve(
  folder: string,
  base = "/",
  port = 0
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith(base) && find(folder, decodeURIComponent(pathname.slice(base.length)));
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": statSync(file).size
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: bound } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${bound}`, close };
}

function find(folder: string, path: string): string | undefined {
  const safe = normalize(`/${path}`);
  const candidates = safe.endsWith("/") ? [`${safe}index.html`] : [safe, `${safe}.html`];
  return candidates
    .map((name) => join(folder, name))
    .find((file) => existsSync(file) && statSync(file).isFile());
}
