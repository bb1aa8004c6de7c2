import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tableFromArrays, tableFromIPC, type Table } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { ourTables } from "../../../src/components/your-data/our-tables.js";

type Files = Parameters<typeof ourTables>[0];
const source = (path: string) => fileURLToPath(new URL(`../../../src/${path}`, import.meta.url));
const built = (name: string) => source(`.observablehq/cache/data/${name}.arrow`);
const arrowOf = (name: string) => Promise.resolve(tableFromIPC(readFileSync(built(name))));
const files = (of: (name: string) => Promise<Table>) =>
  new Proxy({}, { get: (_, name: string) => ({ arrow: () => of(name) }) }) as Files;

/** The curves of the one table whose label begins so, by name. */
async function curvesOf(label: string, of = arrowOf) {
  const found = ourTables(files(of)).filter((table) => table.label.startsWith(label));
  expect(found.map((table) => table.label)).toHaveLength(1);
  const curves = new Map<string, [x: number, y: number][]>();
  for (const { series, x, y } of (await found[0]?.points()) ?? [])
    curves.set(series, [...(curves.get(series) ?? []), [x, y]]);
  return curves;
}

describe("the label of a table is that of the figure which draws it", () => {
  const page = (name: string) => readFileSync(source(`figures/${name}.md`), "utf8");
  it.each<[label: string, file: string, panel: string]>([
    ["Figure 1a: capacity", "fig-1-electrochemistry-and-lattice", 'cyclesPanel(cycles, {id: "fig-1a"'],
    ["Figure 1a: mean voltage", "fig-1-electrochemistry-and-lattice", 'cyclesPanel(cycles, {id: "fig-1a"'],
    [
      "Figure 1b: first cycle",
      "fig-1-electrochemistry-and-lattice",
      'firstCyclePanel(firstCycle, sampled, published, {id: "fig-1b"'
    ],
    [
      "Figure 2b: shares of the classes, 0.1 C",
      "fig-2-composition-tomography",
      'sharesPanel(shares, {id: "fig-2b", label: "Figure 2b", rate: 0.1'
    ],
    [
      "Figure 2c: shares of the classes, 10 C",
      "fig-2-composition-tomography",
      'sharesPanel(shares, {id: "fig-2c", label: "Figure 2c", rate: 10'
    ],
    [
      "Figure 5d: hoop stress along the radius, 0.1 C",
      "fig-5-voids-and-stress",
      'hoopPanel(slow, {id: "fig-5d", label: "Figure 5d", rate: 0.1'
    ],
    [
      "Figure 5e: hoop stress along the radius, 10 C",
      "fig-5-voids-and-stress",
      'hoopPanel(fast, {id: "fig-5e", label: "Figure 5e", rate: 10'
    ],
    [
      "Figure 5f: von Mises stress at A, 0.1 C",
      "fig-5-voids-and-stress",
      'cyclePanel(cycle, {id: "fig-5f", label: "Figure 5f", rate: 0.1'
    ],
    [
      "Figure 5g: von Mises stress at A, 10 C",
      "fig-5-voids-and-stress",
      'cyclePanel(cycle, {id: "fig-5g", label: "Figure 5g", rate: 10'
    ]
  ])("%s", (label, file, panel) => {
    expect(ourTables(files(arrowOf)).filter((table) => table.label.startsWith(label))).toHaveLength(1);
    expect(page(file)).toContain(panel);
  });

  it("each has a quantity with its unit on both sides", () => {
    for (const { label, xLabel, yLabel } of ourTables(files(arrowOf)))
      for (const text of [xLabel, yLabel])
        expect(text, label).toMatch(
          /\(.+\)$|^cycle$|^state$|^zone, from the surface$|^effective valence of /
        );
  });
});

describe("curves are read off a table", () => {
  it("rows of other values are left out, and what is missing breaks the curve", async () => {
    const of = () =>
      Promise.resolve(
        tableFromArrays({
          element: ["Mn", "O", "Mn"],
          label: ["4.8 V", "4.8 V", "4.8 V"],
          zone: Float64Array.of(1, 1, 2),
          recovered: [3.5, -2, null]
        }) as Table
      );
    expect(await curvesOf("Figure 3b", of)).toEqual(
      new Map([
        [
          "4.8 V",
          [
            [1, 3.5],
            [2, NaN]
          ]
        ]
      ])
    );
    await expect(curvesOf("Figure 5d", of)).rejects.toThrow("unknown column: radius_um");
  });
});

describe.skipIf(!existsSync(built("stress/10C")))("the tables of the figures (need npm run data)", () => {
  it("Figure 1b: a charge and a discharge at each rate", async () => {
    const curves = await curvesOf("Figure 1b");
    expect([...curves.keys()]).toEqual([
      "0.1 C, charge",
      "0.1 C, discharge",
      "10 C, charge",
      "10 C, discharge"
    ]);
    const end = curves.get("10 C, discharge")?.at(-1);
    expect(end?.[0]).toBeCloseTo(169.8, 1);
    expect(end?.[1]).toBeCloseTo(2, 6);
  });

  it("Figures 2b and 2c: three classes, found and in the sample, in five states", async () => {
    for (const [label, rich] of [
      ["Figure 2b", 0],
      ["Figure 2c", 17]
    ] as const) {
      const curves = await curvesOf(label);
      expect([...curves.keys()].sort()).toEqual(
        ["oxygen-poor", "oxygen-rich", "target"].flatMap((name) => [
          `${name}, found`,
          `${name}, in the sample`
        ])
      );
      for (const points of curves.values()) expect(points.map(([x]) => x)).toEqual([1, 2, 3, 4, 5]);
      for (const kind of ["found", "in the sample"])
        for (const place of [0, 1, 2, 3, 4]) {
          const sum = ["target", "oxygen-poor", "oxygen-rich"].reduce(
            (total, name) => total + (curves.get(`${name}, ${kind}`)?.[place]?.[1] ?? NaN),
            0
          );
          expect(sum).toBeCloseTo(100, 6);
        }
      // what the study prints and the sample takes over
      expect(curves.get("target, in the sample")?.[0]?.[1]).toBeCloseTo(93.6, 1);
      if (rich) expect(curves.get("oxygen-rich, in the sample")?.[3]?.[1]).toBeCloseTo(rich, 0);
    }
  });

  it("Figures 5d and 5e: a curve a depth of discharge, in MPa, broken by the pore, in the ratio of the rates", async () => {
    const [slow, fast] = [await curvesOf("Figure 5d"), await curvesOf("Figure 5e")];
    const name = "20 % discharged";
    for (const curves of [slow, fast]) {
      expect(curves.size).toBe(14);
      const points = curves.get(name) ?? [];
      expect(points[0]?.[0]).toBe(0.5);
      expect(points.at(-1)?.[0]).toBe(8);
      expect(points.some(([, y]) => Number.isNaN(y))).toBe(true);
      expect(points.filter(([, y]) => y === 0)).toEqual([]);
    }
    const peak = (curves: typeof slow) => Math.max(...(curves.get(name) ?? []).map(([, y]) => y || 0));
    expect(peak(fast)).toBeGreaterThan(30);
    expect(peak(fast) / peak(slow)).toBeCloseTo(100, 0);
  });

  it("Figures 5f and 5g: charge and discharge, in percent of the discharge and MPa", async () => {
    for (const [label, largest] of [
      ["Figure 5f", 1],
      ["Figure 5g", 100]
    ] as const) {
      const curves = await curvesOf(label);
      expect([...curves.keys()]).toEqual(["charge", "discharge"]);
      const points = [...curves.values()].flat();
      expect(Math.max(...points.map(([x]) => x))).toBeCloseTo(100, 6);
      const peak = Math.max(...points.map(([, y]) => y));
      expect(peak).toBeGreaterThan(0.2 * largest);
      expect(peak).toBeLessThan(largest);
    }
  });

  it("none of them names a curve by what is missing, or doubles back along a variant", async () => {
    for (const { label, points } of ourTables(files(arrowOf))) {
      const all = await points();
      expect(all.length, label).toBeGreaterThan(0);
      for (const { x, series } of all) {
        expect(series, label).not.toMatch(/null|undefined|NaN/);
        expect(Number.isFinite(x), label).toBe(true);
      }
      // along each curve one walks one way
      for (const series of new Set(all.map((point) => point.series))) {
        const steps = all
          .filter((point) => point.series === series)
          .map(({ x }, i, own) => Math.sign(x - (own[i - 1]?.x ?? x)))
          .filter((step) => step !== 0);
        expect(new Set(steps).size, `${label}, ${series}`).toBe(1);
      }
    }
  });
});
