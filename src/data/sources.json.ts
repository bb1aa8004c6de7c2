/** The text of every kernel, loader and component by its repository path, for the figures' source viewer. */
// reads: src/components/**/* src/data/**/* src/science/**/*
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["src/components", "src/data", "src/science"];

const paths = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|json|csv|md)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
  )
  .sort();

process.stdout.write(
  JSON.stringify(Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")])))
);
