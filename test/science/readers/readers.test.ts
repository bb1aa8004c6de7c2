import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cyclerName, likelyColumn } from "../../../src/science/readers/cycler-names.js";
import { numberList } from "../../../src/science/readers/number-list.js";
import { checkRawLayout, guessRawLayout, rawNumbers } from "../../../src/science/readers/raw-volume.js";
import { sniff } from "../../../src/science/readers/sniff.js";

const bytes = (text: string, more = 20) => Uint8Array.from(text + " ".repeat(more), (c) => c.charCodeAt(0));

describe("a file is known by its first bytes", () => {
  it.each([
    ["a.csv", "time,voltage", "text"],
    ["a.csv", "PAR1\x15\x04", "parquet"],
    ["a.parquet", "PAR1....", "parquet"],
    ["a.dat", "II*\0", "tiff"],
    ["a.dat", "MM\0*", "tiff"],
    ["big.tif", "II+\0", "tiff"],
    ["a.dat", "\x89HDF\r\n\x1a\n", "hdf5"],
    ["a.dat", "PK\x03\x04....[Content_Types].xml", "workbook"],
    ["a.raw", "\0\0\0\0", "raw"],
    ["a.raw", "MZ\x90\0\x03", "raw"]
  ])("%s beginning with %j is %s", (name, begin, format) => {
    expect(sniff(name, bytes(begin), 5000)).toBe(format);
  });

  it.each([
    ["a.csv", "", 0, "missing data: a.csv is empty"],
    ["data.csv", "PK\x03\x04....word/document.xml", 900, "data.csv is a zip archive in disguise"],
    ["data.zip", "PK\x03\x04....a.txt", 900, "data.zip is a zip archive; unpack it"],
    ["a.h5", "<html>", 900, "invalid HDF5 file: a.h5 does not begin as one does"],
    ["a.tif", "time,voltage", 900, "invalid TIFF file"],
    ["a.xlsx", "time,voltage", 900, "invalid .xlsx file"],
    ["none.zip", "PK\x05\x06", 900, "none.zip is a zip archive"],
    ["part.csv", "PK\x07\x08", 900, "part.csv is a zip archive in disguise"],
    ["old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 900, "save a workbook as .xlsx"],
    ["a.csv", "\x1f\x8b\x08", 900, "is a gzip archive"],
    ["a.csv", "BZh91AY&SY", 900, "is a bzip2 archive"],
    ["a.csv", "BZh1\x17rE8P\x90", 900, "is a bzip2 archive"],
    ["a.csv", "\xfd7zXZ\0", 900, "is an xz archive"],
    ["a.csv", "7z\xbc\xaf\x27\x1c", 900, "is a 7-Zip archive"],
    ["a.csv", "Rar!\x1a\x07\0", 900, "is a RAR archive"],
    ["a.csv", "Rar!\x1a\x07\x01\0", 900, "is a RAR archive"],
    ["a.pdf", "%PDF-1.4", 900, "is a PDF"],
    ["a.csv", "\x89PNG\r\n\x1a\n", 900, "is a PNG picture"],
    ["a.csv", "\xff\xd8\xff\xe0", 900, "is a JPEG picture"],
    ["a.csv", "CDF\x01", 900, "is a NetCDF-3 file"],
    ["a.csv", "CDF\x02", 900, "is a NetCDF-3 file"],
    ["a.csv", "CDF\x05", 900, "is a NetCDF-3 file"],
    ["a.csv", "\x93NUMPY\x01\0v\0", 900, "is a NumPy array"],
    ["a.mpr", "BIO-LOGIC MODULAR FILE\x1a", 900, "export it as text (.mpt)"],
    ["a.csv", "\x7fELF\x02\x01\x01", 900, "is a program"],
    ["a.csv", "MZ\x90\0\x03", 900, "is a program"],
    ["a.csv", `MZ${"x".repeat(61)}\0`, 900, "is a program"]
  ])("%s beginning with %j of %i bytes is refused", (name, begin, size, sentence) => {
    expect(() => sniff(name, bytes(begin), size)).toThrow(sentence);
  });

  it.each([
    ...["CDF,1", "CDF5,1", "MZ,intensity", "BZh,1", "BZh9,1", "BZh91AY,2", "PKa,PKb", "PK,1", "PAR1,PAR2"],
    ...[
      "7z,1",
      "7z\xbc\xaf,1",
      "Rar!,1",
      "%PDF,1",
      "%PDF-,1",
      "BIO-LOGIC MODULAR FILE,1",
      "IIa,IIb",
      "II*,1"
    ],
    ...["\x93NUMPY\x94,1", "\xff\xd8\xff,1", "\xd0\xcf\x11\xe0", "\xfd7zXZ,1", "\x89PNG,1", "\x7fELF,1"],
    // beyond the first 64 bytes anything may stand
    `MZ${"x".repeat(62)}\0`
  ])("a table that begins with %j is text", (begin) => {
    expect(sniff("a.csv", bytes(begin), 900)).toBe("text");
  });

  it("whatever the bytes", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.uint8Array({ maxLength: 64 }), (name, first) => {
        try {
          expect(["text", "parquet", "workbook", "tiff", "hdf5", "raw"]).toContain(
            sniff(name, first, first.length)
          );
        } catch (error) {
          expect((error as Error).message).toMatch(/^(?:invalid|missing|unsupported) /);
        }
      })
    );
  });
});

describe("columns of common cyclers", () => {
  it.each([
    [
      "Arbin",
      ["Data_Point", "Test_Time(s)", "Step_Time(s)", "Step_Index", "Cycle_Index", "Current(A)", "Voltage(V)"],
      [1, 5, 6, 4, 3]
    ],
    [
      "BioLogic",
      ["mode", "Ns", "time/s", "control/V/mA", "Ewe/V", "<I>/mA", "half cycle", "cycle number"],
      [2, 5, 4, 7, 1]
    ],
    ["Maccor", ["Rec#", "Cyc#", "Step", "TestTime", "StepTime", "Amp-hr", "Amps", "Volts"], [3, 6, 7, 1, 2]],
    ["Neware", ["Cycle ID", "Step ID", "Total Time", "Vol(V)", "Cur(mA)"], [2, 4, 3, 0, 1]],
    ["BaSyTec", ["~Time[h]", "DataSet", "U[V]", "I[A]", "Ah[Ah]"], [0, 3, 2, null, null]],
    ["Gamry", ["Pt", "T [s]", "Vf [V vs. Ref.]", "Im [A]"], [1, 3, 2, null, null]]
  ])("%s", (_, names, expected) => {
    const found = (["time", "current", "voltage", "cycle", "step"] as const).map((q) =>
      likelyColumn(names, q)
    );
    expect(found).toEqual(expected);
  });
  it("names are put into words that tell quantity and unit", () => {
    expect(["Amps", "~Time[h]", "<I>/mA", "Test_Time(s)", "other"].map(cyclerName)).toEqual([
      "Current [A]",
      "Time [h]",
      "Current [mA]",
      "Time [s]",
      "other"
    ]);
  });
});

describe("plain numbers", () => {
  it("tells dimensions from a name or a cube", () => {
    expect(guessRawLayout("scan_10x20x30_uint16.raw", 12000)).toMatchObject({
      columns: 10,
      rows: 20,
      slices: 30,
      type: "uint16"
    });
    expect(guessRawLayout("cube.raw", 64 ** 3)).toMatchObject({ columns: 64, type: "uint8" });
    expect(guessRawLayout("odd.raw", 12345)).toBeNull();
  });
  it("refuses dimensions of another size, both ways, and says by how much", () => {
    const layout = {
      columns: 10,
      rows: 10,
      slices: 10,
      type: "uint8",
      littleEndian: true,
      header: 0
    } as const;
    expect(() => checkRawLayout(layout, 1000)).not.toThrow();
    expect(() => checkRawLayout(layout, 999)).toThrow("the file is cut off, or the dimensions are too large");
    expect(() => checkRawLayout(layout, 1001)).toThrow("the rest would be lost");
    expect(() => checkRawLayout({ ...layout, columns: 0.5 }, 1000)).toThrow("invalid number of columns");
  });
  it("reads both byte orders", () => {
    const { buffer } = Uint8Array.of(1, 2, 255, 254);
    expect([...rawNumbers(buffer, "uint16", true)]).toEqual([513, 65279]);
    expect([...rawNumbers(buffer, "int16", false)]).toEqual([258, -2]);
  });
});

describe("typed lists of numbers", () => {
  it("as a list, as from:to, as from:step:to", () => {
    expect([...numberList("1, 2;3 4", 4, "energies")]).toEqual([1, 2, 3, 4]);
    expect([...numberList("0:180", 3, "angles")]).toEqual([0, 90, 180]);
    expect([...numberList("635:0.5:636", 3, "energies")]).toEqual([635, 635.5, 636]);
  });
  it.each([
    ["", "missing energies"],
    ["1 2", "invalid energies: 2 of them; must be 3"],
    ["a:b", "“a”; must be a number"],
    ["1:-1:3", "steps of -1 do not lead"],
    ["1 x 3", "“x”"]
  ])("%j", (text, sentence) => {
    expect(() => numberList(text, 3, "energies")).toThrow(sentence);
  });
  it("whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (text, count) => {
        try {
          expect(numberList(text, count, "angles").length).toBe(count);
        } catch (error) {
          expect((error as Error).message).toMatch(/^(?:invalid|missing) angles/);
        }
      })
    );
  });
});
