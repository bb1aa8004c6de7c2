import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { listFiles } from "./files.js";
import { findCells, parseFault, type Cell } from "./page-cells.js";
import { cellTypes, pageModule, type PageModule } from "./page-module.js";

/** A fault in a page, at a line and column counted from 1. */
export interface Problem {
  /** path from the project's folder */
  file: string;
  line: number;
  column: number;
  message: string;
}

/** A cell is glue; what is longer is a component or a kernel. */
export const longestCell = 25;

interface Page {
  file: string;
  text: string;
  cells: Cell[];
  module: PageModule;
}

/** Faults of types, names and syntax in the cells of all pages below the source root. */
export async function checkCells(project: string, source: string): Promise<Problem[]> {
  const pages: Page[] = [];
  for (const path of listFiles(source, (name) => name.endsWith(".md"))) {
    const text = readFileSync(join(source, path), "utf8");
    const cells = await findCells(project, text);
    pages.push({ file: join(source, path), text, cells, module: pageModule(cells) });
  }
  const problems: Problem[] = [];
  for (const page of pages) problems.push(...(await checkForm(project, page)));
  problems.push(...checkTypes(project, source, pages));
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

function problem(project: string, { file, text }: Page, offset: number, message: string): Problem {
  const before = text.slice(0, offset);
  return {
    file: file.slice(project.length + 1),
    line: before.split("\n").length,
    column: offset - before.lastIndexOf("\n"),
    message
  };
}

/** What needs no types: Framework can parse it, and it is short. */
async function checkForm(project: string, page: Page): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { kind, code, lines } of page.cells) {
    if (kind !== "ts" && kind !== "js" && kind !== "inline") continue;
    const count = code.split("\n").filter((line) => line.trim() !== "").length;
    if (count > longestCell) {
      const message = `invalid length of cell: ${count} lines; a cell has at most ${longestCell}, move the rest to a component`;
      problems.push(problem(project, page, lines[0] ?? 0, message));
    }
    if (kind === "ts") continue;
    const fault = await parseFault(project, code, kind === "inline");
    if (!fault) continue;
    const offset = (lines[fault.line - 1] ?? lines[0] ?? 0) + fault.column;
    problems.push(
      problem(
        project,
        page,
        offset,
        `invalid JavaScript in ${kind === "inline" ? "${…}" : "a js cell"}: ${fault.message}`
      )
    );
  }
  return problems;
}

/** Without annotations a `js` cell cannot say its parameters' types. */
const untyped = new Set([7005, 7006, 7031, 7034]);
/** Declared but not used: in what we add around the cells it means nothing. */
const unused = new Set([6133, 6192, 6196, 6198]);

function checkTypes(project: string, source: string, pages: readonly Page[]): Problem[] {
  const virtual = new Map(pages.map((page) => [`${page.file}.ts`, page]));
  const globals = join(source, "cells.d.ts");
  const contents = new Map([...virtual].map(([file, { module }]) => [file, module.text]));
  const framework = join(source, "framework.d.ts");
  contents.set(globals, globalNames(readFileSync(framework, "utf8")));
  const options: ts.CompilerOptions = {
    ...readOptions(project),
    noEmit: true,
    types: [],
    incremental: false
  };
  const host = ts.createCompilerHost(options, true);
  const [fileExists, readFile] = [host.fileExists.bind(host), host.readFile.bind(host)];
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (file) => contents.has(file) || fileExists(file);
  host.readFile = (file) => contents.get(file) ?? readFile(file);
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const text = contents.get(file);
    if (text === undefined) return getSourceFile(file, languageVersion, ...rest);
    return ts.createSourceFile(file, text, languageVersion, true);
  };
  const program = ts.createProgram([framework, ...contents.keys()], options, host);
  const problems: Problem[] = [];
  for (const [file, page] of virtual) {
    const sourceFile = program.getSourceFile(file);
    const faults = [
      ...program.getSyntacticDiagnostics(sourceFile),
      ...program.getSemanticDiagnostics(sourceFile)
    ];
    for (const { start = 0, code, messageText } of faults) {
      const [offset, own] = page.module.locate(start);
      if (!own && unused.has(code)) continue;
      const cell = page.cells.findLast(({ lines }) => (lines[0] ?? 0) <= offset);
      if (cell && cell.kind !== "ts" && untyped.has(code)) continue;
      const message = ts.flattenDiagnosticMessageText(messageText, " ");
      const found = problem(project, page, offset, `${message} (TS${code})`);
      if (!problems.some((other) => JSON.stringify(other) === JSON.stringify(found))) problems.push(found);
    }
  }
  return problems;
}

function readOptions(project: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(project, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  return ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, project).options;
}

/** Makes global what "observablehq:cells" exports. */
function globalNames(framework: string): string {
  const file = ts.createSourceFile("framework.d.ts", framework, ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "observablehq:cells") continue;
    const { body } = statement;
    if (!body || !ts.isModuleBlock(body)) continue;
    for (const inner of body.statements) {
      if (ts.isFunctionDeclaration(inner) && inner.name) names.add(inner.name.text);
      if (ts.isVariableStatement(inner))
        for (const { name } of inner.declarationList.declarations) names.add(name.getText());
      if (!ts.isExportDeclaration(inner) || !inner.exportClause) continue;
      if (ts.isNamespaceExport(inner.exportClause)) names.add(inner.exportClause.name.text);
      else for (const { name } of inner.exportClause.elements) names.add(name.text);
    }
  }
  const list = [...names].map((name) => `  const ${name}: typeof cells.${name};`).join("\n");
  return `import type * as cells from "observablehq:cells";\ndeclare global {\n${list}\n${cellTypes}}\n`;
}
