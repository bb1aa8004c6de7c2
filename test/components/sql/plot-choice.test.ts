import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPlot, lineGroups, type PlotColumn } from "../../../src/components/sql/plot-choice.js";

const numbers = (name: string, values: (number | null)[]): PlotColumn => ({ name, kind: "number", values });
const texts = (name: string, values: (string | null)[]): PlotColumn => ({ name, kind: "other", values });
const ramp = (n: number, f: (i: number) => number = (i) => i): number[] =>
  Array.from({ length: n }, (_, i) => f(i));

test("a curve: line of the second number against the first", () => {
  const columns = [numbers("depth", ramp(20)), numbers("stress", ramp(20, Math.sqrt))];
  expect(defaultPlot(columns)).toEqual({ x: "depth", y: "stress", colour: undefined, mark: "line" });
});

test("curves by a name: coloured by it", () => {
  const rate = ramp(40).map((i) => (i < 20 ? "0.1C" : "10C"));
  const columns = [
    texts("rate", rate),
    numbers(
      "depth",
      ramp(40, (i) => i % 20)
    ),
    numbers("stress", ramp(40))
  ];
  expect(defaultPlot(columns)).toEqual({ x: "depth", y: "stress", colour: "rate", mark: "line" });
});

test("curves by a number of few values: it is the colour, not an axis", () => {
  const rate = ramp(80, (i) => (i < 40 ? 0.1 : 10));
  const columns = [
    numbers("rate", rate),
    numbers(
      "depth",
      ramp(80, (i) => i % 40)
    ),
    numbers("stress", ramp(80))
  ];
  expect(defaultPlot(columns)).toEqual({ x: "depth", y: "stress", colour: "rate", mark: "line" });
});

test("lines are split by every grouping column, not by the coloured one alone", () => {
  const rate = ramp(80).map((i) => (i < 40 ? "0.1C" : "10C"));
  const phase = ramp(80).map((i) => (i % 40 < 20 ? "charge" : "discharge"));
  const columns = [
    texts("rate", rate),
    texts("phase", phase),
    numbers(
      "depth",
      ramp(80, (i) => i % 20)
    ),
    numbers("stress", ramp(80))
  ];
  const choice = defaultPlot(columns);
  expect(choice).toEqual({ x: "depth", y: "stress", colour: "rate", mark: "line" });
  expect(choice && lineGroups(columns, choice).map(({ name }) => name)).toEqual(["rate", "phase"]);
});

test("several values for one x are dots", () => {
  const columns = [
    numbers(
      "x",
      ramp(60, (i) => i % 30)
    ),
    numbers("y", ramp(60))
  ];
  expect(defaultPlot(columns)?.mark).toBe("dot");
});

test("one number for each name is a bar, a null among the names included", () => {
  const columns = [texts("verdict", ["agrees", "differs", null]), numbers("claims", [3, 2, 2])];
  expect(defaultPlot(columns)).toEqual({ x: "verdict", y: "claims", colour: undefined, mark: "bar" });
});

test("a first column of names, each once, is the axis of bars whatever numbers follow", () => {
  const columns = [texts("symbol", ["D", "E", "R"]), numbers("value", [1, 2, 3]), numbers("min", [0, 1, 2])];
  expect(defaultPlot(columns)).toEqual({ x: "symbol", y: "value", colour: undefined, mark: "bar" });
});

test("a number that happens to repeat in a short table does not split the line", () => {
  const columns = [
    numbers("depth", ramp(11)),
    numbers("fast", ramp(11, Math.sqrt)),
    numbers(
      "slow",
      ramp(11, (i) => i % 2)
    )
  ];
  expect(defaultPlot(columns)).toEqual({ x: "depth", y: "fast", colour: undefined, mark: "line" });
});

test("a number alone is counted in bins, names alone are counted", () => {
  expect(defaultPlot([numbers("x", ramp(100))])).toEqual({
    x: "x",
    y: undefined,
    colour: undefined,
    mark: "bar"
  });
  expect(defaultPlot([texts("x", ["a", "b", "a"])])).toEqual({
    x: "x",
    y: undefined,
    colour: undefined,
    mark: "bar"
  });
});

test("nothing is drawn of no rows, or of text that is all different", () => {
  expect(defaultPlot([])).toBeUndefined();
  expect(defaultPlot([numbers("x", []), texts("y", [])])).toBeUndefined();
  expect(defaultPlot([texts("id", ramp(100).map(String))])).toBeUndefined();
});

test("whatever the columns, a choice names columns that there are, and never one twice as an axis", () => {
  const cell = fc.option(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double()));
  const table = fc
    .integer({ min: 0, max: 30 })
    .chain((rows) =>
      fc.array(fc.tuple(fc.boolean(), fc.array(cell, { minLength: rows, maxLength: rows })), { maxLength: 5 })
    );
  fc.assert(
    fc.property(table, (list) => {
      const columns = list.map(([isText, values], i) =>
        isText
          ? texts(
              `c${i}`,
              values.map((v) => (v === null ? null : String(v)))
            )
          : numbers(`c${i}`, values)
      );
      const choice = defaultPlot(columns);
      if (!choice) return;
      const names = columns.map(({ name }) => name);
      for (const name of [choice.x, choice.y, choice.colour])
        if (name !== undefined) expect(names).toContain(name);
      expect(choice.x).not.toBe(choice.y);
      expect(choice.colour === choice.x).toBe(false);
    })
  );
});
