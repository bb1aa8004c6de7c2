/** A Chromium for the tests in a browser: the system's, else one that is installed the usual way. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { project, refuse, run } from "./setup.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that starts, or undefined. */
export async function findChromium() {
  const { chromium } = await import("playwright-core");
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...names.flatMap((name) => (process.env.PATH ?? "").split(":").map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    chromium.executablePath()
  ];
  return candidates.find((path) => path && existsSync(path) && starts(path));
}

// Some systems ship a `chromium-browser` that only tells how to install one.
const starts = (path) => spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;

/** Finds a Chromium or installs one; ends with one sentence where neither works. */
export async function requireChromium() {
  const found = await findChromium();
  if (found) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.error("Installing Chromium by apt-get (once, a minute or two)");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const install = () =>
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], env);
    if ((await install()) !== 0 && (await run("apt-get", ["update", "-qq"])) === 0) await install();
    const installed = await findChromium();
    if (installed) return installed;
  }
  console.error("Installing Chromium by Playwright (once, a minute or two)");
  await run(process.execPath, [
    join(project, "node_modules", "playwright-core", "cli.js"),
    "install",
    "chromium"
  ]);
  const installed = await findChromium();
  if (installed) return installed;
  return refuse(
    "missing Chromium: the tests open every page in one; install chromium with your package manager, or set CHROMIUM_PATH to a Chrome or Chromium"
  );
}
