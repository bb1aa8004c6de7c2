// What makes or breaks what is read from ion maps: particles that have, or have not, what is claimed, measured many times over
// on coarse pixels (the dose of the field is the same), and how often a test says yes. The particles are made up, with stronger
// contrasts than the aged particle's, so that there is something to make and to break.

import { crossSection, type CrossSection } from "../particle/cross-section.js";
import { madeUpSection, type SectionContent } from "../particle/cross-section-states.js";
import { onPolarGrid, polarGrid } from "../numerics/polar-grid.js";
import { rotationTest, shuffleTest } from "../numerics/permutation-test.js";
import { random } from "../numerics/rng.js";
import type { TaskOptions } from "../task.js";
import { analyseDomains, areaPairs, type DomainsResult } from "./analysis.js";
import { fickianTest } from "./fickian.js";
import { defaultSimsInstrument, type SimsInstrument } from "./instrument.js";
import { measuredArea } from "./measured-area.js";
import { defaultSimsSettings, type Normalisation } from "./settings.js";
import { measure } from "./twin.js";

const fastState = "10C-20cycles";
const coarse = { size: 128, rings: 24, angles: 90 } as const;
const settings = { ...defaultSimsSettings, rings: coarse.rings, angles: coarse.angles };
const instrument = (changes: Partial<SimsInstrument> = {}) =>
  defaultSimsInstrument({ pixels: coarse.size, ...changes });
const section = (seed: number, content: Partial<SectionContent>): CrossSection =>
  crossSection(fastState, { size: coarse.size, seed, content: { ...madeUpSection, ...content } });

export interface MatrixRow {
  /** whether Mn lacks in the O-rich domains of the sample */
  deficit: boolean;
  /** exponent of oxygen in the yield of positive ions */
  matrix: number;
  normalisation: Normalisation;
  /** overlap of O-rich and Mn-poor areas, mean over the particles, and of Li-rich and O-rich ones */
  overlap: number;
  lithium: number;
  /** share of the particles with p below 0.05: true positives with the deficit, false ones without */
  rate: number;
  lithiumRate: number;
  particles: number;
}

/** "O-rich is Mn-poor", with and without a lack of Mn, against the strength of the matrix effect. */
export function matrixRows(
  strengths: readonly number[],
  particles: number,
  { signal, onProgress }: TaskOptions = {}
): MatrixRow[] {
  return [true, false].flatMap((deficit, d) => {
    const sections = Array.from({ length: particles }, (_, k) =>
      section(100 + k, deficit ? {} : { manganeseDeficit: 0 })
    );
    return strengths.flatMap((matrix, m) => {
      signal?.throwIfAborted();
      onProgress?.((d + m / strengths.length) / 2, "matrix effect");
      const raws = sections.map((s, k) => measure(s, instrument({ matrix }), 500 + k));
      return (["counts", "total"] as const).map((normalisation): MatrixRow => {
        const found = raws.map((raw) => analyseDomains(raw, { ...settings, normalisation }));
        const of = (i: number) => found.map(({ overlaps }) => overlaps[i].test);
        const mean = (i: number) => of(i).reduce((sum, t) => sum + t.overlap, 0) / particles;
        const rate = (i: number) => of(i).filter(({ p }) => p < 0.05).length / particles;
        return {
          ...{ deficit, matrix, normalisation, overlap: mean(1), lithium: mean(0) },
          ...{ rate: rate(1), lithiumRate: rate(0), particles }
        };
      });
    });
  });
}

export interface CalibrationRow {
  test: "turns" | "shuffled pixels";
  p: number;
}

/** p-values where nothing is to be found: the areas of one ion in one particle, of another ion in another particle. */
export function calibrationRows(
  particles: number,
  { signal, onProgress }: TaskOptions = {}
): CalibrationRow[] {
  const runs: DomainsResult[] = Array.from({ length: particles + 1 }, (_, k) => {
    signal?.throwIfAborted();
    onProgress?.(k / particles, "particles without anything in common");
    const plain = { pores: 0, cracks: 0, gradient: 0 };
    return analyseDomains(measure(section(1000 + k, plain), instrument(), 2000 + k), settings);
  });
  const uniform = random(7);
  return Array.from({ length: particles }, (_, k) =>
    areaPairs.flatMap(([first, second]): CalibrationRow[] => {
      const [one, other] = [runs[k], runs[k + 1]];
      const grid = polarGrid(coarse.size, coarse.size, { ...one.area, ...coarse });
      const polar = (values: ArrayLike<number>) => onPolarGrid(grid, values);
      const both = one.area.mask.map((m, p) => m & other.area.mask[p]);
      const [a, b] = [one.domains[first].area, other.domains[second].area];
      return [
        { test: "turns", p: rotationTest(grid, polar(a), polar(b), polar(both)).p },
        { test: "shuffled pixels", p: shuffleTest(a, b, both, uniform, 99).p }
      ];
    })
  ).flat();
}

export interface FalseFickianRow {
  /** what the particle has, all of them Fickian in lithium */
  sample: string;
  rate: number;
  /** standard deviation beyond counts that the parabola leaves, over the mean; median over the particles, and
   *  standard deviation between them (NaN of one alone) */
  residual: number;
  deviation: number;
  particles: number;
}

const flat = { lithiumExcess: 0, oxygenExcess: 0, manganeseDeficit: 0, gradient: 0.5, pores: 0, cracks: 0 };
export const fickianSamples: readonly { sample: string; content: Partial<SectionContent>; margin: number }[] =
  [
    { sample: "parabola alone", content: flat, margin: defaultSimsSettings.margin },
    { sample: "and cracks, no margin", content: { ...flat, pores: 25, cracks: 6 }, margin: 0 },
    { sample: "and cracks", content: { ...flat, pores: 25, cracks: 6 }, margin: defaultSimsSettings.margin },
    {
      sample: "and O-rich domains",
      content: { ...flat, oxygenExcess: 0.12 },
      margin: defaultSimsSettings.margin
    }
  ];

/** How often lithium that does follow Fick's law is said not to. */
export function falseFickianRows(particles: number): FalseFickianRow[] {
  return fickianSamples.map(({ sample, content, margin }) => {
    const tests = Array.from({ length: particles }, (_, k) => {
      const raw = measure(section(300 + k, content), instrument(), 900 + k);
      const { mask, radial } = measuredArea(raw, margin);
      return fickianTest(raw.counts.Li, mask, radial, raw.width, raw.height);
    });
    const residuals = tests.map(({ residual }) => residual).sort((a, b) => a - b);
    const rate = tests.filter(({ p }) => p < 0.05).length / particles;
    const mean = residuals.reduce((sum, r) => sum + r, 0) / particles;
    const squares = residuals.reduce((sum, r) => sum + (r - mean) ** 2, 0);
    const deviation = particles > 1 ? Math.sqrt(squares / (particles - 1)) : NaN;
    return { sample, rate, residual: residuals[residuals.length >> 1], deviation, particles };
  });
}
