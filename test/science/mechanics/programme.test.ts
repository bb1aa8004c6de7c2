import { expect, test } from "vitest";
import fc from "fast-check";
import { endOf, framesBetween } from "../../../src/science/mechanics/programme.js";

test("half-cycles end full or empty where nothing else is said", () => {
  expect(endOf({ phase: "discharge" })).toBe(1);
  expect(endOf({ phase: "charge" })).toBe(0);
  expect(endOf({ phase: "charge", until: 0.4 })).toBe(0.4);
});

test("frames run from start to end in the order of time", () => {
  expect(framesBetween(0, 1, 4)).toEqual([0.25, 0.5, 0.75, 1]);
  expect(framesBetween(0.9, 0.4, 4)).toEqual([0.75, 0.5, 0.4]);
  expect(framesBetween(0, 0.3, [0.2, 0.05, 0.5])).toEqual([0.05, 0.2, 0.3]);
});

test("whatever the interval, frames are strictly monotone, lie within, and the last is the end", () => {
  const depth = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(depth, depth, fc.integer({ min: 1, max: 200 }), (start, end, count) => {
      fc.pre(Math.abs(start - end) > 1e-6);
      const frames = framesBetween(start, end, count);
      expect(frames[frames.length - 1]).toBe(end);
      let before = start;
      for (const frame of frames) {
        expect(Math.sign(frame - before)).toBe(Math.sign(end - start));
        before = frame;
      }
    })
  );
});
