/**
 * The built site as a research object: RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), a flat JSON-LD of its pages, tables
 * and code, of how each table was made, and of the study behind them. Says nothing that is not in the files themselves.
 */
import { companion, doiUrl, study } from "../../src/components/publication/about.js";
import { byDoi, referenceLine } from "../../src/components/publication/reference-text.js";
import { provenanceMeaning, type Provenance } from "../../src/science/provenance.js";
import { doiOf, encodingOf } from "./page-metadata.js";
import { sha256, type DataMeta, type PublishedSite, type SiteFile } from "./published-site.js";

export interface Entity {
  "@id": string;
  "@type": string | string[];
  [property: string]: unknown;
}

export interface Crate {
  "@context": unknown;
  "@graph": Entity[];
}

const ref = (id: string): { "@id": string } => ({ "@id": id });

/** An address within the crate: file names may hold characters that an address may not. */
const fileId = (path: string): string => encodeURI(path).replaceAll("#", "%23");

/** A local name of an entity that is no file. */
const local = (kind: string, name: string): string => `#${kind}-${encodeURIComponent(name)}`;

/** Pages with their final HTML; the crate describes them, the data, the bundle of sources, and what lies beside. */
export function roCrate({ pages, files }: PublishedSite): Crate {
  const graph = new Map<string, Entity>();
  const add = (entity: Entity): { "@id": string } => {
    if (!graph.has(entity["@id"])) graph.set(entity["@id"], entity);
    return ref(entity["@id"]);
  };
  const sources = files.find(({ name }) => name === "data/sources.json");
  const data = files.filter(({ name }) => name.startsWith("data/") && name !== "data/sources.json");
  const beside = files.filter(({ path }) => path === "CITATION.cff" || path === "LICENSE");

  const author = add({ "@id": "#authors", "@type": "Organization", name: companion.author });
  const license = add({
    "@id": companion.licenseUrl,
    "@type": "CreativeWork",
    name: "MIT License",
    description: "Free to use, change and redistribute, without warranty."
  });
  const article = add(studyOf());

  const parts = [
    ...pages.map(({ file, title, description, html }) =>
      add({
        "@id": fileId(file),
        "@type": ["File", "WebPage"],
        name: title,
        description,
        encodingFormat: "text/html",
        contentSize: String(Buffer.byteLength(html)),
        sha256: sha256(html),
        isBasedOn: article
      })
    ),
    ...(sources ? [add(sourceBundle(sources, add))] : []),
    ...data.map((file) => addData(file, add)),
    ...beside.map((file) =>
      add({
        ...fileEntity(file),
        name: file.path === "LICENSE" ? "Licence" : "How to cite (Citation File Format)"
      })
    )
  ];
  const actions = [...graph.keys()].filter((id) => id.startsWith("#make-")).map(ref);

  const root: Entity = {
    "@id": "./",
    "@type": "Dataset",
    name: `${companion.title}: ${companion.subtitle}`,
    description: companion.description,
    datePublished: companion.released,
    version: companion.version,
    keywords: companion.keywords.join(", "),
    inLanguage: "en",
    author,
    publisher: author,
    license,
    isBasedOn: article,
    hasPart: parts,
    mentions: actions
  };
  const descriptor: Entity = {
    "@id": "ro-crate-metadata.json",
    "@type": "CreativeWork",
    conformsTo: ref("https://w3id.org/ro/crate/1.1"),
    about: ref("./")
  };
  return {
    "@context": ["https://w3id.org/ro/crate/1.1/context", { sha256: "https://schema.org/sha256" }],
    "@graph": [descriptor, root, ...graph.values()]
  };
}

type Add = (entity: Entity) => { "@id": string };

function studyOf(): Entity {
  return {
    "@id": doiUrl(study.doi),
    "@type": "ScholarlyArticle",
    name: study.title,
    datePublished: study.published,
    creditText: `${study.authors.map(([family, given]) => `${family}, ${given}`).join("; ")}. ${study.journal} (${study.year})`,
    identifier: doiUrl(study.doi)
  };
}

const fileEntity = ({ path, bytes, sha256 }: SiteFile): Entity => ({
  "@id": fileId(path),
  "@type": "File",
  name: path,
  encodingFormat: encodingOf(path),
  contentSize: String(bytes),
  sha256
});

function sourceBundle(file: SiteFile, add: Add): Entity {
  return {
    ...fileEntity(file),
    "@type": ["File", "SoftwareSourceCode"],
    name: "Source of kernels, loaders and components, by their paths in the repository",
    programmingLanguage: add({
      "@id": "https://www.typescriptlang.org/",
      "@type": "ComputerLanguage",
      name: "TypeScript",
      url: "https://www.typescriptlang.org/"
    })
  };
}

/** A table or volume, and the action that made it. */
function addData(file: SiteFile, add: Add): { "@id": string } {
  const { meta, name } = file;
  if (!meta) return add({ ...fileEntity(file), name });
  const id = fileId(file.path);
  add({
    "@id": local("make", name),
    "@type": "CreateAction",
    name: `Computation of ${meta.title}`,
    description: meta.method,
    object: [...meta.sources.map((source) => sourceOf(source, add)), parameters(name, meta, add)],
    instrument: [
      ...meta.code.map((path) => add(codeOf(path))),
      ...Object.entries(meta.versions).map(([library, version]) => add(softwareOf(library, version)))
    ],
    result: ref(id)
  });
  return add({
    ...fileEntity(file),
    name: meta.title,
    description: meta.description,
    ...(meta.provenance in provenanceMeaning && {
      additionalProperty: [provenance(meta.provenance as Provenance, add)]
    }),
    ...(meta.inputHash !== "" && { identifier: [`inputs:${meta.inputHash}`] }),
    variableMeasured: meta.columns.map((column) =>
      add({
        "@id": local("column", `${name}/${column.name}`),
        "@type": "PropertyValue",
        name: column.name,
        description: column.description,
        ...(column.unit !== "" && { unitText: column.unit })
      })
    )
  });
}

const provenance = (word: Provenance, add: Add): { "@id": string } =>
  add({
    "@id": local("provenance", word),
    "@type": "PropertyValue",
    name: "provenance",
    value: word,
    description: provenanceMeaning[word]
  });

function parameters(name: string, { parameters, seed }: DataMeta, add: Add): { "@id": string } {
  return add({
    "@id": local("parameters", name),
    "@type": "PropertyValue",
    name: "parameters, SI units, and seed of the random numbers",
    value: JSON.stringify(seed === "" ? parameters : { ...parameters, seed: Number(seed) })
  });
}

function sourceOf(source: string, add: Add): { "@id": string } {
  const doi = doiOf(source);
  if (doi === study.doi) return ref(doiUrl(doi));
  if (doi === undefined)
    return add({ "@id": local("source", source), "@type": "CreativeWork", name: source });
  const known = byDoi(doi);
  return add({
    "@id": doiUrl(doi),
    "@type": "ScholarlyArticle",
    name: known ? referenceLine(known) : source,
    identifier: doiUrl(doi)
  });
}

const codeOf = (path: string): Entity => ({
  "@id": local("code", path),
  "@type": "SoftwareSourceCode",
  name: path,
  description: "in the bundle of sources, and in the repository"
});

const softwareOf = (name: string, version: string): Entity => ({
  "@id": local("software", `${name}@${version}`),
  "@type": "SoftwareApplication",
  name,
  softwareVersion: version
});
