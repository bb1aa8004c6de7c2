// Example files by the twins of the figure pages: the same samples and instruments, smaller.
import { defaultHalfCellParameters } from "../../science/electrochemistry/parameters.js";
import { cyclesOf, simulateHalfCell } from "../../science/electrochemistry/simulate.js";
import { defaultFadeParameters } from "../../science/electrochemistry/fade.js";
import { defaultCycler } from "../../science/electrochemistry/instrument.js";
import { measure as measureCell } from "../../science/electrochemistry/twin.js";
import { defaultNeutronInstrument } from "../../science/diffraction/neutron-instrument.js";
import { measureNeutrons } from "../../science/diffraction/neutron-twin.js";
import { defaultEelsInstrument } from "../../science/eels/instrument.js";
import { eelsSamples } from "../../science/eels/samples.js";
import { measureSpectra } from "../../science/eels/twin.js";
import { mixedSpectrum } from "./example-spectrum.js";
import { normal } from "../../science/numerics/normal.js";
import { projector } from "../../science/numerics/projector.js";
import { random } from "../../science/numerics/rng.js";
import { crossSection } from "../../science/particle/cross-section.js";
import { latticeCrystal } from "../../science/particle/lattice-states.js";
import { poreNetwork } from "../../science/particle/pore-network.js";
import { defaultSimsInstrument } from "../../science/sims/instrument.js";
import { measure as measureIons } from "../../science/sims/twin.js";
import type { ExampleName } from "./example-names.js";
import { writeTiff } from "./write-tiff.js";

const seed = 1;

const makers: Record<ExampleName, () => File> = {
  cycling() {
    const { halfCycles } = simulateHalfCell(
      { ...defaultHalfCellParameters(), rate: 1 },
      { programme: cyclesOf(4), fade: defaultFadeParameters() }
    );
    const record = measureCell(halfCycles, defaultCycler(), seed);
    const rows = Array.from(record.time, (t, i) =>
      [
        t.toFixed(2),
        ((record.current[i] ?? 0) * 1000).toFixed(6),
        (record.voltage[i] ?? 0).toFixed(5),
        record.cycle?.[i] ?? 0,
        record.step?.[i] ?? 0
      ].join(",")
    );
    return textFile("example-cycling.csv", ["Time [s],Current [mA],Voltage [V],Cycle,Step", ...rows]);
  },
  spectrum() {
    const uniform = random(seed);
    const { energies, values } = mixedSpectrum(0.25, { "Mn3+": 0.35, "Mn4+": 0.65 });
    const rows = Array.from(
      energies,
      (e, i) => `${e.toFixed(3)}  ${((values[i] ?? 0) + 0.004 * normal(uniform)).toFixed(6)}`
    );
    return textFile("example-manganese.xdi", [
      "# XDI/1.0",
      "# Column.1: energy eV",
      "# Column.2: mu",
      "# Element.symbol: Mn",
      "# Element.edge: L3",
      "# Sample.name: 35 % Mn3+ and 65 % Mn4+ by the twin",
      "#---",
      ...rows
    ]);
  },
  loss() {
    const sample = eelsSamples[0];
    if (!sample) throw new Error("missing sample of the energy losses");
    const { core, beamEnergy, beta } = measureSpectra(sample, defaultEelsInstrument, seed);
    return textFile("example-losses.msa", [
      "#FORMAT      : EMSA/MAS Spectral Data File",
      "#VERSION     : 1.0",
      "#TITLE       : core losses by the twin",
      `#NPOINTS     : ${core.counts.length}`,
      "#NCOLUMNS    : 1",
      "#XUNITS      : eV",
      "#YUNITS      : counts",
      "#DATATYPE    : Y",
      `#XPERCHAN    : ${core.step}`,
      `#OFFSET      : ${core.start}`,
      "#SIGNALTYPE  : ELS",
      `#BEAMKV   -kV: ${beamEnergy / 1000}`,
      `#COLLANGLE-mR: ${beta * 1000}`,
      "#SPECTRUM    : here follow the counts",
      ...Array.from(core.counts, String),
      "#ENDOFDATA   : "
    ]);
  },
  pattern() {
    const { x, intensity, error } = measureNeutrons(
      latticeCrystal("pristine"),
      defaultNeutronInstrument(),
      seed
    ).pattern;
    const rows = Array.from(
      x,
      (d, i) => `${d.toFixed(6)} ${(intensity[i] ?? 0).toFixed(4)} ${(error[i] ?? 0).toFixed(4)}`
    );
    return textFile("example-pattern.xye", ["# d (Å)  intensity  error", ...rows]);
  },
  stack() {
    // a round grain whose rim is reduced: transmitted photons, [energy][row][column]
    const [side, photons, step] = [48, 4000, 0.5];
    const oxidised = mixedSpectrum(step, { "Mn4+": 1 });
    const reduced = mixedSpectrum(step, { "Mn3+": 1 });
    const uniform = random(seed);
    const images = new Float32Array(oxidised.energies.length * side * side);
    oxidised.values.forEach((full, e) => {
      for (let y = 0; y < side; ++y)
        for (let x = 0; x < side; ++x) {
          const r = Math.hypot(x - 23.5, y - 23.5) / 18;
          const share = Math.min(1, Math.max(0, (r - 0.55) / 0.45));
          const density = r < 1 ? 0.6 * ((1 - share) * full + share * (reduced.values[e] ?? 0)) : 0;
          const mean = photons * Math.exp(-density);
          images[(e * side + y) * side + x] = Math.max(
            0,
            Math.round(mean + Math.sqrt(mean) * normal(uniform))
          );
        }
    });
    return new File([writeTiff(images, side, side)], "example-stack.tif");
  },
  projections() {
    // two rods in a cylinder, off the middle of the detector by 4 columns
    const [size, count] = [128, 180];
    const uniform = random(seed);
    const slice = new Float32Array(size * size);
    const discs = [
      [0, 0, 44, 0.012],
      [14, -10, 9, 0.02],
      [-18, 8, 6, -0.012]
    ] as const;
    for (const [cx, cz, radius, density] of discs)
      for (let z = 0; z < size; ++z)
        for (let x = 0; x < size; ++x)
          if (Math.hypot(x - 63.5 - cx, z - 63.5 - cz) < radius)
            slice[z * size + x] = (slice[z * size + x] ?? 0) + density;
    const tilts = Float64Array.from({ length: count }, (_, a) => (a * Math.PI) / count);
    const lines = projector({ size, slices: 1, tilts, axisOffset: 4 }).project(slice);
    const rows = 3;
    const images = new Float32Array(count * rows * size);
    for (let a = 0; a < count; ++a)
      for (let y = 0; y < rows; ++y)
        for (let x = 0; x < size; ++x)
          images[(a * rows + y) * size + x] =
            2e4 * Math.exp(-(lines[a * size + x] ?? 0)) + 140 * normal(uniform);
    return new File([writeTiff(images, size, rows)], "example-projections.tif");
  },
  volume() {
    const size = 64;
    const uniform = random(seed);
    const { solid } = poreNetwork("0.1C", { size });
    const bytes = Uint8Array.from(solid, (share) =>
      Math.round(Math.min(255, Math.max(0, 60 + 130 * share + 9 * normal(uniform))))
    );
    return new File([bytes], `example-particle_${size}x${size}x${size}_uint8.raw`);
  },
  ions() {
    // ten times the counts of the figure, on half as many pixels along an edge
    const pixels = 128;
    const section = crossSection("10C-20cycles", { size: 2 * pixels });
    const { counts } = measureIons(section, defaultSimsInstrument({ pixels, time: 300 }), seed);
    const images = Float32Array.from([...counts.Li, ...counts.Mn, ...counts.O]);
    return new File([writeTiff(images, pixels, pixels)], "example-ions.tif");
  }
};

function textFile(name: string, lines: readonly string[]): File {
  return new File([`${lines.join("\n")}\n`], name, { type: "text/plain" });
}

export const makeExample = (name: ExampleName): File => makers[name]();
