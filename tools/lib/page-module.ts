/**
 * A page's cells as one TypeScript module, so that the compiler can check them together. Each cell is an async function,
 * what it declares is known to the other cells as Framework hands it on: promises awaited, generators as their values.
 */
import ts from "typescript";
import type { Cell } from "./page-cells.js";

export interface PageModule {
  text: string;
  /** offset in the page for an offset in the text; the second is false where the text is not of the page */
  locate(offset: number): [page: number, own: boolean];
}

/** Types for the module: what a cell declares, as other cells see it. */
export const cellTypes = `
type CellValue<T> =
  T extends { next(...args: never[]): unknown; [Symbol.asyncIterator](): AsyncIterator<infer U> } ? U
  : T extends { next(...args: never[]): unknown; [Symbol.iterator](): Iterator<infer U> } ? U
  : Awaited<T>;
`;

const tags: Record<string, string> = {
  html: "html.fragment",
  svg: "svg.fragment",
  tex: "tex.block",
  sql: "sql"
};

export function pageModule(cells: readonly Cell[]): PageModule {
  const module = writer();
  cells.forEach((cell, index) => {
    if (cell.kind === "inline") inlineCell(module, cell, index);
    else if (cell.kind === "ts" || cell.kind === "js") scriptCell(module, cell, index);
    else if (cell.kind in tags) taggedCell(module, cell, index);
  });
  module.own("export {};\n", 0);
  return module.done();
}

interface Writer {
  /** text of ours; faults in it are shown at that place of the page */
  own(text: string, at: number): void;
  /** characters [start, end) of a cell */
  copy(cell: Cell, start: number, end: number): void;
  done(): PageModule;
}

function writer(): Writer {
  let text = "";
  const pieces: { start: number; page: number; own: boolean }[] = [];
  return {
    own(added, at) {
      pieces.push({ start: text.length, page: at, own: false });
      text += added;
    },
    copy({ code, lines }, start, end) {
      let lineStart = 0;
      for (const [i, line] of code.split("\n").entries()) {
        const from = Math.max(start, lineStart);
        const to = Math.min(end, lineStart + line.length + 1);
        if (from < to) {
          pieces.push({ start: text.length, page: (lines[i] ?? 0) + from - lineStart, own: true });
          text += code.slice(from, to);
        }
        lineStart += line.length + 1;
      }
    },
    done: () => ({
      text,
      locate(offset) {
        const piece = pieces.findLast(({ start }) => start <= offset);
        if (!piece) return [0, false];
        return [piece.own ? piece.page + offset - piece.start : piece.page, piece.own];
      }
    })
  };
}

const place = ({ lines }: Cell): number => lines[0] ?? 0;

function inlineCell(module: Writer, cell: Cell, index: number): void {
  module.own(`async function inline${index}() { return (`, place(cell));
  module.copy(cell, 0, cell.code.length);
  module.own("\n); }\n", place(cell));
}

/** A block of SQL, HTML or TeX is a template; what stands in its `${…}` is code. */
function taggedCell(module: Writer, cell: Cell, index: number): void {
  const { code, attributes } = cell;
  const id = cell.kind === "sql" ? attributes["id"] : undefined;
  if (id === undefined && !code.includes("${")) return;
  const names = id === undefined ? [] : declaredNames(parse(`const ${id} = 0;`));
  module.own(
    `async function cell${index}() { const ${id ?? "_"} = await ${tags[cell.kind] ?? "html"}\``,
    place(cell)
  );
  if (!/[`\\]/.test(code)) module.copy(cell, 0, code.length);
  module.own("`;", place(cell));
  finish(module, cell, index, names);
}

function scriptCell(module: Writer, cell: Cell, index: number): void {
  const { code } = cell;
  if (isExpression(code)) {
    module.own(`async function cell${index}() { return (`, place(cell));
    module.copy(cell, 0, code.length);
    module.own("\n); }\n", place(cell));
    return;
  }
  const source = parse(code);
  const [outer, inner]: ts.Statement[][] = [[], []];
  for (const statement of source.statements) (isOuter(statement) ? outer : inner)?.push(statement);
  const copy = (statement: ts.Statement): void => {
    module.copy(cell, statement.getFullStart(), statement.end);
    module.own("\n", place(cell));
  };
  outer?.forEach(copy);
  module.own(`async function cell${index}() {\n`, place(cell));
  inner?.forEach(copy);
  finish(module, cell, index, inner?.flatMap((statement) => declaredNames(statement)) ?? []);
}

/** Ends a cell's function and hands on what it declared. */
function finish(module: Writer, cell: Cell, index: number, names: readonly string[]): void {
  module.own(`;return {${names.join(", ")}} as const;\n}\n`, place(cell));
  for (const name of names) {
    module.own(
      `declare const ${name}: CellValue<Awaited<ReturnType<typeof cell${index}>>["${name}"]>;\n`,
      place(cell)
    );
  }
}

const parse = (code: string): ts.SourceFile =>
  ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true);

/** Imports and types belong to the whole page. */
function isOuter(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

function isExpression(code: string): boolean {
  if (code.trim() === "" || /^\s*(async\s+)?(function|class)\b/.test(code)) return false;
  const file = parse(`(${code}\n)`) as ts.SourceFile & { parseDiagnostics: readonly unknown[] };
  return file.parseDiagnostics.length === 0 && file.statements.length === 1;
}

/** Names that the top level of a statement, or of a file, declares. */
function declaredNames(node: ts.Node): string[] {
  if (ts.isSourceFile(node)) return node.statements.flatMap(declaredNames);
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const isNamed = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node);
  return isNamed && node.name ? [node.name.text] : [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundNames(element.name)
  );
}
