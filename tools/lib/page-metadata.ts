/**
 * What a page says of itself to machines: meta tags for Google Scholar and others, and JSON-LD in the words of schema.org.
 * The authors are the companion's; the study that it is based on stays apart, with its own authors and DOI.
 */
import { escapeHtml } from "../../src/components/publication/citation-marks.js";
import { companion, doiUrl, study } from "../../src/components/publication/about.js";
import type { SiteFile, SitePage } from "./published-site.js";

type Json = Record<string, unknown>;

export interface PageFacts {
  page: SitePage;
  /** tables that belong to it */
  tables: readonly SiteFile[];
  /** absolute address of the site's root, ending with a slash; "" where it is not known */
  siteUrl: string;
}

const siteTitle = `${companion.title}: ${companion.subtitle}`;

/** DOIs that the tables name as their sources, each once, without the study's. */
export const citedDois = (tables: readonly SiteFile[]): string[] =>
  [...new Set(tables.flatMap(({ meta }) => (meta?.sources ?? []).map(doiOf)))]
    .filter((doi): doi is string => doi !== undefined && doi !== study.doi)
    .sort();

/** The DOI at the beginning of a table's source, "doi:10.1107/S0021889869006558 (Rietveld)". */
export const doiOf = (source: string): string | undefined => /^doi:(10\.\S+)/.exec(source)?.[1];

/** The title by which a page is cited: its own, and on the front page the companion's. */
const titleOf = ({ path, title }: SitePage): string => (path === "" ? siteTitle : title);

export function metaTags({ page, siteUrl }: PageFacts): string {
  const tag = (name: string, content: string) =>
    content === "" ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`];
  return [
    ...tag("description", page.description.slice(0, 300)),
    ...tag("citation_title", titleOf(page)),
    ...tag("citation_author", companion.author),
    ...tag("citation_publication_date", companion.released.replaceAll("-", "/")),
    ...tag("citation_language", "en"),
    ...tag("citation_keywords", companion.keywords.join("; ")),
    ...tag(
      "citation_reference",
      `citation_title=${study.title};citation_journal_title=${study.journal};citation_publication_date=${study.year};` +
        `citation_doi=${study.doi};` +
        study.authors.map(([family, given]) => `citation_author=${family}, ${given}`).join(";")
    ),
    ...tag("DC.relation", `doi:${study.doi}`),
    ...(siteUrl === "" ? [] : tag("citation_public_url", siteUrl + page.path)),
    ...(siteUrl === "" ? [] : [`<link rel="canonical" href="${escapeHtml(siteUrl + page.path)}">`])
  ].join("\n");
}

/** Site path of the root as seen from a page: "../" for "figures/…", "./" for "claims". */
export const upFrom = (path: string): string => "../".repeat(path.split("/").length - 1) || "./";

export function jsonLd({ page, tables, siteUrl }: PageFacts): Json {
  const root = siteUrl === "" ? upFrom(page.path) : siteUrl;
  const id = siteUrl === "" ? "" : siteUrl + page.path;
  const authors = { "@type": "Organization", name: companion.author };
  const shared = { license: companion.licenseUrl, datePublished: companion.released, author: authors };
  const article = /^(claims|validation|figures\/|supplementary\/|hypotheses\/.)/.test(page.path);
  const site: Json = {
    "@type": ["WebSite", "Dataset"],
    "@id": `${root}#companion`,
    name: siteTitle,
    description: companion.description,
    version: companion.version,
    keywords: companion.keywords,
    url: root,
    ...shared,
    isBasedOn: { "@id": doiUrl(study.doi) }
  };
  const about: Json = {
    "@type": article ? ["WebPage", "ScholarlyArticle"] : "WebPage",
    "@id": id,
    name: titleOf(page),
    headline: titleOf(page),
    description: page.description,
    inLanguage: "en",
    isPartOf: { "@id": `${root}#companion` },
    isBasedOn: { "@id": doiUrl(study.doi) },
    ...shared,
    ...(citedDois(tables).length > 0 && {
      citation: citedDois(tables).map((doi) => ({ "@id": doiUrl(doi) }))
    }),
    ...(tables.length > 0 && { hasPart: tables.map(({ name }) => ({ "@id": `${id}#${name}` })) })
  };
  return {
    "@context": "https://schema.org",
    "@graph": [
      about,
      site,
      studyEntity(),
      ...tables.map((table) => dataset(table, `${id}#${table.name}`, root))
    ]
  };
}

export const studyEntity = (): Json => ({
  "@type": "ScholarlyArticle",
  "@id": doiUrl(study.doi),
  name: study.title,
  headline: study.title,
  author: study.authors.map(([familyName, givenName]) => ({ "@type": "Person", familyName, givenName })),
  datePublished: study.published,
  isPartOf: { "@type": "Periodical", name: study.journal },
  identifier: `doi:${study.doi}`
});

function dataset({ path, meta, bytes, sha256 }: SiteFile, id: string, root: string): Json {
  return {
    "@type": "Dataset",
    "@id": id,
    name: meta?.title,
    description: meta?.description,
    measurementTechnique: meta?.method,
    license: companion.licenseUrl,
    creator: { "@type": "Organization", name: companion.author },
    datePublished: companion.released,
    isBasedOn: { "@id": doiUrl(study.doi) },
    distribution: {
      "@type": "DataDownload",
      contentUrl: root + path,
      encodingFormat: encodingOf(path),
      contentSize: `${bytes} B`,
      sha256
    }
  };
}

export function encodingOf(path: string): string {
  const types: Record<string, string> = {
    arrow: "application/vnd.apache.arrow.stream",
    vol: "application/gzip",
    json: "application/json",
    html: "text/html",
    cff: "application/yaml"
  };
  return types[/\w+$/.exec(path)?.[0] ?? ""] ?? "application/octet-stream";
}

/** JSON inside a script element: a text that closes the element cannot. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
