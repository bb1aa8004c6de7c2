/** The fonts of the site, out of their npm packages (@fontsource-variable), in the versions of the lock file. Node only. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export interface Font {
  file: string;
  family: string;
  italic?: boolean;
  /** characters that it holds, as the package says */
  range: string;
}

const latin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122," +
  "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const greek = "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF";
const serif = "Source Serif 4";

/** What the first lines of every page are set in. */
export const firstFonts: readonly Font[] = [
  { file: "source-serif-4-latin-wght-normal", family: serif, range: latin },
  { file: "inter-latin-wght-normal", family: "Inter", range: latin }
];

/** What a page needs only where such letters stand. */
export const laterFonts: readonly Font[] = [
  { file: "source-serif-4-latin-wght-italic", family: serif, italic: true, range: latin },
  { file: "source-serif-4-greek-wght-normal", family: serif, range: greek },
  { file: "source-serif-4-greek-wght-italic", family: serif, italic: true, range: greek },
  { file: "inter-greek-wght-normal", family: "Inter", range: greek }
];

/** Contents of a font file. @throws if the name is none of the fonts of the site */
export function fontFile(name: string): Buffer {
  const font = [...firstFonts, ...laterFonts].find(({ file }) => file === name);
  if (!font) throw new Error(`unknown font: ${name}; must be one of those in src/fonts/fonts.ts`);
  const family = font.family === "Inter" ? "inter" : "source-serif-4";
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  return readFileSync(resolve(`@fontsource-variable/${family}/files/${name}.woff2`));
}
