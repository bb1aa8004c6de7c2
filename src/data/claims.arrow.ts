// Every claim of the study beside what this site computes for it, judged by the claim's rule.
// tables: data/composition-shares.arrow data/oxidation-means.arrow data/oxidation-zones.arrow data/oxidation-overlap.arrow data/oxidation-rixs.arrow data/oxidation-cycles.arrow data/neutron-fits.arrow data/neutron-bias.arrow data/operando-lattice.arrow data/eels-results.arrow data/porosity-numbers.arrow data/sims-false-fickian.arrow data/sims-maps/*.vol
import { claims } from "../science/claims/claims.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { claimColumns } from "./lib/claims-table.js";
import { compositionClaims } from "./lib/composition-claims.js";
import { eelsClaims } from "./lib/eels-claims.js";
import { readEelsResults } from "./lib/eels-tables.js";
import { nanovoidClaim } from "./lib/nanovoid-claim.js";
import { computePorosityClaims } from "./lib/porosity-tables.js";
import { readFickianLimit, simsClaims } from "./lib/sims-claims.js";
import { readSimsFacts } from "./lib/sims-facts.js";
import { stemClaims } from "./lib/stem-claims.js";
import { computeElectrochemistryClaims } from "./lib/electrochemistry-claims.js";
import { neutronClaims, readNeutronTables } from "./lib/neutron-claims.js";
import { operandoClaims, readBasalRows } from "./lib/operando-claims.js";
import { oxidationClaims } from "./lib/oxidation-claims.js";
import { readOxidationTables } from "./lib/oxidation-tables.js";
import { computeSampleClaims } from "./lib/sample-claims.js";
import { readShares } from "./lib/composition-shares.js";
import { computeStressClaims, stressInputs } from "./lib/stress-claims.js";

await writeTable(
  arrowTable(
    {
      title: "Claims of the study, with verdicts",
      description:
        "One row for each of the 49 numbers and 11 qualitative statements of the study: what is printed, what is computed here, and the verdict.",
      method:
        "Each claim has a rule that accepts an interval of numbers. A verdict compares it with the interval that the computation leaves open: its error, and the span over unknown inputs.",
      provenance: "predicted",
      parameters: stressInputs(),
      sources: ["doi:10.1038/s41565-024-01773-4"],
      page: "/claims",
      code: [
        "src/science/claims/judge.ts",
        "src/science/claims/claims.ts",
        "src/data/lib/stress-claims.ts",
        "src/data/lib/composition-claims.ts",
        "src/data/lib/oxidation-claims.ts",
        "src/data/lib/sample-claims.ts",
        "src/data/lib/electrochemistry-claims.ts",
        "src/data/lib/neutron-claims.ts",
        "src/data/lib/operando-claims.ts",
        "src/data/lib/stem-claims.ts",
        "src/data/lib/eels-claims.ts",
        "src/data/lib/sims-claims.ts",
        "src/data/lib/porosity-claims.ts"
      ]
    },
    claimColumns(claims, [
      ...(await computeStressClaims()),
      ...compositionClaims(readShares()),
      ...oxidationClaims(readOxidationTables()),
      ...computeSampleClaims(),
      ...computeElectrochemistryClaims(),
      ...neutronClaims(readNeutronTables()),
      ...operandoClaims(readBasalRows()),
      ...stemClaims(),
      ...eelsClaims(readEelsResults()),
      nanovoidClaim(readEelsResults()),
      ...simsClaims(readSimsFacts(), readFickianLimit()),
      ...computePorosityClaims()
    ])
  )
);
