/**
 * What every page's head holds: the fonts, self-hosted, and the scripts that mend Framework's markup and show references.
 * Framework copies and hashes whatever a `<link>` names, but cannot bundle a font that a stylesheet names; so the later
 * fonts are linked, and a line of script makes them known to the page. Called by the configuration, in Node.
 */
import { firstFonts, laterFonts } from "../fonts/fonts.js";

const script =
  "document.documentElement.lang='en';" +
  "for(const l of document.querySelectorAll('link[data-font]'))" +
  "document.fonts.add(new FontFace(l.dataset.font,`url(${l.href})`," +
  "{style:l.dataset.style,weight:'200 900',unicodeRange:l.dataset.range,display:'swap'}))";

/** @param path site path of the page, for example "/figures/fig-5-voids-and-stress" */
export function pageHead(path: string): string {
  const up = "../".repeat(Math.max(0, path.split("/").length - 2)) || "./";
  // an unknown `rel` is copied by Framework and left alone by browsers
  const links = laterFonts.map(
    ({ file, family, italic = false, range }) =>
      `<link rel="x-font" href="${up}fonts/${file}.woff2" data-font="${family}" data-style="${italic ? "italic" : "normal"}" data-range="${range}">`
  );
  const sans = firstFonts.find(({ family }) => family === "Inter");
  return [
    `<link rel="stylesheet" href="${up}fonts/first.css">`,
    ...links,
    // for pictures that carry their font with them
    `<link rel="x-embed" href="${up}fonts/${sans?.file ?? ""}.woff2" data-embed>`,
    `<script>${script}</script>`,
    `<script type="module" src="${up}components/publication/page.js"></script>`,
    `<script type="module" src="${up}components/theme.js"></script>`
  ].join("\n");
}
