import { describe, expect, test } from "vitest";
import { readSpectrum } from "../../../src/science/xanes/read-spectrum.js";

describe("readSpectrum", () => {
  test("reads columns under a line of names", () => {
    const { energy, columns, energyUnit } = readSpectrum(
      "energy_keV, mu, i0\r\n8.33, 0.1, 1e5\r\n8.34,0.2,2e5\r\n"
    );
    expect([...energy]).toEqual([8.33, 8.34]);
    expect(energyUnit).toBe("keV");
    expect(Object.keys(columns)).toEqual(["mu", "i0"]);
    expect([...columns.i0]).toEqual([1e5, 2e5]);
  });

  test("reads the header of XDI", () => {
    const text =
      "# XDI/1.0\n# Column.1: energy eV\n# Column.2: mutrans\n# Element.symbol: Mn\n# Sample.name: MnO2: beta\n# ///\n# a comment: with a colon\n#---\n6530 0.1\n6531 0.2\n";
    const { columns, metadata, energyUnit } = readSpectrum(text);
    expect(Object.keys(columns)).toEqual(["mutrans"]);
    expect(metadata["element.symbol"]).toBe("Mn");
    expect(metadata["sample.name"]).toBe("MnO2: beta");
    expect(energyUnit).toBe("eV");
  });

  test("turns a downward scan round, and names columns that have no name", () => {
    const { energy, columns } = readSpectrum("532\t3\n531\t2\n530\tnan\n");
    expect([...energy]).toEqual([530, 531, 532]);
    expect([...columns["column 2"]]).toEqual([NaN, 2, 3]);
  });

  test.each([
    ["", "missing spectrum: 0 lines of numbers"],
    ["530\n531\n", "missing column: the text holds energies only"],
    ["530 1\n531 2 3\n", "invalid spectrum, line 2: 3 columns; must be 2 as above it"],
    ["530 1\n531 x\n", 'invalid spectrum, line 2: "531 x"; must be numbers'],
    ["530 1\n530 2\n531 2\n", "invalid energies: 530 after 530 in row 2; must rise"]
  ])("says what is wrong with %j", (text, message) => {
    expect(() => readSpectrum(text)).toThrow(message);
  });
});
