import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of an `npm:` specifier, or of a bare one: NAME[@RANGE][/PATH]. */
export interface Specifier {
  name: string;
  range?: string;
  path?: string;
}

export function parseSpecifier(text: string): Specifier {
  const parts = text.replace(/^npm:/, "").split("/");
  const head = parts.splice(0, text.replace(/^npm:/, "").startsWith("@") ? 2 : 1).join("/");
  const at = head.indexOf("@", 1);
  return {
    name: at > 0 ? head.slice(0, at) : head,
    ...(at > 0 && { range: head.slice(at + 1) }),
    ...(parts.length > 0 && { path: parts.join("/") })
  };
}

/** Version of an installed package, or undefined where it is not installed. */
export function installedVersion(project: string, name: string): string | undefined {
  const file = join(project, "node_modules", name, "package.json");
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** Names that a package lists as its dependencies. */
export function dependenciesOf(project: string, name: string): string[] {
  const file = join(project, "node_modules", name, "package.json");
  const { dependencies = {} } = JSON.parse(readFileSync(file, "utf8")) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies);
}
