/**
 * The service worker: the site works without a network after the first visit. Pages come from the network while there is
 * one, so that a new build is seen at once; all that carries a hash in its name comes from the cache, and is kept when it
 * is first asked for, or in idle time. A new build waits until the last page of the old one is closed, then takes over what
 * has not changed and drops the rest. Errors and other origins are never kept. Bundled by tools/publish.ts.
 */
import { pageOf, type KeepMessage, type OfflineSite } from "./site.js";

/** Put in by the build. */
declare const SITE: OfflineSite;

type Lifetime = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Lifetime & { request: Request; respondWith: (response: Promise<Response>) => void };
interface Scope {
  registration: { scope: string };
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: "install" | "activate", listener: (event: Lifetime) => void) => void) &
    ((type: "fetch", listener: (event: Asked) => void) => void) &
    ((type: "message", listener: (event: Lifetime & { data: unknown }) => void) => void);
}
const worker = self as unknown as Scope;

const root = worker.registration.scope;
/** Caches belong to an origin, which may hold other sites. */
const prefix = `companion ${root} `;
const pagesCache = `${prefix}pages ${SITE.version}`;
const filesCache = `${prefix}files`;
const hashed = new Set([...SITE.modules, ...SITE.data, ...SITE.asked]);

/** How long a page waits for a network that does not answer. */
const patience = 5000;

const address = (path: string): string => new URL(encodeURI(path), root).href;

/** Whether an answer may be kept: whole, without error, from here. */
const sound = (response: Response): boolean => response.status === 200 && response.type === "basic";

/** An answer that came by way of a redirect is not allowed for a page; its contents are. */
const plain = (response: Response): Response =>
  response.redirected ? new Response(response.body, { status: 200, headers: response.headers }) : response;

const find = async (name: string, path: string): Promise<Response | undefined> =>
  (await caches.open(name)).match(address(path), { ignoreVary: true });

async function keep(name: string, path: string, response: Response): Promise<void> {
  // a full disk is no reason to withhold an answer
  await (await caches.open(name)).put(address(path), plain(response)).catch(() => undefined);
}

async function bring(name: string, path: string): Promise<boolean> {
  const response = await fetch(address(path), { cache: name === pagesCache ? "no-cache" : "default" });
  if (!sound(response)) return false;
  await keep(name, path, response);
  return true;
}

async function install(): Promise<void> {
  for (const path of SITE.pages)
    if (!(await bring(pagesCache, path)))
      throw new Error(`missing page: ${path || "index"}; try again later`);
}

async function activate(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== pagesCache && name !== filesCache) await caches.delete(name);
  const files = await caches.open(filesCache);
  for (const { url } of await files.keys()) if (!hashed.has(pathOf(url))) await files.delete(url);
  await worker.clients.claim();
}

/** Path below the root, without query. */
function pathOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return decodeURI((origin + pathname).slice(root.length));
}

async function page(request: Request, path: string): Promise<Response> {
  const kept = find(pagesCache, path);
  const fresh = fetch(request).then(async (response) => {
    if (sound(response) && !response.redirected) await keep(pagesCache, path, response.clone());
    return response;
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  return first ?? (await kept) ?? (await fresh.catch(() => absent(path)));
}

async function file(request: Request, path: string): Promise<Response> {
  const kept = await find(filesCache, path);
  if (kept && hashed.has(path)) return kept;
  try {
    const response = await fetch(request);
    if (sound(response)) await keep(filesCache, path, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

const absent = (path: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not kept</title>` +
      `<body style="font:18px/1.5 Georgia,serif;max-width:36rem;margin:3rem auto;padding:0 1rem">` +
      `<h1>This page was not kept</h1><p>There is no network, and this address is not among the pages kept on this device. ` +
      `<a href="${root}">The first page</a> is.</p>`,
    { status: path === "" ? 503 : 404, headers: { "content-type": "text/html; charset=utf-8" } }
  );

let filling: Promise<void> | undefined;

/** Brings what is not here yet, one after the other, so that a reader's own requests come first; stops at the first fault. */
async function fill({ lean, loaded }: KeepMessage): Promise<void> {
  const own = loaded.filter((url) => url.startsWith(root)).map(pathOf);
  const wanted = new Set([
    ...own.filter((path) => hashed.has(path)),
    ...SITE.modules,
    ...(lean ? [] : SITE.data)
  ]);
  const files = await caches.open(filesCache);
  const here = new Set((await files.keys()).map(({ url }) => pathOf(url)));
  for (const path of wanted) if (!here.has(path) && !(await bring(filesCache, path))) return;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  const message = event.data as Partial<KeepMessage> | null;
  if (message?.keep !== true) return;
  filling ??= fill({ keep: true, lean: message.lean === true, loaded: message.loaded ?? [] })
    .catch(() => undefined)
    .finally(() => (filling = undefined));
  event.waitUntil(filling);
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.headers.has("range")) return;
  const path = pathOf(request.url);
  const asked = pageOf(path);
  if (request.mode === "navigate") {
    if (SITE.pages.includes(asked) || !/\.\w+$/.test(path)) event.respondWith(page(request, asked));
  } else if (hashed.has(path) || /(^|[./])[0-9a-f]{8}\.\w+$/.test(path))
    event.respondWith(file(request, path));
});
