// What a voxel of 25 nm³ and one of (25 nm)³ hold, and how well the twin's photons tell their elements.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { voxelReading, voxelReadings } from "./lib/slips-voxels.js";

const rows = voxelReadings
  .map(({ name, width }) => voxelReading(name, width))
  .flatMap((reading) => reading.contents.elements.map((element) => ({ reading, ...element })));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Two readings of the printed voxel",
      description:
        "Atoms, step in absorption and noise of each element in one voxel at the dose of the composition twin.",
      method:
        "Tabulated mass attenuation; photon noise of two images a tilt behind a mean chord of the fragment, through filtered back-projection, no regularisation.",
      sources: [
        "doi:10.1038/s41565-024-01773-4",
        "doi:10.18434/T4HS32 (attenuation)",
        "Tretiak, J. Comput. Assist. Tomogr. 2 (1978) 477"
      ],
      code: ["src/data/lib/slips-voxels.ts", "src/science/composition/voxel-contents.ts"]
    }),
    {
      reading: text("how the print is read", (r) => r.reading.name),
      element: text("element", (r) => r.element),
      width_nm: number("nm", "edge of the voxel", (r) => r.reading.contents.width * 1e9),
      volume_nm3: number("nm³", "its volume", (r) => r.reading.contents.volume * 1e27),
      atoms: number("", "atoms of the element", (r) => r.atoms),
      edge_step: number("", "optical density, difference between two energies", (r) => r.edgeStep),
      noise_percent: number(
        "%",
        "standard deviation of the element's density",
        (r) => 100 * (r.reading.noise[r.element] ?? NaN)
      ),
      ratio_noise_percent: number("%", "standard deviation of TM/O", (r) => 100 * r.reading.ratioNoise),
      on_target_percent: number(
        "%",
        "share of a uniform material within the threshold",
        (r) => 100 * r.reading.onTarget
      )
    }
  )
);
