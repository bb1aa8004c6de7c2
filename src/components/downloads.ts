/** Hands the reader what a figure shows, as a file. */
import { arrowFile } from "./arrow-file.js";
import { csv } from "./csv.js";
import type { Tabular } from "./csv.js";
import { embeddedFont, pictureSvg, pngOf } from "./picture.js";

/** Lets the browser save some bytes under a name. */
export function save(content: Blob | string | Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveCsv(table: Tabular, name: string): void {
  save(csv(table), `${name}.csv`, "text/csv");
}

export async function saveArrow(table: Tabular, name: string): Promise<void> {
  save(await arrowFile(table), `${name}.arrow`, "application/vnd.apache.arrow.file");
}

export function saveSvg(content: HTMLElement, name: string): void {
  save(pictureSvg(content), `${name}.svg`, "image/svg+xml");
}

export async function savePng(content: HTMLElement, name: string): Promise<void> {
  save(await pngOf(pictureSvg(content, await embeddedFont())), `${name}.png`, "image/png");
}

/** Copies text. @returns false where the browser does not allow it */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
