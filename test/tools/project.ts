import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const repository = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

/** A project of a few files in a folder of its own, with this repository's libraries; removed after the test. */
export function temporaryProject(files: Record<string, string>): string {
  const project = mkdtempSync(join(tmpdir(), "companion-"));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  symlinkSync(join(repository, "node_modules"), join(project, "node_modules"));
  cpSync(join(repository, "tsconfig.json"), join(project, "tsconfig.json"));
  write(project, { "package.json": '{"type": "module"}', ...files });
  return project;
}

export function write(project: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}
