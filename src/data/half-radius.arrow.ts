// A particle of half the radius through the pathways: what smaller particles would change.
import { writeTable } from "./lib/arrow-table.js";
import { forkTable } from "./lib/pathways-fork.js";

await writeTable(
  forkTable(
    [
      { name: "8 µm, as in the study", changed: {} },
      { name: "4 µm", changed: { particleRadius: 4e-6 } }
    ],
    {
      title: "Half the radius",
      description:
        "The pathway model for a particle of 4 µm radius beside that of 8 µm, all other constants kept.",
      page: "/hypotheses/half-radius"
    }
  )
);
