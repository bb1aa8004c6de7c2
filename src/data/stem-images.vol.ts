// Images of the lamellae as the microscope records them at the default dose.
import { doseOf } from "../science/stem/instrument.js";
import { measure } from "../science/stem/twin.js";
import { packArrays, writeBytes, type ArrayInput } from "./lib/packed-arrays.js";
import { sceneSample, shownSeed, stemMeta, stemScenes } from "./lib/stem.js";

/** Steps of grey that are kept: noise is some of them wide, and more would only make the file larger. */
const greys = 48;

const names = { haadf: "dark field, counts", idpc: "integrated differential phase contrast, rad" };

/** Values between the first and the last per mille, in a few steps. */
function toGreys(values: Float32Array): { values: Float32Array; range: [number, number] } {
  const sorted = values.slice().sort();
  const [low, high] = [0.001, 0.9995].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
  const step = (high - low) / greys || 1;
  const clip = (value: number) => Math.min(high, Math.max(low, value));
  return {
    values: values.map((value) => low + step * Math.round((clip(value) - low) / step)),
    range: [low, high]
  };
}

const facts: Record<string, unknown> = {};
const arrays = stemScenes
  .filter(({ id }) => id !== "fast-surface")
  .flatMap((scene): ArrayInput[] => {
    const { sample, instrument } = sceneSample(scene);
    const { label, panels, size } = scene;
    facts[scene.id] = { label, panels, size, pixel_A: instrument.pixel, dose_e_A2: doseOf(instrument) };
    return scene.signals.map((signal) => ({
      ...{ name: `${scene.id} ${signal}`, shape: [size, size], axes: ["y", "x"], kind: "scaled" },
      ...{ unit: signal === "haadf" ? "" : "rad", description: `${label}: ${names[signal]}` },
      ...toGreys(measure(sample, instrument, shownSeed, { signal }).values)
    }));
  });
const meta = stemMeta({
  title: "Atomic images of the lamellae",
  description:
    "Dark-field and integrated differential phase contrast images of the pristine, the slowly and the fast cycled lamella, as recorded; 48 steps of grey.",
  provenance: "predicted"
});
await writeBytes(packArrays(meta, facts, arrays));
