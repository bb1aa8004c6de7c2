import { describe, expect, it } from "vitest";
import { backgroundFunctions } from "../../../src/science/diffraction/background.js";
import { cellFreedom, reciprocalMetricSlopes } from "../../../src/science/diffraction/cell-freedom.js";
import { constantWavelength, timeOfFlight } from "../../../src/science/diffraction/powder-geometry.js";
import { patternModel, type ModelSettings } from "../../../src/science/diffraction/rietveld-model.js";
import { coherentLength } from "../../../src/science/material/neutron-scattering.js";
import { reciprocalMetric } from "../../../src/science/material/crystal.js";
import { layeredOxide, lithiumManganite, rockSalt } from "../../../src/science/material/structures.js";
import { spaceGroup } from "../../../src/science/material/symmetry.js";

const amplitude = (element: string) => [coherentLength(element), 0] as const;
const grid = (from: number, to: number, points: number) =>
  Float64Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));

const geometries: [string, Pick<ModelSettings, "geometry" | "x">][] = [
  [
    "time of flight",
    { geometry: timeOfFlight({ gauss: 0.004, lorentz: 0.001, zero: 0.001 }), x: grid(0.9, 2.5, 1500) }
  ],
  [
    "constant wavelength",
    {
      geometry: constantWavelength({
        wavelength: 1.5,
        U: 0.08,
        V: -0.1,
        W: 0.12,
        X: 0.02,
        Y: 0.05,
        zero: 0.1
      }),
      x: grid(15, 120, 1500)
    }
  ],
  [
    "X-ray tube",
    {
      geometry: constantWavelength({
        wavelength: 1.54,
        U: 0.02,
        V: -0.01,
        W: 0.02,
        Y: 0.05,
        polarised: true
      }),
      x: grid(15, 100, 1500)
    }
  ]
];

describe("the model of a pattern", () => {
  it.each(geometries)("changes with every parameter as finite differences say: %s", (_, where) => {
    const crystal = layeredOxide({ lithiumTet: 0.03, oxygen: 0.95 });
    const background = { kind: "chebyshev", count: 3, coordinate: "logarithmic" } as const;
    const model = patternModel({ ...where, crystal, amplitude, background, backgroundStart: [5, 1, 0.5] });
    const p = model.start.slice();
    p[0] = 1e-2;
    const wanted = model.names.flatMap((name, i) => (/\.[xy]$|alpha|beta|gamma|^b$/.test(name) ? [] : [i]));
    const jacobian = new Float64Array(model.names.length * model.points);
    const y = model.slopes(p, jacobian, wanted);
    expect(y).toEqual(model.pattern(p));
    for (const j of wanted) {
      // a and b move together, or the cell is hexagonal no more: the numbers of a and of b are one column each
      const e = 1e-6 * Math.max(Math.abs(p[j]), 0.1);
      const moved = (sign: number) => {
        const q = p.slice();
        q[j] += sign * e;
        return model.pattern(q);
      };
      const [above, below] = [moved(1), moved(-1)];
      const column = jacobian.subarray(j * model.points, (j + 1) * model.points);
      const size = column.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
      let worst = 0;
      column.forEach((value, i) => {
        worst = Math.max(worst, Math.abs((above[i] - below[i]) / (2 * e) - value) / size);
      });
      // where a step moves the end of a peak's window, a point there jumps by the tail's 1e-3 of the top or less
      expect(worst, model.names[j]).toBeLessThan(2e-3);
    }
  });

  it("puts every reflection where Bragg's law says, with its whole area", () => {
    const crystal = rockSalt();
    const x = grid(10, 150, 20000);
    const geometry = constantWavelength({ wavelength: 1.5, U: 0, V: 0, W: 0.04 });
    const background = { kind: "chebyshev", count: 1 } as const;
    const model = patternModel({ x, geometry, crystal, amplitude, background });
    const { centre, area } = model.peaks(model.start);
    const { h, k, l, multiplicity } = model.reflections;
    const [r] = Array.from(h.keys()).filter((i) => h[i] === 2 && k[i] === 2 && l[i] === 0);
    const sine = (1.5 * Math.sqrt(8)) / (2 * 4.15);
    expect(centre[r]).toBeCloseTo((2 * Math.asin(sine) * 180) / Math.PI, 10);
    const { squared } = model.peaks(model.start);
    expect(area[r]).toBeCloseTo((multiplicity[r] * squared[r]) / (sine ** 2 * Math.sqrt(1 - sine ** 2)), 8);
    const y = model.pattern(model.start);
    const inside = Array.from(x.keys()).filter(
      (i) => x[i] > centre[0] - 1 && x[i] < centre[area.length - 1] + 1
    );
    const step = x[1] - x[0];
    const whole = area.reduce((sum, value) => sum + value, 0);
    expect((inside.reduce((sum, i) => sum + y[i], 0) * step) / whole).toBeCloseTo(1, 3);
  });

  it("refuses a range without reflections", () => {
    const [, where] = geometries[0];
    expect(() =>
      patternModel({
        ...where,
        ...{
          x: grid(4.8, 6, 100),
          crystal: layeredOxide(),
          amplitude,
          background: { kind: "chebyshev", count: 1 }
        }
      })
    ).toThrow("has none between 4.800 and 6.000 Å; check the cell and the axis");
  });
});

describe("the cell", () => {
  it("is free as its symmetry allows", () => {
    expect(cellFreedom(layeredOxide())).toEqual({
      free: ["a", "c"],
      ties: [{ name: "b", of: [{ name: "a", factor: 1 }] }]
    });
    expect(cellFreedom(rockSalt()).free).toEqual(["a"]);
    expect(cellFreedom(lithiumManganite()).free).toEqual(["a", "b", "c", "beta"]);
    const { cell } = lithiumManganite();
    expect(cellFreedom({ cell, operations: spaceGroup("P-1").operations }).free).toHaveLength(6);
  });

  it("moves 1/d² as finite differences say", () => {
    const { cell } = lithiumManganite();
    const slopes = reciprocalMetricSlopes(cell);
    (["a", "b", "c", "alpha", "beta", "gamma"] as const).forEach((name, j) => {
      const at = (step: number) => reciprocalMetric({ ...cell, [name]: cell[name] + step });
      const [above, below] = [at(1e-5), at(-1e-5)];
      slopes[j].forEach((value, i) => expect((above[i] - below[i]) / 2e-5).toBeCloseTo(value, 7));
    });
  });
});

describe("the background", () => {
  it("is Chebyshev polynomials, or straight lines between places", () => {
    const x = grid(1, 3, 5);
    const [one, t, second] = backgroundFunctions({ kind: "chebyshev", count: 3 }, x);
    expect([...one]).toEqual([1, 1, 1, 1, 1]);
    expect([...t]).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect([...second]).toEqual([1, -0.5, -1, -0.5, 1]);
    const hats = backgroundFunctions({ kind: "linear", at: [1.5, 2.5] }, x);
    expect(hats.map((f) => [...f])).toEqual([
      [1, 1, 0.5, 0, 0],
      [0, 0, 0.5, 1, 1]
    ]);
  });

  it("refuses places that do not ascend", () => {
    expect(() => backgroundFunctions({ kind: "linear", at: [2, 1] }, grid(1, 2, 3))).toThrow("ascending");
    expect(() => backgroundFunctions({ kind: "chebyshev", count: 0 }, grid(1, 2, 3))).toThrow("0 terms");
  });
});
