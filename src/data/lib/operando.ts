/** What the loaders of the operando diffraction share: the twin's counts at both rates, and what is said of their tables. */
import {
  frameInstrument,
  frameParameters,
  type OperandoInstrument,
  scanInstrument,
  scanParameters
} from "../../science/diffraction/operando-instrument.js";
import type { OperandoRaw } from "../../science/diffraction/operando-raw.js";
import { operandoSample, type OperandoSample } from "../../science/diffraction/operando-sample.js";
import { measureOperando } from "../../science/diffraction/operando-twin.js";
import type { CyclingRate } from "../../science/material/lattice.js";
import { type Column, arrowTable } from "./arrow-table.js";
import { columnsOf } from "./oxidation-columns.js";
import type { TableMetaInput } from "./table-meta.js";

/** Seed of the noise of what is shown. */
export const operandoSeed = 1;

export const operandoPage = "/supplementary/operando-diffraction";

export const operandoRates: readonly CyclingRate[] = [0.1, 10];

/** A laboratory scan at 0.1 C, frames of a metal jet at 10 C. */
export const instrumentAt = (rate: CyclingRate): OperandoInstrument =>
  rate === 0.1 ? scanInstrument() : frameInstrument();

export interface OperandoCounts {
  rate: CyclingRate;
  sample: OperandoSample;
  instrument: OperandoInstrument;
  raw: OperandoRaw;
}

/** First charge and discharge at a rate through the twin. */
export function operandoCounts(rate: CyclingRate): OperandoCounts {
  const [sample, instrument] = [operandoSample(rate), instrumentAt(rate)];
  return { rate, sample, instrument, raw: measureOperando(sample, instrument, operandoSeed) };
}

const values = (of: typeof scanParameters) =>
  Object.fromEntries(Object.entries(of).map(([name, { value }]) => [name, value]));

/** What all these tables have in common. */
export const operandoMeta = (
  own: Pick<TableMetaInput, "title" | "description"> & Partial<TableMetaInput>
): TableMetaInput => ({
  method:
    "Twin of two powder diffractometers over a first charge and discharge whose lattice is known (Poisson counts, a moving lattice, lines of the cell around the sample, an unknown zero), then fits of (003) and of whole patterns.",
  provenance: "recovered",
  parameters: { "0.1 C": values(scanParameters), "10 C": values(frameParameters) },
  seed: operandoSeed,
  sources: ["doi:10.1038/s41565-024-01773-4"],
  page: operandoPage,
  ...own,
  code: own.code ?? [
    "src/science/diffraction/operando-analysis.ts",
    "src/science/diffraction/operando-twin.ts",
    "src/science/diffraction/x-ray-pawley.ts",
    "src/science/material/lattice.ts"
  ]
});

/** points of a pattern that share a cell of the map */
const binned = 2;

/** All patterns of a rate, points summed two by two. */
export function patternTable(rate: CyclingRate) {
  const { raw } = operandoCounts(rate);
  const points = raw.twoTheta.length;
  const bins = Math.floor(points / binned);
  const rows = raw.starts.length * bins;
  const pattern = new Uint8Array(rows);
  const angle = new Float32Array(rows);
  const counts = new Int32Array(rows);
  for (let k = 0, row = 0; k < raw.starts.length; ++k)
    for (let b = 0; b < bins; ++b, ++row) {
      pattern[row] = k + 1;
      angle[row] = (raw.twoTheta[b * binned] + raw.twoTheta[(b + 1) * binned - 1]) / 2;
      for (let i = 0; i < binned; ++i) counts[row] += raw.counts[k * points + b * binned + i];
    }
  const columns: Record<string, Column> = {
    pattern: { unit: "", description: "number of the pattern, from 1", values: pattern },
    two_theta_deg: { unit: "°", description: "scattering angle, middle of two points", values: angle },
    counts: { unit: "", description: "counts of both points", values: counts }
  };
  return arrowTable(
    operandoMeta({
      title: `Operando patterns, ${rate} C`,
      description: `Counts of every pattern of the first charge and discharge at ${rate} C against the scattering angle, as the twin's detector gives them.`,
      provenance: "predicted",
      code: ["src/science/diffraction/operando-twin.ts", "src/science/diffraction/operando-instrument.ts"]
    }),
    columns
  );
}

export { columnsOf };
