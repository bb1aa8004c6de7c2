// The mark of oxidised oxygen in maps of resonant inelastic scattering: found, its detection limit, and the amount in the sample.
import { analyseRixs, oxidisedShare, rixsDetectionLimit } from "../science/xanes/rixs-analysis.js";
import { defaultRixsInstrument, rixsParameters, rixsStates } from "../science/xanes/rixs-instrument.js";
import { expectedRixs, recordRixs } from "../science/xanes/rixs.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const counts = [10, 30, 100, rixsParameters.counts.value, 1500, 5000];
const rows = rixsStates.flatMap((state, k) =>
  counts.map((n) => {
    const instrument = { ...defaultRixsInstrument, counts: n };
    const result = analyseRixs(recordRixs(expectedRixs(state.oxidised.value, instrument), k + 1));
    return {
      ...{ state, n, result },
      share: oxidisedShare(result, instrument),
      limit: rixsDetectionLimit(instrument)
    };
  })
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Oxidised oxygen in resonant inelastic scattering",
      description:
        "Counts of the feature at 531–532 eV of excitation in 523–524 eV of emission, the share of oxidised oxygen that it stands for, and the smallest share that is seen.",
      method:
        "Twin of a map of resonant inelastic scattering with counting noise; the feature is what stands over the tail of the lattice's emission.",
      parameters: { ...defaultRixsInstrument, counts },
      page: "/figures/fig-3-oxidation-states",
      code: [
        "src/science/xanes/rixs-analysis.ts",
        "src/science/xanes/rixs.ts",
        "src/science/xanes/rixs-instrument.ts"
      ]
    }),
    {
      state: text("state after 20 cycles", (r) => r.state.label),
      rate_C: number("C", "rate of the cycles", (r) => r.state.rate),
      voltage_V: number("V", "voltage at which the map is taken", (r) => r.state.voltage),
      counts: number("", "counts in a bin at the lattice's strongest emission", (r) => r.n),
      true_share: number(
        "",
        "share of the oxygen that is oxidised in the sample",
        (r) => r.state.oxidised.value
      ),
      feature: number("", "counts of the feature over the tail", (r) => r.result.feature),
      standard_error: number("", "standard error of them", (r) => r.result.featureError),
      significance: number("", "feature over its standard error", (r) => r.result.significance),
      recovered_share: number("", "share of oxidised oxygen found", (r) => r.share.share),
      share_error: number("", "standard error of that share", (r) => r.share.error),
      detection_limit: number("", "share that is three standard errors", (r) => r.limit)
    }
  )
);
