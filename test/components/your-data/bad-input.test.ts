import fc from "fast-check";
import * as xlsx from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { makeExample } from "../../../src/components/your-data/examples.js";
import { readingRoom } from "../../../src/components/your-data/reading-room.js";
import { said } from "../../../src/components/your-data/said.js";
import { noValue } from "../../../src/components/your-data/table-workbook.js";
import { mapsIn } from "../../../src/components/your-data/guess-use.js";
import { writeTiff } from "../../../src/components/your-data/write-tiff.js";

const sentence = /^(?:unknown|invalid|missing|ambiguous|unsupported)\b[\s\S]{10,}$/;
const fileOf = (bytes: Uint8Array<ArrayBuffer> | string, name: string) => new File([bytes], name);

/** Opens, chooses and looks; answers what was shown, or the sentence. */
async function look(file: File): Promise<string> {
  const room = readingRoom();
  try {
    const opened = await room.answer("open", { file });
    const shown = await room.answer("choose", { part: opened.first });
    if (shown.shape === "images") await room.answer("image", { index: shown.count - 1 });
    return shown.shape;
  } catch (error) {
    // as the worker sends it
    return said(error, "file").message;
  }
}
const bookOf = (cells: Record<string, xlsx.CellObject>, reference: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    xlsx.write(
      { SheetNames: ["Fig. 1a"], Sheets: { "Fig. 1a": { ...cells, "!ref": reference } } },
      { type: "array", bookType: "xlsx" }
    ) as ArrayBuffer
  );
const hdf5 = async (write: (file: import("h5wasm").File) => void): Promise<Uint8Array<ArrayBuffer>> => {
  const { default: h5wasm } = await import("h5wasm");
  const { FS } = await h5wasm.ready;
  const file = new h5wasm.File("made.h5", "w");
  write(file);
  file.close();
  return new Uint8Array(FS.readFile("made.h5") as Uint8Array<ArrayBuffer>);
};
const tiff = () =>
  writeTiff(
    Float32Array.from({ length: 3 * 12 }, (_, i) => i),
    4,
    3
  );

describe("a file that is not what it should be gets one sentence", () => {
  it("cut off anywhere: TIFF, HDF5, Parquet's beginning, workbook", async () => {
    const h5 = await hdf5((file) =>
      file.create_dataset({ name: "data", data: new Float32Array(60), shape: [3, 4, 5] })
    );
    const book = bookOf(
      { A1: { t: "s", v: "x" }, B1: { t: "s", v: "y" }, A2: { t: "n", v: 1 }, B2: { t: "n", v: 2 } },
      "A1:B2"
    );
    for (const [name, whole] of [
      ["a.tif", tiff()],
      ["a.h5", h5],
      ["a.xlsx", book]
    ] as const) {
      expect(await look(fileOf(whole, name))).toMatch(/^(?:images|table)$/);
      for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
        const cut = whole.slice(0, Math.max(1, Math.floor(share * whole.length)));
        expect(await look(fileOf(cut, name)), `${name} at ${share}`).toMatch(
          /^(?:images|table)$|^(?:unknown|invalid|missing|unsupported)\b/
        );
      }
    }
    expect(await look(fileOf("PAR1 and nothing more", "a.parquet"))).toMatch(/^invalid Parquet file: /);
  });

  it("pages that can be read are not lost with those that cannot", async () => {
    const whole = tiff();
    const room = readingRoom();
    const opened = await room.answer("open", {
      file: fileOf(whole.slice(0, 8 + 2 * (126 + 48) + 20), "cut.tif")
    });
    expect(opened.title).toBe("TIFF of 2 pages");
    expect(opened.notes.join(" ")).toContain("seems cut off there");
  });

  it("pages of different sizes are told by number", async () => {
    const [a, b] = [tiff(), writeTiff(new Float32Array(30), 6, 5)];
    // the first page of a, then all of b, shifted behind it
    const joined = new Uint8Array(182 + b.length);
    joined.set(a.slice(0, 182));
    joined.set(b, 182);
    const view = new DataView(joined.buffer);
    view.setUint32(8 + 2 + 120, 182 + 8, true);
    view.setUint32(182 + 8 + 2 + 12 * 5 + 8, 182 + 8 + 126, true);
    expect(await look(fileOf(joined, "two.tif"))).toMatch(
      /^invalid TIFF: page 2 has 6 × 5 pixels; must be 4 × 3 as the first/
    );
  });

  it("pointers that are missing, or no whole numbers", async () => {
    const changed = (entry: number, change: (view: DataView, at: number) => void) => {
      const bytes = writeTiff(new Float32Array(12), 4, 3);
      change(new DataView(bytes.buffer), 8 + 2 + 12 * entry);
      return look(fileOf(bytes, "a.tif"));
    };
    // the tag for the length of the data under another number
    expect(await changed(8, (view, at) => view.setUint16(at, 65_000, true))).toMatch(
      /^invalid TIFF: it points to NaN bytes from byte 134; must be whole numbers/
    );
    for (const offset of [NaN, 0.5, -8, 3e38])
      expect(
        await changed(5, (view, at) => {
          view.setUint16(at + 2, 11, true);
          view.setFloat32(at + 8, offset, true);
        }),
        String(offset)
      ).toMatch(/^invalid TIFF: it points to \d+ bytes from byte .* must be whole numbers/);
  });

  it("pages that lead in a circle, and a size that asks for millions of strips", async () => {
    const circle = tiff();
    const view = new DataView(circle.buffer);
    // the last page leads back to the first
    const page = 126 + 48;
    view.setUint32(8 + 2 * page + 122, 8, true);
    const opened = await readingRoom().answer("open", { file: fileOf(circle, "a.tif") });
    expect(opened.title).toBe("TIFF of 3 pages");
    expect(opened.notes.join(" ")).toContain("After page 3 the file leads back to an earlier page");
    const tall = writeTiff(new Float32Array(12), 4, 3);
    new DataView(tall.buffer).setUint32(8 + 2 + 12 + 8, 12_000_003, true);
    expect(await look(fileOf(tall, "a.tif"))).toMatch(
      /^invalid TIFF: a page of 4 × 12000003 pixels needs 4000001 strips or tiles/
    );
  });

  it("a wrong dataset, a wrong part, no dataset at all", async () => {
    const room = readingRoom();
    const four = await hdf5((file) =>
      file.create_dataset({ name: "data", data: new Float32Array(120), shape: [2, 3, 4, 5] })
    );
    const opened = await room.answer("open", { file: fileOf(four, "a.h5") });
    await expect(room.answer("choose", { part: opened.first })).rejects.toThrow(
      "must have two axes for an image or three for a stack"
    );
    await expect(room.answer("choose", { part: "/none" })).rejects.toThrow("unknown dataset: /none");
    const empty = await hdf5((file) => file.create_group("nothing"));
    expect(await look(fileOf(empty, "a.h5"))).toMatch(/^missing datasets/);
  });

  it("asking before a file is open, and for what a file has not", async () => {
    const room = readingRoom();
    await expect(room.answer("image", { index: 0 })).rejects.toThrow("missing images");
    await expect(room.answer("choose", { part: "" })).rejects.toThrow("missing file: none is open");
    await room.answer("open", { file: fileOf(tiff(), "a.tif") });
    await room.answer("choose", { part: "" });
    await expect(room.answer("image", { index: 9 })).rejects.toThrow("unknown image: 10; the file holds 3");
  });

  it("the file that was open stays when the next cannot be read", async () => {
    const room = readingRoom();
    await room.answer("open", { file: fileOf(tiff(), "a.tif") });
    await expect(room.answer("open", { file: fileOf("%PDF-1.7", "b.pdf") })).rejects.toThrow("is a PDF");
    expect((await room.answer("choose", { part: "" })).shape).toBe("images");
  });
});

describe("a workbook gives values and nothing else", () => {
  const text = (v: string): xlsx.CellObject => ({ t: "s", v });
  const number = (v: number, f?: string): xlsx.CellObject => ({ t: "n", v, ...(f && { f }) });
  it("a formula gives the value that was saved, never one of ours; without one it says so", async () => {
    const bytes = bookOf(
      {
        ...{ A1: text("x"), B1: text("y"), A2: number(1), B2: number(10, "A2*10") },
        // saved as 7, which the formula would not give
        ...{
          A3: number(2),
          B3: number(7, "1+1"),
          A4: number(3),
          B4: { t: "z", f: 'HYPERLINK("http://localhost:1",1)' }
        }
      },
      "A1:B4"
    );
    const room = readingRoom();
    const opened = await room.answer("open", { file: fileOf(bytes, "source.xlsx") });
    const shown = await room.answer("choose", { part: opened.first });
    if (shown.shape !== "table") throw new Error("no table");
    expect(shown.notes.join(" ")).toContain("1 cells hold a formula without a saved value");
    const [x, y] = await room.answer("columns", { names: ["x", "y"] });
    expect(x.values).toEqual([1, 2, 3]);
    expect(y.values).toEqual([10, 7, NaN]);
  });

  it("script in a cell is text, columns of one name stay apart, and the row of names is found or given", async () => {
    const script = '<img src=x onerror="alert(1)">';
    const bytes = bookOf(
      {
        ...{
          A1: text("Source data of the first figure"),
          A3: text("Q"),
          B3: text("V"),
          C3: text("V"),
          D3: text(script)
        },
        ...{
          A4: text("mAh/g"),
          A5: number(0),
          B5: number(2),
          C5: number(2.1),
          D5: text(script),
          A6: number(9),
          B6: number(4),
          C6: number(4.1)
        },
        ...{ A7: number(11), B7: number(4.2), C7: number(4.3) }
      },
      "A1:D7"
    );
    const room = readingRoom();
    const opened = await room.answer("open", { file: fileOf(bytes, "source.xlsx") });
    const shown = await room.answer("choose", { part: opened.first });
    if (shown.shape !== "table") throw new Error("no table");
    expect(shown.nameRow).toBe(3);
    expect(shown.columns.map((c) => `${c.name}: ${c.kind}`)).toEqual([
      "Q: number",
      "V: number",
      "V (2): number",
      `${script}: text`
    ]);
    expect(shown.notes.join(" ")).toContain("Column C is called “V” as another one is");
    await expect(room.answer("choose", { part: opened.first, nameRow: 99 })).rejects.toThrow(
      "invalid row of names: 99"
    );
    await expect(room.answer("choose", { part: "Fig. 9" })).rejects.toThrow("unknown sheet: Fig. 9");
    expect(noValue).not.toMatch(/\d/);
  });
});

describe("questions that cannot be answered", () => {
  it("cycling: a column twice, words, no unit", async () => {
    const room = readingRoom();
    await room.answer("open", { file: fileOf("t,I,U,mode\n0,1,3,CC\n1,1,3.1,CC\n2,1,3.2,CC\n", "a.csv") });
    await room.answer("choose", { part: "" });
    const units = { time: "s", current: "mA", voltage: "V" };
    const rest = { mass: null, smoothing: 0.015, restarts: "refuse", gaps: "refuse", units } as const;
    const columns = { time: "t", current: "I", voltage: "U", cycle: null, step: null };
    await expect(room.answer("cycling", { ...rest, columns: { ...columns, voltage: "I" } })).rejects.toThrow(
      "ambiguous column: I is chosen twice"
    );
    await expect(room.answer("cycling", { ...rest, columns: { ...columns, step: "mode" } })).rejects.toThrow(
      "mode holds words"
    );
    await expect(room.answer("cycling", { ...rest, columns, units: { ...units, time: "" } })).rejects.toThrow(
      "missing unit"
    );
    await expect(room.answer("cycling", { ...rest, columns: { ...columns, time: "x" } })).rejects.toThrow(
      "unknown column: x"
    );
    expect((await room.answer("cycling", { ...rest, columns })).cycles).toHaveLength(1);
  });

  it("a spectrum without references, a stack without energies, projections without angles, a volume too large", async () => {
    const room = readingRoom();
    const open = async (name: Parameters<typeof makeExample>[0]) => {
      const opened = await room.answer("open", { file: makeExample(name) });
      return room.answer("choose", { part: opened.first });
    };
    await open("spectrum");
    const spectrum = {
      energy: "energy eV",
      unit: "eV",
      value: { column: "mu" },
      pre: null,
      post: null,
      window: null
    } as const;
    await expect(room.answer("spectrum", { ...spectrum, references: "kept" })).rejects.toThrow(
      "missing references: 0 kept"
    );
    await expect(room.answer("spectrum", { ...spectrum, references: "Ni" })).rejects.toThrow(
      "invalid window"
    );
    await open("stack");
    const stack = {
      numbers: "counts",
      i0: null,
      references: "Mn",
      register: false,
      pixel: 10,
      binning: 1
    } as const;
    await expect(room.answer("stack", { ...stack, energies: { typed: "" } })).rejects.toThrow(
      "missing energies: give 61"
    );
    await expect(room.answer("stack", { ...stack, energies: { typed: "1 2 3" } })).rejects.toThrow(
      "invalid energies: 3 of them; must be 61"
    );
    await expect(
      room.answer("stack", { ...stack, energies: { typed: "635:665" }, binning: 0 })
    ).rejects.toThrow("invalid binning: 0");
    await open("projections");
    const turn = {
      radians: false,
      numbers: "counts",
      axis: null,
      filter: "ramp",
      flat: null,
      dark: null
    } as const;
    await expect(room.answer("projections", { ...turn, row: 0, angles: { typed: "0:1:5" } })).rejects.toThrow(
      "invalid angles: 6 of them; must be 180"
    );
    await expect(room.answer("projections", { ...turn, row: 7, angles: { typed: "0:179" } })).rejects.toThrow(
      "invalid row of the detector: 8"
    );
    await open("volume");
    const volume = {
      binning: 1,
      voxel: 100,
      pores: "dark",
      sample: "particle",
      smallestPore: 4,
      closing: 2
    } as const;
    await expect(room.answer("volume", { ...volume, threshold: 999 })).rejects.toThrow(
      "invalid threshold: 999"
    );
    await expect(room.answer("volume", { ...volume, threshold: null, binning: 60 })).rejects.toThrow(
      "invalid binning: 60"
    );
  });
});

describe("ion maps that cannot be compared get one sentence", () => {
  const settings = {
    pixel: 100,
    binning: 1,
    normalisation: "counts",
    smoothing: 400,
    margin: 200,
    share: 0.3
  } as const;
  const maps = { Li: { index: 0 }, Mn: { index: 1 }, O: { index: 2 } };
  const side = 32;
  const disc = (at: (k: number) => number) =>
    Float32Array.from({ length: 3 * side * side }, (_, i) => {
      const [k, p] = [Math.floor(i / side ** 2), i % side ** 2];
      return Math.hypot((p % side) - 15.5, Math.floor(p / side) - 15.5) < 12 ? at(k) + (p % 7) : 0;
    });
  const roomOf = async (file: File) => {
    const room = readingRoom();
    const opened = await room.answer("open", { file });
    await room.answer("choose", { part: opened.first });
    return room;
  };

  it("an empty channel, a count below zero, one image twice, one that is not there, settings", async () => {
    const room = await roomOf(
      fileOf(
        writeTiff(
          disc((k) => (k === 1 ? -3 : 9)),
          side,
          side
        ),
        "a.tif"
      )
    );
    await expect(room.answer("ions", { ...settings, maps })).rejects.toThrow(
      /^invalid count in the map of ⁵⁵Mn: -\d at pixel \(\d+, \d+\); must be 0 or more$/
    );
    const images = disc(() => 9);
    images.fill(0, 2 * side ** 2);
    const empty = await roomOf(fileOf(writeTiff(images, side, side), "b.tif"));
    const ask = (changes: object) => empty.answer("ions", { ...settings, maps, ...changes });
    await expect(ask({})).rejects.toThrow("invalid map of ¹⁶O: not one count");
    await expect(ask({ maps: { ...maps, O: { index: 1 } } })).rejects.toThrow(
      "ambiguous map: image 2 is chosen twice; give each ion its own"
    );
    await expect(ask({ maps: { ...maps, O: { index: 3 } } })).rejects.toThrow(
      "unknown image: 4; the file holds 3"
    );
    await expect(ask({ binning: 0.5 })).rejects.toThrow(
      "invalid binning: 0.5; must be a whole number from 1"
    );
    await expect(ask({ binning: 8 })).rejects.toThrow("invalid size of the maps: 4 × 4 pixels");
    await expect(ask({ pixel: 0 })).rejects.toThrow("invalid pixel of the maps: 0 m; must be positive");
    await expect(ask({ maps: { ...maps, O: { path: "/O" } } })).rejects.toThrow("unknown dataset: /O");
  });

  it("datasets of different sizes; those of one size are three maps", async () => {
    const bytes = await hdf5((file) => {
      const all = disc((k) => 5 + 4 * k);
      ["Li", "Mn", "O"].forEach((name, k) =>
        file.create_dataset({
          ...{ name, shape: [side, side], dtype: "<f4" },
          data: all.slice(k * side ** 2, (k + 1) * side ** 2)
        })
      );
      file.create_dataset({
        name: "cut",
        data: new Float32Array(side * 30),
        shape: [30, side],
        dtype: "<f4"
      });
    });
    const room = readingRoom();
    const opened = await room.answer("open", { file: fileOf(bytes, "maps.h5") });
    const shown = await room.answer("choose", { part: opened.first });
    const list = shown.shape === "images" ? mapsIn(opened, shown) : [];
    expect(list.map(({ label }) => label)).toEqual(["/Li", "/Mn", "/O", "/cut"]);
    const [Li, Mn, O, cut] = ["/Li", "/Mn", "/O", "/cut"].map((path) => ({ path }));
    await expect(room.answer("ions", { ...settings, maps: { Li, Mn, O: cut } })).rejects.toThrow(
      "invalid map of ¹⁶O: /cut has 32 × 30 pixels, that of ⁷Li 32 × 32; must be of one size: crop or bin them alike"
    );
    const { nx, rows } = await room.answer("ions", { ...settings, maps: { Li, Mn, O } });
    expect(nx).toBe(side);
    expect(rows[2].value).toBeGreaterThan(rows[0].value);
  });
});

describe("whatever the bytes, a file is read or refused with a sentence", () => {
  const heads: Record<string, number[]> = {
    "a.tif": [0x49, 0x49, 42, 0, 8, 0, 0, 0],
    "b.tif": [0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    "c.tif": [0x49, 0x49, 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0],
    "a.h5": [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a],
    "a.parquet": [0x50, 0x41, 0x52, 0x31],
    "a.xlsx": [0x50, 0x4b, 3, 4],
    "a.raw": [],
    "a.csv": [],
    "a.msa": Array.from("#FORMAT      : EMSA", (c) => c.charCodeAt(0)),
    "a.cif": Array.from("data_x\n_cell_length_a ", (c) => c.charCodeAt(0))
  };
  it.each(Object.entries(heads))("%s", async (name, head) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (rest) => {
        const found = await look(fileOf(Uint8Array.from([...head, ...rest]), name));
        if (!["table", "images", "text"].includes(found)) expect(found).toMatch(sentence);
      }),
      { numRuns: 60 }
    );
  });

  it("a whole file with a few bytes changed", async () => {
    const h5 = await hdf5((file) =>
      file.create_dataset({ name: "data", data: new Float32Array(60), shape: [3, 4, 5] })
    );
    const book = bookOf({ A1: { t: "s", v: "x" }, A2: { t: "n", v: 1 } }, "A1:A2");
    for (const [name, whole] of [
      ["a.tif", tiff()],
      ["a.h5", h5],
      ["a.xlsx", book]
    ] as const)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
          async (changes) => {
            const other = whole.slice();
            for (const [at, value] of changes) other[at] = value;
            const found = await look(fileOf(other, name));
            if (!["table", "images", "text"].includes(found)) expect(found).toMatch(sentence);
          }
        ),
        { numRuns: 80 }
      );
  }, 120_000);
});
