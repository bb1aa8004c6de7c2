/**
 * The two fonts that every page begins with, inside a stylesheet: they are there at the first paint, so that no line
 * breaks anew when a font comes late. The others (italics, Greek letters) are files that come when a letter asks.
 */
import { firstFonts, fontFile } from "./fonts.js";

const rules = firstFonts.map(({ file, family, range }) => {
  const data = fontFile(file).toString("base64");
  return `@font-face{font-family:"${family}";font-weight:200 900;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`;
});

process.stdout.write(`${rules.join("\n")}\n`);
