import { beforeAll, describe, expect, test } from "vitest";
import { fragment } from "../../../src/science/particle/fragment.js";
import {
  meanValence,
  nearSurfaceShare,
  oxidation,
  type OxidationField,
  speciesOfElement,
  valenceVolume
} from "../../../src/science/particle/oxidation.js";
import {
  chargeResidual,
  nearSurface,
  oxidationElements,
  oxidationState
} from "../../../src/science/particle/oxidation-states.js";
import { sampledStates } from "../../../src/science/particle/states.js";

const nm = 1e-9;
const size = 32;
const fields = new Map<string, OxidationField>();
const tested = ["uniform", "pristine", "0.1C-4.8V", "0.1C-discharged", "10C-4.8V"];
beforeAll(() => tested.forEach((id) => fields.set(id, oxidation(id, { size }))), 120_000);
const field = (id: string) => fields.get(id) ?? oxidation(id, { size });
const mean = (id: string, element: (typeof oxidationElements)[number]) =>
  oxidationState(id).valences[element].mean.value;
const oxidised = (id: string) => mean(id, "O") - mean("pristine", "O");

const stepOf = (id: string) => (element: (typeof oxidationElements)[number]) =>
  meanValence(field(id), element, [0, 30 * nm]) - meanValence(field(id), element, [120 * nm, 1]);

describe("valences of the states", () => {
  test("balance the charge of lithium and oxygen to a fifth of an electron", () => {
    for (const { id } of sampledStates) expect(Math.abs(chargeResidual(id))).toBeLessThan(0.2);
  });

  test("follow the study's words on Mn, on the metals at 4.4 V, and on oxygen, Co and Ni at both rates", () => {
    for (const { id, phase } of sampledStates)
      if (phase !== "discharge") expect(Math.abs(mean(id, "Mn") - 4)).toBeLessThan(0.1);
    const share = (element: "Co" | "Ni", id: string) =>
      (mean(id, element) - mean("pristine", element)) / (4 - mean("pristine", element));
    for (const element of ["Co", "Ni"] as const) {
      expect(share(element, "0.1C-4.4V")).toBeGreaterThan(0.7);
      expect(mean("10C-4.8V", element)).toBeGreaterThan(mean("10C-4.6V", element));
    }
    for (const element of ["Co", "Ni"] as const)
      expect(mean("10C-4.8V", element)).toBeLessThan(mean("0.1C-4.8V", element) - 0.03);
    expect(oxidised("10C-4.8V")).toBeLessThan(oxidised("0.1C-4.8V"));
    for (const rate of ["0.1C", "10C"])
      for (const element of ["Mn", "Co", "Ni"] as const)
        expect(mean(`${rate}-discharged`, element)).not.toBeCloseTo(mean("pristine", element), 2);
  });

  test("do not follow them on oxygen at 0.1 C: most of its oxidation has come by 4.6 V", () => {
    expect(oxidised("0.1C-4.8V") - oxidised("0.1C-4.6V")).toBeLessThan(0.3 * oxidised("0.1C-4.6V"));
  });

  test("do not follow them on oxygen after discharge: it is back within a hundredth", () => {
    for (const rate of ["0.1C", "10C"]) expect(oxidised(`${rate}-discharged`)).toBeLessThan(0.01);
  });

  test("are those of the model or, in the control, assumed, within their ranges", () => {
    for (const { id, phase } of sampledStates)
      for (const pattern of Object.values(oxidationState(id).valences))
        for (const { status, value, min, max } of [pattern.mean, pattern.surface, pattern.spread]) {
          expect(status).toBe(phase === "control" ? "assumed" : "model");
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
  });
});

describe("fields of valence", () => {
  test("have the mean of their state, over all atoms", () => {
    for (const id of tested)
      for (const element of oxidationElements)
        expect(meanValence(field(id), element)).toBeCloseTo(mean(id, element), 4);
  });

  test("are shares: none negative, all of an element one", () => {
    for (const id of tested) {
      const { fractions, index } = field(id);
      for (const element of oxidationElements) {
        const parts = speciesOfElement[element].map((name) => fractions[name]);
        for (let i = 0; i < index.length; i += 7) {
          expect(Math.min(...parts.map((part) => part[i]))).toBeGreaterThanOrEqual(-1e-7);
          expect(parts.reduce((sum, part) => sum + part[i], 0)).toBeCloseTo(1, 6);
        }
      }
    }
  });

  test("feel the surface as much as area and volume say, whatever the voxel", () => {
    const ℓ = oxidationState("0.1C-4.8V").depth.value;
    for (const h of [2 * nm, 20 * nm, 40 * nm]) {
      const steps = Math.ceil((40 * ℓ) / h);
      const column = Array.from({ length: steps }, (_, k) => nearSurfaceShare((k + 0.5) * h, h, ℓ) * h);
      expect(column.reduce((sum, share) => sum + share, 0)).toBeCloseTo(ℓ, 15);
    }
    const { index, depth, fragment: solid } = oxidation("0.1C-4.8V", { size: 64 });
    let [sum, total] = [0, 0];
    index.forEach((v, i) => {
      sum += solid.densities.Ni[v] * nearSurfaceShare(depth[i], solid.voxel, ℓ);
      total += solid.densities.Ni[v];
    });
    expect(sum / total).toBeGreaterThan(0.9 * nearSurface);
    expect(sum / total).toBeLessThan(1.1 * nearSurface);
  });

  test("at 4.8 V and 0.1 C fall towards the surface for Mn and Ni, rise for oxygen, and are even for Co", () => {
    const step = stepOf("0.1C-4.8V");
    expect(step("Mn")).toBeLessThan(-0.02);
    expect(step("Ni")).toBeLessThan(-0.05);
    expect(step("O")).toBeGreaterThan(0.005);
    expect(Math.abs(step("Co"))).toBeLessThan(0.03);
  });

  test("at 4.8 V and 10 C hardly differ at the surface: less has become dense there in so short a time", () => {
    const [slow, fast] = ["0.1C-4.8V", "10C-4.8V"].map(stepOf);
    for (const element of ["Mn", "Ni", "O"] as const) {
      expect(Math.sign(fast(element)), element).toBe(Math.sign(slow(element)));
      expect(Math.abs(fast(element)), element).toBeLessThan(0.5 * Math.abs(slow(element)));
    }
  });

  test("after discharge hold Mn²⁺ at the surface only, and Ni near 3 where it is", () => {
    const { fractions, depth, index } = field("0.1C-discharged");
    let [n, nickel] = [0, 0];
    for (let i = 0; i < index.length; ++i) {
      const share = fractions["Mn2+"][i];
      if (depth[i] > 120 * nm) expect(share).toBeLessThan(0.02);
      if (share < 0.2) continue;
      ++n;
      nickel += fractions["Ni3+"][i] + 2 * fractions["Ni4+"][i];
    }
    expect(n).toBeGreaterThan(20);
    expect(n / index.length).toBeLessThan(0.2);
    expect(nickel / n).toBeGreaterThan(0.7);
    expect(nickel / n).toBeLessThan(1.3);
  });

  test("are one composition throughout in the control", () => {
    const volume = valenceVolume(field("uniform"), "Ni").filter(Number.isFinite);
    expect(Math.min(...volume)).toBe(2);
    expect(Math.max(...volume)).toBe(2);
  });

  test("are the same fields at every resolution", () => {
    const fine = oxidation("0.1C-4.8V", { size: 64 });
    for (const element of oxidationElements)
      for (const range of [
        [0, 40 * nm],
        [40 * nm, 120 * nm],
        [120 * nm, 1]
      ] as const)
        expect(meanValence(fine, element, range)).toBeCloseTo(
          meanValence(field("0.1C-4.8V"), element, range),
          1
        );
  });

  test("come from a seed, and refuse a fragment of another size", () => {
    const again = oxidation("0.1C-4.8V", { size });
    expect(again.fractions["Ni4+"]).toEqual(field("0.1C-4.8V").fractions["Ni4+"]);
    expect(() => oxidation("pristine", { size: 16 }, fragment("pristine", { size }))).toThrow(
      "invalid fragment: 32 voxels along an edge; must be 16"
    );
    expect(() => oxidation("4.9 V", { size })).toThrow(/^unknown sampled state/);
  });
});
