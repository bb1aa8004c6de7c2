/** Makes one standalone SVG of all that a figure's box shows (several charts, canvases, legends in HTML), and a PNG of it. */

const namespace = "http://www.w3.org/2000/svg";

/** What a shape inherits or is given by the page's stylesheet, and would lose outside it. */
const styles = (
  "fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity " +
  "font-family font-size font-weight font-style font-variant-numeric text-anchor dominant-baseline paint-order " +
  "letter-spacing visibility display mix-blend-mode color"
).split(" ");

/** @param content a figure's box; @returns SVG text of the same size, with a background in the page's colour */
export function pictureSvg(content: HTMLElement, fontCss = ""): string {
  const box = content.getBoundingClientRect();
  const [width, height] = [
    Math.max(box.width, content.scrollWidth),
    Math.max(box.height, content.scrollHeight)
  ];
  const left = box.left - content.scrollLeft;
  const top = box.top - content.scrollTop;
  const root = document.createElementNS(namespace, "svg");
  const set = (element: Element, values: Record<string, string | number>) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
  };
  set(root, { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}` });
  if (fontCss) root.append(svgElement("style", fontCss));
  const ground = svgElement("rect");
  const { backgroundColor } = getComputedStyle(document.documentElement);
  set(ground, { width, height, fill: backgroundColor });
  root.append(ground);
  for (const node of content.querySelectorAll("svg, canvas")) {
    if (node.parentElement?.closest("svg")) continue;
    const place = node.getBoundingClientRect();
    if (place.width === 0 || place.height === 0) continue;
    const at = { x: place.left - left, y: place.top - top, width: place.width, height: place.height };
    if (node instanceof HTMLCanvasElement) {
      const image = svgElement("image");
      set(image, { ...at, href: node.toDataURL("image/png"), preserveAspectRatio: "none" });
      root.append(image);
    } else if (node instanceof SVGSVGElement) {
      const copy = inlined(node);
      set(copy, { ...at, viewBox: node.getAttribute("viewBox") ?? `0 0 ${place.width} ${place.height}` });
      root.append(copy);
    }
  }
  for (const text of looseText(content)) {
    set(text.element, { x: text.left - left, y: text.baseline - top });
    root.append(text.element);
  }
  return new XMLSerializer().serializeToString(root);
}

function svgElement(name: string, text = ""): SVGElement {
  const element = document.createElementNS(namespace, name);
  element.textContent = text;
  return element;
}

function inlined(svg: SVGSVGElement): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  [svg, ...svg.querySelectorAll("*")].forEach((original, i) => {
    const target = copies[i];
    if (!target || /^(style|script|title|desc|defs)$/.test(original.localName)) return;
    const own = getComputedStyle(original);
    const parent = original.parentElement && i > 0 ? getComputedStyle(original.parentElement) : null;
    target.removeAttribute("class");
    for (const name of styles) {
      const value = own.getPropertyValue(name);
      if (value && value !== parent?.getPropertyValue(name)) target.style.setProperty(name, value);
      // what is not inherited must be said even where it equals the parent's
      else if (value && /^(opacity|mix-blend-mode|display)$/.test(name))
        target.style.setProperty(name, value);
    }
  });
  for (const element of copies) if (/^(style|script)$/.test(element.localName)) element.remove();
  for (const element of copies) for (const name of ["aria-hidden", "tabindex"]) element.removeAttribute(name);
  return copy;
}

/** Words that stand beside the charts, such as those of a legend, each with its place. */
function* looseText(
  content: HTMLElement
): Generator<{ element: SVGElement; left: number; baseline: number }> {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim();
    const parent = node.parentElement;
    if (!words || !parent || parent.closest("svg, style, script")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const place = range.getBoundingClientRect();
    if (place.width === 0) continue;
    const style = getComputedStyle(parent);
    const element = svgElement("text", words);
    element.setAttribute("fill", style.color);
    for (const name of ["font-family", "font-size", "font-weight", "font-style"])
      element.style.setProperty(name, style.getPropertyValue(name));
    const size = parseFloat(style.fontSize);
    yield { element, left: place.left, baseline: place.top + place.height / 2 + size * 0.36 };
  }
}

/** Draws SVG text at a multiple of its size. @returns a PNG */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("missing picture: the browser could not draw it; try the SVG"));
    }, "image/png")
  );
}

/** The sans of the figures as a rule that travels inside the picture: an image sees no font of the page. */
export async function embeddedFont(): Promise<string> {
  const link = document.querySelector<HTMLLinkElement>("link[data-embed]");
  if (!link) return "";
  try {
    const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)})}`;
  } catch {
    return "";
  }
}
