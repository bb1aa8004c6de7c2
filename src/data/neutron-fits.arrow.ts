// Figures of merit of each neutron refinement, and the two numbers that the study tells of: oxygen lost, lithium kept.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { latticeStateColumns, neutronMeta, series } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = series();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Neutron refinements: quality of the fits, oxygen lost, lithium kept",
      description:
        "One row for each state: R factors, χ², oxygen deficit and lithium content with standard errors."
    }),
    {
      ...latticeStateColumns(rows),
      rp: number("%", "profile R factor", (r) => 100 * r.result.rp),
      rwp: number("%", "weighted profile R factor", (r) => 100 * r.result.rwp),
      rexp: number("%", "R factor that counting alone would give", (r) => 100 * r.result.rexp),
      chi_squared: number("", "reduced χ², (R_wp/R_exp)²", (r) => r.result.chiSquared),
      refined_parameters: number(
        "",
        "parameters refined",
        (r) => r.result.model.points - r.result.fit.degreesOfFreedom
      ),
      iterations: number("", "steps of the last stage", (r) => r.result.fit.iterations),
      fault: text("what went wrong; empty where nothing did", (r) => r.result.fit.fault),
      oxygen_loss: number(
        "%",
        "oxygen missing from its sites, refined",
        (r) => 100 * r.derived.oxygenLoss.value
      ),
      oxygen_loss_error: number("%", "standard error of it", (r) => 100 * r.derived.oxygenLoss.error),
      true_oxygen_loss: number(
        "%",
        "oxygen missing in the sample, an input",
        (r) => 100 * (1 - r.state.values.oxygen)
      ),
      refined_lithium: number("", "lithium per formula unit, refined", (r) => r.derived.lithium.value),
      refined_lithium_error: number("", "standard error of it", (r) => r.derived.lithium.error)
    }
  )
);
