// The SQL page's machine: catalogue, examples, editor and result, wired together.
import { copyText } from "../downloads.js";
import { errorNote } from "../error-note.js";
import { h, uniqueId } from "../element.js";
import { progressBar } from "../progress.js";
import { textField, urlState } from "../url-state.js";
import { selectFrom, type CatalogueEntry } from "./catalogue.js";
import { catalogueView } from "./catalogue-view.js";
import { startDuckDB } from "./duckdb.js";
import { examples } from "./examples.js";
import { InvalidQuery, openSession } from "./session.js";
import { sqlEditor } from "./sql-editor.js";

/** What is used of Framework's file attachments. */
export interface AttachedFile {
  href: string;
  arrayBuffer: () => Promise<ArrayBuffer>;
}

export interface ExplorerOptions {
  catalogue: readonly CatalogueEntry[];
  /** by path, data/….arrow */
  files: Readonly<Record<string, AttachedFile>>;
  /** the site's root, seen from this page */
  root?: string;
}

/** Longer queries make links that some programs cut when they pass them on. */
const longestInLink = 4000;

export function sqlExplorer({ catalogue, files, root = ".." }: ExplorerOptions): HTMLElement {
  const session = openSession({
    catalogue,
    start: async (options) => await startDuckDB(options),
    fetchTable: async ({ path, name }, signal) => {
      const file = files[path];
      if (!file) throw new Error(`missing file: this page has no attachment for the table ${name}`);
      const response = await fetch(file.href, { signal });
      if (!response.ok) throw new Error(`missing file: ${path}; the server answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    }
  });
  let stop: AbortController | undefined;
  let running: string | undefined;
  const link = urlState({ q: textField("", longestInLink) });

  const editor = sqlEditor(() => void run());
  const note = errorNote();
  const place = h("pre", { class: "sql-place", hidden: true });
  const progress = progressBar({
    label: "Running the query",
    onCancel: () => stop?.abort(new Error("stopped"))
  });
  const answer = h("div", { class: "sql-answer" }, h("p", { class: "sql-hint" }, "No query has run yet."));
  const runButton = h(
    "button",
    { type: "button", class: "button sql-run", onclick: () => void run() },
    "Run"
  );
  const linkButton = h(
    "button",
    { type: "button", class: "button", onclick: () => void copyLink() },
    "Copy link"
  );
  const linkSaid = h("span", { class: "sql-hint", role: "status" });

  const clear = (): void => {
    note.show([]);
    linkSaid.textContent = "";
    place.hidden = true;
    editor.mark(false);
  };
  const fail = (sentence: string, excerpt?: string): void => {
    note.show(sentence);
    place.textContent = excerpt ?? "";
    place.hidden = excerpt === undefined;
  };

  async function run(): Promise<void> {
    const query = editor.query();
    // One at a time: another query stops the one before; the same one once more, by a second press, does not.
    if (query === running) return;
    stop?.abort(new Error("stopped"));
    const mine = (stop = new AbortController());
    running = query;
    clear();
    answer.setAttribute("aria-busy", "true");
    try {
      const result = await session.run(query, {
        signal: mine.signal,
        onProgress: (fraction, doing) => {
          if (mine !== stop) return;
          progress.update(fraction ?? 1, doing);
          // No value: the bar moves without claiming to know how far it is.
          if (fraction === undefined) progress.querySelector("progress")?.removeAttribute("value");
        }
      });
      // Plot and Arrow come with the first result.
      const { resultView } = await import("./result-view.js");
      if (mine !== stop) return;
      answer.replaceChildren(resultView(result, answer.clientWidth));
      link.set({ q: query.length > longestInLink ? "" : query });
    } catch (error) {
      if (mine !== stop) return;
      if (mine.signal.aborted) fail("The query was stopped; the last result stays.");
      else if (error instanceof InvalidQuery) {
        const { sentence, line, column, excerpt } = error.detail;
        const where = line === undefined ? "" : ` (line ${line}, column ${column ?? 1})`;
        fail(`${sentence}${where}`, excerpt);
        editor.mark(true, line === undefined ? undefined : { line, column: column ?? 1 });
      } else fail(error instanceof Error ? error.message : String(error));
    } finally {
      if (mine === stop) {
        running = undefined;
        progress.done();
        answer.removeAttribute("aria-busy");
      }
    }
  }

  async function copyLink(): Promise<void> {
    const query = editor.query();
    if (query.length > longestInLink) {
      linkSaid.textContent = `The query is too long for a link: ${query.length} characters; must be at most ${longestInLink}.`;
      return;
    }
    link.set({ q: query });
    linkSaid.textContent = (await copyText(link.href())) ? "Copied." : "The address bar now holds the link.";
  }

  const choose = (query: string): void => {
    editor.write(query);
    clear();
  };
  // A query from a link is shown, never run by itself: it could do no harm, but it would fetch 7 MB and may take long,
  // and its reader should see a stranger's query before anything happens.
  const element = h(
    "div",
    { class: "sql-explorer" },
    catalogueView(catalogue, {
      onSelect: (entry) => choose(selectFrom(entry)),
      fileOf: ({ path }) => files[path]?.href,
      pageOf: (page) => `${root}${page}`
    }),
    h(
      "section",
      { class: "sql-work", "aria-label": "Query and result" },
      exampleList(choose),
      editor.element,
      h("div", { class: "sql-actions" }, runButton, linkButton, linkSaid),
      progress,
      note,
      place,
      answer
    )
  );
  editor.set(link.values.q || (examples[0]?.query ?? ""));
  note.show(link.problems);
  return element;
}

function exampleList(choose: (query: string) => void): HTMLElement {
  const id = uniqueId("examples");
  const list = h(
    "select",
    { id },
    h("option", { value: "" }, "choose one …"),
    ...examples.map(({ title }, i) => h("option", { value: i }, title))
  );
  list.addEventListener("change", () => {
    const example = examples[list.selectedIndex - 1];
    if (example) choose(example.query);
    list.selectedIndex = 0;
    list.focus();
  });
  return h("div", { class: "control sql-examples" }, h("label", { for: id }, "Examples"), list);
}
