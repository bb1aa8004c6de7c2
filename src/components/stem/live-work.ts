/** Images and analyses in a worker: the page stays free to be moved. A change of the analysis takes the last image. */
import { distortedLattice } from "../../science/particle/lattice-models.js";
import type { ProjectedColumns } from "../../science/particle/lattice-models-columns.js";
import { neighbourFinder } from "../../science/stem/columns.js";
import { compareStrain, strainComponents } from "../../science/stem/compare.js";
import { defaultStemInstrument, fieldOf, type StemInstrument } from "../../science/stem/instrument.js";
import type { PowerPeak } from "../../science/numerics/power-peaks.js";
import type { AtomicImage } from "../../science/stem/raw.js";
import { defaultAnalysisSettings } from "../../science/stem/settings.js";
import { latticePeaks, strainMaps, type StrainMaps } from "../../science/stem/strain.js";
import { measure } from "../../science/stem/twin.js";
import type { LatticeValues, LiveAnswer, LiveRequest } from "./live-request.js";
import type { StrainName } from "./raster.js";

const size = 512;
const seed = 1;

interface Shot {
  key: string;
  sample: ProjectedColumns;
  image: AtomicImage;
  peaks: PowerPeak[];
}
let last: Shot | null = null;

function shoot({ dose, bendAmplitude, twist, deficit, thickness }: LatticeValues) {
  const key = [dose, bendAmplitude, twist, deficit, thickness].join(" ");
  if (last?.key === key) return { shot: last, sampled: 0, imaged: 0 };
  const begun = performance.now();
  const plain = defaultStemInstrument(size);
  const instrument: StemInstrument = { ...plain, frameTime: dose / plain.doseRate };
  const sample = distortedLattice(fieldOf(instrument), { bendAmplitude, twist, deficit, thickness });
  const between = performance.now();
  const image = measure(sample, instrument, seed);
  const imaged = performance.now() - between;
  last = { key, sample, image, peaks: latticePeaks(image) };
  return { shot: last, sampled: between - begun, imaged };
}

/** Å within which a point takes the truth of a column. */
const reach = 3;

/** The sample's deformation at the points of the maps: that of the nearest column. */
function truthOf(sample: ProjectedColumns, { columns, rows, stepX, pixel }: StrainMaps) {
  const around = neighbourFinder(sample.x, sample.y, reach);
  const maps = Object.fromEntries(
    strainComponents.map((name) => [name, new Float32Array(columns * rows).fill(NaN)])
  ) as Record<StrainName, Float32Array>;
  for (let p = 0; p < columns * rows; ++p) {
    let [nearest, best] = [-1, Infinity];
    around((p % columns) * stepX * pixel, Math.floor(p / columns) * stepX * pixel, (k, dx, dy) => {
      const far = dx * dx + dy * dy;
      if (far < best) [nearest, best] = [k, far];
    });
    if (nearest >= 0) for (const name of strainComponents) maps[name][p] = sample[name][nearest];
  }
  return maps;
}

function run({ values, g, reference }: LiveRequest): LiveAnswer {
  const { shot, sampled, imaged } = shoot(values);
  const begun = performance.now();
  const strain = strainMaps(
    shot.image,
    {
      ...defaultAnalysisSettings.strain,
      ...{ g: g ?? "auto", mask: values.mask, reference }
    },
    shot.peaks
  );
  const took = { sample: sampled, image: imaged, strain: performance.now() - begun };
  const compared = compareStrain(strain, shot.sample);
  const of = (value: "rms" | "slope") =>
    Object.fromEntries(compared.map((row) => [row.component, row[value]])) as Record<StrainName, number>;
  const { exx, eyy, exy, rotation, columns, stepX, sigma, resolution, peaks } = strain;
  return {
    ...{ image: shot.image.values, size, pixel: shot.image.pixel },
    ...{ columns, step: stepX * strain.pixel, found: { exx, eyy, exy, rotation } },
    ...{ truth: truthOf(shot.sample, strain), rms: of("rms"), slope: of("slope") },
    ...{ g: strain.g, sigma, resolution, took },
    peaks: peaks.map(({ x, y, power }) => ({ x, y, power }))
  };
}

self.onmessage = ({ data: { id, request } }: MessageEvent<{ id: number; request: LiveRequest }>) => {
  try {
    self.postMessage({ id, answer: run(request) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
