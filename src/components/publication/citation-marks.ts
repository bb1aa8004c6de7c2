/**
 * Citations in pages, while the site is built: `[@koerver-2018; @ma-2015]` becomes raised numbers that lead to the
 * References page, and a fence named `references` holds the list itself. Called by the configuration.
 */
import { allReferences, anchorOf, doiLink, referenceLine, referenceNumber } from "./reference-text.js";
import { methodReferences } from "./method-references.js";
import { references, type Reference } from "./references.js";

interface InlineState {
  src: string;
  pos: number;
  /** text that stands before, not yet a token */
  pending: string;
  push: (type: string, tag: string, nesting: 0) => { meta: unknown };
}
interface Token {
  info: string;
  content: string;
  meta: unknown;
}
interface Context {
  /** site path of the page, "/figures/fig-1…" */
  path?: string;
}
type Rule = (tokens: Token[], index: number, options: unknown, context: Context, self: unknown) => string;
interface MarkdownIt {
  inline: {
    ruler: {
      before: (name: string, rule: string, run: (state: InlineState, silent: boolean) => boolean) => void;
    };
  };
  renderer: { rules: { fence?: Rule; citation?: Rule } };
}

const mark = /^\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]/;

export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The way from a page up to the site's root: "../" for "/figures/fig-1". */
export const upFrom = (path: string): string => "../".repeat(Math.max(0, path.split("/").length - 2)) || "./";

export function citationMarks<M extends MarkdownIt>(md: M): M {
  md.inline.ruler.before("link", "citation", (state, silent) => {
    const [whole, keys] = mark.exec(state.src.slice(state.pos)) ?? [];
    if (whole === undefined || keys === undefined) return false;
    if (!silent) {
      // a raised number stands at its word
      state.pending = state.pending.trimEnd();
      state.push("citation", "", 0).meta = keys.split(";").map((key) => key.trim().slice(1));
    }
    state.pos += whole.length;
    return true;
  });
  md.renderer.rules.citation = (tokens, index, _options, context) => {
    const keys = tokens[index].meta as string[];
    return `<sup class="citations">${keys.map((key) => citation(key, context.path ?? "/")).join("<span>,</span>")}</sup>`;
  };
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, options, context, self) => {
    const which = /^references\s+(\w+)$/.exec(tokens[index].info.trim())?.[1];
    if (which === undefined) return fence?.(tokens, index, options, context, self) ?? "";
    return which === "methods" ? list(methodReferences) : list(references);
  };
  return md;
}

/** @throws where no reference has the key, so that a slip stops the build */
function citation(key: string, path: string): string {
  const number = referenceNumber(key);
  const reference = allReferences[number - 1];
  return (
    `<a class="citation" href="${upFrom(path)}references#${anchorOf(reference)}" ` +
    `aria-label="Reference ${number}: ${escapeHtml(reference.authors)}">${number}</a>`
  );
}

function list(shown: readonly Reference[]): string {
  const first = shown[0] === undefined ? 1 : referenceNumber(shown[0].key);
  const items = shown.map((reference) => {
    const link = doiLink(reference);
    return (
      `<li id="${anchorOf(reference)}">${escapeHtml(referenceLine(reference))}` +
      (link === undefined || reference.doi === undefined
        ? ""
        : ` <a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">doi:${escapeHtml(reference.doi)}</a>`) +
      (reference.note === undefined ? "" : ` <small>${escapeHtml(reference.note)}</small>`) +
      "</li>"
    );
  });
  return `<ol class="reference-list" start="${first}">\n${items.join("\n")}\n</ol>\n`;
}
