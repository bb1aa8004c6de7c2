// Strain, rotation and phases that the analysis finds in the images of the cycled lamellae, beside what is true.
import { surfaceSequence } from "../science/stem/local-phases.js";
import { strainComponents } from "../science/stem/compare.js";
import { packArrays, writeBytes, type ArrayInput } from "./lib/packed-arrays.js";
import { runScene, stemMeta, stemScenes } from "./lib/stem.js";
import { trueMaps } from "./lib/stem-truth.js";

const facts: Record<string, unknown> = {};
const arrays = stemScenes
  .filter(({ id }) => id !== "pristine")
  .flatMap((scene): ArrayInput[] => {
    const { result, sample } = runScene(scene);
    const { strain, phases, regions } = result;
    const step = strain.stepX * strain.pixel;
    facts[scene.id] = {
      ...{ label: scene.label, step_A: step, phase_step_A: phases.stepX * phases.pixel },
      ...{ g_per_px: strain.g, resolution_A: strain.resolution, peaks: strain.peaks.slice(0, 12) },
      sequence: scene.id === "fast" ? null : surfaceSequence(phases),
      regions: regions.regions.map(({ members, ...region }) => ({ ...region, columns: members.length }))
    };
    const truth = trueMaps(sample, strain, phases);
    const map = (name: string, values: Float32Array, description: string): ArrayInput => ({
      ...{
        name: `${scene.id} ${name}`,
        shape: [strain.rows, strain.columns],
        axes: ["y", "x"],
        kind: "scaled"
      },
      ...{ unit: name.endsWith("rotation") ? "rad" : "", description: `${scene.label}: ${description}` },
      ...{ values, range: [-0.12, 0.12] }
    });
    const classes = (name: string, values: Uint8Array, description: string): ArrayInput => ({
      ...{
        name: `${scene.id} ${name}`,
        shape: [phases.rows, phases.columns],
        axes: ["y", "x"],
        kind: "class"
      },
      ...{ unit: "", values },
      description: `${scene.label}: ${description}: 0 none, 1 layered, 2 spinel, 3 rock salt`
    });
    return [
      ...strainComponents.flatMap((name) => [
        map(name, strain[name], `${name} found`),
        map(`true ${name}`, truth[name], `${name} of the nearest column`)
      ]),
      classes(
        "phase",
        phases.phase.map((p) => (p === 255 ? 0 : p + 1)),
        "structure found"
      ),
      classes("true phase", truth.phase, "structure of the nearest column")
    ];
  });
const meta = stemMeta({
  title: "Strain, rotation and phases of the lamellae",
  description:
    "Maps by geometrical phase analysis and local Fourier motifs of the dark-field images, and the truth of the sample on the same points."
});
await writeBytes(packArrays(meta, facts, arrays));
