// A polished cut through one particle: where there is matter, and how many atoms of Li, Mn and O a formula unit has there.
//   Li = ⟨Li⟩ (1 + a_Li s_Li)(1 + g (1/2 − r²/R²))/norm,  O = 2 (1 + a_O s_O)/norm,  Mn = 0.56 (1 − a_Mn s_Mn)/norm,
// s(r) from 0 outside to 1 inside domains: a smooth step where a random field, mean 0 and variance 1, passes the quantile that
// leaves the share f above it. The fields of the elements share a common part: f_X = √ρ f_0 + √(1 − ρ) f_own.
// The parabola is the quasi-steady profile of diffusion out of a sphere at a constant flux (Crank, The Mathematics of
// Diffusion, 2nd ed., 1975, section 6.3.3), so that g alone, with a_Li = 0, is a Fickian particle.

import { composition } from "../material/composition.js";
import { normalQuantile } from "../numerics/normal-distribution.js";
import { random, type Random } from "../numerics/rng.js";
import { noiseRow, noiseWaves, type Wave } from "./noise-field.js";
import { sectionState, type SectionContent } from "./cross-section-states.js";
import { voidMask } from "./cross-section-voids.js";

/** m, edge of the maps of the study */
export const sectionField = 17.2e-6;

export const mappedElements = ["Li", "Mn", "O"] as const;
export type MappedElement = (typeof mappedElements)[number];

/** A square field of points, all arrays [y][x]. */
export interface CrossSection {
  id: string;
  /** points along an edge */
  size: number;
  /** m between points */
  step: number;
  /** 1 where there is matter */
  solid: Uint8Array;
  /** 1 in pores and cracks of the particle */
  voids: Uint8Array;
  /** atoms per formula unit; 0 where there is no matter */
  contents: Record<MappedElement, Float32Array>;
  /** how far a point is inside a domain of the element (Li-rich, Mn-poor, O-rich): 0 to 1 */
  domains: Record<MappedElement, Float32Array>;
  /** distance from the centre over the radius */
  radial: Float32Array;
  content: SectionContent;
}

export interface SectionOptions {
  /** points along an edge; 512 unless given */
  size?: number;
  seed?: number;
  /** another content than that of the state */
  content?: Partial<SectionContent>;
}

const waveCount = 40;
/** width of the step at a domain's edge, standard deviations of the field */
const softness = 0.25;

/** @throws where there is no such section, or the size is no whole number from 16 up */
export function crossSection(
  id: string,
  { size = 512, seed = 1, content = {} }: SectionOptions = {}
): CrossSection {
  if (!(Number.isInteger(size) && size >= 16))
    throw new Error(`invalid size of a cross-section: ${size}; must be a whole number from 16 up`);
  const own = { ...sectionState(id).content, ...content };
  const step = sectionField / size;
  const uniform = random(seed);
  const drawn = drawWaves(uniform, own);
  const voids = voidMask(own, uniform, size, step);
  const empty = () => new Float32Array(size * size);
  const domains = { Li: empty(), Mn: empty(), O: empty() };
  const [solid, radial] = [new Uint8Array(size * size), empty()];
  const start = (0.5 - size / 2) * step;
  const row = () => new Float64Array(size);
  const [common, outline, separate] = [row(), row(), row()];
  const [shared, alone] = [Math.sqrt(own.overlap), Math.sqrt(1 - own.overlap)];
  const quantile = normalQuantile(1 - own.coverage);
  for (let j = 0; j < size; ++j) {
    const y = start + j * step;
    const at = j * size;
    noiseRow(drawn.common, y, 0, start, step, common);
    noiseRow(drawn.outline, y, 0, start, step, outline);
    for (let i = 0; i < size; ++i) {
      const x = start + i * step;
      radial[at + i] = Math.hypot(x, y) / (own.radius * (1 + 0.012 * outline[i]));
      if (radial[at + i] <= 1 && voids[at + i] === 0) solid[at + i] = 1;
    }
    for (const element of mappedElements) {
      noiseRow(drawn.own[element], y, 0, start, step, separate);
      for (let i = 0; i < size; ++i) {
        const field = shared * common[i] + alone * separate[i];
        domains[element][at + i] = 1 / (1 + Math.exp(-(field - quantile) / softness));
      }
    }
  }
  for (let p = 0; p < voids.length; ++p) if (radial[p] > 1) voids[p] = 0;
  const contents = contentsOf(own, solid, radial, domains);
  return { id, size, step, solid, voids, contents, domains, radial, content: own };
}

function drawWaves(uniform: Random, { domain }: SectionContent) {
  const waves = (): Wave[] => noiseWaves(uniform, [domain / 2, domain], waveCount);
  const common = waves();
  const own = { Li: waves(), Mn: waves(), O: waves() };
  return { common, own, outline: noiseWaves(uniform, [4e-6, 9e-6], 12) };
}

function contentsOf(
  content: SectionContent,
  solid: Uint8Array,
  radial: Float32Array,
  domains: Record<MappedElement, Float32Array>
): Record<MappedElement, Float32Array> {
  const { lithium, lithiumExcess, oxygenExcess, manganeseDeficit, gradient } = content;
  const raw = (p: number): Record<MappedElement, number> => ({
    Li: (1 + lithiumExcess * domains.Li[p]) * Math.max(0, 1 + gradient * (0.5 - radial[p] ** 2)),
    Mn: 1 - manganeseDeficit * domains.Mn[p],
    O: 1 + oxygenExcess * domains.O[p]
  });
  const means = { Li: lithium, Mn: composition.Mn, O: composition.O };
  const out = {} as Record<MappedElement, Float32Array>;
  for (const element of mappedElements) {
    const values = Float32Array.from(solid, (inside, p) => (inside ? raw(p)[element] : 0));
    const [sum, count] = [values.reduce((s, v) => s + v, 0), solid.reduce((n, v) => n + v, 0)];
    const scale = (means[element] * count) / sum;
    out[element] = values.map((v) => v * scale);
  }
  return out;
}
