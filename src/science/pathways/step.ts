// One step of the whole particle: lithium, oxygen, reactions, one after the other (Lie splitting, first order), then the same
// in two halves; 2·halves − whole is of second order and keeps what is linear. Their difference is the error of the step.
//   oxygen released    J_O = k_s h_O e^{α_r F (E_s − E_r)/RT} e^{−(L − L_i)/L₀} (1 − v_s/v_m),  dL/dt = ℓ J_O
// h_O: share of the surface's oxygen that is oxidised, see valences.ts.

import { branchAfter } from "./equilibrium.js";
import { implicitStep } from "./diffusion.js";
import type { Model } from "./model.js";
import { oxidisedOxygen } from "./oxidised-oxygen.js";
import { react } from "./reactions.js";
import { addTo, emptyState, setTotal, totalOf, type ParticleState } from "./state.js";
import { hoopRange } from "./stress.js";
import { surfaceContent, surfacePotential, type Drive } from "./voltage.js";

export interface Stepper {
  /** Steps from a state; the result is the stepper's own until its next call. */
  step: (from: ParticleState, time: number, drive: Drive) => { state: ParticleState; error: number };
}

export function stepperOf(model: Model): Stepper {
  const { count } = model.shells;
  const whole = emptyState(count);
  const halves = emptyState(count);
  const scratch = scratchOf(count);
  return {
    step(from, time, drive) {
      whole.values.set(from.values);
      advance(model, whole, time, drive, scratch);
      halves.values.set(from.values);
      advance(model, halves, time / 2, drive, scratch);
      advance(model, halves, time / 2, drive, scratch);
      let error = 0;
      const fields = count * 9;
      for (let k = 0; k < halves.values.length; ++k) {
        const difference = halves.values[k] - whole.values[k];
        if (k < fields) error = Math.max(error, Math.abs(difference));
        halves.values[k] += difference;
      }
      error = Math.max(error, Math.abs(totalOf(halves, "layer") - totalOf(whole, "layer")) / 2e-9);
      return { state: halves, error };
    }
  };
}

interface Scratch {
  y: Float64Array;
  share: Float64Array;
  diffusivity: Float64Array;
  vacancy: Float64Array;
  gradient: Float64Array;
}

function scratchOf(count: number): Scratch {
  const shells = () => new Float64Array(count);
  const faces = () => new Float64Array(count + 1);
  return { y: shells(), share: shells(), gradient: shells(), diffusivity: faces(), vacancy: faces() };
}

function advance(model: Model, state: ParticleState, time: number, drive: Drive, scratch: Scratch): void {
  const { parameters: p, shells, on } = model;
  const { count, radius } = shells;
  const { y, share, diffusivity, vacancy, gradient } = scratch;
  const { field } = state;
  const passed = (Math.abs(drive.flux) * 3 * time) / radius;

  for (let i = 0; i < count; ++i) {
    share[i] = 1 - field.reversible[i] - field.permanent[i];
    y[i] = field.regular[i] / share[i];
  }
  for (let f = 1; f < count; ++f)
    diffusivity[f] = model.diffusivity * (1 + 0.5 * model.byStress * (y[f - 1] + y[f]));
  implicitStep(shells, { y, share, diffusivity, time, flux: { constant: drive.flux, slope: 0 } });
  for (let i = 0; i < count; ++i) field.regular[i] = y[i] * share[i];
  addTo(state, "entered", (drive.flux * 3 * time) / radius);
  addTo(state, "passed", passed);
  setTotal(
    state,
    "branch",
    branchAfter(totalOf(state, "branch"), drive.flux < 0 ? -passed : passed, p.hysteresisLithium)
  );

  if (model.release > 0) releaseOxygen(model, state, time, drive, vacancy.fill(model.vacancyDiffusivity));
  else if (totalOf(state, "released") > 0)
    implicitStep(shells, { y: field.vacancies, diffusivity: vacancy, time, flux: { constant: 0, slope: 0 } });
  if (on.densification) addTo(state, "layer", p.contactGrowth * passed);

  const surface = surfaceContent(model, state, drive.flux);
  gradients(model, y, surface, gradient);
  react(model, state, { time, passed, charging: drive.flux < 0, gradient });
  if (on.stressCoupling) {
    const { most } = hoopRange(shells, y, surface, model.elastic);
    const growth = p.crackRate * (Math.max(0, most) / p.referenceStress) ** p.crackExponent * passed;
    addTo(state, "cracks", -Math.expm1(-growth) * (1 - totalOf(state, "cracks")));
  }
}

function releaseOxygen(
  model: Model,
  state: ParticleState,
  time: number,
  drive: Drive,
  diffusivity: Float64Array
): void {
  const { parameters: p, shells, on } = model;
  const potential = surfacePotential(model, state, drive);
  const holes = oxidisedOxygen(model, state, drive);
  const open = model.release * holes * Math.exp(model.releaseSlope * (potential - p.releaseVoltage));
  const layer = totalOf(state, "layer") - p.nativeLayer;
  const thickening = p.densification;
  const slowed = on.densification ? Math.exp(-layer / p.passivation) : 1;
  const growth = (open * slowed * thickening * time) / p.passivation;
  // ln(1 + growth)/growth: the mean of a flux that slows itself down
  const flux = open * slowed * (on.densification && growth > 1e-9 ? Math.log1p(growth) / growth : 1);
  const into = implicitStep(shells, {
    y: state.field.vacancies,
    diffusivity,
    time,
    flux: { constant: flux, slope: flux / p.vacancyLimit }
  });
  addTo(state, "released", (into * 3 * time) / shells.radius);
  if (on.densification) addTo(state, "layer", thickening * into * time);
}

/** R max(0, −∂x/∂r) in each shell, the mean of its two faces. */
function gradients({ shells }: Model, y: Float64Array, surface: number, out: Float64Array): void {
  const { count, middles, radius, skin } = shells;
  let inner = 0;
  for (let i = 0; i < count; ++i) {
    const outer =
      i + 1 < count
        ? (radius * (y[i] - y[i + 1])) / (middles[i + 1] - middles[i])
        : (radius * (y[i] - surface)) / skin;
    out[i] = Math.max(0, 0.5 * (inner + outer));
    inner = outer;
  }
}
