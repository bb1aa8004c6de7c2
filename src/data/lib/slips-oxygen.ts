/**
 * Oxygen in two instruments: the share of a fragment that the microscope calls oxygen-poor, and the loss that neutrons see. A
 * share f whose TM/O is raised by δ lacks f δ/(1 + δ) of all oxygen; below the threshold δ₀ nothing is called poor. And the steps
 * in absorption that two tables give, which an absolute TM/O would inherit.
 */
import { photonEnergies } from "../../science/composition/instrument.js";
import { defaultSettings } from "../../science/composition/settings.js";
import { voxelContents } from "../../science/composition/voxel-contents.js";
import { composition } from "../../science/material/composition.js";
import { fragment, type Fragment } from "../../science/particle/fragment.js";
import { sampledState } from "../../science/particle/states.js";

export interface AbsorptionRow {
  element: string;
  /** eV */
  pre: number;
  post: number;
  /** ΔOD of a voxel 25 nm wide */
  chantler: number;
  elam: number;
  /** Elam over Chantler, less 1 */
  difference: number;
}

export function absorptionRows(width = 25e-9): AbsorptionRow[] {
  const [chantler, elam] = (["chantler", "elam"] as const).map(
    (table) => voxelContents(width, 0.05, table).elements
  );
  return photonEnergies.map(({ element, pre, post }) => {
    const step = (of: typeof chantler) => of?.find((own) => own.element === element)?.edgeStep ?? NaN;
    const [one, other] = [step(chantler), step(elam)];
    return { element, pre, post, chantler: one, elam: other, difference: other / one - 1 };
  });
}

const metals = ["Mn", "Co", "Ni"] as const;

/** TM/O over the true one where nature follows Elam and the analysis takes Chantler. */
export function absoluteRatio(rows: readonly AbsorptionRow[] = absorptionRows()): number {
  const factor = (element: string) => 1 + (rows.find((row) => row.element === element)?.difference ?? NaN);
  const total = metals.reduce((sum, metal) => sum + composition[metal], 0);
  return metals.reduce((sum, m) => sum + (composition[m] / total) * factor(m), 0) / factor("O");
}

/** TM/O over the nominal one, of every voxel that is at least half full. */
function ratiosOf({ densities: { O, Mn, Co, Ni } }: Fragment): number[] {
  const half = 0.5 * O.reduce((most, v) => Math.max(most, v), 0);
  const nominal = (composition.Mn + composition.Co + composition.Ni) / composition.O;
  return Array.from(O.keys()).flatMap((v) => {
    const oxygen = O[v] ?? 0;
    return oxygen >= half ? [((Mn[v] ?? 0) + (Co[v] ?? 0) + (Ni[v] ?? 0)) / oxygen / nominal] : [];
  });
}

export interface OxygenFacts {
  state: string;
  /** share of the voxels called oxygen-poor at the threshold, in the sample */
  poor: number;
  /** share of all oxygen that is missing */
  loss: number;
  /** share on target if TM/O were read with the other table and not against the pristine particle */
  absoluteTarget: number;
  target: number;
}

/** @param size voxels along an edge of the fragment */
export function oxygenFacts(stateId: string, size = 64): OxygenFacts {
  const own = fragment(stateId, { size });
  const sum = (values: Float32Array) => values.reduce((total, v) => total + v, 0);
  // lithium is set to one content all over the oxide, so that it tells how much oxide there is
  const oxide = sum(own.densities.Li) / sampledState(stateId).lithium.value;
  const ratios = ratiosOf(own);
  const { threshold } = defaultSettings;
  const share = (test: (ratio: number) => boolean) => ratios.filter(test).length / ratios.length;
  const shift = absoluteRatio();
  const onTarget = (ratio: number) => Math.abs(ratio - 1) <= threshold;
  return {
    state: stateId,
    poor: share((ratio) => ratio > 1 + threshold),
    loss: 1 - sum(own.densities.O) / (composition.O * oxide),
    target: share(onTarget),
    absoluteTarget: share((ratio) => onTarget(ratio * shift))
  };
}
