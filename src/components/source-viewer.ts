import { h } from "./element.js";
import { openSheet } from "./sheet.js";

export type Sources = Record<string, string>;

/**
 * Shows the code behind a figure: the given files first, and every file they import.
 * @param paths repository paths; @param load brings all sources of the site, asked once the sheet is open
 */
export async function openSources(
  title: string,
  paths: readonly string[],
  load: () => Promise<Sources>
): Promise<void> {
  const list = h("nav", { class: "source-list", "aria-label": "Files" });
  const text = h(
    "pre",
    { class: "source-text", tabindex: 0, "aria-label": "Source" },
    "Loading the sources …"
  );
  openSheet(title, h("div", { class: "source-body" }, list, text));
  let sources: Sources;
  try {
    sources = await load();
  } catch {
    text.textContent = "missing sources: they could not be loaded; check the connection and open this again";
    return;
  }
  const show = (path: string) => {
    text.textContent =
      sources[path] ?? `missing source: ${path}; it is in the repository, but not on this site`;
    text.setAttribute("aria-label", path);
    text.scrollTop = 0;
    for (const button of list.querySelectorAll("button"))
      button.setAttribute("aria-current", String(button.textContent === path));
  };
  const all = withImports(paths, sources);
  for (const path of all) list.append(h("button", { type: "button", onclick: () => show(path) }, path));
  if (all[0] !== undefined) show(all[0]);
  else text.textContent = "missing sources: this figure names no code";
}

/** The given paths and, after them, whatever they import from the repository, each once. */
export function withImports(paths: readonly string[], sources: Sources): string[] {
  const found = new Set(paths);
  for (const path of found) {
    for (const [, specifier] of (sources[path] ?? "").matchAll(
      /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g
    )) {
      if (specifier === undefined) continue;
      const target = resolve(path, specifier).replace(/\.js$/, ".ts");
      if (target in sources) found.add(target);
    }
  }
  return [...found];
}

function resolve(from: string, specifier: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
