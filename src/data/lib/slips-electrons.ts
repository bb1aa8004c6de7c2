/** Energy resolution of the electron spectra: what can be seen of Li K and of the O K pre-peak, and what a fit still gives. */
import { edgeFacts } from "../../science/material/eels-edges.js";
import { defaultEelsInstrument } from "../../science/eels/instrument.js";
import { limitsOf } from "../../science/eels/limits.js";
import { eelsSample } from "../../science/eels/samples.js";
import { energiesOf, type LossSpectrum } from "../../science/eels/spectrum.js";
import { expectedSpectra } from "../../science/eels/twin.js";

/** eV: as printed, ten times better, and between */
export const shownResolutions = [4.7, 1, 0.47] as const;
export const sweptResolutions = [0.25, 0.47, 0.7, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.7] as const;

const sample = eelsSample("A");
const withoutLithium = { ...sample, contents: { ...sample.contents, Li: 0 } };

export interface EdgeRow {
  resolution: number;
  edge: "Li K" | "O K";
  energy: number;
  /** over the counts at the start of the range */
  counts: number;
  /** the same without any lithium in the sample; of Li K only */
  without: number;
}

const ranges = { "Li K": [44, 80], "O K": [522, 550] } as const;

function within(
  s: LossSpectrum,
  [from, to]: readonly [number, number]
): { energy: number; counts: number }[] {
  const points = Array.from(energiesOf(s), (energy, i) => ({ energy, counts: s.counts[i] ?? NaN }));
  const own = points.filter(({ energy }) => energy >= from && energy <= to);
  const level = own[0]?.counts ?? NaN;
  return own.map(({ energy, counts }) => ({ energy, counts: counts / level }));
}

/** Spectra of region A as they are expected, without noise. */
export function edgeRows(resolutions: readonly number[] = shownResolutions): EdgeRow[] {
  return resolutions.flatMap((resolution) => {
    const instrument = { ...defaultEelsInstrument, resolution };
    const [raw, bare] = [expectedSpectra(sample, instrument), expectedSpectra(withoutLithium, instrument)];
    const lithium = within(raw.lithium, ranges["Li K"]);
    const none = within(bare.lithium, ranges["Li K"]);
    return [
      ...lithium.map((point, i) => ({
        ...{ resolution, edge: "Li K" as const, ...point },
        without: none[i]?.counts ?? NaN
      })),
      ...within(raw.core, ranges["O K"]).map((point) => ({
        ...{ resolution, edge: "O K" as const, ...point },
        without: NaN
      }))
    ];
  });
}

/** Maxima of a smooth curve between two energies. */
export function maximaOf(
  rows: readonly { energy: number; counts: number }[],
  from: number,
  to: number
): number[] {
  return rows.flatMap(({ energy, counts }, i) => {
    const [before, after] = [rows[i - 1]?.counts ?? Infinity, rows[i + 1]?.counts ?? Infinity];
    return energy >= from && energy <= to && counts > before && counts >= after ? [energy] : [];
  });
}

export interface ResolutionRow {
  resolution: number;
  /** distance of Li K from Mn M2,3 over the width of the zero-loss peak */
  separation: number;
  /** maxima of the O K pre-peak, 526 to 534 eV */
  prePeakMaxima: number;
  /** least change of Li over Mn that is three standard errors, as a share; bias of the same fit */
  smallestLithium: number;
  lithiumBias: number;
  condition: number;
  /** bias of the pre-peak's energy, eV */
  prePeakBias: number;
}

export function resolutionRows(resolutions: readonly number[] = sweptResolutions): ResolutionRow[] {
  return resolutions.map((resolution) => {
    const oxygen = edgeRows([resolution]).filter((row) => row.edge === "O K");
    const limits = limitsOf(sample, { ...defaultEelsInstrument, resolution }, {}, undefined, [
      "lithium",
      "prePeak"
    ]);
    const limit = (quantity: string) => limits.find((own) => own.quantity === quantity);
    const [lithium, peak] = [limit("lithium"), limit("prePeakEnergy")];
    return {
      resolution,
      separation: (edgeFacts["Li K"].onset - edgeFacts["Mn M"].onset) / resolution,
      prePeakMaxima: maximaOf(oxygen, 526, 534).length,
      smallestLithium: lithium?.smallest ?? NaN,
      lithiumBias: lithium ? lithium.found / lithium.truth - 1 : NaN,
      condition: lithium?.conditionNumber ?? NaN,
      prePeakBias: peak ? peak.found - peak.truth : NaN
    };
  });
}
