import { describe, expect, it } from "vitest";
import { readMsa } from "../../../src/science/eels/read-msa.js";

const header = `#FORMAT      : EMSA/MAS Spectral Data File
#VERSION     : 1.0
#TITLE       : O K of a made-up oxide
#NPOINTS     : 4
#NCOLUMNS    : 2
#XUNITS      : eV
#YUNITS      : counts
#DATATYPE    : Y
#XPERCHAN    : 0.5
#OFFSET      : 520.25
#SIGNALTYPE  : ELS
#BEAMKV   -kV: 300.0
#COLLANGLE-mR: 20
`;
const file = `${header}#SPECTRUM    : Spectral Data Starts Here
10., 11.5,
12e0, 13,
#ENDOFDATA   :
`;

describe("EMSA/MAS text", () => {
  it("gives energies, counts and the microscope's settings", () => {
    const s = readMsa(file);
    expect([...s.counts]).toEqual([10, 11.5, 12, 13]);
    expect([s.start, s.step, s.beamEnergy, s.beta]).toEqual([520.25, 0.5, 300e3, 0.02]);
    expect([s.title, s.signal]).toEqual(["O K of a made-up oxide", "ELS"]);
  });

  it("reads pairs, keV and DOS line ends", () => {
    const xy = file
      .replace("DATATYPE    : Y", "DATATYPE    : XY")
      .replace("XUNITS      : eV", "XUNITS      : keV")
      .replace("10., 11.5,\n12e0, 13,", "0.1 1\n0.2 2\n0.3 3\n0.4 4")
      .replaceAll("\n", "\r\n");
    const s = readMsa(xy);
    expect(s.start).toBeCloseTo(100, 9);
    expect(s.step).toBeCloseTo(100, 9);
    expect([...s.counts]).toEqual([1, 2, 3, 4]);
  });

  it.each([
    [
      file.replace("#NPOINTS     : 4", "#NPOINTS     : 5"),
      /^invalid number of points: 4 in the file; its header says 5$/
    ],
    [file.replace("#ENDOFDATA   :", ""), /^missing #ENDOFDATA: the file is cut off/],
    [file.replace("12e0", "twelve"), /^invalid number, line 16: "twelve"/],
    [file.replace(/#FORMAT.*\n/, ""), /^missing #FORMAT/],
    [
      file.replace("#XUNITS      : eV", "#XUNITS      : nm"),
      /^unsupported units of the axis: nm; must be eV or keV$/
    ],
    [file.replace(/#XPERCHAN.*\n/, ""), /^missing energies: OFFSET 520\.25, XPERCHAN not there/],
    ["1 2\n3 4\n", /^missing #SPECTRUM before line 1/],
    ["#what is this", /^invalid header, line 1/]
  ])("says what is wrong with a bad file", (text, message) => {
    expect(() => readMsa(text)).toThrow(message);
  });
});
