/** What a built site holds: its pages, and its data with what each file says of itself. For the crate, the pages' metadata and the offline plan. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gunzipSync } from "node:zlib";
import { tableFromIPC } from "apache-arrow";
import { listFiles } from "./files.js";

export interface DataMeta {
  title: string;
  description: string;
  method: string;
  provenance: string;
  parameters: Record<string, unknown>;
  seed: string;
  versions: Record<string, string>;
  inputHash: string;
  sources: string[];
  /** site path of its page, "/figures/…" */
  page: string;
  code: string[];
  columns: { name: string; unit: string; description: string }[];
}

export interface SiteFile {
  /** below dist/, with its hash: "_file/data/claims.4e9b17b1.arrow" */
  path: string;
  /** without its hash: "data/claims.arrow"; the same as `path` for all but attachments */
  name: string;
  bytes: number;
  sha256: string;
  meta?: DataMeta;
}

export interface SitePage {
  /** as it is asked for: "", "claims", "hypotheses/" */
  path: string;
  /** below dist/ */
  file: string;
  title: string;
  /** first paragraph as plain text */
  description: string;
  html: string;
  /** paths below dist/ of the files attached to it */
  attached: string[];
}

export interface PublishedSite {
  pages: SitePage[];
  files: SiteFile[];
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** Reads dist/; pages and files in the order of their paths. */
export function readSite(dist: string): PublishedSite {
  const paths = listFiles(dist, () => true);
  const pages = paths.filter((path) => path.endsWith(".html") && path !== "404.html");
  return {
    pages: pages.map((file) => readPage(file, readFileSync(join(dist, file), "utf8"))),
    files: paths
      .filter((path) => !path.endsWith(".html"))
      .map((path) => readFile(path, readFileSync(join(dist, path))))
  };
}

export function readPage(file: string, html: string): SitePage {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const attached = [...html.matchAll(/^registerFile\([^\n]*?"path":"([^"]+)"/gm)].map(([, path = ""]) =>
    posix.join(posix.dirname(file), path)
  );
  return {
    path: file.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1"),
    file,
    title: plainText(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? "").split(" | ")[0] ?? "",
    description: plainText(/<p[^>]*>([\s\S]*?)<\/p>/.exec(main)?.[1] ?? ""),
    html,
    attached: [...new Set(attached)].sort()
  };
}

function readFile(path: string, bytes: Uint8Array): SiteFile {
  const name = path.startsWith("_file/") ? path.slice(6).replace(/\.[0-9a-f]{8}(\.\w+)$/, "$1") : path;
  const meta = name.endsWith(".arrow")
    ? arrowMeta(bytes)
    : name.endsWith(".vol")
      ? packedMeta(bytes)
      : undefined;
  return { path, name, bytes: bytes.length, sha256: sha256(bytes), ...(meta && { meta }) };
}

function arrowMeta(bytes: Uint8Array): DataMeta {
  const { metadata, fields } = tableFromIPC(bytes).schema;
  const text = (key: string): string => metadata.get(key) ?? "";
  return {
    title: text("title"),
    description: text("description"),
    method: text("method"),
    provenance: text("provenance"),
    parameters: JSON.parse(text("parameters") || "{}") as Record<string, unknown>,
    seed: text("seed"),
    versions: JSON.parse(text("versions") || "{}") as Record<string, string>,
    inputHash: text("input_hash"),
    sources: JSON.parse(text("sources") || "[]") as string[],
    page: text("page"),
    code: JSON.parse(text("code") || "[]") as string[],
    columns: fields.map(({ name, metadata: field }) => ({
      name,
      unit: field.get("unit") ?? "",
      description: field.get("description") ?? ""
    }))
  };
}

/** Of a packed volume: "LRA1", length of the header, header (src/data/lib/packed-arrays.ts). */
function packedMeta(bytes: Uint8Array): DataMeta {
  const plain = gunzipSync(bytes);
  const length = plain.readUInt32LE(4);
  const { meta, arrays } = JSON.parse(plain.subarray(8, 8 + length).toString("utf8")) as {
    meta: Omit<DataMeta, "columns" | "seed"> & { seed?: number | null };
    arrays: DataMeta["columns"];
  };
  return {
    ...meta,
    seed: String(meta.seed ?? ""),
    columns: arrays.map(({ name, unit, description }) => ({ name, unit, description }))
  };
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** HTML without tags, on one line. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();
