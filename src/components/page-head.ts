/**
 * What every page's head holds: the fonts, self-hosted, and the script that mends Framework's markup.
 * Framework copies and hashes whatever a `<link>` names, but leaves a stylesheet's `url()` unresolved; so the fonts
 * are linked, and a line of script makes them known to the page. Called by the configuration, in Node.
 */
interface Font {
  file: string;
  family: string;
  italic?: boolean;
  /** fonts that the first lines of a page need are fetched at once, others when a letter asks for them */
  first?: boolean;
  range: string;
}

const latin =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const greek = "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF";

const fonts: Font[] = [
  { file: "source-serif-4-latin-wght-normal", family: "Source Serif 4", first: true, range: latin },
  { file: "source-serif-4-latin-wght-italic", family: "Source Serif 4", italic: true, range: latin },
  { file: "source-serif-4-greek-wght-normal", family: "Source Serif 4", range: greek },
  { file: "source-serif-4-greek-wght-italic", family: "Source Serif 4", italic: true, range: greek },
  { file: "inter-latin-wght-normal", family: "Inter", first: true, range: latin },
  { file: "inter-greek-wght-normal", family: "Inter", range: greek }
];

const script =
  "document.documentElement.lang='en';" +
  "for(const l of document.querySelectorAll('link[data-font]'))" +
  "document.fonts.add(new FontFace(l.dataset.font,`url(${l.href})`," +
  "{style:l.dataset.style,weight:'200 900',unicodeRange:l.dataset.range,display:'swap'}))";

/** @param path site path of the page, for example "/figures/fig-5-voids-and-stress" */
export function pageHead(path: string): string {
  const up = "../".repeat(Math.max(0, path.split("/").length - 2)) || "./";
  const links = fonts.map(({ file, family, italic, first, range }) => {
    const rel = first ? `rel="preload" as="font" type="font/woff2" crossorigin` : `rel="x-font"`;
    const style = italic ? "italic" : "normal";
    return `<link ${rel} href="${up}fonts/${file}.woff2" data-font="${family}" data-style="${style}" data-range="${range}">`;
  });
  return [
    ...links,
    `<script>${script}</script>`,
    `<script type="module" src="${up}components/theme.js"></script>`
  ].join("\n");
}
