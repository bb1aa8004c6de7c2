import { expect, test } from "vitest";
import fc from "fast-check";
import {
  chargedLithium,
  checkStressParameters,
  defaultStressParameters,
  stressParameters,
  type StressParameterName,
  type StressParameters
} from "../../../src/science/mechanics/parameters.js";

const names = Object.keys(stressParameters) as StressParameterName[];

test("the defaults pass, lie in their ranges and name their sources", () => {
  expect(() => checkStressParameters(defaultStressParameters())).not.toThrow();
  for (const name of names) {
    const { value, min, max, source, status } = stressParameters[name];
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
    expect(source.length).toBeGreaterThan(4);
    expect(["study", "sourced", "assumed"]).toContain(status);
  }
});

test("what the study does not give is marked assumed", () => {
  for (const name of ["gap", "poreCount", "volumeChange", "capacity", "temperature"] as const) {
    expect(stressParameters[name].status).toBe("assumed");
  }
});

test("each parameter is refused outside its range, by name and with the range", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.boolean(),
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      (name, above, f) => {
        const { label, min, max } = stressParameters[name];
        const value = above ? max + f * (max - min) : min - f * (max - min);
        const message = ((): string => {
          try {
            checkStressParameters({ ...defaultStressParameters(), [name]: value });
            return "";
          } catch (error) {
            return (error as Error).message;
          }
        })();
        expect(message).toContain(`invalid ${label}: `);
        expect(message).toContain("; must be from ");
      }
    )
  );
});

test("missing and not numbers", () => {
  const incomplete: Partial<StressParameters> = defaultStressParameters();
  delete incomplete.rate;
  expect(() => checkStressParameters(incomplete as StressParameters)).toThrow(
    "missing rate; must be from 0.01 C to 50 C"
  );
  expect(() => checkStressParameters({ ...defaultStressParameters(), gap: "2" as never })).toThrow(
    "invalid gap between void and pore: 2; must be from 0.05 µm to 2 µm"
  );
});

test("charged lithium is the discharged less one capacity", () => {
  expect(chargedLithium(defaultStressParameters())).toBeCloseTo(1.2 - 250 / 314.6, 3);
});
