// How the charge that has left a domain is shared out: each couple k is filled by f_k = 1/(1 + e^{−(μ − E_k)/w_k}), μ such
// that Σ c_k (f_k(μ) − f_k(0)) = h, h electrons per formula unit that have left the ions (negative: that came). Couples:
// Mn 2/3, Mn 3/4, Ni 2/3, Ni 3/4, Co 2/3, Co 3/4, O −2/−1; energies relative to the pristine level μ = 0, those of the partly
// filled ones from the pristine valences. Polarisation on charge widens Ni 3/4, Co 3/4 and O: metals lag, so that they and oxygen go together.

import type { AgedElement } from "../particle/aged-sample.js";
import { composition } from "../material/composition.js";
import type { PathwayParameters } from "./parameters.js";

export type Valences = Record<AgedElement, number>;

interface Couple {
  element: AgedElement;
  /** electrons per formula unit */
  capacity: number;
  /** V */
  energy: number;
  width: number;
}

const logit = (f: number): number => Math.log(f / (1 - f));
const filling = (mu: number, { energy, width }: Couple): number => 1 / (1 + Math.exp(-(mu - energy) / width));
const within = (f: number): number => Math.min(1 - 1e-6, Math.max(1e-6, f));

export interface Ladder {
  couples: Couple[];
  pristine: Valences;
  /** μ of the last solution, where the next begins */
  last: number;
}

/** @param polarisation V, positive on charge */
export function ladderOf(p: PathwayParameters, polarisation: number): Ladder {
  const wider = 1 + Math.max(0, polarisation) / p.overlapByPolarisation;
  const [metal, oxygen] = [p.metalWidth, p.oxygenWidth * wider];
  const late = p.metalWidth * wider;
  const couple = (element: AgedElement, capacity: number, energy: number, width: number): Couple => ({
    ...{ element, capacity, energy, width }
  });
  return {
    couples: [
      couple("Mn", composition.Mn, -1.2, metal),
      couple("Mn", composition.Mn, -metal * logit(within(p.pristineMn - 3)), metal),
      couple("Ni", composition.Ni, -metal * logit(within(p.pristineNi - 2)), metal),
      couple("Ni", composition.Ni, p.nickelVoltage, late),
      couple("Co", composition.Co, -1, metal),
      couple("Co", composition.Co, p.cobaltVoltage, late),
      couple("O", composition.O, p.oxygenVoltage, oxygen)
    ],
    pristine: { O: p.pristineO, Mn: p.pristineMn, Co: 3, Ni: p.pristineNi },
    last: 0
  };
}

const atoms: Record<AgedElement, number> = {
  O: composition.O,
  Mn: composition.Mn,
  Co: composition.Co,
  Ni: composition.Ni
};

/** Mean valences of a domain from which h electrons per formula unit have left. */
export function valencesAt(ladder: Ladder, h: number): Valences {
  const mu = levelOf(ladder, h);
  const valences = { ...ladder.pristine };
  for (const couple of ladder.couples)
    valences[couple.element] +=
      ((filling(mu, couple) - filling(0, couple)) * couple.capacity) / atoms[couple.element];
  return valences;
}

/** μ, by Newton's method held within a bracket. */
function levelOf(ladder: Ladder, h: number): number {
  const { couples } = ladder;
  let [low, high] = [-4, 6];
  let mu = Math.min(high, Math.max(low, ladder.last));
  for (let k = 0; k < 100; ++k) {
    let value = -h;
    let slope = 0;
    for (const couple of couples) {
      const f = filling(mu, couple);
      value += couple.capacity * (f - filling(0, couple));
      slope += (couple.capacity * f * (1 - f)) / couple.width;
    }
    if (Math.abs(value) < 1e-12) break;
    if (value > 0) high = mu;
    else low = mu;
    const next = mu - value / slope;
    const inside = next > low && next < high;
    const moved = inside ? next : 0.5 * (low + high);
    if (Math.abs(moved - mu) < 1e-13) break;
    mu = moved;
  }
  return (ladder.last = mu);
}
