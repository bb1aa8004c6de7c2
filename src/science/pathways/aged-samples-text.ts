// The text of particle/aged-samples.ts: the samples to four significant digits, as TypeScript.

import { agedElements, type AgedSample } from "../particle/aged-sample.js";

/** Four significant digits; below 1e-9 of anything it is nothing. */
function round(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(4));
}

/** m and Pa are small and large: their numbers keep their own size. */
const small = new Set(["surfaceLayer"]);

function show(name: string, value: unknown): string {
  if (typeof value === "number") return String(small.has(name) ? Number(value.toPrecision(4)) : round(value));
  return JSON.stringify(value);
}

export function agedSamplesText(samples: readonly AgedSample[]): string {
  const rows = samples.map(({ valences, ...flat }) => {
    const numbers = Object.entries(flat).map(([name, value]) => `    ${name}: ${show(name, value)},`);
    const inner = agedElements.map((element) => {
      const { mean, surface, spread } = valences[element];
      return `      ${element}: { mean: ${round(mean)}, surface: ${round(surface)}, spread: ${round(spread)} }`;
    });
    return ["  {", ...numbers, "    valences: {", inner.join(",\n"), "    }", "  }"].join("\n");
  });
  return `// Made by "npm run pathways" from the pathway model at 0.1 C and 10 C: do not edit, run it again. A test holds it equal to the
// model. What is calibrated in it and what follows stands on the page of the pathways; fields: aged-sample.ts.

import type { AgedSample } from "./aged-sample.js";

export const agedSamples: readonly AgedSample[] = [
${rows.join(",\n")}
];

/** @throws where no state has this id */
export function agedSample(id: string): AgedSample {
  const sample = agedSamples.find((candidate) => candidate.id === id);
  if (!sample)
    throw new Error(\`unknown aged sample: \${id}; must be one of \${agedSamples.map((s) => s.id).join(", ")}\`);
  return sample;
}
`;
}
