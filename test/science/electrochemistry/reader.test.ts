import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { columnsOfText } from "../../../src/components/electrochemistry/cycling-file.js";
import { analyseCycling } from "../../../src/science/electrochemistry/analysis.js";
import { readCycling, type ReadSettings } from "../../../src/science/electrochemistry/read-cycling.js";
import { splitName } from "../../../src/science/electrochemistry/column-names.js";

const read = (text: string, settings: Partial<ReadSettings> = {}) =>
  readCycling(columnsOfText(text), settings);

/** One charge and one discharge of an hour each at 2 mA, rows a minute apart. */
function made(
  names = "Time [s],Current [mA],Voltage [V],Step",
  change: (row: number, cells: string[]) => string[] | null = (_, c) => c
) {
  const rows = Array.from({ length: 121 }, (_, i) => {
    const charging = i <= 60;
    const V = charging ? 3 + i / 60 : 4 - (i - 60) / 60;
    return change(i, [String(60 * i), charging ? "2" : "-2", String(V), charging ? "1" : "2"]);
  }).filter((row) => row !== null);
  return [names, ...rows.map((row) => row.join(","))].join("\n");
}

test("names tell quantity and unit", () => {
  expect(splitName("Test_Time (h)")).toEqual({ words: "test time", unit: "h" });
  expect(splitName("I/mA")).toEqual({ words: "i", unit: "mA" });
  expect(splitName("Voltage [V]")).toEqual({ words: "voltage", unit: "V" });
  expect(splitName("Cycle_Index")).toEqual({ words: "cycle index", unit: "" });
  expect(splitName("current_mA")).toEqual({ words: "current", unit: "mA" });
});

describe("a small file", () => {
  test("is read with its units", () => {
    const { cycles, segments } = analyseCycling(read(made()));
    expect(cycles).toHaveLength(1);
    // 2 mA over 60 and over 59 minutes: the interval in which the sign changes belongs to neither
    expect(cycles[0].charge).toBeCloseTo(2e-3, 12);
    expect(cycles[0].discharge).toBeCloseTo((2e-3 * 59) / 60, 12);
    expect(cycles[0].chargeVoltage).toBeCloseTo(3.5, 12);
    expect(segments.map(({ kind }) => kind)).toEqual(["charge", "discharge"]);
    expect(segments[0].constantCurrent).toBe(true);
  });
  test("may be in hours, with semicolons, decimal commas, lines above the names, and the other sign", () => {
    const comma = (value: number) => String(value).replace(".", ",");
    const rows = made()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number))
      .map(([t, I, V, s]) => [t / 3600, -I / 1000, V, s].map(comma).join(";"));
    const record = read(["Some cycler", "", "t/h;I/A;Ewe/V;Ns", ...rows].join("\r\n"));
    expect(record.notes.join()).toContain("sign of the current was turned");
    expect(analyseCycling(record).cycles[0].charge).toBeCloseTo(2e-3, 12);
  });

  const faults: [string, string, Partial<ReadSettings>, string][] = [
    ["a missing column", made("Time [s],Current [mA],Temperature [C],Step"), {}, "missing column of voltage"],
    ["a missing unit", made("Time [s],Current,Voltage [V],Step"), {}, 'missing unit of column "Current"'],
    ["an unknown unit", made("Time [s],Current [mA/g],Voltage [V],Step"), {}, "unsupported unit"],
    [
      "a unit in a cell",
      made(undefined, (i, c) => (i === 7 ? [c[0], "2 mA", c[2], c[3]] : c)),
      {},
      'column "Current [mA]", row 8: 2 mA'
    ],
    [
      "NaN",
      made(undefined, (i, c) => (i === 7 ? [c[0], c[1], "NaN", c[3]] : c)),
      {},
      'column "Voltage [V]", row 8: NaN'
    ],
    ["an empty cell", made(undefined, (i, c) => (i === 7 ? [c[0], c[1], "", c[3]] : c)), {}, "missing value"],
    [
      "a restart",
      made(undefined, (i, c) => (i > 60 ? [String(60 * (i - 61)), ...c.slice(1)] : c)),
      {},
      "invalid time: 0 s after 3600 s in row 62"
    ],
    [
      "a gap",
      made(undefined, (i, c) => (i > 10 && i < 50 ? null : c)),
      {},
      "missing rows: nothing for 2400 s after row 11"
    ],
    [
      "mV called V",
      made(undefined, (_, c) => [c[0], c[1], String(1000 * Number(c[2])), c[3]]),
      {},
      "invalid voltage: up to 4000 V"
    ],
    ["no sign", made(undefined, (_, c) => [c[0], "2", c[2], c[3]]), {}, "ambiguous sign of current"],
    ["no current", made(undefined, (_, c) => [c[0], "0", c[2], c[3]]), {}, "missing current"],
    ["two currents", made("Time [s],Current A [mA],Voltage [V],Current B [A]"), {}, "ambiguous current"],
    ["a cut-off row", `${made()}\n7300,-2`, {}, "missing value in row 122"],
    [
      "mixed units",
      made("Time [s],Current [mA],Voltage [V],Capacity [Ah]", (i, c) => [
        c[0],
        c[1],
        c[2],
        String(2 * (i <= 60 ? i / 60 : (120 - i) / 60))
      ]),
      {},
      "invalid units"
    ],
    ["no names", "1,2,3\n2,3,4", {}, "missing names of columns"],
    ["no rows", "Time [s],Current [mA],Voltage [V]\n", {}, "missing rows"]
  ];
  test.each(faults)("with %s is refused in a sentence", (_, text, settings, sentence) => {
    expect(() => read(text, settings)).toThrow(sentence);
  });
  test("restarts are joined and gaps are bridged on request, and the record says so", () => {
    const joined = read(faults[6][1], { restarts: "join" });
    expect(joined.time[joined.time.length - 1]).toBe(3600 + 59 * 60);
    expect(joined.notes.join()).toContain("began anew 1 times");
    const bridged = read(faults[7][1], { gaps: "bridge" });
    expect(analyseCycling(bridged).cycles[0].charge).toBeCloseTo(2e-3, 12);
    expect(bridged.notes.join()).toContain("1 gaps");
  });
});

const folder = join(process.env["LRTMO_REAL_DATA"] ?? "../shared/data", "echem-lgm50-nmc");
const present = existsSync(folder);
if (!present) console.warn("no real data: the cycling file of an LG M50 cell is not tested");
describe.skipIf(!present)("LG M50, C/10 (Imperial College London, PyProBE, BSD-3)", () => {
  test("its capacities come out to 1e-5 Ah", () => {
    const record = read(readFileSync(join(folder, "lgm50_rpt0.csv"), "utf8"));
    const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as {
      integral_of_I_dt_Ah: Record<string, number>;
    };
    expect(record.time.length).toBe(81661);
    expect(record.notes).toEqual([]);
    const { segments, cycles } = analyseCycling(record);
    const at = (step: number) => segments.find((s) => s.step === step);
    expect(at(5)?.kind).toBe("discharge");
    expect(at(8)?.kind).toBe("charge");
    expect(Math.abs((at(5)?.capacity ?? 0) - 4.81367)).toBeLessThan(1e-5);
    expect(Math.abs((at(8)?.capacity ?? 0) - 4.73206)).toBeLessThan(1e-5);
    for (const [step, charge] of Object.entries(expected.integral_of_I_dt_Ah))
      expect(Math.abs((at(Number(step))?.capacity ?? 0) - Math.abs(charge))).toBeLessThan(1e-5);
    expect(at(5)?.constantCurrent).toBe(true);
    expect(at(2)?.constantCurrent).toBe(false);
    expect(cycles).toHaveLength(2);
  });
});
