// Energy-differential cross-section of each edge, m²/eV an atom, as the twin makes it and a model fit assumes it: continuum
// and lines of photoabsorption (the same illustrative references as in X-ray absorption, which differ from a measured edge)
// through the dipole approximation. Above 900 eV, where the table ends, the power law of the continuum goes on.

import { avogadro } from "./constants.js";
import { type EelsEdge, edgeFacts, type LowEdge, lowEdges } from "./eels-edges.js";
import { dipoleCrossSection, type Kinematics } from "./eels-kinematics.js";
import { continuum, referenceSpectrum, speciesOf } from "./xanes-references.js";
import { gaussianFwhm } from "../numerics/voigt.js";

/** Mb an atom of photoabsorption by the edge alone [energy], without the instrument's resolution. */
export type Absorption = (energies: ArrayLike<number>) => Float64Array;

const isLow = (edge: EelsEdge): edge is LowEdge => edge in lowEdges;

const defaultSpecies: Partial<Record<EelsEdge, Record<string, number>>> = {
  "O K": { "O-lattice": 1 },
  "Mn L": { "Mn4+": 1 },
  "Co L": { "Co3+": 1 },
  "Ni L": { "Ni2+": 1 }
};

/**
 * Photoabsorption of an edge.
 * @param species shares of the element's species, by id, for edges with near-edge structure that follows the valence
 */
export function edgeAbsorption(
  edge: EelsEdge,
  energies: ArrayLike<number>,
  species: Record<string, number> = defaultSpecies[edge] ?? {}
): Float64Array {
  return isLow(edge) ? lowAbsorption(edge, energies) : coreAbsorption(edge, energies, species);
}

function lowAbsorption(edge: LowEdge, energies: ArrayLike<number>): Float64Array {
  const { continuum: points, lines } = lowEdges[edge];
  const { onset } = edgeFacts[edge];
  return Float64Array.from({ length: energies.length }, (_, i) => {
    const e = energies[i];
    const k = Math.min(points.length - 2, Math.max(0, points.findIndex(([at]) => at > e) - 1));
    const j = e > points[points.length - 1][0] ? points.length - 2 : k;
    const [[e0, s0], [e1, s1]] = [points[j], points[j + 1]];
    const base = s0 * (s1 / s0) ** (Math.log(Math.max(e, onset) / e0) / Math.log(e1 / e0));
    // a step of about 1 eV: solids have no sharp onset there
    let sum = base / (1 + Math.exp((onset - e) / 0.3));
    for (const { offset, area, width } of lines) {
      const sigma = width / gaussianFwhm;
      const x = (e - onset - offset) / sigma;
      sum += (area / (sigma * Math.sqrt(2 * Math.PI))) * Math.exp(-0.5 * x * x);
    }
    return sum;
  });
}

/** m²/mol to Mb an atom */
const molar = 1e22 / avogadro;

function coreAbsorption(
  edge: EelsEdge,
  energies: ArrayLike<number>,
  shares: Record<string, number>
): Float64Array {
  const { element, onset } = edgeFacts[edge];
  if (element === "Li") throw new Error(`unknown core edge: ${edge}`);
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const { below } = continuum(element);
  const out = new Float64Array(energies.length);
  for (const [id, share] of Object.entries(shares)) {
    if (share === 0) continue;
    const spectrum = referenceSpectrum(speciesOf(id), energies, { resolution: 0 });
    for (let i = 0; i < out.length; ++i) {
      const e = energies[i];
      // the tails of arctangent and Lorentzian reach far below the edge, where none is measured
      if (e > onset - 15) out[i] = out[i] + (share / total) * (spectrum[i] - below(e)) * molar;
    }
  }
  return out;
}

/** dσ/dE of an edge, m²/eV an atom [energy]. @param beta rad */
export function edgeCrossSection(
  edge: EelsEdge,
  energies: ArrayLike<number>,
  beta: number,
  k: Kinematics,
  species?: Record<string, number>
): Float64Array {
  return edgeAbsorption(edge, energies, species).map((absorption, i) =>
    energies[i] > 1 ? dipoleCrossSection(energies[i], absorption, beta, k) : 0
  );
}
