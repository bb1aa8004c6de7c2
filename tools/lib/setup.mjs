/** What every command needs first; plain JavaScript without dependencies, as there may be none yet. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Ends with one sentence and code 1. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 6)) {
    refuse(
      `unsupported Node ${process.versions.node}; install Node 20.6 or newer from nodejs.org or your package manager`
    );
  }
}

/** Runs a command with its output shown; the result is its exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: project, env: { ...process.env, ...env }, stdio: "inherit" });
    const pass = (signal) => child.kill(signal);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.once("error", (error) => {
      console.error(`failed command: ${command}: ${error.message}`);
      resolve(127);
    });
    child.once("close", (code, signal) => {
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}

/** Whether node_modules holds every package of the lock file, in its version; by npm's own record, not by file times. */
function installed() {
  const record = join(project, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const present = read(record);
  return Object.entries(read(join(project, "package-lock.json"))).every(
    ([path, { version, optional }]) =>
      path === "" || present[path]?.version === version || (optional && !present[path])
  );
}

/** Installs the dependencies of the lock file where they are missing or others are there. */
export async function requireDependencies() {
  if (installed()) return;
  console.error("Installing the dependencies (once, a minute or two)");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"];
  const code = npm ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  if (code !== 0) {
    refuse(
      `failed installation: npm ci ended with code ${code}; see its message above, mend the network or the registry and try again`
    );
  }
}

export async function prepare() {
  requireNode();
  process.chdir(project);
  await requireDependencies();
}

/** Runs a TypeScript tool of this folder. */
export function tool(file, args = [], env = {}) {
  return run(process.execPath, ["--import", "tsx", join(project, file), ...args], env);
}

/** Runs Framework's command line without telemetry and without a network. */
export function framework(args, env = {}) {
  const bin = join(project, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
  const offline = new URL("offline.mjs", import.meta.url).href;
  return run(process.execPath, ["--import", offline, "--no-warnings=ExperimentalWarning", bin, ...args], {
    OBSERVABLE_TELEMETRY_DISABLE: "true",
    // Framework finds tsx there, for a table that the data build did not make.
    PATH: `${join(project, "node_modules", ".bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    ...env
  });
}
