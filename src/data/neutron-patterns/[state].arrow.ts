// The neutron pattern of one state and its refinement (Supplementary Figs. 1–13): every bin observed and calculated.
import { parseArgs } from "node:util";
import { seriesEntry } from "../../science/diffraction/neutron-series.js";
import { latticeState, latticeStates } from "../../science/particle/lattice-states.js";
import { arrowTable, writeTable } from "../lib/arrow-table.js";
import { neutronInstrument, neutronMeta, neutronSeed } from "../lib/neutron.js";

const { state: id = "" } = parseArgs({ options: { state: { type: "string" } } }).values;
const state = latticeState(id);
const seed = neutronSeed + latticeStates.indexOf(state);
const { raw, result } = seriesEntry(state, neutronInstrument, seed);
const column = (unit: string, description: string, values: Float64Array) => ({
  ...{ unit, description, values: Float32Array.from(values) }
});
const intensity = "1000 at the top of the pristine (0 1 2)";
await writeTable(
  arrowTable(
    neutronMeta({
      title: `Neutron pattern of the state ${state.label}`,
      description:
        "Intensity against d: measured by the twin with its standard error, calculated by the refinement, and the background of it. Observed less calculated is the difference curve.",
      parameters: { instrument: neutronInstrument, state: id, lithium: state.lithium, ...state.values },
      seed
    }),
    {
      d_A: column("Å", "spacing", raw.d),
      counts: column("", "neutrons counted in the bin", raw.counts),
      observed: column("", `intensity measured; ${intensity}`, raw.pattern.intensity),
      error: column("", "standard error of it, from the counts", raw.pattern.error),
      calculated: column("", `intensity refined; ${intensity}`, result.calculated),
      background: column("", `background refined; ${intensity}`, result.background)
    }
  )
);
