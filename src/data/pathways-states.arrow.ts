// What the particle has become at each rate and state: all numbers of an aged sample.
import { agedElements } from "../science/particle/aged-sample.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { isCalibrated, pathwayRuns, pathwaysMeta } from "./lib/pathways.js";

const rows = pathwayRuns().flatMap(({ run, rate }) => run.samples.map((sample) => ({ ...sample, of: rate })));
const { number, text } = columnsOf(rows);
const percent = (share: number) => 100 * share;
await writeTable(
  arrowTable(
    pathwaysMeta({
      title: "The particle by rate and state",
      description:
        "What the pathway model makes of the particle at 0.05 to 20 C, along the first cycle and after twenty."
    }),
    {
      rate_C: number("C", "rate", (r) => r.of),
      state: text("name of the state", (r) => r.id),
      label: text("state in words", (r) => r.label),
      phase: text("pristine, charge, discharge, and both after twenty cycles", (r) => r.phase),
      voltage_V: number("V", "terminal voltage; none for the pristine particle", (r) => r.voltage),
      provenance: text("calibrated at 0.1 and 10 C, else predicted", (r) => isCalibrated(r.rate)),
      capacity_mAh_g: number("mAh/g", "charge passed in the half-cycle", (r) => r.capacity_mAh_g),
      lithium: number("", "lithium per formula unit", (r) => r.lithium),
      lithium_trapped: number("", "of it on tetrahedral sites", (r) => r.lithiumTrapped),
      lithium_of_domains: number(
        "",
        "lithium per formula unit in distorted domains",
        (r) => r.lithiumOfDomains
      ),
      lithium_elsewhere: number("", "lithium per formula unit in other places", (r) => r.lithiumElsewhere),
      lithium_gradient: number("", "(centre − surface)/mean", (r) => r.lithiumGradient),
      oxygen_lost_percent: number("%", "share of all oxygen that is released", (r) => percent(r.oxygenLost)),
      oxygen_poor_percent: number("%", "oxygen-poor share of the volume", (r) => percent(r.oxygenPoor)),
      distorted_percent: number("%", "distorted share of the volume", (r) => percent(r.distorted)),
      nanovoids_percent: number("%", "nanovoids' share of the volume", (r) => percent(r.nanovoidFraction)),
      porosity_percent: number("%", "all voids' share of the volume", (r) => percent(r.porosity)),
      metal_lost_percent: number("%", "metal missing in changed places", (r) => percent(r.metalLost)),
      surface_layer_nm: number("nm", "densified surface", (r) => 1e9 * r.surfaceLayer),
      crack_damage: number("", "0 for none to 1", (r) => r.crackDamage),
      hoop_stress_MPa: number("MPa", "largest so far in the half-cycle", (r) => r.hoopStress / 1e6),
      ...Object.fromEntries(
        agedElements.flatMap((element) => [
          [`valence_${element}`, number("", `mean valence of ${element}`, (r) => r.valences[element].mean)],
          [
            `surface_${element}`,
            number("", `valence of ${element} at the surface less bulk`, (r) => r.valences[element].surface)
          ],
          [
            `spread_${element}`,
            number(
              "",
              `spread of the valence of ${element} between domains`,
              (r) => r.valences[element].spread
            )
          ]
        ])
      )
    }
  )
);
