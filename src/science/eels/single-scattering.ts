// Probability of one loss, an eV, in a sample: t/λ of the plasmon, and every edge as its areal density times its cross-section.
// Around the core edges a power law stands for all other losses.

import { type EelsEdge, edgeFacts } from "../material/eels-edges.js";
import { edgeCrossSection } from "../material/eels-edge-shapes.js";
import { kinematics } from "../material/eels-kinematics.js";
import { meanFreePath, plasmon } from "./drude.js";
import type { EelsInstrument } from "./instrument.js";
import { arealDensities, type EelsSample, pristineSample } from "./samples.js";

const lowEdgeList = ["Li K", "Mn M", "Co M", "Ni M"] as const;
const coreEdgeList = ["O K", "Mn L", "Co L", "Ni L"] as const;

/** Shares of species at an edge of a sample; undefined where the edge has one only. */
function speciesAt(edge: EelsEdge, { oxidised, manganese }: EelsSample): Record<string, number> | undefined {
  if (edge === "O K") return { "O-lattice": 1 - oxidised, "O-oxidised": oxidised };
  return edge === "Mn L" ? { ...manganese } : undefined;
}

/** Single losses from 0 eV on, 1/eV [channel]: plasmon, Li K and the M edges. */
export function singleLowLoss(
  sample: EelsSample,
  instrument: EelsInstrument,
  channels: number,
  step: number
): Float64Array {
  const out = plasmon(channels, step, instrument);
  const ratio = sample.thickness / meanFreePath(sample.contents, instrument);
  for (let i = 0; i < channels; ++i) out[i] = out[i] * ratio;
  const energies = Float64Array.from({ length: channels }, (_, i) => i * step);
  return withEdges(out, energies, lowEdgeList, sample, instrument);
}

/** Single losses around the core edges, 1/eV [energy]: power law and edges. */
export function singleCoreLoss(
  sample: EelsSample,
  instrument: EelsInstrument,
  energies: Float64Array
): Float64Array {
  const k = kinematics(instrument.beamEnergy);
  // the step of the pristine compound: 20 eV above the onset no line is left
  const { onset } = edgeFacts["O K"];
  const reference = arealDensities({ ...pristineSample, thickness: sample.thickness });
  const jump = reference.O * edgeCrossSection("O K", [onset + 28], instrument.beta, k)[0];
  const out = energies.map(
    (e) => instrument.backgroundRatio * jump * (onset / e) ** instrument.backgroundExponent
  );
  return withEdges(out, energies, coreEdgeList, sample, instrument);
}

function withEdges(
  out: Float64Array,
  energies: Float64Array,
  edges: readonly EelsEdge[],
  sample: EelsSample,
  { beta, beamEnergy }: EelsInstrument
): Float64Array {
  const k = kinematics(beamEnergy);
  const density = arealDensities(sample);
  for (const edge of edges) {
    const shape = edgeCrossSection(edge, energies, beta, k, speciesAt(edge, sample));
    const n = density[edgeFacts[edge].element];
    for (let i = 0; i < out.length; ++i) out[i] = out[i] + n * shape[i];
  }
  return out;
}
