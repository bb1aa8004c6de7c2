// Where a query is written: a plain text area, with the same text coloured behind it.
import { h, uniqueId } from "../element.js";
import { tokenise } from "./tokens.js";

const keywords = new Set(
  "all and as asc between by case create cross delete desc describe distinct else end except exists false filter from full group having ilike in inner insert intersect into is join left like limit not null offset on or order outer over partition pivot qualify right select set show summarize table then true union unpivot update using values when where window with".split(
    " "
  )
);

export interface SqlEditor {
  element: HTMLElement;
  query: () => string;
  /** Puts the first text there. */
  set: (query: string) => void;
  /** Replaces the text, so that the reader's undo brings the old one back. */
  write: (query: string) => void;
  focus: () => void;
  /** Marks the text as faulty, and puts the cursor where DuckDB points. */
  mark: (invalid: boolean, place?: { line: number; column: number }) => void;
}

export function sqlEditor(onRun: () => void): SqlEditor {
  const id = uniqueId("query");
  const hint = `${id}-hint`;
  const colours = h("pre", { class: "sql-colours", "aria-hidden": "true" });
  const area = h("textarea", {
    id,
    rows: 9,
    wrap: "soft",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    "aria-describedby": hint
  });
  const paint = (): void => colours.replaceChildren(...coloured(area.value), "\n");
  area.addEventListener("input", () => {
    area.removeAttribute("aria-invalid");
    paint();
  });
  area.addEventListener("scroll", () => (colours.scrollTop = area.scrollTop));
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  });
  const element = h(
    "div",
    { class: "sql-editor" },
    h("label", { for: id }, "Query"),
    h("div", { class: "sql-text" }, colours, area),
    h("p", { id: hint, class: "sql-hint" }, "Ctrl or ⌘ with Enter runs it.")
  );
  return {
    element,
    query: () => area.value,
    set(query) {
      area.value = query;
      paint();
    },
    write(query) {
      area.focus();
      area.select();
      // The only way of setting text that undo knows; where a browser has dropped it, the plain way.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has taken its place
      if (!document.execCommand("insertText", false, query)) area.value = query;
      area.setSelectionRange(0, 0);
      area.scrollTop = 0;
      area.removeAttribute("aria-invalid");
      paint();
    },
    focus: () => area.focus(),
    mark(invalid, place) {
      if (invalid) area.setAttribute("aria-invalid", "true");
      else area.removeAttribute("aria-invalid");
      if (!place) return;
      const before = area.value.split("\n").slice(0, place.line - 1);
      const at = before.reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
      area.setSelectionRange(at, at);
    }
  };
}

/** The text in pieces, coloured by kind. Text nodes only: a query is never read as HTML. */
function coloured(text: string): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const token of tokenise(text)) {
    const kind = token.kind === "word" && keywords.has(token.text.toLowerCase()) ? "keyword" : token.kind;
    pieces.push(text.slice(at, token.start));
    const plain = kind === "word" || kind === "symbol" || kind === "quoted";
    pieces.push(plain ? token.text : h("span", { class: `sql-${kind}` }, token.text));
    at = token.end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
