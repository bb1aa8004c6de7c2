import { FileAttachment } from "observablehq:stdlib";
import type { Sources } from "./source-viewer.js";

let sources: Promise<Sources> | undefined;

/** Every source file of the site by its repository path; fetched when first asked for. */
export function loadSources(): Promise<Sources> {
  return (sources ??= FileAttachment("../data/sources.json").json());
}
