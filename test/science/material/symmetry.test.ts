import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyOperation,
  closeUnder,
  compose,
  formatOperation,
  knownSpaceGroups,
  operationKey,
  parseOperation,
  spaceGroup
} from "../../../src/science/material/symmetry.js";

// operations in the cell: order of the point group times lattice points, International Tables A
const orders: Record<string, number> = {
  P1: 1,
  "P-1": 2,
  "C2/m": 8,
  "P2_1/c": 4,
  Pnma: 8,
  "I4_1/amd": 32,
  "P-3m1": 12,
  "R-3m": 36,
  "R-3c": 36,
  "P6_3/mmc": 24,
  "Pm-3m": 48,
  "Fm-3m": 192,
  "Fd-3m:1": 192,
  "Fd-3m": 192,
  "Im-3m": 96
};

// a hash (FNV-1a, 32 bits) of the sorted triplets that gemmi 0.5.7 prints, joined by “;”: an independent table of the groups
const gemmi: Record<string, string> = {
  P1: "3c0f6412",
  "P-1": "140b1a17",
  "C2/m": "30743680",
  "P2_1/c": "8b472804",
  Pnma: "7546712a",
  "I4_1/amd": "7e1e5750",
  "P-3m1": "e164141c",
  "R-3m": "0fb4307e",
  "R-3c": "dd379504",
  "P6_3/mmc": "7e746f74",
  "Pm-3m": "8073c85c",
  "Fm-3m": "bddee39c",
  "Fd-3m:1": "b4cd297c",
  "Fd-3m": "8324b670",
  "Im-3m": "d9464c8c"
};

describe("symmetry operations", () => {
  it("reads what CIFs write", () => {
    expect(parseOperation("-y,x-y,z+1/3")).toEqual({
      rotation: [0, -1, 0, 1, -1, 0, 0, 0, 1],
      translation: [0, 0, 1 / 3]
    });
    expect(parseOperation(" '1/2 + X, -Y, Z - 0.25' ")).toEqual({
      rotation: [1, 0, 0, 0, -1, 0, 0, 0, 1],
      translation: [0.5, 0, 0.75]
    });
    expect(parseOperation("x+0.333,y,z").translation[0]).toBe(1 / 3);
  });

  it.each(["x,y", "x,y,z,z", "x,y,q", "x,y,2/", "x,y,", "x,x,z", "", "x,y,z+1/a"])("refuses “%s”", (text) => {
    expect(() => parseOperation(text)).toThrow(/invalid symmetry operation: “/);
  });

  it("writes what it reads", () => {
    const all = knownSpaceGroups.flatMap((symbol) => spaceGroup(symbol).operations);
    fc.assert(
      fc.property(fc.constantFrom(...all), (operation) => {
        expect(operationKey(parseOperation(formatOperation(operation)))).toBe(operationKey(operation));
      })
    );
  });

  it("composes as functions do", () => {
    const { operations } = spaceGroup("Fd-3m:1");
    const item = fc.constantFrom(...operations);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(item, item, share, share, share, (first, second, x, y, z) => {
        const direct = applyOperation(compose(first, second), x, y, z);
        const stepwise = applyOperation(first, ...applyOperation(second, x, y, z));
        direct.forEach((value, i) => {
          const apart = value - stepwise[i];
          expect(Math.abs(apart - Math.round(apart))).toBeLessThan(1e-9);
        });
      })
    );
  });

  it("says when operations are of no group", () => {
    expect(() => closeUnder(["x+0.0137,y,z", "x,y+0.0137,z"].map(parseOperation))).toThrow(
      /more than the 192/
    );
  });
});

describe("space groups", () => {
  it("lists every group of the table of orders", () => {
    expect(knownSpaceGroups.toSorted()).toEqual(Object.keys(orders).toSorted());
  });

  it.each(Object.entries(orders))(
    "%s has %i operations, closed, with inverses, identity first",
    (symbol, order) => {
      const { operations } = spaceGroup(symbol);
      const keys = new Set(operations.map(operationKey));
      expect(keys.size).toBe(order);
      expect(operations.length).toBe(order);
      expect(formatOperation(operations[0])).toBe("x,y,z");
      const identity = operationKey(operations[0]);
      for (const first of operations.slice(0, 24)) {
        const products = operations.map((second) => operationKey(compose(first, second)));
        expect(products.every((key) => keys.has(key))).toBe(true);
        expect(products).toContain(identity);
      }
    }
  );

  it.each(Object.entries(gemmi))("%s has the operations of an independent table", (symbol, hash) => {
    const text = spaceGroup(symbol).operations.map(formatOperation).toSorted().join(";");
    let word = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) word = Math.imul(word ^ byte, 0x01000193) >>> 0;
    expect(word.toString(16).padStart(8, "0")).toBe(hash);
  });

  it("knows a symbol however it is spaced", () => {
    for (const symbol of ["R-3m", "R -3 m", "R -3 m :H", "r_-3_m"])
      expect(spaceGroup(symbol).number).toBe(166);
    expect(spaceGroup("C 1 2/m 1").symbol).toBe("C2/m");
    expect(spaceGroup("P 21/c").symbol).toBe("P2_1/c");
    expect(spaceGroup("F m 3 m").symbol).toBe("Fm-3m");
    expect(spaceGroup("F d -3 m :1").symbol).toBe("Fd-3m:1");
    expect(spaceGroup("P63/mmc").number).toBe(194);
  });

  it("names what is known where a group is not", () => {
    expect(() => spaceGroup("Q 7")).toThrow(
      /unknown space group: “Q 7”; known by name are P1, .*: for another give a CIF that lists its symmetry operations/
    );
  });
});
