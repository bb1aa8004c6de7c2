// h_O, the share of the surface's oxygen that is oxidised: from the charge that has left it, h = 1.2 − x_s − 2 (v + n), through
// the redox ladder, as a table over h so that a step costs little.

import { pchip, type Curve } from "../numerics/pchip.js";
import type { Model } from "./model.js";
import { pristineLithium, type PathwayParameters } from "./parameters.js";
import { ladderOf, valencesAt } from "./redox.js";
import type { ParticleState } from "./state.js";
import { surfaceContent, type Drive } from "./voltage.js";

const tables = new WeakMap<PathwayParameters, Curve>();

function tableOf(p: PathwayParameters): Curve {
  let table = tables.get(p);
  if (!table) {
    const ladder = ladderOf(p, 0);
    const h = Array.from({ length: 49 }, (_, k) => -1 + k / 20);
    table = pchip(
      h,
      h.map((charge) => valencesAt(ladder, charge).O + 2)
    );
    tables.set(p, table);
  }
  return table;
}

export function oxidisedOxygen(model: Model, state: ParticleState, { flux }: Drive): number {
  const last = model.shells.count - 1;
  const { trappedByVacancies, trappedByDistortion, vacancies, voids } = state.field;
  const lithium = surfaceContent(model, state, flux) + trappedByVacancies[last] + trappedByDistortion[last];
  const charge = pristineLithium - lithium - 2 * (vacancies[last] + voids[last]);
  return Math.min(1, Math.max(0, tableOf(model.parameters).value(Math.min(1.4, Math.max(-1, charge)))));
}
