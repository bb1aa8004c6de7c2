// The numbers that the prose of Figure 3 states, held against the tables that the figures are drawn from, and against the twin.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { composition } from "../../src/science/material/composition.js";
import { oxidation } from "../../src/science/particle/oxidation.js";
import { projectedAmounts } from "../../src/science/xanes/amounts.js";
import { electronsOf } from "../../src/science/xanes/charge-balance.js";
import { expectedStack } from "../../src/science/xanes/expected-stack.js";
import { defaultStackInstrument } from "../../src/science/xanes/instrument.js";
import { rixsParameters } from "../../src/science/xanes/rixs-instrument.js";
import { fitWindows } from "../../src/science/xanes/windows.js";

const read = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
const prose = readFileSync(read("figures/fig-3-oxidation-states.md"), "utf8");
const file = (name: string) => read(`.observablehq/cache/data/oxidation-${name}.arrow`);
const names = ["zones", "means", "limits", "coverage", "drift", "cycles", "overlap", "rixs"] as const;
const built = names.every((name) => existsSync(file(name)));

type Row = Record<string, string | number>;
const rowsOf = (name: (typeof names)[number]): Row[] =>
  tableFromIPC(readFileSync(file(name)))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());
const number = (row: Row | undefined, column: string) => Number(row?.[column] ?? NaN);

describe.skipIf(!built)("the prose of Figure 3 (needs the tables: npm run data)", () => {
  it("says how well the gradients at 0.1 C and 4.8 V come back", () => {
    expect(prose).toContain(
      "the gradients of Mn and oxygen come back to five thousandths of a valence, that of Ni to a hundredth"
    );
    const gradient = (state: string, element: string, column: string) => {
      const at = (zone: number) =>
        rowsOf("zones").find((row) => row.state === state && row.element === element && row.zone === zone);
      return number(at(1), column) - number(at(5), column);
    };
    for (const [element, most] of [
      ["Mn", 0.005],
      ["O", 0.005],
      ["Ni", 0.01]
    ] as const) {
      const [found, truth] = ["recovered", "true_valence"].map((c) => gradient("0.1C-4.8V", element, c));
      expect(Math.abs(found - truth), element).toBeLessThan(most);
    }
    const of = (state: string, column: string) => gradient(state, "O", column).toFixed(3);
    expect(prose).toContain(
      `it is ${of("10C-4.8V", "true_valence")} in the sample, and of the pristine particle, which has ${of("pristine", "true_valence")}, the maps show ${of("pristine", "recovered")}`
    );
  });

  it("says where the particle is not as the study says, and that the maps show it", () => {
    for (const column of ["recovered", "true_valence"]) {
      const valence = (state: string, element: string) =>
        number(
          rowsOf("means").find((row) => row.state === state && row.element === element),
          column
        );
      const oxidised = (state: string) => valence(state, "O") - valence("pristine", "O");
      expect(prose).toContain("five sixths of what oxygen is oxidised have come by 4.6 V");
      expect(Math.abs(oxidised("0.1C-4.6V") / oxidised("0.1C-4.8V") - 5 / 6)).toBeLessThan(0.01);
      expect(prose).toContain("the metals together end a fortieth lower at 10 C than at 0.1 C");
      const given = (state: string) =>
        (["Mn", "Co", "Ni"] as const).reduce(
          (sum, element) =>
            sum + composition[element] * (valence(state, element) - valence("pristine", element)),
          0
        );
      expect(Math.abs(1 - given("10C-4.8V") / given("0.1C-4.8V") - 1 / 40)).toBeLessThan(0.003);
      expect(prose).toContain("after discharge oxygen is back to less than a hundredth of a valence");
      for (const rate of ["0.1C", "10C"]) expect(Math.abs(oxidised(`${rate}-discharged`))).toBeLessThan(0.01);
    }
    expect(prose).toContain("hardly anything changes from the surface to the centre");
    const gradient = (state: string, element: string, column: string) => {
      const at = (zone: number) =>
        rowsOf("zones").find((row) => row.state === state && row.element === element && row.zone === zone);
      return Math.abs(number(at(1), column) - number(at(5), column));
    };
    for (const element of ["Mn", "Ni", "O"])
      for (const column of ["recovered", "true_valence"])
        expect(gradient("10C-4.8V", element, column), element).toBeLessThan(
          0.45 * gradient("0.1C-4.8V", element, column)
        );
  });

  it("says what the overlap of Mn2+ and Ni3+ is worth", () => {
    const row = rowsOf("overlap").find(({ state }) => state === "0.1C-discharged");
    expect(prose).toContain(
      `their overlap is hardly above chance, ${number(row, "true_overlap").toFixed(2)} times in the sample and ${number(row, "recovered").toFixed(2)} times in the maps, which is three standard deviations of shuffled ones`
    );
    expect(Math.round((number(row, "recovered") - 1) / number(row, "deviation"))).toBe(3);
  });

  it("says how often errors of pixels and zones hold the truth", () => {
    const one = rowsOf("coverage").filter((row) => Math.abs(number(row, "nominal") - 0.6827) < 1e-6);
    const percent = (scope: string, truth: string, element: string, weights = "not negative") =>
      100 *
      number(
        one.find(
          (row) =>
            row.scope === scope && row.truth === truth && row.element === element && row.weights === weights
        ),
        "actual"
      );
    const elements = ["Mn", "Co", "Ni", "O"];
    const noise = elements.map((element) => percent("pixels", "expectation", element));
    expect(prose).toContain(
      `holds what images without noise would give in ${Math.min(...noise).toFixed(0)} to ${Math.max(...noise).toFixed(0)} % of the cases`
    );
    expect(prose).toContain(`it holds for Mn in ${percent("pixels", "sample", "Mn").toFixed(0)} %`);
    expect(prose).toContain(
      "That of a mean over a zone is sound for oxygen alone, at 0.1 C and 4.8 V, where it was counted"
    );
    expect(Math.abs(percent("zones", "sample", "O") - 68.27)).toBeLessThan(5);
    for (const element of ["Mn", "Co", "Ni"])
      expect(percent("zones", "sample", element), element).toBeLessThan(25);
    const ofNickel = percent("zones", "sample", "Ni", "free").toFixed(0);
    expect(prose).toContain(
      `Left free they would make it sound for Co too, and nearly for Ni, ${ofNickel} %`
    );
    expect(Math.abs(percent("zones", "sample", "Co", "free") - 68.27)).toBeLessThan(5);
    expect(percent("zones", "sample", "Mn", "free")).toBeLessThan(50);
  });

  it("says by how many standard errors the zones of oxygen are off where next to none is oxidised", () => {
    const pulls = rowsOf("zones")
      .filter(
        ({ state, element }) =>
          element === "O" && ["pristine", "0.1C-discharged", "10C-discharged"].includes(String(state))
      )
      .map((row) =>
        Math.abs((number(row, "recovered") - number(row, "true_valence")) / number(row, "standard_error"))
      );
    expect(pulls).toHaveLength(15);
    expect(prose).toContain(
      `the zones are off by ${Math.min(...pulls).toFixed(1)} to ${Math.max(...pulls).toFixed(1)} of them`
    );
  });

  it("says that Mn is off by several of its standard errors on the maps of the page", () => {
    expect(prose).toContain("it is three to nine times too small");
    const times = rowsOf("means")
      .filter(({ element }) => element === "Mn")
      .map((row) => number(row, "rms") / number(row, "pixel_error"));
    expect(Math.round(Math.min(...times))).toBe(3);
    expect(Math.round(Math.max(...times))).toBe(9);
  });

  it("says what a sum of one does to Co", () => {
    expect(prose).toContain("moves it by a quarter of a valence");
    const bias = (variant: string) =>
      number(
        rowsOf("limits").find(
          (row) => row.sweep === "analysis" && row.element === "Co" && row.variant === variant
        ),
        "recovered"
      );
    const moved = Math.abs(bias("weights sum to one") - bias("default"));
    expect(Math.abs(moved - 0.25)).toBeLessThan(0.02);
  });

  it("says how far the registration is off", () => {
    expect(prose).toContain("finds the drift to a fiftieth of a pixel");
    const pixel = 1e9 * defaultStackInstrument(128).pixelSize;
    const drift = rowsOf("drift");
    for (const element of ["Mn", "Co", "Ni", "O"]) {
      const own = drift.filter((row) => row.element === element);
      const squares = own.map((row) => (number(row, "found_nm") - number(row, "true_nm")) ** 2);
      const rms = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / own.length);
      expect(rms / pixel, element).toBeLessThan(0.025);
    }
  });

  it("says how the shares of the charge change", () => {
    const cycles = rowsOf("cycles");
    const find = (rate: number, cycle: number, element: string) =>
      cycles.find(
        (row) =>
          Math.abs(number(row, "rate_C") - rate) < 1e-9 && row.cycle === cycle && row.element === element
      );
    const share = (cycle: number, element: string) =>
      `${(100 * number(find(0.1, cycle, element), "share")).toFixed(0)} %`;
    expect(prose).toContain(
      `the share of Mn in the charge of a discharge stays at ${share(1, "Mn")} and that of Co at ${share(1, "Co")}, and Ni goes from ${share(1, "Ni")} to ${share(20, "Ni")}, where the study has more of Mn and Co; at 10 C all three give less`
    );
    for (const element of ["Mn", "Co"]) expect(share(20, element)).toBe(share(1, element));
    for (const element of ["Mn", "Co", "Ni"])
      expect(number(find(10, 20, element), "capacity_mAh_g")).toBeLessThan(
        number(find(10, 1, element), "capacity_mAh_g")
      );
    expect(prose).toContain("oxygen is half to two thirds");
    for (const rate of [0.1, 10])
      for (const cycle of [1, 20]) {
        expect(number(find(rate, cycle, "O"), "share")).toBeGreaterThan(0.5);
        expect(number(find(rate, cycle, "O"), "share")).toBeLessThan(0.7);
      }
  });
});

describe.skipIf(!built)("the limit of resonant inelastic scattering (needs the tables: npm run data)", () => {
  const rows = () =>
    rowsOf("rixs").filter((row) => number(row, "rate_C") === 10 && number(row, "voltage_V") === 2);
  const at = (counts: number) => rows().find((row) => row.counts === counts);

  it("falls with the root of the counts, from which the caption tells how many are needed", () => {
    const products = rows().map((row) => number(row, "detection_limit") * Math.sqrt(number(row, "counts")));
    for (const product of products) expect(product / products[0]).toBeCloseTo(1, 3);
  });

  it("hides what the sample holds at 10 C and 2.0 V at the counts of the map, and shows it at 5000", () => {
    const usual = at(rixsParameters.counts.value);
    expect(number(usual, "true_share")).toBeLessThan(number(usual, "detection_limit"));
    expect(number(at(5000), "true_share")).toBeGreaterThan(number(at(5000), "detection_limit"));
    expect(number(at(5000), "significance")).toBeGreaterThan(3);
  });
});

describe("the prose of Figure 3", () => {
  it("says how much light the strongest line of Mn lets through", () => {
    expect(prose).toContain("lets through a few photons in a hundred at 0.1 µm");
    const size = 32;
    const instrument = defaultStackInstrument(size);
    const least = (thickness: number) => {
      const amounts = projectedAmounts(oxidation("pristine", { size }), thickness);
      const own = { ...instrument, strayLight: 0 };
      return expectedStack("Mn", amounts, own).transmission.reduce((low, t) => Math.min(low, t), 1);
    };
    expect(least(instrument.thickness)).toBeGreaterThan(0.01);
    expect(least(instrument.thickness)).toBeLessThan(0.08);
    expect(prose).toContain("at the thickness of the tomograms it is black");
    expect(least(1)).toBeLessThan(1e-6);
  });

  it("says what 39 mAh/g are", () => {
    expect(prose).toContain("The study gives 39 mAh/g");
    expect(prose).toContain("an eighth of an electron a formula unit");
    expect(electronsOf(39)).toBeCloseTo(1 / 8, 2);
    const atoms = composition.Ni + composition.Co;
    expect(prose).toContain("hold about a quarter of an atom");
    expect(Math.abs(atoms - 0.25)).toBeLessThan(0.02);
    expect(prose).toContain("half a valence higher on average");
    expect(Math.abs(electronsOf(39) / atoms - 0.5)).toBeLessThan(0.05);
  });

  it("states the study's windows", () => {
    for (const [element, [from, to]] of Object.entries(fitWindows))
      expect(prose).toContain(`${from}–${to} eV (${element})`);
  });
});
