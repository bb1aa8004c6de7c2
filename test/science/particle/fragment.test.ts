import { beforeAll, describe, expect, test } from "vitest";
import {
  composition,
  formulaUnitConcentration,
  molarMass,
  xRayDensity,
  atomicMass
} from "../../../src/science/material/composition.js";
import {
  averageBlocks,
  coarsen,
  compositionClass,
  trueClasses
} from "../../../src/science/particle/fragment-classes.js";
import {
  fieldOfView,
  type Fragment,
  fragment,
  fragmentElements
} from "../../../src/science/particle/fragment.js";
import { sampledState, sampledStates } from "../../../src/science/particle/states.js";

const size = 128;
const fragments = new Map<string, Fragment>();
beforeAll(() => sampledStates.forEach(({ id }) => fragments.set(id, fragment(id, { size }))), 120_000);
const made = (id: string) => fragments.get(id) ?? fragment(id, { size });
const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

/** Sizes of the 6-connected components of voxels of a class, largest first. */
function components(classes: Uint8Array, n: number, wanted: number): number[] {
  const seen = new Uint8Array(classes.length);
  const sizes: number[] = [];
  for (let start = 0; start < classes.length; ++start) {
    if (classes[start] !== wanted || seen[start]) continue;
    const stack = [start];
    seen[start] = 1;
    let count = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      ++count;
      const [z, x, y] = [Math.floor(at / n ** 2), Math.floor(at / n) % n, at % n];
      for (const [inRange, next] of [
        [z > 0, at - n * n],
        [z < n - 1, at + n * n],
        [x > 0, at - n],
        [x < n - 1, at + n],
        [y > 0, at - 1],
        [y < n - 1, at + 1]
      ] as const)
        if (inRange && !seen[next] && classes[next] === wanted) {
          seen[next] = 1;
          stack.push(next);
        }
    }
    sizes.push(count);
  }
  return sizes.sort((a, b) => b - a);
}

/** Depth below the outer surface in whole voxels of a grid of n³, by peeling layers off the full shape; 0 outside. */
function depths(n: number): Uint8Array {
  const { Mn } = coarsen(made("uniform"), n).densities;
  const full = composition.Mn * formulaUnitConcentration();
  const depth = Uint8Array.from(Mn, (value) => (value > 0.5 * full ? 1 : 0));
  let layer: number[] = [];
  depth.forEach((inside, i) => inside && layer.push(i));
  for (let step = 1; layer.length > 0; ++step) {
    layer = layer.filter((i) => [1, -1, n, -n, n * n, -n * n].every((k) => depth[i + k] >= step));
    layer.forEach((i) => (depth[i] = step + 1));
  }
  return depth;
}

/** Share of a class among the voxels at depths of `from` to `to` voxels. */
function shareBetween(
  depth: Uint8Array,
  classes: Uint8Array,
  wanted: number,
  from: number,
  to: number
): number {
  let [count, all] = [0, 0];
  classes.forEach((c, i) => {
    if (c === 0 || depth[i] < from || depth[i] > to) return;
    ++all;
    if (c === wanted) ++count;
  });
  return count / all;
}

describe("fragment", () => {
  test.each(sampledStates.map(({ id }) => id))("%s takes its shares at 19.6 nm", (id) => {
    const state = sampledState(id);
    const { oxygenPoor, oxygenRich } = state.shares;
    const many = state.nanovoids.value > 500;
    // the shares are those of the oxide before voids are carved out of its oxygen-poor part
    const solid = many
      ? fragment({ ...state, nanovoids: { ...state.nanovoids, value: 0 } }, { size })
      : made(id);
    const { shares } = trueClasses(coarsen(solid, 64));
    if (many) {
      const gone = (sum(solid.densities.Ni) - sum(made(id).densities.Ni)) / sum(solid.densities.Ni);
      const carved = trueClasses(coarsen(made(id), 64)).shares;
      expect(Math.abs(carved.oxygenPoor - oxygenPoor.value)).toBeLessThan(gone);
    }
    expect(Math.abs(shares.oxygenPoor - oxygenPoor.value)).toBeLessThan(0.001);
    expect(Math.abs(shares.oxygenRich - oxygenRich.value)).toBeLessThan(0.001);
    // and nearly so in voxels half as wide
    const fine = trueClasses(made(id)).shares;
    expect(Math.abs(fine.target - shares.target)).toBeLessThan(0.01);
  });

  test("the control is the target composition, whose mass is the X-ray density", () => {
    const { densities } = made("uniform");
    const [z, x, y] = [64, 64, 64];
    const at = (z * size + x) * size + y;
    for (const element of fragmentElements)
      expect(densities[element][at] / (composition[element] * formulaUnitConcentration())).toBeCloseTo(1, 6);
    const mass = fragmentElements.reduce((total, e) => total + densities[e][at] * atomicMass[e] * 1e-3, 0);
    expect(mass / xRayDensity()).toBeCloseTo(1, 6);
    expect(mass / (molarMass * 1e-3)).toBeCloseTo(formulaUnitConcentration(), 0);
  });

  test("it is 0.6 to 1.2 µm across, clear of the edges of the field, and no beam path is longer than 0.9 µm", () => {
    const { densities, voxel } = made("uniform");
    const full = composition.Mn * formulaUnitConcentration();
    const n = size;
    const extents = [n * n, n, 1].map((stride) => {
      const places = Array.from(densities.Mn.keys())
        .filter((i) => densities.Mn[i] > 0)
        .map((i) => Math.floor(i / stride) % n);
      return places.reduce(([low, high], p) => [Math.min(low, p), Math.max(high, p)], [n, -1]);
    });
    for (const [low, high] of extents) {
      expect((high - low + 1) * voxel).toBeGreaterThan(0.6e-6);
      expect((high - low + 1) * voxel).toBeLessThan(1.2e-6);
      // five standard deviations of the jitter between tilts are 75 nm
      expect(low * voxel).toBeGreaterThan(75e-9);
      expect((n - 1 - high) * voxel).toBeGreaterThan(75e-9);
    }
    for (let tilt = -65; tilt <= 65; tilt += 13) {
      const [c, s] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
      const paths = new Float64Array(n * n);
      densities.Mn.forEach((value, i) => {
        if (value === 0) return;
        const [z, x, y] = [Math.floor(i / n / n) - (n - 1) / 2, (Math.floor(i / n) % n) - (n - 1) / 2, i % n];
        paths[Math.round(x * c + z * s + (n - 1) / 2) * n + y] += value / full;
      });
      // nearest columns: neighbours are averaged to even out the counting
      const longest = paths.reduce((most, p, i) => Math.max(most, (p + (paths[i + n] ?? 0)) / 2), 0);
      expect(longest * voxel).toBeLessThan(0.9e-6);
    }
  });

  test("no density is negative, and none is above what the target holds", () => {
    for (const id of ["pristine", "0.1C-4.8V", "10C-4.8V"])
      for (const element of fragmentElements) {
        let [least, most] = [Infinity, -Infinity];
        for (const value of made(id).densities[element]) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
        expect(least).toBe(0);
        expect(most / (composition[element] * formulaUnitConcentration())).toBeLessThanOrEqual(1 + 1e-6);
      }
  });

  test("domains lack oxygen or metal, Mn above all, by 8 to 16 % where they are deepest", () => {
    const range = (id: string, wanted: number) => {
      const { ratio, classes } = trueClasses(made(id));
      const off = Array.from(
        ratio.filter((_, i) => classes[i] === wanted),
        (value) => Math.abs(value - 1)
      );
      return off.sort((a, b) => a - b);
    };
    for (const [id, wanted] of [
      ["0.1C-4.8V", compositionClass.oxygenPoor],
      ["10C-4.8V", compositionClass.oxygenRich]
    ] as const) {
      const off = range(id, wanted);
      expect(off[Math.floor(off.length / 2)]).toBeGreaterThan(0.08);
      expect(off[off.length - 1]).toBeLessThan(0.17);
    }
    const { densities } = made("10C-4.8V");
    const { classes } = trueClasses(made("10C-4.8V"));
    const lack = (element: "Mn" | "Co" | "Ni") =>
      classes.reduce(
        (total, c, i) =>
          c === compositionClass.oxygenRich
            ? total + composition[element] - densities[element][i] / formulaUnitConcentration()
            : total,
        0
      );
    expect(lack("Mn")).toBeGreaterThan(5 * (lack("Co") + lack("Ni")));
  });

  test("slow rate: oxygen-poor at the surface and in the bulk together at 4.6 V, in ever the same places", () => {
    const n = 64;
    const depth = depths(n);
    const { classes } = trueClasses(coarsen(made("0.1C-4.6V"), n));
    const share = (from: number, to: number) =>
      shareBetween(depth, classes, compositionClass.oxygenPoor, from, to);
    // three voxels of 19.6 nm are the first 60 nm
    expect(share(1, 3)).toBeGreaterThan(0.08);
    expect(share(8, 40)).toBeGreaterThan(0.04);
    const later = trueClasses(coarsen(made("0.1C-4.8V"), n)).classes;
    const poor = Array.from(classes.keys()).filter((i) => classes[i] === compositionClass.oxygenPoor);
    const kept = poor.filter((i) => later[i] === compositionClass.oxygenPoor).length / poor.length;
    expect(kept).toBeGreaterThan(0.97);
    // the model's share still rises by half a point on discharge, and most of its voids come then
    const after = trueClasses(coarsen(made("0.1C-discharged"), n)).classes;
    const charged = Array.from(later.keys()).filter((i) => later[i] === compositionClass.oxygenPoor);
    const stayed = charged.filter((i) => after[i] === compositionClass.oxygenPoor).length / charged.length;
    expect(stayed).toBeGreaterThan(0.97);
  });

  test("fast rate: oxygen-rich domains lie below the surface, scattered at 4.4 V and connected at 4.8 V", () => {
    const n = 64;
    const depth = depths(n);
    const inLargest = (id: string) => {
      const { classes } = trueClasses(coarsen(made(id), n));
      const sizes = components(classes, n, compositionClass.oxygenRich);
      return sizes[0] / sizes.reduce((a, b) => a + b, 0);
    };
    expect(inLargest("10C-4.4V")).toBeLessThan(0.2);
    expect(inLargest("10C-4.8V")).toBeGreaterThan(0.6);
    expect(components(trueClasses(coarsen(made("10C-4.4V"), n)).classes, n, 3).length).toBeGreaterThan(15);
    const { classes } = trueClasses(coarsen(made("10C-4.8V"), n));
    const rich = (from: number, to: number) =>
      shareBetween(depth, classes, compositionClass.oxygenRich, from, to);
    expect(rich(1, 1)).toBeLessThan(0.4 * rich(3, 6));
  });

  test("only the slow rate has voids, and they take oxide away", () => {
    const oxide = (id: string) => sum(made(id).densities.Ni);
    // The slow rate keeps its metals but for the small oxygen-rich share: what Ni it lacks, the voids took.
    const lost = 1 - oxide("0.1C-4.8V") / oxide("0.1C-4.4V");
    expect(lost).toBeGreaterThan(5e-4);
    expect(lost).toBeLessThan(0.01);
    expect(sampledState("10C-4.8V").nanovoids.value).toBe(0);
  });

  test("every resolution holds the same fragment", () => {
    const id = "0.1C-4.8V";
    const reference = made(id);
    for (const n of [32]) {
      const coarse = fragment(id, { size: n });
      expect(coarse.voxel * n).toBeCloseTo(fieldOfView, 15);
      for (const e of fragmentElements)
        expect(sum(coarse.densities[e]) / n ** 3 / (sum(reference.densities[e]) / size ** 3)).toBeCloseTo(
          1,
          5
        );
    }
    const fine = fragment(id, { size: 256 });
    for (const e of fragmentElements) {
      expect(sum(fine.densities[e]) / 256 ** 3 / (sum(reference.densities[e]) / size ** 3)).toBeCloseTo(
        1,
        2.7
      );
    }
    const { shares } = trueClasses(coarsen(fine, 64));
    expect(Math.abs(shares.oxygenPoor - sampledState(id).shares.oxygenPoor.value)).toBeLessThan(0.005);
  }, 60_000);

  test("a seed gives one fragment, another seed another", () => {
    expect(fragment("pristine", { size: 32 })).toEqual(coarsen(made("pristine"), 32));
    const other = fragment("pristine", { size: 32, seed: 6 });
    expect(other.densities.Mn).not.toEqual(coarsen(made("pristine"), 32).densities.Mn);
    expect(fragment("uniform", { size: 32, seed: 6 }).densities.Mn).not.toEqual(other.densities.Mn);
  });

  test("what is unknown or does not fit is refused", () => {
    expect(() => fragment("1C", { size: 32 })).toThrow(
      "unknown sampled state: 1C; must be one of uniform, pristine"
    );
    expect(() => fragment("pristine", { size: 48 })).toThrow("invalid size of the fragment: 48");
    expect(() => coarsen(made("uniform"), 48)).toThrow("invalid size: 48; must divide the 128 voxels");
  });
});

test("the means over blocks keep the sum", () => {
  const volume = Float32Array.from({ length: 64 }, (_, i) => i);
  expect(Array.from(averageBlocks(volume, 4, 2))).toEqual([10.5, 12.5, 18.5, 20.5, 42.5, 44.5, 50.5, 52.5]);
});

describe("sampled states", () => {
  test("ten, the printed share of the pristine one marked as the study's and all others as the model's, inside their ranges", () => {
    expect(sampledStates.map(({ id }) => id)).toEqual([
      "uniform",
      "pristine",
      "0.1C-4.4V",
      "0.1C-4.6V",
      "0.1C-4.8V",
      "0.1C-discharged",
      "10C-4.4V",
      "10C-4.6V",
      "10C-4.8V",
      "10C-discharged"
    ]);
    for (const { shares, lithium, nanovoids } of sampledStates)
      for (const { value, min, max } of [shares.oxygenPoor, shares.oxygenRich, lithium, nanovoids]) {
        expect(value).toBeGreaterThanOrEqual(min);
        expect(value).toBeLessThanOrEqual(max);
      }
    const study = sampledStates.flatMap(({ id, shares }) =>
      Object.values(shares)
        .filter(({ status }) => status === "study")
        .map(() => id)
    );
    expect(study).toEqual(["pristine", "pristine"]);
    for (const { id, phase, shares } of sampledStates)
      if (id !== "pristine" && phase !== "control")
        expect(Object.values(shares).map(({ status }) => status)).toEqual(["model", "model"]);
    const { oxygenPoor, oxygenRich } = sampledState("pristine").shares;
    expect(1 - oxygenPoor.value - oxygenRich.value).toBeCloseTo(0.936, 12);
    // the model is calibrated to the printed 17 %
    expect(Math.abs(sampledState("10C-4.8V").shares.oxygenRich.value - 0.17)).toBeLessThan(0.005);
  });
});
