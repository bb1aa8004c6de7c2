import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { background, provenanceColour } from "../../src/components/colours.js";
import { pageHead } from "../../src/components/page-head.js";
import { fontFile, laterFonts } from "../../src/fonts/fonts.js";
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
    expect(links("/index")[0]).toBe("./fonts/first.css");
    expect(links("/figures/fig-5")[0]).toBe("../fonts/first.css");
    expect(links("/a/b/c").at(-1)).toBe("../../components/theme.js");
  });
  it("names fonts that are installed, and no other host", () => {
    const files = links("/index").filter((link) => link.endsWith(".woff2"));
    expect(files).toHaveLength(laterFonts.length + 1);
    for (const link of files)
      expect(
        fontFile(link.replace(/^.*\/|\.woff2$/g, ""))
          .subarray(0, 4)
          .toString()
      ).toBe("wOF2");
    expect(() => fontFile("../../etc/passwd")).toThrow("unknown font: ../../etc/passwd; must be one of");
    expect(pageHead("/index")).not.toContain("//");
  });
});
