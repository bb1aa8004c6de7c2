// What of the parameters and the switches enters a step: shells, transport, constants at the run's temperature.

import { formulaUnitConcentration } from "../material/composition.js";
import { faraday, gasConstant } from "../material/constants.js";
import { diffusivity, referenceTemperature } from "../material/diffusivity.js";
import { thermalFactor } from "../material/kinetics.js";
import { shellsOf, type Shells } from "./grid.js";
import { mechanisms, type Mechanism } from "./mechanisms.js";
import { pristineLithium, type PathwayParameters } from "./parameters.js";
import { emptyState, setTotal, type ParticleState } from "./state.js";
import { transportByStress, type Elastic } from "./stress.js";

export interface Model {
  parameters: PathwayParameters;
  shells: Shells;
  on: Record<Mechanism, boolean>;
  elastic: Elastic;
  /** D (m²/s) and θ of D (1 + θ x) */
  diffusivity: number;
  byStress: number;
  /** A/m² per (lithium per formula unit · m/s) */
  currentPerFlux: number;
  /** α_r F/(R T), 1/V */
  releaseSlope: number;
  /** k_s, D_v, k_n, k_x at the temperature */
  release: number;
  vacancyDiffusivity: number;
  aggregation: number;
  exchange: number;
}

export function modelOf(p: PathwayParameters, shells: number, off: readonly Mechanism[] = []): Model {
  const on = Object.fromEntries(mechanisms.map((name) => [name, !off.includes(name)])) as Record<
    Mechanism,
    boolean
  >;
  const arrhenius = Math.exp(
    (p.activationEnergy / gasConstant) * (1 / referenceTemperature - 1 / p.temperature)
  );
  const formulaUnits = formulaUnitConcentration(p.density);
  const { youngsModulus, poissonRatio, volumeSlope } = p;
  const elastic = { youngsModulus, poissonRatio, volumeSlope };
  return {
    parameters: p,
    shells: shellsOf(p.particleRadius, shells),
    on,
    elastic,
    diffusivity: diffusivity(p.temperature, p.diffusivity),
    byStress: on.stressCoupling ? transportByStress(elastic, formulaUnits, p.temperature) : 0,
    currentPerFlux: faraday * formulaUnits,
    releaseSlope: p.releaseTransfer * thermalFactor(p.temperature),
    release: on.surfaceRelease ? p.releaseVelocity * arrhenius * (1 - p.coating) : 0,
    vacancyDiffusivity: on.vacancyTransport ? p.vacancyDiffusivity * arrhenius : 0,
    aggregation: on.aggregation ? p.aggregation * arrhenius : 0,
    exchange: on.slowExchange ? p.exchange * arrhenius : Infinity
  };
}

/** The pristine particle. */
export function pristineState({ shells, parameters }: Model): ParticleState {
  const state = emptyState(shells.count);
  state.field.regular.fill(pristineLithium);
  setTotal(state, "layer", parameters.nativeLayer);
  return state;
}
