import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { background, provenanceColour } from "../../src/components/colours.js";
import { pageHead } from "../../src/components/page-head.js";
import { provenanceMeaning } from "../../src/science/provenance.js";
import type { Provenance } from "../../src/science/provenance.js";
import { contrast } from "./colour-vision.js";

const css = readFileSync("src/styles/themes.css", "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media (prefers-color-scheme: dark)");

describe.each([
  { name: "light", text: lightCss, dark: false },
  { name: "dark", text: darkCss.slice(0, darkCss.indexOf("[data-provenance")), dark: true }
])("$name theme", ({ text, dark }) => {
  const colour = (name: string): string => {
    const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(text)?.[1];
    if (value === undefined) throw new Error(`missing colour: --${name}`);
    return value;
  };
  const grounds = [colour("theme-background"), colour("theme-background-alt")];
  const inText =
    "theme-foreground theme-foreground-alt theme-foreground-muted theme-foreground-faint theme-foreground-focus " +
    "theme-green theme-yellow theme-red syntax-keyword syntax-variable syntax-entity-tag";

  it.each(inText.split(" "))("--%s can be read on either background", (name) => {
    for (const ground of grounds) expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(4.5);
  });
  it("borders of controls stand out", () => {
    for (const ground of grounds)
      expect(contrast(colour("theme-foreground-fainter"), ground)).toBeGreaterThanOrEqual(2.9);
  });
  it("says the same as colours.ts", () => {
    expect(grounds).toEqual(background[dark ? "dark" : "light"]);
    for (const p of Object.keys(provenanceMeaning) as Provenance[])
      expect(colour(p)).toBe(provenanceColour(p, dark));
  });
});

describe("the head of a page", () => {
  const links = (path: string) =>
    Array.from(pageHead(path).matchAll(/(?:href|src)="([^"]+)"/g), ([, link = ""]) => link);
  it("links from where the page is", () => {
    expect(links("/index")[0]).toMatch(/^\.\/fonts\//);
    expect(links("/figures/fig-5")[0]).toMatch(/^\.\.\/fonts\//);
    expect(links("/a/b/c").at(-1)).toBe("../../components/theme.js");
  });
  it("names fonts that are installed, and no other host", () => {
    const { resolve } = createRequire(import.meta.url);
    for (const link of links("/index").filter((l) => l.endsWith(".woff2"))) {
      const name = link.split("/").at(-1) ?? "";
      const family = name.startsWith("inter") ? "inter" : "source-serif-4";
      expect(resolve(`@fontsource-variable/${family}/files/${name}`)).toContain(name);
    }
    expect(pageHead("/index")).not.toContain("//");
  });
});
