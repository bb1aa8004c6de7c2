// Terminal voltage: V = E(X_s, h) + η + i (R_f + ρ_L (L − L_i) + R_c c) + I L_s/κ_eff − η_Li, X_s the surface's lithium and what is
// trapped in the mean, η of Butler–Volmer at the particle's surface, i positive on charge.

import { cellLosses, type CellLosses } from "../material/half-cell.js";
import { overpotential } from "../material/kinetics.js";
import { chargedLithium, equilibriumPotential } from "./equilibrium.js";
import { meanOf } from "./grid.js";
import type { Model } from "./model.js";
import { pristineLithium } from "./parameters.js";
import { totalOf, type ParticleState } from "./state.js";

export interface Drive {
  /** J into the particle, lithium per formula unit · m/s */
  flux: number;
  /** A/m² of the particle's surface, positive on charge */
  current: number;
  /** V, η of the charge transfer */
  transfer: number;
  cell: CellLosses;
  /** a of the charge branch, see equilibrium.ts */
  activation: number;
}

/** @param rate C, positive @param charging whether lithium leaves @param speed lithium per formula unit and second at 1 C */
export function driveOf(
  model: Model,
  rate: number,
  charging: boolean,
  speed: number,
  activation: number
): Drive {
  const { parameters: p } = model;
  const direction = charging ? -1 : 1;
  const flux = (direction * rate * speed * p.particleRadius) / 3;
  const current = -flux * model.currentPerFlux;
  return {
    flux,
    current,
    transfer: overpotential(p, current, p.temperature),
    cell: cellLosses(p, -direction * rate * p.capacity),
    activation
  };
}

/** y at r = R: that of the outermost shell and the gradient that carries J. */
export function surfaceContent(model: Model, state: ParticleState, flux: number): number {
  const { shells, diffusivity, byStress } = model;
  const last = shells.count - 1;
  const { regular, reversible, permanent } = state.field;
  const share = 1 - reversible[last] - permanent[last];
  const y = regular[last] / share;
  return y + (flux * shells.skin) / (share * diffusivity * (1 + byStress * y));
}

/** x_d falls no further than this, however much is trapped: a particle that hardly takes lithium any more */
const leastFull = chargedLithium + 0.15;

/** V; without any polarisation */
export function surfacePotential(model: Model, state: ParticleState, drive: Drive): number {
  const { parameters: p, shells } = model;
  const { trappedByVacancies, trappedByDistortion, voids } = state.field;
  const trapped = meanOf(shells, trappedByVacancies) + meanOf(shells, trappedByDistortion);
  return equilibriumPotential(surfaceContent(model, state, drive.flux) + trapped, {
    branch: totalOf(state, "branch"),
    activation: drive.activation,
    full: Math.max(leastFull, pristineLithium - p.blockedPlaces * trapped),
    decay: (1 - totalOf(state, "branch")) * p.voltageDecay * meanOf(shells, voids)
  });
}

/** V between the equilibrium at the surface and the terminals. */
export function polarisation({ parameters: p, on }: Model, state: ParticleState, drive: Drive): number {
  const film = on.filmResistance
    ? p.filmResistance +
      p.layerResistance * (totalOf(state, "layer") - p.nativeLayer) +
      p.crackResistance * totalOf(state, "cracks")
    : 0;
  return drive.transfer + drive.current * film + drive.cell.ohmicDrop - drive.cell.counterOverpotential;
}

export function terminalVoltage(model: Model, state: ParticleState, drive: Drive): number {
  return surfacePotential(model, state, drive) + polarisation(model, state, drive);
}
