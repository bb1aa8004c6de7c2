import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPacked, valuesOf } from "../../../src/components/packed-arrays.js";
import { packArrays, unpackArrays, type ArrayInput } from "../../../src/data/lib/packed-arrays.js";

const meta = {
  title: "A volume",
  description: "for a test",
  method: "none",
  provenance: "recovered" as const,
  parameters: { a: 1 },
  sources: [],
  page: "/a",
  code: []
};
const scaled = (values: ArrayLike<number>, range?: [number, number]): ArrayInput => ({
  name: "ratio",
  shape: [values.length],
  axes: ["x"],
  unit: "",
  description: "a ratio",
  kind: "scaled",
  values,
  ...(range ? { range } : {})
});
const file = (bytes: Uint8Array) => ({
  arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer)
});

describe("packed arrays", () => {
  it("come back to within half a step, and missing values as missing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN)), {
          minLength: 1
        }),
        async (values) => {
          const array = (await readPacked(file(packArrays(meta, {}, [scaled(values)])))).array("ratio");
          const halfStep =
            ((array.max - array.min) / 254) * 0.5001 +
            1e-6 * Math.max(1, Math.abs(array.max), Math.abs(array.min));
          valuesOf(array).forEach((value, i) => {
            const wanted = values[i] ?? NaN;
            if (Number.isNaN(wanted)) expect(value).toBeNaN();
            else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(halfStep);
          });
        }
      )
    );
  });

  it("keep classes, shapes, metadata and facts, and stop values at the ends of a given range", async () => {
    const classes: ArrayInput = {
      ...scaled([0, 1, 2, 3, 3, 0]),
      name: "class",
      shape: [1, 2, 3],
      kind: "class"
    };
    const bytes = packArrays(meta, { voxel_nm: 19.6 }, [classes, scaled([-1, 0.5, 9], [0, 1])]);
    const packed = await readPacked(file(bytes));
    expect([...packed.array("class").bytes]).toEqual([0, 1, 2, 3, 3, 0]);
    expect(packed.array("class").shape).toEqual([1, 2, 3]);
    expect(packed.facts).toEqual({ voxel_nm: 19.6 });
    expect(packed.meta.title).toBe("A volume");
    expect([...valuesOf(packed.array("ratio"))].map((v) => +v.toFixed(3))).toEqual([0, 0.5, 1]);
  });

  it("hand exact numbers from loader to loader", () => {
    const exact: ArrayInput = { ...scaled([1.5, NaN, -3e-7]), kind: "exact" };
    const classes: ArrayInput = { ...scaled([7, 8]), name: "class", kind: "class" };
    const file = unpackArrays(packArrays(meta, { a: 1 }, [classes, exact, { ...exact, name: "second" }]));
    expect(file.exact("second")).toEqual(Float32Array.of(1.5, NaN, -3e-7));
    expect([...file.classes("class")]).toEqual([7, 8]);
    expect(file.facts).toEqual({ a: 1 });
    expect(() => file.exact("class")).toThrow(
      "unknown array: class (exact); the file has class, ratio, second"
    );
  });

  it("are the same bytes each time", () => {
    const make = () => Buffer.from(packArrays(meta, {}, [scaled([1, 2, 3])])).toString("hex");
    expect(make()).toBe(make());
    expect(packArrays(meta, {}, [scaled([1])])[9]).toBe(255);
  });

  it("refuse what does not fit", async () => {
    expect(() => packArrays(meta, {}, [{ ...scaled([1, 2]), shape: [3] }])).toThrow(
      /invalid length of array ratio: 2/
    );
    expect(() => packArrays(meta, {}, [{ ...scaled([0.5]), kind: "class" }])).toThrow(
      /invalid class in array ratio: 0.5/
    );
    const good = packArrays(meta, {}, [scaled([1, 2, 3])]);
    const packed = await readPacked(file(good));
    expect(() => packed.array("density")).toThrow("unknown array: density; this file has ratio");
    const plain = gunzipSync(good);
    plain[3] = 50;
    const { gzipSync } = await import("node:zlib");
    await expect(readPacked(file(gzipSync(plain)))).rejects.toThrow(
      /unsupported volume file: it begins with "LRA2"/
    );
  });
});
