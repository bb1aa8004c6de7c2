import { tableToIPC, vectorFromArray, Table } from "apache-arrow";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { companion, study } from "../../src/components/publication/about.js";
import { pageOf } from "../../src/service-worker/site.js";
import { largestKept, mostData, offlinePlan } from "../../tools/lib/offline-plan.js";
import { publish } from "../../tools/lib/publish.js";
import { sha256, type SiteFile, type SitePage } from "../../tools/lib/published-site.js";
import type { Entity } from "../../tools/lib/ro-crate.js";
import { repository, temporaryProject } from "./project.js";

function table(): Uint8Array {
  const made = new Table({ stress_MPa: vectorFromArray([1, 2, 3]) });
  const field = made.schema.fields[0];
  field?.metadata.set("unit", "MPa").set("description", "hoop stress");
  const metadata: Record<string, string> = {
    title: "Stress & strain",
    description: 'Of a particle, "as found" </script>',
    method: "Finite elements",
    provenance: "predicted",
    parameters: '{"rate":10}',
    seed: "7",
    versions: '{"node":"20.20.2"}',
    input_hash: "abc",
    sources: `["doi:${study.doi}","doi:10.1063/1.555974 (Chantler's tables)","a film; somebody/some; MIT"]`,
    page: "/figures/fig-5",
    code: '["src/science/mechanics/model.ts"]'
  };
  for (const [key, value] of Object.entries(metadata)) made.schema.metadata.set(key, value);
  return tableToIPC(made, "stream");
}

const page = (title: string, body: string, files = ""): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<title>${title} | Site</title>
<script type="module">
${files}
</script>
</head>
<body><main id="observablehq-main" class="observablehq">
<h1>${title}</h1>
<p class="lede">${body}</p>
</main></body>
</html>
`;

const attached = (path: string, time: number): string =>
  `registerFile("../data/stress.arrow", {"name":"../data/stress.arrow","path":"../${path}","lastModified":${time},"size":3});`;

const tablePath = "_file/data/stress/0.1C.0a1b2c3d.arrow";

/** A built site of two pages and a table; `time` is when it was built. */
function site(time = 1): string {
  const project = temporaryProject({});
  const dist = join(project, "dist");
  const files: Record<string, string | Uint8Array> = {
    "index.html": page("Front", "Two <em>ways</em> to age &amp; fade"),
    "figures/fig-5.html": page("Figure 5", "Stress", attached(tablePath, time)),
    [tablePath]: table(),
    "_import/a.11111111.js": "export {}",
    "_observablehq/client.22222222.js": "export {}",
    "_npm/@duckdb/duckdb-wasm@1.29.0/dist/duckdb-eh.wasm": "wasm",
    "_file/data/sources.33333333.json": "{}"
  };
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), contents);
    utimesSync(join(dist, path), time, time);
  }
  return dist;
}

const text = (dist: string, path: string): string => readFileSync(join(dist, path), "utf8");
const ldOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? "{}") as {
    "@graph": Entity[];
  };

describe("pages", () => {
  it("say what they are to Scholar and others, in the companion's name, with the study apart", () => {
    const dist = site();
    publish(repository, dist);
    const html = text(dist, "index.html");
    expect(html).toContain('<meta name="description" content="Two ways to age &amp; fade">');
    expect(html).toContain(
      `<meta name="citation_title" content="${companion.title}: ${companion.subtitle}">`
    );
    expect(html).toContain(`<meta name="citation_author" content="${companion.author}">`);
    expect(html).toContain('<meta name="citation_publication_date" content="2026/11/22">');
    expect(html).toContain(`citation_doi=${study.doi}`);
    expect(html.match(/name="citation_author"/g)).toHaveLength(1);
    expect(html).not.toContain('citation_doi"');
    expect(html).not.toContain("maximum-scale");
    expect(html).not.toMatch(/canonical|citation_public_url/);
    expect(text(dist, "figures/fig-5.html")).toContain('<meta name="citation_title" content="Figure 5">');
  });

  it("have absolute addresses where the site's own is known", () => {
    const dist = site();
    publish(repository, dist, "https://example.org/name/");
    const html = text(dist, "figures/fig-5.html");
    expect(html).toContain('<link rel="canonical" href="https://example.org/name/figures/fig-5">');
    expect(html).toContain(
      '<meta name="citation_public_url" content="https://example.org/name/figures/fig-5">'
    );
    const [about, , , data] = ldOf(html)["@graph"];
    expect(about?.["@id"]).toBe("https://example.org/name/figures/fig-5");
    expect(data).toMatchObject({ distribution: { contentUrl: `https://example.org/name/${tablePath}` } });
  });

  it("carry JSON-LD that a text cannot break out of", () => {
    const dist = site();
    publish(repository, dist);
    const html = text(dist, "figures/fig-5.html");
    expect(html).not.toContain('"as found" </script>');
    const [about, whole, article, data] = ldOf(html)["@graph"];
    expect(about).toMatchObject({
      "@type": ["WebPage", "ScholarlyArticle"],
      name: "Figure 5",
      author: { name: companion.author },
      isBasedOn: { "@id": `https://doi.org/${study.doi}` },
      citation: [{ "@id": "https://doi.org/10.1063/1.555974" }]
    });
    expect(whole).toMatchObject({ version: companion.version });
    expect(article?.author).toHaveLength(20);
    expect(data).toMatchObject({
      "@type": "Dataset",
      name: "Stress & strain",
      description: 'Of a particle, "as found" </script>',
      distribution: {
        contentUrl: `../${tablePath}`,
        encodingFormat: "application/vnd.apache.arrow.stream",
        sha256: sha256(table())
      }
    });
  });

  it("start the worker from where they are", () => {
    const dist = site();
    publish(repository, dist);
    expect(text(dist, "index.html")).toContain('"./service-worker.js"');
    expect(text(dist, "figures/fig-5.html")).toContain('"../service-worker.js"');
    const [script = ""] = /<script>[^<]*service-worker[^<]*<\/script>/.exec(text(dist, "index.html")) ?? [];
    expect(script.length).toBeGreaterThan(100);
    expect(script.length).toBeLessThan(1500);
  });

  it("are published once", () => {
    const dist = site();
    publish(repository, dist);
    expect(() => publish(repository, dist)).toThrow("was published before; build the site anew");
  });
});

it("gives the same bytes for the same site, whenever it was built", () => {
  const [one, other] = [site(1_700_000_000), site(1_800_000_000)];
  publish(repository, one);
  publish(repository, other);
  for (const path of ["index.html", "figures/fig-5.html", "ro-crate-metadata.json", "service-worker.js"])
    expect(text(one, path), path).toBe(text(other, path));
});

/** What RO-Crate 1.1 asks of a crate; the list of faults is empty where it is met. */
function crateFaults(dist: string, graph: readonly Entity[]): string[] {
  const faults: string[] = [];
  const ids = graph.map((entity) => entity["@id"]);
  const byId = new Map(graph.map((entity) => [entity["@id"], entity]));
  if (new Set(ids).size !== ids.length) faults.push("an @id stands twice");
  const descriptor = byId.get("ro-crate-metadata.json");
  if (descriptor?.["@type"] !== "CreativeWork") faults.push("no descriptor");
  if (JSON.stringify(descriptor?.about) !== '{"@id":"./"}')
    faults.push("the descriptor is not about the root");
  if (JSON.stringify(descriptor?.conformsTo) !== '{"@id":"https://w3id.org/ro/crate/1.1"}')
    faults.push("no version");
  const root = byId.get("./");
  if (root?.["@type"] !== "Dataset") faults.push("the root is no Dataset");
  for (const key of ["name", "description", "datePublished", "license"])
    if (!root?.[key]) faults.push(`the root has no ${key}`);
  const parts = new Set((root?.hasPart as { "@id": string }[]).map((part) => part["@id"]));
  for (const entity of graph) {
    const id = entity["@id"];
    if (!entity["@type"]) faults.push(`${id} has no type`);
    if (!entity.name && id !== "ro-crate-metadata.json") faults.push(`${id} has no name`);
    if (/[\s<>"]/.test(id)) faults.push(`${id} is no address`);
    if ([entity["@type"]].flat().includes("File")) {
      const file = join(dist, decodeURI(id).replaceAll("%23", "#"));
      if (!existsSync(file)) faults.push(`${id} is not there`);
      else if (sha256(readFileSync(file)) !== entity.sha256) faults.push(`${id} has another SHA-256`);
      else if (String(readFileSync(file).length) !== entity.contentSize)
        faults.push(`${id} has another size`);
      if (!parts.has(id)) faults.push(`${id} is no part of the root`);
    }
    for (const [key, value] of Object.entries(entity)) {
      if (key === "@id") continue;
      for (const item of [value].flat<unknown[]>()) {
        if (typeof item !== "object" || item === null) continue;
        if (Object.keys(item).join() !== "@id") faults.push(`${id}.${key} is nested`);
        const target = (item as Entity)["@id"];
        if (!byId.has(target) && !/^https:\/\/w3id\.org\//.test(target))
          faults.push(`${id}.${key} → ${target} is missing`);
      }
    }
  }
  return faults;
}

const crateOf = (dist: string): Entity[] =>
  (JSON.parse(text(dist, "ro-crate-metadata.json")) as { "@graph": Entity[] })["@graph"];

describe("the research object", () => {
  it("is a valid crate that says how each table was made", () => {
    const dist = site();
    publish(repository, dist);
    const graph = crateOf(dist);
    expect(crateFaults(dist, graph)).toEqual([]);
    const file = graph.find((entity) => entity["@id"] === tablePath);
    expect(file).toMatchObject({
      name: "Stress & strain",
      encodingFormat: "application/vnd.apache.arrow.stream",
      identifier: ["inputs:abc"],
      variableMeasured: [{ "@id": "#column-data%2Fstress%2F0.1C.arrow%2Fstress_MPa" }]
    });
    expect(graph.find((entity) => entity.name === "stress_MPa")).toMatchObject({ unitText: "MPa" });
    const action = graph.find((entity) => entity["@type"] === "CreateAction");
    expect(action).toMatchObject({ result: { "@id": tablePath }, description: "Finite elements" });
    const used = (action?.object as Entity[]).map((entity) => entity["@id"]);
    expect(used).toContain(`https://doi.org/${study.doi}`);
    expect(used).toContain("https://doi.org/10.1063/1.555974");
    const parameters = graph.find(
      (entity) => entity["@id"] === used.find((id) => id.startsWith("#parameters"))
    );
    expect(parameters?.value).toBe('{"rate":10,"seed":7}');
    const root = graph.find((entity) => entity["@id"] === "./");
    expect(root).toMatchObject({ isBasedOn: { "@id": `https://doi.org/${study.doi}` } });
    expect(graph.find((entity) => entity["@id"] === "#authors")).toMatchObject({ name: companion.author });
  });

  it.each([
    [
      "another file's contents",
      (dist: string) => writeFileSync(join(dist, tablePath), "changed"),
      "another SHA-256"
    ],
    ["a missing licence", (dist: string) => writeFileSync(join(dist, "LICENSE"), ""), "another SHA-256"]
  ])("the check of this test sees %s", (_, harm, fault) => {
    const dist = site();
    publish(repository, dist);
    harm(dist);
    expect(crateFaults(dist, crateOf(dist)).join()).toContain(fault);
  });

  const built = join(repository, "dist");
  it.skipIf(!existsSync(join(built, "ro-crate-metadata.json")))("of the built site is valid too", () => {
    const graph = crateOf(built);
    expect(crateFaults(built, graph)).toEqual([]);
    expect(graph.filter((entity) => entity["@type"] === "CreateAction").length).toBeGreaterThan(90);
  });
});

describe("what is kept for reading offline", () => {
  const file = (path: string, bytes: number): SiteFile => ({
    path,
    name: path.startsWith("_file/") ? path.slice(6).replace(/\.[0-9a-f]{8}(\.\w+)$/, "$1") : path,
    bytes,
    sha256: ""
  });
  const pageWith = (path: string, attached: string[]): SitePage => ({
    path,
    file: `${path || "index"}.html`,
    title: "",
    description: "",
    html: path,
    attached
  });
  const data = (name: string): string => `_file/data/${name}.0123abcd.arrow`;

  it("is every page and module, and the data that pages other than the SQL page load, the smallest first", () => {
    const files = [
      file(data("b"), 20),
      file(data("a"), 30),
      file(data("large"), largestKept + 1),
      file(data("only-sql"), 10),
      file("_import/x.01234567.js", 5),
      file("_observablehq/client.01234567.js", 5),
      file("_file/fonts/serif.01234567.woff2", 5),
      file("_npm/@duckdb/duckdb-wasm@1.29.0/dist/duckdb-eh.wasm", 36e6),
      file("_npm/@duckdb/duckdb-wasm@1.29.0/dist/worker.01234567.js", 100),
      file("CITATION.cff", 5)
    ];
    const plan = offlinePlan({
      pages: [
        pageWith("", [data("a"), data("b"), data("large")]),
        pageWith("explore/sql", [data("a"), data("only-sql")])
      ],
      files
    });
    expect(plan.pages).toEqual(["", "explore/sql"]);
    expect(plan.modules).toEqual([
      "_observablehq/client.01234567.js",
      "_file/fonts/serif.01234567.woff2",
      "_import/x.01234567.js"
    ]);
    expect(plan.data).toEqual([data("b"), data("a")]);
    expect(plan.asked).toEqual([
      data("large"),
      data("only-sql"),
      "_npm/@duckdb/duckdb-wasm@1.29.0/dist/duckdb-eh.wasm",
      "_npm/@duckdb/duckdb-wasm@1.29.0/dist/worker.01234567.js"
    ]);
  });

  it("is no more data than agreed", () => {
    const names = Array.from({ length: 40 }, (_, i) => data(`t${i}`));
    const plan = offlinePlan({
      pages: [pageWith("", names)],
      files: names.map((name) => file(name, 900_000))
    });
    expect(plan.data.length).toBe(Math.floor(mostData / 900_000));
    expect(plan.asked.length).toBe(40 - plan.data.length);
  });

  it("gets another version with any page's change", () => {
    const version = (html: string) =>
      offlinePlan({ pages: [{ ...pageWith("", []), html }], files: [] }).version;
    expect(version("a")).toBe(version("a"));
    expect(version("a")).not.toBe(version("b"));
  });

  it("knows a page by each of its addresses", () => {
    expect(["", "index", "index.html"].map(pageOf)).toEqual(["", "", ""]);
    expect(["hypotheses/", "hypotheses/index.html", "claims.html"].map(pageOf)).toEqual([
      "hypotheses/",
      "hypotheses/",
      "claims"
    ]);
  });
});
