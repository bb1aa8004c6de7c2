import { describe, expect, it } from "vitest";
import { ringCrossSection, wavelength } from "../../../src/science/material/electron-scattering.js";
import { defaultStemInstrument } from "../../../src/science/stem/instrument.js";
import {
  angularLimit,
  multisliceSetup,
  probeWave,
  sendThrough,
  slicePotential,
  transmission
} from "../../../src/science/stem/multislice.js";
import { kernelAt, kernelMaker } from "../../../src/science/stem/probe.js";

const grid = { width: 10, height: 10, columns: 256, rows: 256 };
const setup = multisliceSetup(grid, 300);
const instrument = { ...defaultStemInstrument(), sourceSize: 0 };
const detectors = { rings: [[62, 160]] as const, momentum: [0, 170] as const };

describe("multislice", () => {
  it("carries angles up to two thirds of the grid's limit", () =>
    expect(angularLimit(grid, 300)).toBeCloseTo((1e3 * wavelength(300) * 256) / 30, 6));

  it("keeps the intensity of the beam, with what the grid's limit takes, to 1e-6", () => {
    const atoms = Array.from({ length: 8 }, (_, i) => ({
      element: (["Mn", "O", "Ni", "Li"] as const)[i % 4],
      x: (3.7 * i) % 10,
      y: (2.3 * i) % 10
    }));
    const slice = transmission(slicePotential(setup, atoms), 300);
    const wave = probeWave(setup, 25, 3.7, 2.3);
    const readings = sendThrough(
      setup,
      wave,
      { slices: [slice], order: () => 0, thickness: 2.8 },
      [1, 5, 20],
      detectors
    );
    for (const { kept, lost } of readings) expect(Math.abs(kept + lost - 1)).toBeLessThan(1e-6);
    expect(readings[2].lost).toBeLessThan(0.02);
    expect(readings[2].lost).toBeGreaterThan(readings[0].lost);
  });

  it("moves a probe through empty space without change", () => {
    const empty = transmission(new Float64Array(256 * 256), 300);
    const wave = probeWave(setup, 25, 5, 5);
    const [reading] = sendThrough(
      setup,
      wave,
      { slices: [empty], order: () => 0, thickness: 5 },
      [10],
      detectors
    );
    expect(reading.kept).toBeCloseTo(1, 12);
    expect(reading.lost).toBeLessThan(1e-12);
    expect(Math.hypot(...reading.momentum)).toBeLessThan(1e-12);
  });

  it("has the potential of its atoms: the mean is 47.88 f_e(0)/area", () => {
    const potential = slicePotential(setup, [{ element: "O", x: 2, y: 7 }]);
    const mean = potential.reduce((sum, value) => sum + value, 0) / potential.length;
    expect(mean).toBeCloseTo((47.878 * 2 * (29.9474 - 77.6101 + 99.8818 - 51.2127 + 0.0082)) / 100, 2);
  });

  it("agrees with the quick model for one thin layer: dark field", () => {
    const maker = kernelMaker(instrument, false);
    for (const element of ["O", "Mn"] as const) {
      const slice = transmission(slicePotential(setup, [{ element, x: 5, y: 5 }]), 300);
      const ring = ringCrossSection(element, 300, 0.062, 0.16);
      const table = maker.haadf(element);
      for (const distance of [0, 0.2, 0.35]) {
        const wave = probeWave(setup, 25, 5 + distance, 5);
        const [{ rings }] = sendThrough(
          setup,
          wave,
          { slices: [slice], order: () => 0, thickness: 1 },
          [1],
          detectors
        );
        // of the peak: an atom is not a point, as the quick model has it
        const difference = rings[0] / ring - kernelAt(table, distance);
        expect(Math.abs(difference / kernelAt(table, 0))).toBeLessThan(0.1);
      }
    }
  });

  it("agrees with the quick model for one thin layer: integrated phase contrast", () => {
    // the momentum of the beam behind a phase object is the probe's mean of its slope: exactly, if all of it is seen
    const slice = transmission(slicePotential(setup, [{ element: "O", x: 5, y: 5 }]), 300);
    const table = kernelMaker(instrument, false).idpc("O");
    const places = Array.from({ length: 25 }, (_, i) => (i * 2) / 24);
    const momenta = places.map((place) => {
      const wave = probeWave(setup, 25, 5 + place, 5);
      const [{ momentum }] = sendThrough(
        setup,
        wave,
        { slices: [slice], order: () => 0, thickness: 1 },
        [1],
        detectors
      );
      return 2 * Math.PI * momentum[0];
    });
    let integral = 0;
    for (let i = 1; i < places.length; ++i) {
      integral += 0.5 * (momenta[i] + momenta[i - 1]) * (places[i] - places[i - 1]);
      if (i % 6) continue;
      const model = kernelAt(table, places[i]) - kernelAt(table, 0);
      expect(integral / model).toBeGreaterThan(0.96);
      expect(integral / model).toBeLessThan(1.02);
    }
  });
});
