// The page of a reader's own files: a file comes in, is recognised and looked at, its questions are answered, and the analysis of the
// figure pages runs on it. All in this browser.
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { progressBar } from "../progress.js";
import { exampleHints, type ExampleName } from "./example-names.js";
import { fileChoice } from "./file-choice.js";
import { chooser, fields, neededNumber, textField } from "./form.js";
import { useNames, type ChooseOptions, type Opened, type Shown, type Use } from "./opened.js";
import { preview } from "./preview.js";
import { rawForm } from "./raw-form.js";
import { reader, type Reader } from "./reader-run.js";
import type { UsePanel } from "./use-panel.js";
import type { KeptList } from "./use-spectrum.js";
import type { OurTable } from "./use-table.js";

export interface YourDataOptions {
  invalidation?: Promise<unknown>;
  /** tables of ours that a reader's numbers can be laid over */
  tables?: readonly OurTable[];
  /** of the site, for links to its pages */
  root?: string;
  /** in place of the worker, for tests */
  room?: Reader;
}

/** Measures its own width when it draws: were it made anew for another, a turned phone would lose the open file. */
export function yourData({
  invalidation,
  tables = [],
  root = "..",
  room = reader()
}: YourDataOptions): HTMLElement {
  void invalidation?.then(() => room.dispose());
  const width = () => element.clientWidth || 640;
  const store: KeptList = { list: [] };
  const note = errorNote();
  const about = h("div", { class: "your-about" });
  const form = h("div", { class: "your-form" });
  const results = h("div", { class: "your-results" });
  let running: AbortController | null = null;
  const progress = progressBar({ label: "Reading", onCancel: () => running?.abort() });

  /** One thing at a time; what fails says why and leaves all as it was. */
  const attempt = async (what: string, work: (signal: AbortSignal) => Promise<void>) => {
    running?.abort();
    const mine = (running = new AbortController());
    note.show([]);
    const slow = setTimeout(() => mine === running && progress.update(0, what), 150);
    try {
      await work(mine.signal);
    } catch (error) {
      if (mine !== running) return;
      const stopped = error instanceof DOMException && error.name === "AbortError";
      note.show(
        stopped ? `Stopped: ${what.toLowerCase()}.` : error instanceof Error ? error.message : String(error)
      );
    } finally {
      clearTimeout(slow);
      if (mine === running) {
        running = null;
        progress.done();
      }
    }
  };

  const open = (file: File, layout?: () => Parameters<typeof rawForm>[0], example?: ExampleName) =>
    attempt(`Opening ${file.name}`, async (signal) => {
      const given = layout?.() ?? undefined;
      const opened = await room.ask("open", { file, ...(given && { layout: given }) }, { signal });
      results.replaceChildren();
      await show(opened, file, signal, example);
    });

  const show = async (opened: Opened, file: File, signal: AbortSignal, example?: ExampleName) => {
    const size =
      opened.bytes < 1e6 ? `${(opened.bytes / 1000).toFixed(1)} kB` : `${(opened.bytes / 1e6).toFixed(1)} MB`;
    const box = h("div");
    const raw =
      "layout" in opened ? rawForm(opened.layout ?? null, (layout) => void open(file, layout)) : null;
    about.replaceChildren(
      h("h2", {}, opened.name),
      h("p", {}, `${opened.title}, ${size}. `, ...opened.notes.map((text) => `${text} `)),
      ...(raw ? [raw] : []),
      box
    );
    form.replaceChildren();
    if (opened.parts.length === 0) return;
    const choose = async (part: string, options: ChooseOptions, under: AbortSignal) => {
      const shown = await room.ask("choose", { part, ...options }, { signal: under });
      const rest =
        shown.notes.length > 0 && opened.parts.length > 0 ? h("p", {}, shown.notes.join(" ")) : null;
      const kind = opened.parts.find(({ name }) => name === part)?.what ?? "";
      const controls =
        opened.parts.length > 1 || shown.shape !== "text"
          ? partControls(
              opened,
              shown,
              (next, more) => void attempt("Opening another part", (s) => choose(next, more, s))
            )
          : null;
      const looked = preview(shown, room, width());
      box.replaceChildren(
        ...[controls, kind ? h("p", { class: "figure-readout" }, kind) : null, rest, looked].filter(
          (e) => e !== null
        )
      );
      await askFor(opened, shown, example);
    };
    await choose(opened.first, {}, signal);
  };

  const askFor = async (opened: Opened, shown: Shown, example?: ExampleName) => {
    // charts and forms come with the first file
    const { panelOf, usesOf } = await import("./uses.js");
    const possible = usesOf(opened, shown);
    const suggested =
      shown.shape === "table" && opened.format !== "hdf5"
        ? (shown.suggested ?? opened.suggested)
        : opened.suggested;
    const asExample = example && possible.includes(example) ? (example as Use) : null;
    const first = asExample ?? (suggested && possible.includes(suggested) ? suggested : possible[0]);
    if (!first) {
      form.replaceChildren(h("p", {}, sayUnusable(opened)));
      return;
    }
    const use = chooser<Use>(
      "Read it as",
      possible.map((value) => ({ value, label: useNames[value].name })),
      first
    );
    const questions = h("div");
    let panel: UsePanel;
    const set = () => {
      const hints =
        example && example in exampleHints ? exampleHints[example as keyof typeof exampleHints] : undefined;
      const context = { reader: room, opened, shown, width: width(), invalidation, hints };
      panel = panelOf(use.get(), context, store, tables);
      const page = useNames[use.get()].page;
      questions.replaceChildren(
        h(
          "p",
          { class: "figure-readout" },
          "The analysis is that of ",
          h("a", { href: `${root}${page}` }, "this page"),
          "."
        ),
        panel.form
      );
    };
    use.element.addEventListener("input", (event) => {
      event.stopPropagation();
      set();
    });
    set();
    const analyse = () =>
      attempt("Analysing", async (signal) => {
        for (const frame of results.querySelectorAll<HTMLElement>(".figure-frame"))
          frame.dataset["state"] = "stale";
        const { frames, notes } = await panel.analyse({ signal, onProgress: progress.update });
        // what a twin made was not measured
        if (example)
          for (const frame of frames)
            frame.update({
              ...{ label: "Example", provenance: "recovered" },
              meta: { sources: [`${opened.name}, made in this page by a twin`] }
            });
        const said = h("p", { class: "figure-readout", role: "status" }, notes.join(" "));
        results.replaceChildren(said, ...frames);
      });
    form.replaceChildren(
      h("h2", {}, "Questions that the file does not answer"),
      use.element,
      questions,
      h("button", { type: "button", class: "button your-analyse", onclick: () => void analyse() }, "Analyse")
    );
  };

  const element = h(
    "div",
    { class: "your-data" },
    fileChoice({
      onFile: (file) => void open(file),
      onExample: (name) =>
        void attempt("Making the example", async (signal) => {
          const file = await room.ask("example", { name }, { signal });
          const opened = await room.ask("open", { file }, { signal });
          results.replaceChildren();
          await show(opened, file, signal, name);
        })
    }),
    ...[note, progress, about, form, results]
  );
  // fields' own events must not pass as the page's
  element.addEventListener("input", (event) => event.stopPropagation());
  return element;
}

const sayUnusable = ({ format }: Opened): string =>
  format === "cif"
    ? "A crystal is refined to a pattern: open the pattern first, and choose this CIF beside it."
    : "This part holds nothing that an analysis here takes; choose another.";

/** Which sheet or dataset, and how it lies. */
function partControls(
  { parts, format }: Opened,
  shown: Shown,
  choose: (part: string, options: ChooseOptions) => void
): HTMLElement | null {
  const list: Element[] = [];
  const part = chooser(
    format === "workbook" ? "Sheet" : "Dataset",
    parts.map(({ name, what }) => ({ value: name, label: `${name} (${what})` })),
    shown.part
  );
  const listen = (element: HTMLElement, work: () => void) =>
    element.addEventListener("input", (event) => {
      event.stopPropagation();
      work();
    });
  if (parts.length > 1) {
    list.push(part.element);
    listen(part.element, () => choose(part.get(), {}));
  }
  if (format === "hdf5" && shown.shape === "images" && shown.count > 1) {
    const axis = chooser(
      "Images follow along",
      [0, 1, 2].map((value) => ({ value, label: `axis ${value + 1}` }))
    );
    list.push(axis.element);
    listen(axis.element, () => choose(shown.part, { axis: axis.get() }));
  }
  if (shown.shape === "table" && shown.nameRow !== undefined) {
    const row = textField("Row of the names", String(shown.nameRow));
    row.input.addEventListener("change", () => choose(shown.part, { nameRow: neededNumber(row) }));
    list.push(row.element);
  }
  return list.length > 0 ? fields(...list) : null;
}
