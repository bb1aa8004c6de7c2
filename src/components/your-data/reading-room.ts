// The one file that is open, what was kept from earlier ones, and the answers to what the page asks. Runs in a worker, and in tests.
import { readMsa, type MsaSpectrum } from "../../science/eels/read-msa.js";
import { numberList } from "../../science/readers/number-list.js";
import type { TaskOptions } from "../../science/task.js";
import type { Reference } from "../../science/xanes/references.js";
import { cyclingAnswer } from "./cycling-analysis.js";
import { shownImage } from "./image-source.js";
import { ionsAnswer, type IonImage, type MapSource } from "./ions-analysis.js";
import { loadStack } from "./load-stack.js";
import { lossAnswer } from "./loss-analysis.js";
import { openFile, type Chosen, type OpenFile } from "./open-file.js";
import { patternOf } from "./pattern-of.js";
import { projectionAnswer } from "./projection-analysis.js";
import type { Answers, Ask, Numbers, Questions } from "./requests.js";
import { keepSpectrum, spectrumAnswer, type SpectrumAnswer } from "./spectrum-analysis.js";
import { spectrumOf } from "./spectrum-text.js";
import { stackAnswer } from "./stack-analysis.js";
import { volumeAnswer } from "./volume-analysis.js";

export type Answer = <A extends Ask>(
  ask: A,
  question: Questions[A],
  task?: TaskOptions
) => Promise<Answers[A]>;

export interface ReadingRoom {
  answer: Answer;
}

export function readingRoom(): ReadingRoom {
  let open: OpenFile | null = null;
  let chosen: Chosen | null = null;
  let spectrum: SpectrumAnswer | null = null;
  let low: MsaSpectrum | null = null;
  const kept = new Map<string, Reference>();

  const file = (): OpenFile => {
    if (!open) throw new Error("missing file: none is open; choose one first");
    return open;
  };
  const table = () => {
    if (!chosen?.table) throw new Error("missing table: the open part holds none; choose another part");
    return chosen.table;
  };
  const images = () => {
    if (!chosen?.images) throw new Error("missing images: the open part holds none; choose another part");
    return chosen.images;
  };
  const text = (): string => {
    const { text: own } = file();
    if (own === undefined) throw new Error("missing text: the open file is none");
    return own;
  };
  const numbers = async (from: Numbers, count: number, what: string): Promise<Float64Array> => {
    if ("typed" in from) return numberList(from.typed, count, what);
    const { hdf5 } = file();
    if (!hdf5) throw new Error(`missing ${what}: the file has no datasets; type them`);
    const values = await hdf5.numbers(from.path);
    if (values.length !== count)
      throw new Error(`invalid ${what}: ${from.path} holds ${values.length}; must be ${count}, one an image`);
    return values;
  };
  const imagesOf = async (path: string | null) => {
    const { hdf5 } = file();
    return path === null || !hdf5 ? null : hdf5.images(path, 0);
  };
  const mapOf = async (source: MapSource): Promise<IonImage> => {
    const [name, index] = "path" in source ? [source.path, 0] : [`image ${source.index + 1}`, source.index];
    const of = "path" in source ? await imagesOf(source.path) : images();
    if (!of) throw new Error(`unknown dataset: ${name}; the open file has none`);
    return { name, columns: of.columns, rows: of.rows, values: await of.read(index) };
  };

  const answers: {
    [A in Ask]: (question: Questions[A], task: TaskOptions) => Promise<Answers[A]> | Answers[A];
  } = {
    async open({ file: given, layout }) {
      // the file that was open stays so until another could be read
      const next = await openFile(given.name, given, layout);
      open?.close();
      open = next;
      chosen = null;
      return next.opened;
    },
    async choose({ part, ...options }) {
      chosen = await file().choose(part, options);
      return chosen.shown;
    },
    async image({ index }) {
      const source = images();
      return shownImage(await source.read(index), source.columns, source.rows);
    },
    columns({ names }) {
      const { columns } = table();
      return names.map((name) => {
        const column = columns.find((each) => each.name === name);
        if (!column) throw new Error(`unknown column: ${name}; choose one of the list`);
        const values =
          column.kind === "text" ? column.values : column.values.map((v) => (v === "" ? NaN : Number(v)));
        return { name, values };
      });
    },
    // twins are fetched only by those who try an example
    example: async ({ name }) => (await import("./examples.js")).makeExample(name),
    cycling: (question) => cyclingAnswer(table(), question),
    spectrum(question) {
      spectrum = spectrumAnswer(spectrumOf(table(), question), question, [...kept.values()]);
      return spectrum;
    },
    keep({ label, valence }) {
      if (!spectrum) throw new Error("missing spectrum: none has been analysed yet; press Analyse first");
      const plain = label.trim().slice(0, 40);
      if (plain === "") throw new Error("missing name of the reference; give it one");
      kept.set(plain, keepSpectrum(spectrum, plain, valence));
      return [...kept.values()];
    },
    forget({ label }) {
      kept.delete(label);
      return [...kept.values()];
    },
    loss: () => lossAnswer(readMsa(text()), low),
    keepLow() {
      const own = readMsa(text());
      if (!(own.start < 0))
        throw new Error(
          "invalid low losses: the spectrum holds no zero-loss peak; keep one that begins below 0 eV"
        );
      low = own;
      return { name: file().opened.name, spectrum: own };
    },
    recall(earlier) {
      for (const reference of earlier.references) kept.set(reference.label, reference);
      ({ low } = earlier);
      return {};
    },
    pattern: (question) => patternOf(table(), question),
    text,
    async stack({ energies, i0, ...question }, task) {
      const source = images();
      const eV = await numbers(energies, source.count, "energies");
      const light = i0 && (await numbers(i0, source.count, "light without sample"));
      const stack = await loadStack(source, question.binning, half(task, 0, 0.5));
      // energies in keV are brought to eV
      const factor = Math.max(...eV) < 100 ? 1000 : 1;
      return stackAnswer(
        stack,
        { ...question, energies: eV.map((e) => e * factor), i0: light },
        [...kept.values()],
        half(task, 0.5, 1)
      );
    },
    async projections({ angles, radians, flat, dark, ...question }, task) {
      const source = images();
      const given = await numbers(angles, source.count, "angles");
      const degrees = radians ? given.map((angle) => (angle * 180) / Math.PI) : given;
      return projectionAnswer(
        source,
        { ...question, angles: degrees },
        { flat: await imagesOf(flat), dark: await imagesOf(dark) },
        task
      );
    },
    volume: (question, task) => volumeAnswer(images(), question, task),
    async ions({ maps: { Li, Mn, O }, ...question }, task) {
      const maps = { Li: await mapOf(Li), Mn: await mapOf(Mn), O: await mapOf(O) };
      const given = Object.values(maps).map(({ name }) => name);
      const twice = given.find((name, k) => given.indexOf(name) !== k);
      if (twice) throw new Error(`ambiguous map: ${twice} is chosen twice; give each ion its own`);
      return ionsAnswer(maps, question, task);
    }
  };
  return {
    answer: async (ask, question, task = {}) => answers[ask](question, task)
  };
}

/** Progress of a part of the work. */
function half({ signal, onProgress }: TaskOptions, from: number, to: number): TaskOptions {
  return {
    ...(signal && { signal }),
    onProgress: (fraction, what) => onProgress?.(from + (to - from) * fraction, what)
  };
}
