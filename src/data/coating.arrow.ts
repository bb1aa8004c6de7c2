// A coating that blocks the release of oxygen on a part of the surface, through the pathways.
import { writeTable } from "./lib/arrow-table.js";
import { forkTable } from "./lib/pathways-fork.js";

await writeTable(
  forkTable(
    [
      { name: "bare, as in the study", changed: {} },
      { name: "90 % of the surface coated", changed: { coating: 0.9 } },
      { name: "wholly coated", changed: { coating: 1 } }
    ],
    {
      title: "A coating that keeps the oxygen",
      description:
        "The pathway model where a coating blocks the release of oxygen on nine tenths of the surface, and on all of it; it adds no resistance, all other constants are kept.",
      page: "/hypotheses/coating"
    }
  )
);
