// Reads a spectrum from the text format of EMSA and MAS, ISO 22029: lines "#KEYWORD : value", then #SPECTRUM and the numbers,
// one count after the other (DATATYPE Y) or in pairs of energy and count (XY), then #ENDOFDATA. Egerton, Fiori, Hunt, Isaacson,
// Kirkland & Zaluzec (1991); ISO 22029:2012.

import type { LossSpectrum } from "./spectrum.js";

export interface MsaSpectrum extends LossSpectrum {
  title: string;
  /** "ELS", "EDS", … as the file says; "" where it does not */
  signal: string;
  /** eV; NaN where the file does not say */
  beamEnergy: number;
  /** rad; NaN where the file does not say */
  beta: number;
  /** keyword without units' suffix → value */
  metadata: Record<string, string>;
}

const keyword = /^#\s*([A-Z]+)(?:\s*-[^:]*)?\s*:\s?(.*)$/i;

/** @param text a whole file @throws with the line and what is wrong there */
export function readMsa(text: string): MsaSpectrum {
  const metadata: Record<string, string> = {};
  const numbers: number[] = [];
  let inside = false;
  let ended = false;
  const lines = text.split(/\r\n|\n|\r/);
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === "") continue;
    if (line.startsWith("#")) {
      if (/^#\s*ENDOFDATA/i.test(line)) {
        ended = true;
        break;
      }
      const [, name, value] = keyword.exec(line) ?? [];
      if (!name)
        throw new Error(`invalid header, line ${i + 1}: "${line.slice(0, 40)}"; must be "#KEYWORD : value"`);
      if (name.toUpperCase() === "SPECTRUM") inside = true;
      else metadata[name.toUpperCase()] ??= value.trim();
      continue;
    }
    if (!inside)
      throw new Error(
        `missing #SPECTRUM before line ${i + 1}: numbers begin there; is this an EMSA/MAS file?`
      );
    for (const word of line.split(/[\s,]+/)) {
      if (word === "") continue;
      const value = Number(word);
      if (Number.isNaN(value) && !/^nan$/i.test(word))
        throw new Error(
          `invalid number, line ${i + 1}: "${word.slice(0, 20)}"; the spectrum holds numbers only`
        );
      numbers.push(value);
    }
  }
  if (!metadata["FORMAT"])
    throw new Error("missing #FORMAT: the text is no EMSA/MAS spectrum (ISO 22029); export it as .msa");
  if (!ended) throw new Error("missing #ENDOFDATA: the file is cut off; export it again");
  return assemble(metadata, numbers);
}

function assemble(metadata: Record<string, string>, numbers: readonly number[]): MsaSpectrum {
  const number = (name: string): number => (metadata[name] === undefined ? NaN : parseFloat(metadata[name]));
  const pairs = /^XY/i.test(metadata["DATATYPE"] ?? "Y");
  const points = number("NPOINTS");
  const found = pairs ? numbers.length / 2 : numbers.length;
  if (Number.isFinite(points) && points !== found)
    throw new Error(`invalid number of points: ${found} in the file; its header says ${points}`);
  const units = (metadata["XUNITS"] ?? "eV").toLowerCase();
  const factor = units === "kev" ? 1000 : units === "ev" || units === "" ? 1 : NaN;
  if (Number.isNaN(factor)) throw new Error(`unsupported units of the axis: ${units}; must be eV or keV`);
  const counts = Float64Array.from({ length: found }, (_, i) => numbers[pairs ? 2 * i + 1 : i]);
  const energy = (i: number) => (pairs ? numbers[2 * i] : number("OFFSET") + i * number("XPERCHAN")) * factor;
  const start = energy(0);
  const step = pairs ? (energy(found - 1) - start) / Math.max(found - 1, 1) : number("XPERCHAN") * factor;
  if (!(step > 0 && Number.isFinite(start)))
    throw new Error(
      `missing energies: OFFSET ${metadata["OFFSET"] ?? "not there"}, XPERCHAN ${metadata["XPERCHAN"] ?? "not there"}; must be numbers, the second positive`
    );
  for (let i = 0; pairs && i < found; ++i)
    if (Math.abs(energy(i) - start - i * step) > 0.01 * step)
      throw new Error(
        `unsupported energies: point ${i + 1} at ${energy(i)} eV is off an even step; resample the file`
      );
  return {
    ...{ start, step, counts, readoutVariance: 0, saturation: Infinity, metadata },
    title: metadata["TITLE"] ?? "",
    signal: metadata["SIGNALTYPE"] ?? "",
    beamEnergy: number("BEAMKV") * 1000,
    beta: number("COLLANGLE") / 1000
  };
}
