// One radiograph of each state as recorded, and the thickness retrieved from it.
import { writeBytes } from "./lib/packed-arrays.js";
import { sampleSize, shownSeed } from "./lib/porosity.js";
import { packedRadiographs } from "./lib/porosity-radiographs.js";

await writeBytes(packedRadiographs(sampleSize, shownSeed));
