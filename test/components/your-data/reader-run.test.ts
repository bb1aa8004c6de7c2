import { describe, expect, it } from "vitest";
import { mixedSpectrum } from "../../../src/components/your-data/example-spectrum.js";
import { reader } from "../../../src/components/your-data/reader-run.js";
import { readingRoom } from "../../../src/components/your-data/reading-room.js";
import type { Ask, Message, Questions } from "../../../src/components/your-data/requests.js";
import { defaultEelsInstrument } from "../../../src/science/eels/instrument.js";
import { eelsSamples } from "../../../src/science/eels/samples.js";
import type { LossSpectrum } from "../../../src/science/eels/spectrum.js";
import { measureSpectra } from "../../../src/science/eels/twin.js";

/** As reader-work.ts answers, without a thread; questions of the kinds that are held get no answer. */
class Worker extends EventTarget {
  private readonly room = readingRoom();
  private queue: Promise<unknown> = Promise.resolve();
  ended = false;
  constructor(private readonly held: ReadonlySet<Ask>) {
    super();
  }
  postMessage({ id, ask, question }: Message): void {
    const reply = (data: object) =>
      this.ended || this.dispatchEvent(new MessageEvent("message", { data: { id, ...data } }));
    this.queue = this.queue.then(async () => {
      if (this.held.has(ask)) return new Promise(() => undefined);
      try {
        return reply({ answer: structuredClone(await this.room.answer(ask, question)) });
      } catch (error) {
        return reply({ error: (error as Error).message });
      }
    });
  }
  terminate(): void {
    this.ended = true;
  }
}

function pageOf() {
  const held = new Set<Ask>();
  const workers: Worker[] = [];
  const room = reader(() => {
    const worker = new Worker(held);
    workers.push(worker);
    return worker;
  });
  return {
    ...{ room, held, workers },
    open: async (file: File) => {
      const { first } = await room.ask("open", { file });
      await room.ask("choose", { part: first });
    },
    /** Asks what takes long, and stops it. */
    stop: async (...also: Promise<unknown>[]) => {
      held.add("text");
      const stopping = new AbortController();
      const long = room.ask("text", {}, { signal: stopping.signal });
      // until it is sent
      await new Promise((resolve) => setTimeout(resolve));
      stopping.abort();
      for (const each of [long, ...also])
        await expect(each).rejects.toThrow(expect.objectContaining({ name: "AbortError" }) as Error);
      held.delete("text");
    }
  };
}

const spectrumFile = (name: string, shares: Record<string, number>) => {
  const { energies, values } = mixedSpectrum(0.25, shares);
  return new File(["energy,mu\n", ...Array.from(energies, (e, i) => `${e},${values[i]}\n`)], name);
};
const asked = (references: "kept" | "none"): Questions["spectrum"] => ({
  ...{ energy: "energy", unit: "eV", value: { column: "mu" } },
  ...{ pre: null, post: null, window: null, references }
});

describe("stopping loses nothing that was kept", () => {
  it("references: a fit after it is the fit before it", async () => {
    const { room, open, stop, workers } = pageOf();
    for (const [name, valence] of [
      ["Mn3+", 3],
      ["Mn4+", 4]
    ] as const) {
      await open(spectrumFile(`${name}.csv`, { [name]: 1 }));
      await room.ask("spectrum", asked("none"));
      await room.ask("keep", { label: name, valence });
    }
    await open(spectrumFile("mixed.csv", { "Mn3+": 0.35, "Mn4+": 0.65 }));
    const { fit: before } = await room.ask("spectrum", asked("kept"));
    expect(before?.valence).toBeCloseTo(3.65, 1);
    await stop();
    // the page has asked nothing anew: file, part and references are there
    const { fit: after } = await room.ask("spectrum", asked("kept"));
    expect(after).toEqual(before);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    // and the list is the worker's own
    await stop();
    expect((await room.ask("forget", { label: "Mn3+" })).map(({ label }) => label)).toEqual(["Mn4+"]);
    await stop();
    await expect(room.ask("spectrum", asked("kept"))).rejects.toThrow("missing references: 1 kept");
  });

  it("low losses of an energy-loss spectrum", async () => {
    const sample = eelsSamples[0];
    if (!sample) throw new Error("missing sample");
    const raw = measureSpectra(sample, defaultEelsInstrument, 1);
    const file = (name: string, { counts, start, step }: LossSpectrum) =>
      new File(
        [
          [
            ...["#FORMAT : EMSA/MAS Spectral Data File", "#VERSION : 1.0", `#NPOINTS : ${counts.length}`],
            ...[
              "#NCOLUMNS : 1",
              "#XUNITS : eV",
              "#DATATYPE : Y",
              `#XPERCHAN : ${step}`,
              `#OFFSET : ${start}`
            ],
            ...[`#BEAMKV -kV: ${raw.beamEnergy / 1000}`, `#COLLANGLE-mR: ${raw.beta * 1000}`, "#SPECTRUM : "],
            ...[...counts, "#ENDOFDATA : "]
          ].join("\n")
        ],
        name
      );
    const { room, open, stop } = pageOf();
    await open(file("low.msa", raw.lowLoss));
    expect((await room.ask("keepLow", {})).name).toBe("low.msa");
    await open(file("core.msa", raw.core));
    const before = await room.ask("loss", {});
    expect(before.rows.map(({ what }) => what)).toContain("valence of Mn by references");
    await stop();
    expect(await room.ask("loss", {})).toEqual(before);
  });
});

describe("a worker that ends", () => {
  const table = (name: string) => new File(["x,y\n1,2\n3,4\n5,6\n"], name);
  const columns = { names: ["y"] };

  it("answers none of its questions, and each is told", async () => {
    const { room, open, stop, held } = pageOf();
    await open(table("a.csv"));
    held.add("columns");
    await stop(room.ask("columns", columns), room.ask("columns", columns));
    held.clear();
    expect((await room.ask("columns", columns))[0]?.values).toEqual([2, 4, 6]);
  });

  it("leaves its file to the next, also where that is asked for another that cannot be read", async () => {
    const { room, open, stop } = pageOf();
    await open(table("a.csv"));
    await stop();
    await expect(open(new File([], "b.csv"))).rejects.toThrow("b.csv is empty");
    expect((await room.ask("columns", columns))[0]?.values).toEqual([2, 4, 6]);
  });

  it("is not ended by what was stopped before it was sent; nor does what comes next miss the file", async () => {
    const { room, open, stop, workers } = pageOf();
    await open(table("a.csv"));
    const early = new AbortController();
    const first = room.ask("columns", columns, { signal: early.signal });
    early.abort();
    const second = room.ask("columns", columns);
    await expect(first).rejects.toThrow("stopped by the reader");
    expect((await second)[0]?.values).toEqual([2, 4, 6]);
    expect(workers).toHaveLength(1);
    // also where the file is being opened again
    await stop();
    const again = new AbortController();
    const third = room.ask("columns", columns, { signal: again.signal });
    const fourth = room.ask("columns", columns);
    again.abort();
    await expect(third).rejects.toThrow("stopped by the reader");
    await expect(fourth).rejects.toThrow("stopped by the reader");
    expect((await room.ask("columns", columns))[0]?.values).toEqual([2, 4, 6]);
  });

  it("opens it once for questions that come together", async () => {
    const { room, open, stop, workers } = pageOf();
    await open(table("a.csv"));
    await stop();
    const [one, two] = await Promise.all([room.ask("columns", columns), room.ask("columns", columns)]);
    expect(one).toEqual(two);
    expect(workers).toHaveLength(2);
  });
});
