// Fields of the particle against the radius, at each rate and state.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { pathwayRuns, pathwaysMeta } from "./lib/pathways.js";

const rows = pathwayRuns().flatMap(({ run, rate }) =>
  run.profiles.flatMap((profile) => Array.from(profile.radius, (radius, i) => ({ rate, profile, radius, i })))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    pathwaysMeta({
      title: "Profiles of the particle",
      description: "Lithium, distortion and oxygen vacancies against the radius, at 0.05 to 20 C."
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      state: text("name of the state", (r) => r.profile.id),
      radius_um: number("µm", "distance from the centre", (r) => 1e6 * r.radius),
      lithium: number("", "lithium per formula unit in regular places", (r) => r.profile.lithium[r.i]),
      trapped: number("", "lithium on tetrahedral sites per formula unit", (r) => r.profile.trapped[r.i]),
      distorted_percent: number(
        "%",
        "distorted share, beyond that of the pristine particle",
        (r) => 100 * r.profile.distorted[r.i]
      ),
      vacancies_percent: number(
        "%",
        "mobile oxygen vacancies, share of the sites",
        (r) => 50 * r.profile.vacancies[r.i]
      ),
      voids_percent: number(
        "%",
        "gathered oxygen vacancies, share of the sites",
        (r) => 50 * r.profile.voids[r.i]
      )
    }
  )
);
