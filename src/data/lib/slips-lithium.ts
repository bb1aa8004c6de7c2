/**
 * What the study's own diffusion model says of the maps of lithium: its gradient at the end of a charge at 10 C, how fast it is
 * gone once the current stops, and what the twin of the ion maps makes of it, beside the uneven particle of the twin.
 */
import { crossSection } from "../../science/particle/cross-section.js";
import { sectionState, type SectionContent } from "../../science/particle/cross-section-states.js";
import { diffusivity } from "../../science/material/diffusivity.js";
import { hour } from "../../science/material/constants.js";
import { chargedLithium, defaultStressParameters } from "../../science/mechanics/parameters.js";
import { fickianTest } from "../../science/sims/fickian.js";
import { defaultSimsInstrument } from "../../science/sims/instrument.js";
import { measuredArea } from "../../science/sims/measured-area.js";
import { defaultSimsSettings } from "../../science/sims/settings.js";
import { measure } from "../../science/sims/twin.js";
import { sphereAtRate } from "./slips-transient.js";

const p = defaultStressParameters();
/** slowest mode of a solid sphere without flux: tan λ = λ */
const slowest = 4.493409457909064;

export interface RelaxationRow {
  /** s since the current stopped */
  rest: number;
  /** over the particle's radius */
  radius: number;
  /** Li per formula unit */
  lithium: number;
}

/** Lithium after a full charge at a rate and a rest: the flux on from the start, and as much the other way from its end. */
export function restedLithium(rate: number, rest: number, D = diffusivity(p.temperature, p.diffusivity)) {
  const sphere = sphereAtRate(-rate, D);
  const length = hour / rate;
  return (r: number): number =>
    p.dischargedLithium +
    sphere.concentration(r, length + rest) -
    (rest > 0 ? sphere.concentration(r, rest) : 0);
}

export function relaxationRows(
  rests: readonly number[] = [0, 2, 6, 20, 60],
  rate = p.rate,
  points = 60
): RelaxationRow[] {
  return rests.flatMap((rest) => {
    const lithium = restedLithium(rate, rest);
    return Array.from({ length: points + 1 }, (_, k) => {
      const r = p.voidRadius + ((p.particleRadius - p.voidRadius) * k) / points;
      return { rest, radius: r / p.particleRadius, lithium: lithium(r) };
    });
  });
}

export interface FickianFacts {
  /** s in which the slowest mode falls to 1/e */
  relaxation: number;
  /** centre less surface over the mean, at the end of the charge and after a minute */
  fall: number;
  fallAfterMinute: number;
  /** m²/s below which a tenth of the gradient would still be there after an hour */
  slowEnough: number;
}

const fallAfter = (rest: number): number => {
  const lithium = restedLithium(p.rate, rest);
  return (lithium(p.voidRadius) - lithium(p.particleRadius)) / chargedLithium(p);
};

export function fickianFacts(): FickianFacts {
  const rate = (slowest / p.particleRadius) ** 2;
  return {
    relaxation: 1 / (rate * diffusivity(p.temperature, p.diffusivity)),
    fall: fallAfter(0),
    fallAfterMinute: fallAfter(60),
    slowEnough: Math.log(10) / (rate * hour)
  };
}

export interface FickianMapRow {
  sample: string;
  /** centre less surface over the mean, set */
  fall: number;
  /** of the variance beyond counts, by a parabola; NaN where there is none to speak of */
  parabola: number;
  /** beyond counts and parabola, over the mean */
  residual: number;
  particles: number;
}

const size = 128;
const domains = { lithiumExcess: 0, oxygenExcess: 0, manganeseDeficit: 0, pores: 0, cracks: 0 };

/** @param particles of each kind, each of its own seed; medians are told */
export function fickianMapRows(particles = 6): FickianMapRow[] {
  const model = { ...domains, lithium: chargedLithium(p) };
  const kinds: readonly { sample: string; content: Partial<SectionContent> }[] = [
    { sample: "the model as the current stops", content: { ...model, gradient: fallAfter(0) } },
    { sample: "the model a minute later", content: { ...model, gradient: Math.max(0, fallAfter(60)) } },
    { sample: "as set for the ion maps, 10 C, first cycle", content: {} }
  ];
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  return kinds.map(({ sample, content }) => {
    const tests = Array.from({ length: particles }, (_, k) => {
      const section = crossSection("10C-first", { size, seed: 40 + k, content });
      const raw = measure(section, defaultSimsInstrument({ pixels: size }), 70 + k);
      const { mask, radial } = measuredArea(raw, defaultSimsSettings.margin);
      return fickianTest(raw.counts.Li, mask, radial, raw.width, raw.height);
    });
    return {
      ...{ sample, particles },
      fall: content.gradient ?? sectionState("10C-first").content.gradient,
      parabola: median(tests.map((test) => test.parabola)),
      residual: median(tests.map((test) => test.residual))
    };
  });
}
