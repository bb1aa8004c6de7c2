/**
 * `npm run pathways`: runs the pathway model at the study's two rates and writes what became of the particle to
 * src/science/particle/aged-samples.ts, from which every technique makes its sample. Deterministic: the same bytes each time.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "./lib/files.js";
import { agedSamplesText } from "../src/science/pathways/aged-samples-text.js";
import { studySamples } from "../src/science/pathways/study-samples.js";

const target = fileURLToPath(new URL("../src/science/particle/aged-samples.ts", import.meta.url));

await main(() => {
  const text = agedSamplesText(studySamples());
  let before = "";
  try {
    before = readFileSync(target, "utf8");
  } catch {
    // the first time there is none
  }
  if (text !== before) writeFileSync(target, text);
  console.log(text === before ? "aged-samples.ts is as the model makes it" : "aged-samples.ts written anew");
});
